/** The load, in a process of its own: holds the phones and does what the bench orders over IPC. */
import { setTimeout as delay } from "node:timers/promises";
import { comeBack } from "./mass-return.ts";
import { type LoadResult, type Order, type Reply, type ReturnResult, spreadOf } from "./messages.ts";
import { Phone, type PhoneEvents } from "./phone.ts";
import { PresenterWatch } from "./presenter-watch.ts";

const opensAtOnce = 64;
const tickMs = 2;

let phones: Phone[] = [];
/** Opens the phone of a place anew, for the same attendee. */
let reopen: (place: number) => Promise<Phone> = () => Promise.reject(new Error("nothing is connected"));
let onAck: (phone: Phone, sentAt: number) => void = () => undefined;
let onStage: (phone: Phone) => void = () => undefined;
const trouble = { tooFast: 0, refused: 0, closed: 0 };

const events: PhoneEvents = {
  acked: (phone, sentAt) => onAck(phone, sentAt),
  refused: (_phone, code) => {
    if (code === "too-fast") trouble.tooFast++;
    else trouble.refused++;
  },
  stage: (phone) => onStage(phone),
  closed: () => {
    trouble.closed++;
  },
};

process.on("message", (order: Order) => {
  carryOut(order)
    .catch((error: unknown): Reply => ({ did: "fail", why: String(error) }))
    .then((reply) => process.send?.(reply))
    .catch(() => process.exit(1));
});
// Its parent is gone, and with it whoever would read the result.
process.on("disconnect", () => process.exit(0));

async function carryOut(order: Order): Promise<Reply> {
  switch (order.do) {
    case "connect":
      return connectAll(order);
    case "keep":
      for (const phone of phones.splice(order.phones)) phone.destroy();
      return { did: "keep" };
    case "closed-loop":
      return { did: "load", result: await closedLoop(order.warmUpMs, order.measureMs) };
    case "open-loop":
      return { did: "load", result: await openLoop(order) };
    case "return":
      return { did: "return", result: await massReturn(order) };
    case "await-stage":
      return awaitStage(order.withinMs);
  }
}

async function connectAll({ targets, question, options }: Extract<Order, { do: "connect" }>): Promise<Reply> {
  const started = performance.now();
  const opened: Phone[] = new Array(targets.length);
  let next = 0;
  async function openSome(): Promise<void> {
    for (let index = next++; index < targets.length; index = next++) {
      const target = targets[index];
      if (target !== undefined) opened[index] = await Phone.open(target, question, options, events);
    }
  }
  await Promise.all(Array.from({ length: opensAtOnce }, openSome));
  const before = phones.length;
  reopen = (place) => {
    const target = targets[place - before];
    return target === undefined
      ? Promise.reject(new Error("no such phone"))
      : Phone.open(target, question, options, events);
  };
  phones = [...phones, ...opened];
  return { did: "connect", phones: phones.length, ms: performance.now() - started };
}

async function closedLoop(warmUpMs: number, measureMs: number): Promise<LoadResult> {
  const record = recorder();
  let running = true;
  onAck = (phone, sentAt) => {
    const now = performance.now();
    record.ack(now, sentAt);
    if (running) phone.send(now);
  };
  for (const phone of phones) phone.send(performance.now());
  await delay(warmUpMs);
  record.start();
  await delay(measureMs);
  const result = record.stop();
  running = false;
  await settled();
  return result;
}

async function openLoop(order: Extract<Order, { do: "open-loop" }>): Promise<LoadResult> {
  const record = recorder();
  const watch = order.watch === undefined ? null : await PresenterWatch.open(order.watch);
  onAck = (_phone, sentAt) => record.ack(performance.now(), sentAt);
  const started = performance.now();
  let sent = 0;
  // Each answer's time counts from when it was due, so that a stalled generator or server hides no delay.
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - started) * order.rate) / 1000);
    for (; sent < due; sent++) phones[sent % phones.length]?.send(started + (sent * 1000) / order.rate);
  }, tickMs);
  await delay(order.warmUpMs);
  record.start();
  if (watch !== null) watch.recording = true;
  await delay(order.measureMs);
  const result = record.stop();
  clearInterval(timer);
  watch?.close();
  await settled();
  return watch === null ? result : { ...result, frame: spreadOf(watch.times) };
}

async function massReturn(order: Extract<Order, { do: "return" }>): Promise<ReturnResult> {
  const { staying, votesPerSecond, withinMs } = order;
  const votes: number[] = [];
  let sent = 0;
  onAck = (_phone, sentAt) => votes.push(performance.now() - sentAt);
  const cutAt = performance.now();
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - cutAt) * votesPerSecond) / 1000);
    for (; sent < due; sent++) phones[sent % staying]?.send(cutAt + (sent * 1000) / votesPerSecond);
  }, tickMs);
  const staged = new Map<Phone, (() => void) | null>();
  onStage = (phone) => {
    staged.get(phone)?.();
    staged.set(phone, null);
  };
  for (const phone of phones.slice(staying)) phone.destroy();
  const back: number[] = [];
  const tries = await Promise.all(
    phones.slice(staying).map(async (_, place) => {
      const count = await comeBack(async () => {
        const phone = await reopen(staying + place);
        phones[staying + place] = phone;
        if (staged.get(phone) !== null) await new Promise<void>((resolve) => staged.set(phone, resolve));
      });
      back.push(performance.now() - cutAt);
      return count;
    }),
  );
  const seconds = (performance.now() - cutAt) / 1000;
  clearInterval(timer);
  const ackedByThen = votes.length;
  const deadline = performance.now() + 10_000;
  while (votes.length < sent && performance.now() < deadline) await delay(50);
  onStage = () => undefined;
  onAck = () => undefined;
  return {
    back: spreadOf(back),
    withinTime: back.filter((ms) => ms <= withinMs).length,
    tries: tries.reduce((sum, count) => sum + count, 0),
    votes: { sent, acked: votes.length, perSecond: ackedByThen / seconds, ack: spreadOf(votes) },
  };
}

function recorder() {
  let from = Number.POSITIVE_INFINITY;
  let times: number[] = [];
  let cpu = process.cpuUsage();
  return {
    ack(now: number, sentAt: number) {
      if (now >= from) times.push(now - sentAt);
    },
    start() {
      Object.assign(trouble, { tooFast: 0, refused: 0, closed: 0 });
      times = [];
      cpu = process.cpuUsage();
      from = performance.now();
    },
    stop(): LoadResult {
      const seconds = (performance.now() - from) / 1000;
      from = Number.POSITIVE_INFINITY;
      const { user, system } = process.cpuUsage(cpu);
      const generatorCpu = (user + system) / times.length;
      return { ackedPerSecond: times.length / seconds, ack: spreadOf(times), frame: null, ...trouble, generatorCpu };
    },
  };
}

/** Resolves once no ack has come for a while: what was under way must not count for the next measurement. */
async function settled(): Promise<void> {
  const deadline = performance.now() + 5000;
  let last = performance.now();
  onAck = () => {
    last = performance.now();
  };
  while (performance.now() - last < 300 && performance.now() < deadline) await delay(50);
  onAck = () => undefined;
}

async function awaitStage(withinMs: number): Promise<Reply> {
  const started = performance.now();
  const times: number[] = [];
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, withinMs);
    onStage = () => {
      if (times.push(performance.now() - started) < phones.length) return;
      clearTimeout(timer);
      resolve();
    };
  });
  onStage = () => undefined;
  return { did: "await-stage", stage: spreadOf(times) };
}
