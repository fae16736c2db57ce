/** How an account's zip is laid out. */
import * as v from "valibot";
import { labelUpTo } from "../../questions/schema.ts";
import { limits } from "../../shared/limits.ts";

export const accountFile = "account.json";
export const accountFormat = "handupp-account-1";

/** What another version has added is let pass. */
export const accountListSchema = v.object({
  format: v.literal(accountFormat, `must be ${accountFormat}`),
  exportedAt: v.string(),
  polls: v.pipe(
    v.array(
      v.object({
        path: v.pipe(v.string(), v.regex(/^polls\/\d{1,6}$/, "must be a folder such as polls/0001")),
        title: v.string(),
        folder: v.nullable(labelUpTo(limits.nameLength)),
      }),
    ),
    v.maxLength(limits.importedPolls, `takes at most ${limits.importedPolls}`),
  ),
});

export type AccountList = v.InferOutput<typeof accountListSchema>;
