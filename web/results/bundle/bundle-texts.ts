/** A bundle is in the poll's language, not in its maker's: the same run is the same bytes, whoever asks. */
import { translator } from "../../messages/translate.ts";
import type { Texts } from "../results-texts.ts";

export type BundleReader = { t: Texts; language: string };

/** Swedish for `sv` and its variants, English for all else, as in the other files of a run. */
export async function bundleReader(language: string): Promise<BundleReader> {
  if (/^sv(-|$)/i.test(language)) {
    const [{ chartsSv }, { resultsSv }] = await Promise.all([
      import("../../messages/charts.sv.ts"),
      import("../../messages/results.sv.ts"),
    ]);
    return { t: translator({ ...chartsSv, ...resultsSv }, "sv"), language: "sv" };
  }
  const [{ chartsEn }, { resultsEn }] = await Promise.all([
    import("../../messages/charts.en.ts"),
    import("../../messages/results.en.ts"),
  ]);
  return { t: translator({ ...chartsEn, ...resultsEn }, "en"), language: "en" };
}
