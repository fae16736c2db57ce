import { resolve } from "node:path";

export interface Settings {
  host: string;
  /** 0: any free one. */
  port: number;
  dataFolder: string;
}

/** @throws Error with a sentence for the terminal */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const port = Number(environment["PORT"] || "8787");
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`PORT is ${environment["PORT"]}; it must be a whole number from 0 (any free one) to 65535.`);
  }
  return { host: environment["HOST"] || "0.0.0.0", port, dataFolder: resolve(environment["DATA_DIR"] || "data") };
}
