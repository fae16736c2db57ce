import { parseArgs } from "node:util";
import { parseCode } from "../../worker/shared/codes.ts";

export interface Wishes {
  /** As `https://host`. */
  origin: string;
  /** Where the rehearsal is: one that is on, or one that the presenter's link begins. */
  poll: { code: string } | { id: string; key: string };
  attendees: number;
  paceMs: number;
  /** Of the answers; the poll's own where it is undefined. */
  language: string | undefined;
}

export const usage = `npm run rehearse -- CODE [options]
npm run rehearse -- 'PRESENTER LINK' [options]

Answers a poll's questions as made-up attendees, while a rehearsal is on. With the code it waits for the rehearsal that is
begun on the presenter's page; with the presenter's link it begins and ends one itself. Nothing of a rehearsal is kept.

  --attendees N   how many, 1 to 5000 (30)
  --language L    of the answers: sv, or en (the poll's own)
  --pace S        seconds that the slowest take to answer (20)
  --url ADDRESS   of the service (http://localhost:8787)`;

/** Reads the command line; throws an error that says in plain words what is wrong. */
export function readWishes(args: string[]): Wishes {
  const { values, positionals } = parse(args);
  const [given, ...more] = positionals;
  // A code may be written in groups.
  const target = [given, ...more].join(" ");
  if (given === undefined) throw new Error(`Which poll? Give its code.\n\n${usage}`);
  const link = presenterLink(target);
  return {
    origin: link?.origin ?? originOf(values.url),
    poll: link ?? { code: codeOf(target) },
    attendees: numberOf("--attendees", values.attendees, 1, 5000),
    paceMs: numberOf("--pace", values.pace, 1, 600) * 1000,
    language: languageOf(values.language),
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        attendees: { type: "string", default: "30" },
        language: { type: "string" },
        pace: { type: "string", default: "20" },
        url: { type: "string", default: "http://localhost:8787" },
      },
    });
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}

/** `https://host/present/ID#key=KEY`. */
function presenterLink(text: string): { origin: string; id: string; key: string } | undefined {
  const url = URL.parse(text);
  if (url === null) return undefined;
  const id = /^\/present\/([^/]+)$/.exec(url.pathname)?.[1];
  const key = new URLSearchParams(url.hash.slice(1)).get("key");
  if (id === undefined || key === null) throw new Error("This is not a presenter's link: …/present/…#key=…");
  return { origin: url.origin, id: decodeURIComponent(id), key };
}

function originOf(text: string): string {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new Error("--url takes an address such as http://localhost:8787.");
  return url.origin;
}

function codeOf(text: string): string {
  const code = parseCode(text);
  if (code === undefined) throw new Error(`"${text}" is no code: codes are digits.`);
  return code;
}

function languageOf(text: string | undefined): string | undefined {
  if (text === undefined || text === "sv" || text === "en") return text;
  throw new Error("--language takes sv or en.");
}

function numberOf(name: string, text: string, min: number, max: number): number {
  const number = Number(text);
  if (
    !Number.isFinite(number) ||
    number < min ||
    number > max ||
    (name === "--attendees" && !Number.isInteger(number))
  ) {
    throw new Error(`${name} takes a number from ${min} to ${max}.`);
  }
  return number;
}
