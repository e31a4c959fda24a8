import { describe, expect, test } from "vitest";
import type { Translate } from "../platform/index.ts";
import ja from "./messages.ja.json";
import { answerText, linkText, namesOf, type PromiseAnswer, remainingText } from "./promise-words.ts";

const t: Translate = (key, values = {}) =>
  ((ja as Record<string, string>)[key] ?? key).replaceAll(/\{\{(\w+)\}\}/g, (_all, name: string) =>
    String(values[name]),
  );
const day = (date: string) => date;
const names = namesOf(
  {
    items: [{ id: "f", code: "FRAME", name: "枠", unit: "個" }],
    workCenters: [{ id: "w", code: "W1", name: "溶接", nameEn: "Welding" }],
  },
  "ja",
);
const link: PromiseAnswer["binding"] = {
  code: "MAKE",
  itemId: "f",
  itemCode: "FRAME",
  quantity: "20",
  from: "2026-04-10",
  readyOn: "2026-04-16",
  leadTimeDays: 0,
  workCenterId: null,
  workCenterCode: null,
  operationNumber: null,
  waitDays: 0,
};

describe("a reason is a sentence", () => {
  test.each([
    [{ ...link, code: "CAPACITY" as const, workCenterId: "w", waitDays: 4 }, "溶接 W1 は 2026-04-14 まで空きません"],
    [{ ...link, code: "BUY" as const, leadTimeDays: 10 }, "FRAME 枠 は調達に 10 営業日かかり"],
    [{ ...link, code: "BUY" as const }, "FRAME 枠 は 2026-04-16 に入ります"],
    [{ ...link, code: "STOCK" as const }, "FRAME 枠 は在庫で足ります"],
    [link, "FRAME 枠 の製造に 2026-04-10 から 2026-04-16 まで"],
  ])("%#", (one, begins) => {
    const text = linkText(t, day, names, one);
    expect(text).toContain(begins);
    expect(text).not.toMatch(/\{\{|undefined|planning\./);
  });
});

describe("the answer is one sentence", () => {
  const answer = { readyOn: "2026-04-16", isInTime: false } as PromiseAnswer;
  test.each([
    ["2026-04-13", false, "2026-04-16 にできます。ご希望より 3 日遅れます。"],
    ["2026-04-15", false, "2026-04-16 にできます。ご希望より 1 日遅れます。"],
    ["2026-04-20", true, "2026-04-16 にできます。ご希望に間に合います。"],
    ["", false, "最短で 2026-04-16 にできます。"],
  ])("wanted on %s", (wantedOn, isInTime, text) => {
    expect(answerText(t, day, { ...answer, isInTime }, wantedOn)).toBe(text);
  });
});

describe("what is left of a held date", () => {
  const at = (minutes: number) => new Date(Date.parse("2026-04-01T00:00:00Z") + minutes * 60_000).toISOString();
  const now = Date.parse("2026-04-01T00:00:00Z");
  test.each([
    [2880, "あと 2 日 0 時間"],
    [1439, "あと 23 時間 59 分"],
    [60, "あと 1 時間 0 分"],
    [59, "あと 59 分"],
    [0.2, "あと 1 分"],
    [0, "期限が切れました"],
    [-5, "期限が切れました"],
  ])("%s minutes", (minutes, text) => {
    expect(remainingText(t, at(minutes), now)).toBe(text);
  });
});
