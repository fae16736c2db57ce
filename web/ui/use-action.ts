import { useState } from "preact/hooks";

export type Action = {
  /** Whether one goes on. */
  busy: boolean;
  /** In words, what the last one came to. */
  told: string;
  tell(words: string): void;
  /** Carries it out; what it returns is told. Never rejects, but with what `refused` throws. */
  act(work: () => Promise<string>): Promise<void>;
};

/** What a part of a page does when it is asked to, and what came of it. `refused`: an error in words. */
export function useAction(refused: (error: unknown) => string | Promise<string>): Action {
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState("");
  const act = async (work: () => Promise<string>) => {
    setBusy(true);
    setTold("");
    try {
      setTold(await work().catch(refused));
    } finally {
      setBusy(false);
    }
  };
  return { busy, told, tell: setTold, act };
}
