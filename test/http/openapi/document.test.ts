import { expect, test } from "vitest";
import { accountRoutes } from "../../../worker/http/account/account-routes.ts";
import { libraryRoutes } from "../../../worker/http/account/library-routes.ts";
import { openApiDocument } from "../../../worker/http/openapi.ts";
import { questionRules } from "../../../worker/questions/registry.ts";
import closingPoll from "../../support/closing-poll.sv.json" with { type: "json" };
import { conformance } from "./json-schema.ts";

const document = JSON.parse(JSON.stringify(openApiDocument()));

function refsIn(node: unknown): string[] {
  if (typeof node !== "object" || node === null) return [];
  const own = "$ref" in node && typeof node.$ref === "string" ? [node.$ref] : [];
  return [...own, ...Object.values(node).flatMap(refsIn)];
}

test("every reference leads somewhere", () => {
  const refs = new Set(refsIn(document));
  expect(refs.size).toBeGreaterThan(10);
  for (const ref of refs) {
    const target = ref
      .split("/")
      .slice(1)
      .reduce((node, key) => node?.[key], document);
    expect(target, ref).toBeTypeOf("object");
  }
});

const calls = Object.entries<Record<string, unknown>>(document.paths).flatMap(([path, methods]) =>
  Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
);
const isOfAccounts = (call: string) => call.includes(" /api/account");

test("describes every call of the contract", () => {
  expect(calls.filter((call) => !isOfAccounts(call)).sort()).toEqual(
    [
      "POST /api/polls",
      "POST /api/polls/check",
      "GET /api/polls/{id}",
      "PUT /api/polls/{id}",
      "DELETE /api/polls/{id}",
      "POST /api/polls/{id}/stage",
      "POST /api/polls/{id}/moderation",
      "POST /api/polls/{id}/close",
      "POST /api/polls/{id}/rehearsal",
      "DELETE /api/polls/{id}/ballots",
      "DELETE /api/polls/{id}/rehearsal",
      "GET /api/polls/{id}/runs",
      "POST /api/polls/{id}/runs",
      "GET /api/polls/{id}/publication",
      "POST /api/polls/{id}/publication",
      "PUT /api/polls/{id}/publication",
      "DELETE /api/polls/{id}/publication",
      "POST /api/polls/{id}/keys",
      "GET /api/polls/{id}/results.json",
      "GET /api/polls/{id}/results.csv",
      "GET /api/polls/{id}/results.xlsx",
      "GET /api/polls/{id}/ballots.csv",
      "GET /api/polls/{id}/chain.csv",
      "GET /api/polls/{id}/receipts",
      "GET /api/polls/{id}/live",
      "GET /api/polls/{id}/watch",
      "POST /api/join",
      "GET /api/openapi.json",
      "GET /api/poll-schema.json",
      "GET /healthz",
    ].sort(),
  );
});

test("describes every call about accounts that the service answers", () => {
  const answered = [...accountRoutes.routes, ...libraryRoutes.routes]
    .filter(({ method }) => method !== "ALL")
    .map(({ method, path }) => `${method} /api${path.replaceAll(/:(\w+)/g, "{$1}")}`);
  expect(calls.filter(isOfAccounts).sort()).toEqual([...new Set(answered)].sort());
});

test("has each question type's question, answer and tally", () => {
  for (const type of Object.keys(questionRules)) {
    const name = type.charAt(0).toUpperCase() + type.slice(1);
    for (const part of ["Question", "Answer", "Tally"]) {
      expect(document.components.schemas[name + part], name + part).toMatchObject({ type: "object" });
    }
    expect(document.components.schemas.Question.discriminator.mapping[type]).toBe(
      `#/components/schemas/${name}Question`,
    );
  }
});

test("a client that validates by it accepts the closing poll and refuses wrong ones", () => {
  const { Definition } = document.components.schemas;
  expect(conformance(closingPoll, Definition, document)).toEqual([]);
  expect(conformance({ ...closingPoll, extra: 1 }, Definition, document)).not.toEqual([]);
  expect(conformance({ ...closingPoll, questions: [] }, Definition, document)).not.toEqual([]);
  const [first] = closingPoll.questions;
  expect(conformance({ ...closingPoll, questions: [{ ...first, maxWords: 99 }] }, Definition, document)).not.toEqual(
    [],
  );
});

test("a text for people may be given in several languages, and nothing else", () => {
  const { Definition } = document.components.schemas;
  const inTwo = { sv: "Hur?", en: "How?" };
  const scale = { type: "scale", text: inTwo, statements: [{ text: inTwo }], minLabel: inTwo, max: 7 };
  const grid = { type: "grid", text: "Var?", items: [{ text: inTwo }], xLabels: [inTwo, "mycket"] };
  const poll = { title: inTwo, language: "sv", questions: [scale, grid] };
  expect(conformance(poll, Definition, document)).toEqual([]);
  expect(conformance({ ...poll, language: inTwo }, Definition, document)).not.toEqual([]);
  for (const wrong of [{ max: inTwo }, { notes: inTwo }, { text: { sv: 1 } }]) {
    expect(conformance({ ...poll, questions: [{ ...scale, ...wrong }] }, Definition, document)).not.toEqual([]);
  }
});

test("fields with a default may be left out, and lengths are not counted in code points", () => {
  const { ChoiceQuestion, TextAnswer, ScaleAnswer } = document.components.schemas;
  expect(ChoiceQuestion.required).toEqual(["type", "text", "options"]);
  expect(ChoiceQuestion.properties.maxChoices).toMatchObject({ type: "integer", minimum: 1, default: 1 });
  expect(ChoiceQuestion.properties.options).toMatchObject({ type: "array", minItems: 2, maxItems: 20 });
  expect(TextAnswer.properties.text).toMatchObject({ type: "string", minLength: 1 });
  expect(TextAnswer.properties.text.maxLength).toBeUndefined();
  expect(ScaleAnswer.properties.ratings).toMatchObject({ additionalProperties: { type: ["integer", "null"] } });
});

test("says what the live connection speaks", () => {
  const live = document.paths["/api/polls/{id}/live"].get["x-websocket"];
  expect(live.subprotocol).toBe("handupp.v1");
  expect(live.fromAttendee.length + live.fromPresenter.length + live.fromServer.length).toBe(10);
});
