/** What a shard keeps besides ballots: the room's last word, and what still has to be archived. */
import type { ShardConfig } from "../poll/links.ts";
import { ballotSteps } from "./ballot-store.ts";
import { Facts, factsStep } from "./facts.ts";
import { hasSchema, migrate, type Sql } from "./migrations.ts";
import { Outbox, type OutboxDeps, outboxStep } from "./outbox.ts";

/** Appended to only: an object that was made before a step came takes it when it wakes. */
const steps = [factsStep, outboxStep, ...ballotSteps];

export class ShardRecord {
  readonly #sql: Sql;
  readonly #facts: Facts<{ config: ShardConfig }>;
  #exists = false;

  constructor(sql: Sql) {
    this.#sql = sql;
    this.#facts = new Facts(sql);
  }

  exists(): boolean {
    if (!this.#exists && hasSchema(this.#sql)) {
      migrate(this.#sql, steps);
      this.#exists = true;
    }
    return this.#exists;
  }

  config(): ShardConfig | undefined {
    return this.exists() ? this.#facts.get("config") : undefined;
  }

  saveConfig(config: ShardConfig): void {
    if (!this.exists()) migrate(this.#sql, steps);
    this.#facts.set("config", config);
  }

  outbox(deps: OutboxDeps): Outbox {
    return new Outbox(this.#sql, deps);
  }
}
