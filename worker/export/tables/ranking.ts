import type { RankingQuestion, RankingView } from "../../questions/ranking/rules.ts";
import type { TableMaker } from "./table.ts";

export const rankingTable: TableMaker<RankingView, RankingQuestion> = {
  table: ({ options: tallies }, { options }) => ({
    of: "option",
    columns: ["points", "firsts", "meanRank"],
    rows: options.map(({ id, text }) => {
      const tally = Object.hasOwn(tallies, id) ? tallies[id] : undefined;
      return { item: text, figures: [tally?.points ?? 0, tally?.firsts ?? 0, tally?.meanRank ?? null] };
    }),
  }),
};
