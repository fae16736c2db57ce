/** The end of a page that people read. The server renders it, and no script touches it. */
import type { FooterCatalogue } from "../messages/footer.sv.ts";

export type FooterProps = {
  messages: FooterCatalogue;
  language: string;
  languages: readonly { tag: string; name: string }[];
  /** What of the page's address stays when the language is changed. */
  keep?: Record<string, string>;
  /** On the vote page; `person`: whose page it is, where whoever is handed the phone may answer as a new attendee. */
  vote?: { code: string; person?: string | undefined };
};

export function PageFooter({ messages, language, languages, keep = {}, vote }: FooterProps) {
  return (
    <footer class="foot">
      {vote && (
        <noscript>
          <a class="button quiet" href="?">
            {messages.refresh}
          </a>
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
      <a href={vote ? `/privacy?poll=${vote.code}` : "/privacy"}>{messages.privacy}</a>
      <a href="/accessibility">{messages.accessibility}</a>
      {languages
        .filter(({ tag }) => tag !== language)
        .map(({ tag, name }) => (
          <a key={tag} href={`?${new URLSearchParams({ ...keep, lang: tag })}`} lang={tag} hreflang={tag}>
            {name}
          </a>
        ))}
    </footer>
  );
}
