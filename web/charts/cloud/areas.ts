import type { Area } from "./sizes.ts";

const ratios = [0.7, 1, 1.4, 1.9, 2.6, 3.5];
const largeArea = 1_000_000;
/** A phone's picture holds fewer words rather than smaller ones. */
const smallArea = 300_000;
/** CSS pixels. */
const smallWidth = 640;

/**
 * The area that a picture of this size is laid out in: one of a few shapes, a million square units large, so that screens
 * of about the same shape show the same cloud, and a window that is pulled a little keeps it.
 */
export function areaFor(size: { width: number; height: number }): Area {
  const ratio = size.width / Math.max(1, size.height);
  const distance = (shape: number) => Math.abs(Math.log(shape / ratio));
  const nearest = ratios.reduce((best, shape) => (distance(shape) < distance(best) ? shape : best));
  const side = Math.sqrt(size.width < smallWidth ? smallArea : largeArea);
  return { width: Math.round(side * Math.sqrt(nearest)), height: Math.round(side / Math.sqrt(nearest)) };
}
