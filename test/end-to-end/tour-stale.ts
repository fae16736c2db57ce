import type { Page } from "playwright-core";
import { closeCodes } from "../../worker/shared/protocol.ts";
import type { phoneHand } from "./phone-hand.ts";
import type { Visit } from "./tour.ts";

/** A phone that is no longer known, just after it has loaded its page anew. */
export async function visitStale(phone: Page, hand: ReturnType<typeof phoneHand>, visit: Visit): Promise<void> {
  await phone.routeWebSocket("**/live?*", (line) => line.close({ code: closeCodes.unauthorised }));
  await phone.reload();
  await phone.getByRole("heading", { name: hand.t("stale.heading") }).waitFor();
  await visit("vote-stale", phone);
}
