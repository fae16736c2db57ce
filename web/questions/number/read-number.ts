/**
 * What is meant by a typed number. Signs of either kind are taken in every language, since which one a phone's keypad has
 * is not the page's to say; what `1,000` is, one or a thousand, is the language's. Spaces may part thousands.
 */
export type ReadNumber = number | "unclear" | undefined;

/** Thousands parted by one sign, and a decimal part after another. */
const grouped = /^([1-9]\d{0,2}(?:([.,])\d{3})+)(?:(?!\2)[.,](\d+))?$/;
const plain = /^\d+(?:[.,]\d+)?(?:e-?\d+)?$/;

/** Undefined for what is no number, `unclear` where it may be one number or a thousand times it. */
export function readNumber(typed: string, language: string): ReadNumber {
  const [, sign = "", text = ""] = /^([-−]?)(.*)$/.exec(typed.replace(/\s/g, "")) ?? [];
  const value = figureIn(text, language);
  return typeof value === "number" && sign !== "" ? -value : value;
}

function figureIn(text: string, language: string): ReadNumber {
  const [, whole = "", mark = "", decimals] = grouped.exec(text) ?? [];
  if (mark === "" || (whole.split(mark).length === 2 && decimals === undefined && mark === decimalSign(language))) {
    return plain.test(text) ? Number(text.replace(",", ".")) : undefined;
  }
  const isSure = decimals !== undefined || whole.split(mark).length > 2 || mark === groupSign(language);
  return isSure ? Number(`${whole.replaceAll(mark, "")}.${decimals ?? 0}`) : "unclear";
}

export function decimalSign(language: string): string {
  return (1.5).toLocaleString(language).charAt(1);
}

function groupSign(language: string): string {
  return (1e7).toLocaleString(language).charAt(2);
}
