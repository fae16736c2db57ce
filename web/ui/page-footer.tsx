/** The end of a page that people read. The server renders it, and no script touches it. */
import type { FooterCatalogue } from "../messages/footer.sv.ts";

export type FooterProps = {
  messages: FooterCatalogue;
  language: string;
  languages: readonly { tag: string; name: string }[];
  /** For organisers and readers of results, whose own answers it is not about. */
  desk?: boolean;
  /** The code of the poll that a page about privacy was asked for from. */
  poll?: string | undefined;
  /**
   * On the vote page; `person`: whose page it is, where whoever is handed the phone may answer as a new attendee; `shows`:
   * a mark of the answer that the form has, where it can be changed.
   */
  vote?: { code: string; person?: string | undefined; shows?: string | undefined };
};

export function PageFooter({ messages, language, languages, vote, desk, poll }: FooterProps) {
  return (
    <footer class="foot">
      {vote && (
        <noscript>
          <a class="button quiet" href="?">
            {messages.refresh}
          </a>
          {/* A script is told of newer answers by its line. */}
          {vote.shows && <input type="hidden" form="answer" name="shows" value={vote.shows} />}
        </noscript>
      )}
      {/* Part of the answer's form, which a script goes on with and this not. */}
      {vote?.person && <input type="hidden" form="answer" name="person" value={vote.person} />}
      {vote?.person && (
        <form id="someone-else" method="post" action={`/${vote.code}/someone-else`} data-unsent={messages.unsent}>
          <button class="button quiet" type="submit">
            {messages.someoneElse}
          </button>
        </form>
      )}
      <a href={vote ? `/privacy?poll=${vote.code}` : "/privacy"}>{desk ? messages.data : messages.privacy}</a>
      <a href="/accessibility">{messages.accessibility}</a>
      {languages
        .filter(({ tag }) => tag !== language)
        .map(({ tag, name }) => (
          <a key={tag} href={`?${poll ? `poll=${poll}&` : ""}lang=${tag}`} lang={tag} hreflang={tag}>
            {name}
          </a>
        ))}
    </footer>
  );
}
