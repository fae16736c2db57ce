import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { historyOf, recorded, redone, throughout, undone } from "../../../web/organise/history.ts";

type State = { title: string; on: boolean; list: { key: string; text: string; n?: number | null }[] };
const start: State = { title: "", on: false, list: [{ key: "a", text: "" }] };
const typed = (text: string): State => ({ ...start, title: text });

describe("what can be taken back", () => {
  it("takes what was typed in one field as one step, until a pause", () => {
    let history = historyOf(start);
    for (const [index, text] of ["F", "Fi", "Fik", "Fika"].entries()) history = recorded(history, typed(text), index);
    expect(history.past).toEqual([start]);
    expect(undone(history).present).toBe(start);
    history = recorded(history, typed("Fika igen"), 10_000);
    expect(undone(history).present.title).toBe("Fika");
  });

  it("takes another field, a switch, and what is added as steps of their own", () => {
    const title = recorded(historyOf(start), typed("F"), 0);
    const item = { ...typed("F"), list: [{ key: "a", text: "x" }] };
    const other = recorded(title, item, 1);
    const on = recorded(other, { ...item, on: true }, 2);
    const off = recorded(on, item, 3);
    const added = recorded(off, { ...item, list: [...item.list, { key: "b", text: "" }] }, 4);
    expect(added.past).toHaveLength(5);
  });

  it("takes a number that is emptied and written anew as one step", () => {
    const number = (n: number | null): State => ({ ...start, list: [{ key: "a", text: "", n }] });
    let history = historyOf(number(5));
    for (const n of [null, 1, 12]) history = recorded(history, number(n), 0);
    expect(history.past).toEqual([number(5)]);
  });

  it("is no step where nothing has changed, and what was undone can still be done again", () => {
    const back = undone(recorded(historyOf(start), typed("F"), 0));
    const same = recorded(back, structuredClone(start), 1);
    expect(same.past).toEqual([]);
    expect(redone(same).present.title).toBe("F");
  });

  it("ends at both ends", () => {
    const history = historyOf(start);
    expect(undone(history)).toEqual(history);
    expect(redone(history)).toEqual(history);
  });

  it("goes back through all steps to the beginning and forward to the end, whatever was done", () => {
    const state = fc.record({ title: fc.string(), on: fc.boolean(), list: fc.constant(start.list) });
    fc.assert(
      fc.property(fc.array(fc.tuple(state, fc.nat(5000)), { maxLength: 30 }), (changes) => {
        let history = historyOf<State>(start);
        let now = 0;
        for (const [next, pause] of changes) {
          now += pause;
          history = recorded(history, next, now);
        }
        let back = history;
        for (const _ of history.past) back = undone(back);
        expect(back.present).toEqual(start);
        let forth = back;
        for (const _ of back.future) forth = redone(forth);
        expect(forth.present).toEqual(history.present);
        expect(forth.past).toEqual(history.past);
      }),
    );
  });

  it("may be mended throughout", () => {
    const history = undone(recorded(recorded(historyOf(start), typed("a"), 0), typed("b"), 9000));
    const mended = throughout(history, (state) => ({ ...state, on: true }));
    expect([...mended.past, mended.present, ...mended.future].every(({ on }) => on)).toBe(true);
  });
});
