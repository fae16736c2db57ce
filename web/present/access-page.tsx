import type { StageTexts } from "./present-page.tsx";
import type { Access } from "./presentation.ts";

type Problem = "no-key" | Exclude<Access, "granted">;

const texts = {
  "no-key": ["access.noKeyTitle", "access.noKey"],
  "wrong-key": ["access.wrongKeyTitle", "access.wrongKey"],
  gone: ["access.goneTitle", "access.gone"],
} as const satisfies Record<Problem, readonly [string, string]>;

export function AccessPage({ problem, t }: { problem: Problem; t: StageTexts }) {
  const [title, text] = texts[problem];
  return (
    <main class="access">
      <h1>{t(title)}</h1>
      <p>{t(text)}</p>
    </main>
  );
}
