import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { HomePage } from "../../../web/home/home-page.tsx";
import { homeEn } from "../../../web/messages/home.en.ts";
import { homeSv } from "../../../web/messages/home.sv.ts";
import { translator } from "../../../web/messages/translate.ts";

describe.each([
  ["sv", translator(homeSv, "sv"), "Gå med", "Ingen omröstning har den koden"],
  ["en", translator(homeEn, "en"), "Join", "No poll has that code"],
] as const)("the page where a code is typed, in %s", (_language, t, join, unknown) => {
  it("has one field and one button that work without a script, and a way for organisers", () => {
    const html = renderToString(<HomePage t={t} />);
    expect(html).toMatch(/<form action="\/" method="get">/);
    expect(html.match(/<input/g)).toHaveLength(1);
    expect(html).toMatch(/<input[^>]*name="code"[^>]*inputmode="numeric"[^>]*autocomplete="off"/);
    expect(html).toContain(`>${join}</button>`);
    expect(html).toContain('href="/organise"');
    expect(html).not.toContain('role="alert"');
  });

  it("tells what was wrong with a code and ties it to the field", () => {
    const html = renderToString(<HomePage t={t} wrongCode="unknown" />);
    expect(html).toContain(unknown);
    expect(html).toMatch(/aria-describedby="wrong hint"/);
  });

  it("has a text of its own for each thing that can be wrong", () => {
    const texts = (["unknown", "closed", "too-many", "malformed"] as const).map((code) => t(`wrong.${code}`));
    expect(new Set(texts).size).toBe(4);
  });
});
