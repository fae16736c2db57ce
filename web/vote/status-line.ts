/** The one line under the button that says how things stand, and no more than is known. */
import type { Question } from "../../worker/questions/registry.ts";
import type { VoteTranslate } from "../messages/vote.sv.ts";
import { questionOnStage, type VoteModel } from "./vote-model.ts";

export type Status = { tone: "plain" | "good" | "bad"; text: string };

export function statusLine(model: VoteModel, t: VoteTranslate): Status {
  const { problem, refusal, pending, isSaved, line } = model;
  if (problem !== null) return { tone: "bad", text: t(problem.problem, problem.params) };
  if (refusal !== null) return { tone: "bad", text: refusalText(refusal, t) };
  if (pending !== null) {
    const text = line !== "lost" ? "status.sending" : isSaved ? "status.held" : "status.unsaved";
    return { tone: "plain", text: t(text) };
  }
  const lost = line === "lost" && model.ended === null ? [t("status.lost")] : [];
  const { tone, texts } = answerTexts(model, questionOnStage(model), t);
  return { tone, text: [...texts, ...lost].join(" ") };
}

function answerTexts({ stage, stored, draft, isChange }: VoteModel, question: Question | null, t: VoteTranslate) {
  if (question === null) return { tone: "plain" as const, texts: [] };
  const locked = stage.voting === "locked" ? [t("status.locked")] : [];
  if (stored === null) return { tone: "plain" as const, texts: locked };
  if (draft !== null && locked.length === 0) return { tone: "plain" as const, texts: [t("status.unsentChange")] };
  const received = stored.answer === null ? "status.skipped" : isChange ? "status.changed" : "status.received";
  const outlook = t(question.changeable ? "status.changeable" : "status.final");
  return { tone: "good" as const, texts: [t(received), ...(locked.length > 0 ? locked : [outlook])] };
}

/** Its texts have come with the refusal. */
function refusalText({ code, isEarlier }: NonNullable<VoteModel["refusal"]>, t: VoteTranslate): string {
  if (isEarlier) return t("refused.earlier");
  // These can only mean that the page and the service disagree on what an answer is.
  return t(code === "unknown" || code === "forbidden" || code === "too-late" ? "refused.invalid" : `refused.${code}`);
}
