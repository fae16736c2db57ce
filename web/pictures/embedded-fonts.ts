/** The screens' typeface, put into a picture, so that it looks the same where the font is not installed. */

import latinExt from "@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2?url";
import latin from "@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url";

/** Beyond these letters the second file is needed; what neither has is drawn by the viewer's own fonts. */
const beyondLatin = /[\u0100-\u02af\u1e00-\u1eff]/u;

/** `@font-face` rules with the fonts themselves that `text` needs. */
export async function fontFaces(text: string): Promise<string> {
  const files = beyondLatin.test(text.normalize("NFC")) ? [latin, latinExt] : [latin];
  const fonts = await Promise.all(files.map(base64Of));
  const face = (font: string, range: string) =>
    `@font-face{font-family:"Atkinson Hyperlegible Next";font-weight:200 800;${range}src:url(data:font/woff2;base64,${font}) format("woff2")}`;
  return fonts.map((font, index) => face(font, index === 0 ? "" : "unicode-range:U+0100-02BA,U+1E00-1EFF;")).join("");
}

async function base64Of(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`no font at ${address}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
