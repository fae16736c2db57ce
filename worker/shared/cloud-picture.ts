/**
 * A word cloud as screens draw it, in units of an area that is `width` × `height` on every screen. `x` and `y` are a word's
 * centre, `size` is its font's, `width` what its text may take, `colour` 0 to 7.
 */
export type CloudPicture = {
  width: number;
  height: number;
  words: { word: string; x: number; y: number; size: number; width: number; colour: number }[];
  /** How many words found no room. */
  rest: number;
};
