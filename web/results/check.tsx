/** Whether the results on this page are those of the ballots that were cast: checked here, on the reader's machine. */
import { useState } from "preact/hooks";
import type { Results } from "../../worker/poll/results.ts";
import type { Finding, Report } from "../../worker/verify/findings.ts";
import { api } from "../connection/api.ts";
import { BusyButton } from "../ui/busy-button.tsx";
import type { Texts } from "./results-texts.ts";

type CheckProps = { t: Texts; id: string; accessKey: string; results: Results };

type State = { phase: "idle" | "failed" } | { phase: "busy"; part: number } | { phase: "done"; report: Report };

/** More than anybody reads. */
const mostShown = 20;

export function Check({ t, id, accessKey, results }: CheckProps) {
  const [state, setState] = useState<State>({ phase: "idle" });
  const busy = state.phase === "busy";

  const check = async () => {
    setState({ phase: "busy", part: 0 });
    try {
      const text = async (file: string) => (await api.download(id, accessKey, file, results.run)).text();
      const [{ checkFiles }, ballots, chain] = await Promise.all([
        import("../verify/check-files.ts"),
        text("ballots.csv"),
        text("chain.csv"),
      ]);
      // What the page shows is what is checked, and not what the service says by now.
      const files = { results: JSON.stringify(results), ballots, chain };
      const report = await checkFiles(files, (part) => setState({ phase: "busy", part }));
      setState({ phase: "done", report });
    } catch {
      setState({ phase: "failed" });
    }
  };

  return (
    <section class="check" aria-labelledby="check-title">
      <h2 id="check-title">{t("check.title")}</h2>
      <p class="hint">{t("check.about")}</p>
      <div class="buttons">
        <BusyButton class="button quiet" busy={busy} onClick={() => void check()}>
          {t("check.start")}
        </BusyButton>
        {busy && <progress value={state.part} max={1} aria-label={t("check.progress")} />}
      </div>
      <div role="status">
        {state.phase === "failed" && <p>{t("check.failed")}</p>}
        {state.phase === "done" && <Outcome t={t} report={state.report} results={results} />}
      </div>
    </section>
  );
}

function Outcome({ t, report, results }: { t: Texts; report: Report; results: Results }) {
  const { ballots, casts, tallies, findings, of } = report;
  const checked = t("check.checked", { ballots, casts, tallies });
  if (findings.length > 0) {
    return (
      <>
        <p>
          <strong>{t("check.differs", { n: findings.length })}</strong> {checked}
        </p>
        <ul>
          {findings.slice(0, mostShown).map((finding, index) => (
            <li key={index}>{inWords(finding, t, results)}</li>
          ))}
        </ul>
        {findings.length > mostShown && <p>{t("check.more", { n: findings.length - mostShown })}</p>}
      </>
    );
  }
  return (
    <>
      <p>
        <strong>{t(results.origin === undefined ? "check.agrees" : "check.agreesImported")}</strong> {checked}
      </p>
      <p class="hint">{t("check.heads")}</p>
      <ul class="check-heads">
        {of?.chain.map(({ shard, casts: entries, head }) => (
          <li key={shard}>
            {t("check.head", { shard, n: entries })} <code>{head}</code>
          </li>
        ))}
        {of === undefined ? null : (
          <li>
            {t("check.asked")} <code>{of.asked}</code>
          </li>
        )}
      </ul>
    </>
  );
}

function inWords(finding: Finding, t: Texts, { questions }: Results): string {
  switch (finding.kind) {
    case "unreadable":
    case "other-run":
    case "altered":
    case "removed":
    case "other-length":
      return t(`check.${finding.kind}`, { ...finding, line: "line" in finding ? (finding.line ?? 1) : 1 });
    case "added":
    case "moved":
    case "invalid":
    case "no-question":
      return t(`check.${finding.kind}`, { line: finding.line });
    case "wrong-entry":
      return t("check.wrong-entry", { chainLine: finding.chainLine });
    case "other-head":
      return t("check.other-head", { shard: finding.shard });
    case "tally": {
      const number = questions.findIndex(({ id }) => id === finding.question) + 1;
      return t("check.tally", { question: number, round: finding.round });
    }
    case "contradiction":
      return t("check.contradiction", { place: finding.place });
    case "no-chain":
      return t("check.no-chain");
  }
}
