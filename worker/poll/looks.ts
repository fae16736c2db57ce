/** How a poll looks on the stage: an organiser's colour and logo. Phones get neither. */
import * as v from "valibot";
import { labelUpTo } from "../questions/schema.ts";
import { contrast } from "../shared/contrast.ts";
import { limits } from "../shared/limits.ts";

/** The stage's paper in its light and its dark theme, as web/ui/base.css has them. */
export const stagePapers = { light: "#faf9f6", dark: "#14171a" } as const;

/** What WCAG asks of marks and outlines. */
const markContrast = 3;

function standsOut(from: keyof typeof stagePapers) {
  const paper = stagePapers[from];
  // Cut, not rounded: 2.96 is no 3.
  const told = (colour: string) => (Math.floor(contrast(colour, paper) * 10) / 10).toFixed(1);
  return v.check<string, (issue: v.CheckIssue<string>) => string>(
    (colour) => contrast(colour, paper) >= markContrast,
    ({ input }) =>
      `has a contrast of ${told(input)}:1 with the ${from} stage (${paper}); marks need ${markContrast}:1 with both`,
  );
}

export const accentSchema = v.pipe(
  v.string(),
  v.regex(/^#[0-9a-fA-F]{6}$/, "must be a colour such as #c2410c"),
  standsOut("light"),
  standsOut("dark"),
);

/** Pictures that can't hold a script (SVG can), by how their bytes begin, in base64. */
const beginnings: Record<string, RegExp> = {
  png: /^iVBORw0KGgo/,
  jpeg: /^\/9j\//,
  // RIFF, a length, WEBP.
  webp: /^UklGR.{5}[BFJNRVZdhlptx159]XRUJQ/,
};

const dataUrl = /^data:image\/(png|jpeg|webp);base64,((?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?)$/;

function partsOf(url: string): { type: string; base64: string } | undefined {
  const [, type, base64] = dataUrl.exec(url) ?? [];
  return type === undefined || base64 === undefined ? undefined : { type, base64 };
}

function byteLength(base64: string): number {
  return (base64.length / 4) * 3 - (base64.match(/=+$/)?.[0].length ?? 0);
}

const imageSchema = v.pipe(
  v.string(),
  v.check((url) => partsOf(url) !== undefined, "must be a PNG, JPEG or WebP picture as a data: URL in base64"),
  v.check(
    (url) => byteLength(partsOf(url)?.base64 ?? "") <= limits.logoBytes,
    `is larger than ${limits.logoBytes / 1024} kB`,
  ),
  v.check((url) => {
    const { type, base64 } = partsOf(url) ?? { type: "", base64: "" };
    return beginnings[type]?.test(base64) === true;
  }, "is not the kind of picture that it says"),
  v.metadata({ jsonSchema: { type: "string", format: "uri", pattern: "^data:image/(png|jpeg|webp);base64," } }),
);

export const logoSchema = v.strictObject({
  image: imageSchema,
  /** For who can't see it; empty where the logo only decorates. */
  alt: v.optional(labelUpTo(limits.logoTextLength), ""),
});
