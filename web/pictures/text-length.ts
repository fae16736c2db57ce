/** Long questions stand smaller, so that the picture keeps its room. */
export function lengthOf(text: string): "short" | "middling" | "long" | "longest" {
  if (text.length <= 70) return "short";
  if (text.length <= 160) return "middling";
  return text.length <= 300 ? "long" : "longest";
}
