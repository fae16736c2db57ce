/** The end of a sign-in, or of its right to a poll, is the end of the stages that it has opened. */
import type { Env } from "../../env.ts";
import { logEvent } from "../../live/log.ts";
import { roomOf } from "../../live/objects.ts";
import { OpenedStages, type SignIn } from "../../store/opened-stages.ts";

/** After the sessions have gone from D1, so that none of the stages comes back. */
export async function endStages(env: Env, signIn: SignIn): Promise<void> {
  const polls = await new OpenedStages(env.DB).take(signIn);
  await Promise.all(polls.map((poll) => endStage(env, poll, signIn)));
}

/** What a room that can't be reached misses is logged: its sockets are cut where it has gone down. */
export async function endStage(env: Env, poll: string, signIn: SignIn): Promise<void> {
  try {
    await roomOf(env, poll).endSignIn(signIn);
  } catch (error) {
    logEvent("stage-not-ended", { poll, error: String(error) });
  }
}
