import type { Definition } from "../../worker/poll/definition.ts";

/** The organiser's, on paper of its own: what is drawn for white paper is not lost on a dark stage. */
export function Logo({ logo }: { logo: Definition["settings"]["logo"] }) {
  return logo === undefined ? null : <img class="logo" src={logo.image} alt={logo.alt} />;
}
