/** The one shape of every error (RFC 9457): thrown anywhere in the routes, turned into a response at one place. */
import type { RoomRefusal } from "../poll/replies.ts";
import type { FieldError } from "../shared/result.ts";

const titles = {
  400: "Not JSON",
  401: "No valid key",
  403: "The key lacks the right",
  404: "Not found",
  405: "Method not allowed",
  409: "The state forbids it",
  410: "No longer there",
  412: "Changed meanwhile",
  413: "Too large",
  415: "Unsupported media type",
  422: "Fields are wrong",
  426: "Upgrade required",
  429: "Too many requests",
  500: "Internal error",
  503: "Not available right now",
} as const;

/** Seconds: nobody gives a place back by leaving, but the next run has all of them again. */
export const fullRetrySeconds = 60;

export type ProblemStatus = keyof typeof titles;

export class Problem extends Error {
  readonly status: ProblemStatus;
  readonly errors: readonly FieldError[] | undefined;
  readonly headers: Record<string, string>;
  /** The service's time in ISO 8601, where a clock that differs from it may be why. */
  readonly now: string | undefined;

  constructor(
    status: ProblemStatus,
    detail: string,
    {
      errors,
      headers = {},
      now,
    }: { errors?: readonly FieldError[]; headers?: Record<string, string>; now?: string } = {},
  ) {
    super(detail);
    this.status = status;
    this.errors = errors;
    this.headers = headers;
    this.now = now;
  }

  toResponse(): Response {
    const body = {
      type: "about:blank",
      title: titles[this.status],
      status: this.status,
      detail: this.message,
      ...(this.errors === undefined ? {} : { errors: this.errors }),
      ...(this.now === undefined ? {} : { now: this.now }),
    };
    return new Response(JSON.stringify(body), {
      status: this.status,
      headers: { "content-type": "application/problem+json", "cache-control": "no-store", ...this.headers },
    });
  }
}

export function wrongFields(errors: readonly FieldError[]): Problem {
  return new Problem(422, describe(errors), { errors });
}

/** Which status a room's refusal has. */
export function problemOf(refusal: RoomRefusal): Problem {
  switch (refusal.reason) {
    case "gone":
      return new Problem(404, "There is no such poll.");
    case "no-run":
      return new Problem(404, "The poll has no such run.");
    case "full":
      return new Problem(503, "The poll has as many attendees as it can take.", {
        headers: { "retry-after": String(fullRetrySeconds) },
      });
    case "erased":
      return new Problem(
        410,
        "The ballots of this run are not here: they were erased, or did not come along when its results were brought in. The results are kept.",
      );
    case "state":
      return new Problem(409, refusal.message);
    case "changed":
      return new Problem(412, "The poll has been changed since it was read. Read it again.");
    case "late":
      return new Problem(409, refusal.message, { now: refusal.now });
    case "answered":
      return new Problem(409, describe(refusal.errors), { errors: refusal.errors });
    case "fields":
      return wrongFields(refusal.errors);
  }
}

function describe(errors: readonly FieldError[]): string {
  return errors.map(({ path, message }) => (path === "" ? `The body ${message}.` : `${path}: ${message}.`)).join(" ");
}
