import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { projectRoot } from "../../scripts/tools/project.ts";
import { parseDefinition } from "../../worker/poll/definition.ts";
import { stagePapers } from "../../worker/poll/looks.ts";
import { definitionForShards } from "../../worker/poll/shard-definition.ts";
import { contrast } from "../../worker/shared/contrast.ts";
import { definition } from "./stages.ts";

const parsed = (settings: object) => parseDefinition({ ...definition, settings }, () => "id");

function problems(settings: object): string[] {
  const result = parsed(settings);
  return result.ok ? [] : result.error.map(({ path, message }) => `${path} ${message}`);
}

const png =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const picture = (type: string, bytes: Buffer) => `data:image/${type};base64,${bytes.toString("base64")}`;
const jpeg = picture("jpeg", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]));
const webp = (length: number) => {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(length);
  return picture("webp", Buffer.concat([Buffer.from("RIFF"), size, Buffer.from("WEBPVP8 ")]));
};

describe("an accent", () => {
  test("is kept as it was given", () => {
    const result = parsed({ accent: "#C2410C" });
    expect(result).toMatchObject({ ok: true, value: { settings: { accent: "#C2410C", blockList: true } } });
    expect(parsed({})).toMatchObject({ ok: true, value: { settings: { blockList: true } } });
  });

  test.each([
    ["#ffd400", "settings.accent has a contrast of 1.3:1 with the light stage (#faf9f6); marks need 3:1 with both"],
    ["#1b1f24", "settings.accent has a contrast of 1.0:1 with the dark stage (#14171a); marks need 3:1 with both"],
    ["red", "settings.accent must be a colour such as #c2410c"],
    ["#fff", "settings.accent must be a colour such as #c2410c"],
  ])("%s is refused, with the reason", (accent, reason) => expect(problems({ accent })).toContain(reason));

  test("that is accepted stands out on both papers, and one that is refused doesn't", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (colour) => {
        const accent = `#${colour.toString(16).padStart(6, "0")}`;
        const seen = Object.values(stagePapers).every((paper) => contrast(accent, paper) >= 3);
        expect(parsed({ accent }).ok).toBe(seen);
      }),
    );
  });

  test("is measured against the papers that the stage has", () => {
    const css = readFileSync(`${projectRoot}/web/ui/base.css`, "utf8");
    const papers = [...css.matchAll(/--paper: (#[0-9a-f]{6});/g)].map(([, paper]) => paper);
    expect(papers).toEqual([stagePapers.light, stagePapers.dark]);
  });

  test.each([
    ["#000000", "#ffffff", 21],
    ["#777777", "#ffffff", 4.48],
    ["#0568c9", "#0568c9", 1],
  ])("%s and %s have the contrast that WCAG says", (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2);
    expect(contrast(other, one)).toBeCloseTo(ratio, 2);
  });
});

describe("a logo", () => {
  test.each([png, jpeg, webp(0), webp(0xffffffff), webp(123_456)])("%s is kept", (image) => {
    const result = parsed({ logo: { image, alt: "Kommunens vapen" } });
    expect(result).toMatchObject({ ok: true, value: { settings: { logo: { image, alt: "Kommunens vapen" } } } });
    expect(problems({ logo: { image } })).toEqual([]);
  });

  const large = (bytes: number) =>
    picture("jpeg", Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(bytes - 3)]));

  test.each([
    [
      "SVG, which can hold a script",
      picture("svg+xml", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>")),
      "PNG",
    ],
    ["SVG that says it is PNG", picture("png", Buffer.from("<svg/>")), "not the kind"],
    ["PNG that says it is JPEG", png.replace("png", "jpeg"), "not the kind"],
    ["RIFF that is a sound", picture("webp", Buffer.from("RIFF0000WAVEfmt ")), "not the kind"],
    ["an address", "https://example.com/logo.png", "PNG"],
    ["no base64", "data:image/png,iVBORw0KGgo", "PNG"],
    ["base64 that is cut short", `${png.slice(0, -3)}`, "PNG"],
    ["more than 64 kB", large(65_537), "larger than 64 kB"],
  ])("%s is refused, with the reason", (_name, image, reason) => {
    expect(problems({ logo: { image } }).join()).toContain(reason);
  });

  test("of 64 kB is small enough", () => expect(problems({ logo: { image: large(65_536) } })).toEqual([]));

  test("goes to no shard, nor does the accent", () => {
    const result = parsed({ logo: { image: png }, accent: "#c2410c" });
    if (!result.ok) throw new Error("the settings are right");
    expect(definitionForShards(result.value).settings).toEqual({ blockList: true });
  });
});
