import type { EmbedCatalogue } from "../messages/embed.en.ts";
import type { Translate } from "../messages/translate.ts";

export type EmbedProblem = "forbidden" | "gone";

const texts = {
  forbidden: ["embed.forbiddenTitle", "embed.forbidden"],
  gone: ["embed.goneTitle", "embed.gone"],
} as const satisfies Record<EmbedProblem, readonly [string, string]>;

/** Why there is no result in the frame, and who can change it. */
export function EmbedNotice({ problem, t }: { problem: EmbedProblem; t: Translate<EmbedCatalogue> }) {
  const [title, text] = texts[problem];
  return (
    <main class="embed-notice">
      <h1>{t(title)}</h1>
      <p>{t(text)}</p>
    </main>
  );
}
