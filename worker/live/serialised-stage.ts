import type { Definition } from "../poll/definition.ts";
import { frameAsSeenBy, type PollStageFrame } from "../poll/snapshots.ts";
import { frameIn, languageFor } from "../poll/translations.ts";

/**
 * The attendees' stage as bytes for each of them: serialised once a language, for everybody who sees the same. `own`: in the
 * poll's own language.
 */
export function serialisedStage(
  own: PollStageFrame,
  definition: Definition,
): (attendee: string, languages: readonly string[]) => string {
  const shared = new Map<string, { frame: PollStageFrame; json: string }>();

  function sharedIn(language: string): { frame: PollStageFrame; json: string } {
    const known = shared.get(language);
    if (known !== undefined) return known;
    const frame = frameIn(own, definition, language);
    const made = { frame, json: JSON.stringify(frame) };
    shared.set(language, made);
    return made;
  }

  return (attendee, languages) => {
    const { frame, json } = sharedIn(languageFor(definition, languages));
    const seen = frameAsSeenBy(frame, attendee);
    return seen === frame ? json : JSON.stringify(seen);
  };
}
