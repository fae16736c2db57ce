/** The chains of chain.csv: whether they hang together, and which ballots count after them. */
import { type ChainEntry, type ChainHead, cleared, emptyChain, extended } from "../poll/cast-chain.ts";
import type { ShardChain } from "../poll/results.ts";
import type { Finding } from "./findings.ts";
import type { chainColumns, Row } from "./read-rows.ts";

export type ChainRow = Row<(typeof chainColumns)[number]>;

/** An entry whose ballot counts; `attendee` and `salt` are what chain.csv says of it. */
export type Counting = ChainEntry & { line: number; attendee: string; salt: string };

type Chain = { now: ChainHead; known: Map<number, Counting>; line: number };

export class Chains {
  readonly findings: Finding[] = [];
  readonly #poll: string;
  readonly #run: number;
  readonly #told: Map<number, ShardChain>;
  readonly #chains = new Map<number, Chain>();

  constructor(poll: string, run: number, told: readonly ShardChain[]) {
    this.#poll = poll;
    this.#run = run;
    this.#told = new Map(told.map((chain) => [chain.shard, chain]));
  }

  add(row: ChainRow): void {
    const shard = Number(row.cell("shard"));
    const chain = this.#chains.get(shard) ?? {
      now: emptyChain(this.#poll, this.#run, shard),
      known: new Map<number, Counting>(),
      line: row.line,
    };
    this.#chains.set(shard, chain);
    const entry = entryOf(row);
    if (entry.number !== chain.now.casts + 1 || !this.#counts(chain, entry)) {
      this.findings.push({ kind: "wrong-entry", chainLine: row.line });
    }
    chain.now = extended(chain.now, entry);
    if (chain.now.casts === this.#told.get(shard)?.casts) this.#compare(shard, chain.now.head);
  }

  /** False where the entry takes the place of none that could be there. */
  #counts({ known }: Chain, entry: Counting): boolean {
    if (entry.digest === cleared) {
      for (const [number, { asking }] of known) if (asking === entry.asking) known.delete(number);
      return entry.replaces === null;
    }
    known.set(entry.number, entry);
    if (entry.replaces === null) return true;
    const replaced = known.get(entry.replaces);
    known.delete(entry.replaces);
    return replaced?.asking === entry.asking && replaced.number < entry.number;
  }

  #compare(shard: number, head: string): void {
    if (head !== this.#told.get(shard)?.head) this.findings.push({ kind: "other-head", shard });
  }

  /** After the last row. */
  end(): void {
    for (const shard of new Set([...this.#told.keys(), ...this.#chains.keys()])) {
      const [found, told] = [this.#chains.get(shard)?.now.casts ?? 0, this.#told.get(shard)?.casts ?? 0];
      if (found !== told) this.findings.push({ kind: "other-length", shard, found, told });
      else if (found === 0 && this.#told.has(shard)) {
        this.#compare(shard, emptyChain(this.#poll, this.#run, shard).head);
      }
    }
  }

  /** In the order in which ballots.csv has them. */
  counting(): Counting[] {
    return [...this.#chains].flatMap(([, { known }]) => [...known.values()]);
  }
}

function entryOf(row: ChainRow): Counting {
  const replaces = row.cell("replaces");
  return {
    line: row.line,
    number: Number(row.cell("number")),
    asking: row.cell("asking"),
    replaces: replaces === "" ? null : Number(replaces),
    digest: row.cell("digest"),
    attendee: row.cell("attendee"),
    salt: row.cell("salt"),
  };
}
