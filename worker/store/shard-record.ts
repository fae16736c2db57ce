/** What a shard keeps besides ballots: the room's last word, and what still has to be archived. */
import type { ShardConfig } from "../poll/links.ts";
import { ballotSteps } from "./ballot-store.ts";
import { Facts, factsStep } from "./facts.ts";
import { hasSchema, migrate, type Sql } from "./migrations.ts";
import { Outbox, type OutboxDeps, outboxStep } from "./outbox.ts";

export class ShardRecord {
  readonly #sql: Sql;
  readonly #facts: Facts<{ config: ShardConfig }>;

  constructor(sql: Sql) {
    this.#sql = sql;
    this.#facts = new Facts(sql);
  }

  exists(): boolean {
    return hasSchema(this.#sql);
  }

  config(): ShardConfig | undefined {
    return this.exists() ? this.#facts.get("config") : undefined;
  }

  saveConfig(config: ShardConfig): void {
    if (!this.exists()) migrate(this.#sql, [factsStep, outboxStep, ...ballotSteps]);
    this.#facts.set("config", config);
  }

  outbox(deps: OutboxDeps): Outbox {
    return new Outbox(this.#sql, deps);
  }
}
