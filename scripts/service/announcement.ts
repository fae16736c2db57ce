import { renderUnicodeCompact } from "uqr";
import type { Addresses } from "./addresses.ts";
import type { DemoPoll } from "./demo-poll.ts";

/** What the terminal shows once the service serves; the last line is for programs that wait for it. */
export function announcement(addresses: Addresses, demo: DemoPoll | null): string {
  const shown = addresses.network[0] ?? addresses.local;
  return [
    "",
    "Handupp",
    `  On this machine   ${addresses.local}`,
    ...addresses.network.map((address) => `  In this network   ${address}`),
    "",
    renderUnicodeCompact(shown),
    "",
    ...(demo === null ? [] : [...demoLines(demo, shown), ""]),
    `ready ${addresses.local}`,
  ].join("\n");
}

function demoLines(demo: DemoPoll, origin: string): string[] {
  const names = { vote: "Vote", present: "Present", organise: "Organise", results: "Results" };
  const links = Object.entries(names).flatMap(([kind, name]) => {
    const link = demo.links[kind];
    return link === undefined ? [] : [`  ${name.padEnd(17)} ${elsewhere(link, origin)}`];
  });
  return [`A demo poll is ready (code ${demo.code}):`, ...links];
}

/** The same link on the address of today, which may be another than when the poll was created. */
function elsewhere(link: string, origin: string): string {
  const { pathname, search, hash } = new URL(link, origin);
  return `${origin}${pathname}${search}${hash}`;
}
