/** What a browser's storage is to the code under test; `refuse` makes it throw, as it does where it is blocked or full. */
export class MemoryStore {
  readonly kept = new Map<string, string>();
  refuse: "nothing" | "writing" | "everything" = "nothing";

  getItem(key: string): string | null {
    if (this.refuse === "everything") throw new Error("blocked");
    return this.kept.get(key) ?? null;
  }

  setItem(key: string, text: string): void {
    if (this.refuse !== "nothing") throw new Error("full");
    this.kept.set(key, text);
  }

  removeItem(key: string): void {
    if (this.refuse === "everything") throw new Error("blocked");
    this.kept.delete(key);
  }
}
