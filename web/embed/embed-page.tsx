import { useEffect, useReducer } from "preact/hooks";
import { closeCodes, subprotocol } from "../../worker/shared/protocol.ts";
import { Spoken } from "../charts/spoken.tsx";
import { connect } from "../connection/live-connection.ts";
import type { ChartsCatalogue } from "../messages/charts.en.ts";
import type { EmbedCatalogue } from "../messages/embed.en.ts";
import type { Translate } from "../messages/translate.ts";
import { RoundPictures, roundsOf } from "../pictures/round-pictures.tsx";
import { RoundTables } from "../pictures/round-tables.tsx";
import { lengthOf } from "../pictures/text-length.ts";
import { summaryOf } from "../questions/summaries.ts";
import { EmbedNotice } from "./embed-notice.tsx";
import { beginning, type EmbedView, nextView } from "./embed-view.ts";
import { leastHeight } from "./least-height.ts";

export type EmbedTexts = Translate<EmbedCatalogue & ChartsCatalogue>;
type EmbedPageProps = { poll: string; question: string | null; t: EmbedTexts; language: string };

/** One question's result, live, for slides: it only watches, without a key. */
export function EmbedPage({ poll, question, t, language }: EmbedPageProps) {
  const [view, tell] = useReducer(nextView, beginning);
  useEffect(() => {
    const wanted = question === null ? "" : `?question=${encodeURIComponent(question)}`;
    const live = connect({
      url: `${location.origin.replace(/^http/, "ws")}/api/polls/${encodeURIComponent(poll)}/watch${wanted}`,
      protocols: [subprotocol],
      onFrame: (frame) => tell({ type: "frame", frame }),
      onLine: (line) => tell({ type: "line", line }),
      onRefused: (code) => tell({ type: "refused", why: code === closeCodes.pollGone ? "gone" : "forbidden" }),
    });
    return () => live.close();
  }, [poll, question]);
  return <Embed view={view} t={t} language={language} />;
}

export function Embed({ view, t, language }: { view: EmbedView; t: EmbedTexts; language: string }) {
  const { line, refused, stage } = view;
  if (refused !== null) return <EmbedNotice problem={refused} t={t} />;
  return (
    <main class="embed" lang={stage?.language}>
      <p class="embed-line" role="status" lang={language} hidden={line !== "lost"}>
        {line === "lost" ? t("embed.lineDown") : ""}
      </p>
      {stage?.question == null ? (
        <p class="embed-waiting" lang={language}>
          {t(waitingText(view))}
        </p>
      ) : (
        <Result view={view} t={t} language={language} />
      )}
    </main>
  );
}

function waitingText({ stage }: EmbedView): keyof EmbedCatalogue {
  if (stage === null) return "embed.connecting";
  return stage.status === "closed" ? "embed.closed" : "embed.waiting";
}

type ResultProps = { view: EmbedView; t: EmbedTexts; language: string };

function Result({ view: { stage, tally, takenBack }, t, language }: ResultProps) {
  const question = stage?.question ?? null;
  const said =
    question === null || tally === null
      ? ""
      : `${t("chart.answers", { n: tally.answered })}. ${summaryOf(question.type)({ question, tally: tally.tally, t, language })}`;
  if (question === null) return null;
  const rounds = tally === null ? [] : roundsOf(tally);
  return (
    <>
      <h1 class={`embed-question embed-question-${lengthOf(question.text)}`} dir="auto">
        {question.text}
      </h1>
      <div class="embed-picture" style={{ "--least-height": `${leastHeight(question)}em` }} lang={language}>
        {tally !== null && <RoundPictures question={question} rounds={rounds} t={t} language={language} />}
      </div>
      <p class="embed-counts" lang={language}>
        {stage?.rehearsal && <strong>{t("embed.rehearsal")} </strong>}
        {tally === null ? "" : t("chart.answers", { n: tally.answered })}
      </p>
      <section class="visually-hidden" aria-label={t("embed.table")} lang={language}>
        <RoundTables question={question} rounds={rounds} t={t} language={language} />
      </section>
      <div lang={language}>
        <Spoken text={said} occasion={takenBack} />
      </div>
    </>
  );
}
