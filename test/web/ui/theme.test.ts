import { expect, test } from "vitest";
import { themedMedia } from "../../../web/ui/theme.ts";

const dark = "(prefers-color-scheme: dark)";
const more = "(prefers-contrast: more)";
const [yes, no] = ["(min-width: 0)", "(max-width: 0)"];

test.each([
  ["auto", [dark, more, `${more} and ${dark}`]],
  ["light", [no, no, `${no} and ${no}`]],
  ["dark", [yes, no, `${no} and ${yes}`]],
  ["contrast", [no, yes, `${yes} and ${no}`]],
] as const)("the theme %s answers for the reader's preference", (theme, answers) => {
  expect([dark, more, `${more} and ${dark}`].map((query) => themedMedia(query, theme))).toEqual(answers);
  expect(themedMedia("(prefers-color-scheme:light)", theme)).toBe(
    { auto: "(prefers-color-scheme:light)", light: yes, dark: no, contrast: yes }[theme],
  );
  for (const other of ["(max-width: 48rem)", "(prefers-reduced-motion: reduce)", "print"]) {
    expect(themedMedia(other, theme)).toBe(other);
  }
});
