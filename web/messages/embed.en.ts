import type { Plural } from "./translate.ts";

/** Texts of a result in a frame, in slides. */
export const embedEn = {
  "embed.connecting": "Connecting …",
  "embed.waiting": "The result is shown here when it is shown on the stage.",
  "embed.closed": "The poll is closed.",
  "embed.rehearsal": "Rehearsal – simulated answers.",
  "embed.lineDown": "No connection. The picture is the latest one; trying again.",
  "embed.table": "The result as a table",
  "embed.forbiddenTitle": "This poll is not shown in other pages",
  "embed.forbidden":
    "The organiser can allow it: on the page of the poll, tick that results may be shown in slides, and save. Then load the slide again.",
  "embed.goneTitle": "There is nothing to show at this address",
  "embed.gone": "The poll or its question may have been deleted, or the address cut short when it was copied.",
} satisfies Record<string, string | Plural>;

export type EmbedCatalogue = Record<keyof typeof embedEn, string | Plural>;
