/** Recovery codes as people copy them: 100 random bits in letters and digits that can't be taken for one another. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const length = 20;
const group = 5;

/** `randomBytes(n)`: n random bytes. */
export function newRecoveryCode(randomBytes: (n: number) => Uint8Array): string {
  const letters = [...randomBytes(length)].map((byte) => alphabet[byte % alphabet.length] ?? "").join("");
  return (letters.match(new RegExp(`.{${group}}`, "g")) ?? []).join("-");
}

/** The code in its one spelling, however it was typed; undefined where it can't be one. */
export function parseRecoveryCode(typed: string): string | undefined {
  const letters = typed.toUpperCase().replaceAll(/[\s-]/g, "").replaceAll("O", "0").replaceAll(/[IL]/g, "1");
  return letters.length === length && [...letters].every((letter) => alphabet.includes(letter)) ? letters : undefined;
}
