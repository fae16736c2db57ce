/** Data by key, as JSON. `set` with null removes. Neither throws: what can't be read is not there. */
export type JsonStorage = {
  get<T>(key: string): T | null;
  set(key: string, data: unknown): void;
  /** Whether what was set outlives this page. */
  lasts(key: string): boolean;
};

/**
 * The browser's storage where it works, else memory. Merely naming `localStorage` throws where cookies are blocked, hence
 * the function; and a write may be refused later, when it is full: such a key goes on in memory.
 */
export function jsonStorage(choose: () => Pick<Storage, "getItem" | "setItem" | "removeItem">): JsonStorage {
  const memory = new Map<string, string>();
  return {
    get(key) {
      try {
        return JSON.parse(memory.get(key) ?? choose().getItem(key) ?? "null");
      } catch {
        return null;
      }
    },
    set(key, data) {
      const text = JSON.stringify(data);
      memory.delete(key);
      try {
        choose().removeItem(key);
        if (data !== null) choose().setItem(key, text);
      } catch {
        memory.set(key, text);
      }
    },
    lasts: (key) => !memory.has(key),
  };
}
