import { findChromium } from "../../scripts/chromium.ts";

/** Once before the end-to-end tests, so that their time is not spent on fetching a browser. */
export async function setup(): Promise<void> {
  process.env["CHROMIUM"] = await findChromium();
}
