import type { CloudPicture } from "../../../shared/cloud-picture.ts";
import type { Cloud } from "./layout.ts";
import { area } from "./sizes.ts";

/** A hair of paper is kept at either side of a text, of its font size. */
const gap = 0.05;

export function pictureOf({ placed, rest }: Cloud): CloudPicture {
  return {
    ...area,
    words: placed.map(({ word, x, y, size, width, colour }) => ({
      word,
      x,
      y,
      size: rounded(size),
      width: rounded(width - size * gap * 2),
      colour,
    })),
    rest,
  };
}

function rounded(length: number): number {
  return Math.round(length * 10) / 10;
}
