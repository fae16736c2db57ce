import type { Definition } from "./definition.ts";

/** The definition as shards need it: without what no attendee may or need have, which may be most of its bytes. */
export function definitionForShards({ settings, questions, ...rest }: Definition): Definition {
  const { accent: _, logo: __, ...counted } = settings;
  return { ...rest, settings: counted, questions: questions.map(({ notes: ___, ...question }) => question) };
}
