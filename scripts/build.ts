import { buildIfNeeded } from "./tools/build.ts";

await buildIfNeeded();
