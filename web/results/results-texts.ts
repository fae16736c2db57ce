import type { ChartsCatalogue } from "../messages/charts.en.ts";
import type { ResultsCatalogue } from "../messages/results.en.ts";
import type { Translate } from "../messages/translate.ts";

/** The page's own texts and those inside pictures and tables. */
export type Texts = Translate<ResultsCatalogue & ChartsCatalogue>;
