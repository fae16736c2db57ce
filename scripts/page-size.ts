import { buildIfNeeded } from "./tools/build.ts";
import { reportVotePage } from "./tools/vote-page-size.ts";

await buildIfNeeded();
process.exitCode = (await reportVotePage()) ? 0 : 1;
