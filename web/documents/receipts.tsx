/** What the service has of the phone that asks, so that its holder can find it again in published ballots. */
import type { Receipt, ReceiptsPage } from "../../worker/poll/receipts.ts";
import type { Question } from "../../worker/questions/registry.ts";
import type { ReceiptTexts } from "../messages/documents.sv.ts";
import type { Translate } from "../messages/translate.ts";
import { answerInWords } from "./answer-in-words.ts";

type ReceiptsProps = { page: ReceiptsPage; t: Translate<ReceiptTexts>; language: string };

export function Receipts({ page, t, language }: ReceiptsProps) {
  return (
    <section class="receipts" aria-labelledby="receipts">
      <h2 id="receipts">
        {t("heading")} <span lang={page.language}>{page.title}</span>
      </h2>
      {page.receipts.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <>
          <p>{t("about")}</p>
          <p>
            {t("mark")} <code>{page.attendee}</code>
          </p>
          {page.receipts.map((receipt) => (
            <OneReceipt key={receipt.number} receipt={receipt} page={page} t={t} language={language} />
          ))}
          <p>{t("find")}</p>
          <p>{t("secret")}</p>
        </>
      )}
    </section>
  );
}

function OneReceipt({ receipt, page, t, language }: ReceiptsProps & { receipt: Receipt }) {
  const [id, round] = receipt.question.split("~");
  const question = page.questions.find((one) => one.id === id);
  return (
    <article>
      <h3>
        <span lang={page.language}>{question?.text ?? receipt.question}</span>
        {round !== undefined && ` (${t("round", { round: Number(round) })})`}
      </h3>
      <p class="receipt-answer">
        <OwnAnswer question={question} answer={receipt.answer} page={page} t={t} language={language} />
      </p>
      <dl>
        <dt>{t("question")}</dt>
        <dd>
          <code>{receipt.question}</code>
        </dd>
        <dt>{t("castAt")}</dt>
        <dd>
          <code>{receipt.castAt}</code>
        </dd>
        <dt>{t("place")}</dt>
        <dd>{t("placeIs", { shard: page.shard, number: receipt.number })}</dd>
        <dt>{t("digest")}</dt>
        <dd>
          <code>{receipt.digest}</code>
        </dd>
      </dl>
    </article>
  );
}

type OwnAnswerProps = ReceiptsProps & { question: Question | undefined; answer: string };

function OwnAnswer({ question, answer, page, t, language }: OwnAnswerProps) {
  if (question === undefined) return <code>{answer}</code>;
  const words = answerInWords(question, answer, language);
  return words === null ? <span>{t("skipped")}</span> : <span lang={page.language}>{words}</span>;
}
