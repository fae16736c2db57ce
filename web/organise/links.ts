import { accountKey } from "../connection/api.ts";

/** The addresses that an organiser hands out. Keys stand in the fragment, which no server sees. */
export const links = {
  join: (origin: string, code: string) => `${origin}/${code}`,
  present: (origin: string, id: string, key: string) => withKey(`${origin}/present/${encodeURIComponent(id)}`, key),
  organise: (origin: string, id: string, key: string) => withKey(`${origin}/organise/${encodeURIComponent(id)}`, key),
  results: (origin: string, id: string, key: string) => withKey(`${origin}/results/${encodeURIComponent(id)}`, key),
  embed: (origin: string, id: string) => `${origin}/embed/${encodeURIComponent(id)}`,
};

/** Without a key it opens for whoever is signed in and has the poll in the account. */
function withKey(address: string, key: string): string {
  return key === accountKey ? address : `${address}#${new URLSearchParams({ key })}`;
}
