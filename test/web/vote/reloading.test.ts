import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { jsonStorage } from "../../../web/connection/json-storage.ts";
import { startReloading } from "../../../web/vote/reloading.ts";
import { MemoryStore } from "../connection/memory-store.ts";

const reload = vi.fn();
const answers: (number | null)[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(performance, "now").mockReturnValue(60_000);
  vi.spyOn(Math, "random").mockReturnValue(1);
  vi.stubGlobal("location", { href: "https://handupp.example/123456", reload });
  vi.stubGlobal("fetch", async () => {
    const status = answers.shift() ?? null;
    if (status === null) throw new TypeError("no line");
    return { status };
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  reload.mockReset();
  answers.length = 0;
});

const pageOf = (store: MemoryStore, keep = () => true) =>
  startReloading(
    jsonStorage(() => store),
    keep,
  );

test("a page is loaded anew once the service answers: not without a line, and not where a proxy answers in its place", async () => {
  answers.push(null, 502, 503, 200);
  pageOf(new MemoryStore()).reload();
  for (let tries = 0; tries < 3; tries++) {
    await vi.advanceTimersByTimeAsync(1500);
    expect(reload).not.toHaveBeenCalled();
  }
  await vi.advanceTimersByTimeAsync(1500);
  expect(reload).toHaveBeenCalledOnce();
});

test("a poll that is closed or gone is an answer", async () => {
  answers.push(410);
  pageOf(new MemoryStore()).reload();
  await vi.advanceTimersByTimeAsync(1500);
  expect(reload).toHaveBeenCalledOnce();
});

test("a page that can't keep what was typed stays as it is", async () => {
  answers.push(200);
  pageOf(new MemoryStore(), () => false).reload();
  await vi.advanceTimersByTimeAsync(5000);
  expect(reload).not.toHaveBeenCalled();
});

test("it is soon but for pages that are new, and the less soon the less it has helped", async () => {
  const store = new MemoryStore();
  const page = pageOf(store);
  expect(page.isSoon()).toBe(true);
  answers.push(200);
  page.reload();
  await vi.advanceTimersByTimeAsync(1500);
  vi.mocked(performance.now).mockReturnValue(10_500);
  const next = pageOf(store);
  expect(next.isSoon()).toBe(false);
  next.helped();
  expect(pageOf(store).isSoon()).toBe(true);
});
