import { networkInterfaces } from "node:os";

/** Where the service listens, as people and programs reach it. */
export interface Addresses {
  /** For this machine. */
  local: string;
  /** For phones in the same network; empty when HOST is one address only. */
  network: string[];
}

const ANY_ADDRESS = new Set(["0.0.0.0", "::", ""]);

export function addressesOf(host: string, port: number): Addresses {
  if (!ANY_ADDRESS.has(host)) return { local: origin(host, port), network: [] };
  const network = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => address.family === "IPv4" && !address.internal)
    .map((address) => origin(address.address, port));
  return { local: origin("127.0.0.1", port), network };
}

function origin(host: string, port: number): string {
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}
