import type { Context } from "hono";
import { limits } from "../../shared/limits.ts";
import { AccountPolls } from "../../store/account-polls.ts";
import type { App } from "../access.ts";
import { Problem } from "../problem.ts";

/** Throws where the account has no room for `more` polls. */
export async function checkRoom(c: Context<App>, account: string, more: number): Promise<void> {
  if ((await new AccountPolls(c.env.DB).count(account)) + more <= limits.pollsPerAccount) return;
  throw new Problem(409, `An account holds at most ${limits.pollsPerAccount} polls.`);
}
