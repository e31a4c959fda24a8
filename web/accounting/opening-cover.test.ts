import { expect, test } from "vitest";
import { partsTyped, readSignedYen, type Source } from "./opening-cover.ts";

const invoice: Source = { kind: "invoice", sourceId: "i", openYen: "14300", heldYen: "300" };
const credit: Source = { kind: "invoice", sourceId: "c", openYen: "-800", heldYen: "0" };
const rest: Source = { kind: "ledger", sourceId: null, openYen: "1", heldYen: "0" };

test.each([
  ["１４，３００", 14300n],
  ["△800", -800n],
  ["-800", -800n],
  ["", null],
  ["1.5", null],
])("%s is read as %s", (text, yen) => {
  expect(readSignedYen(text)).toBe(yen);
});

test("parts sum up with credit notes counted down; empty ones are left out", () => {
  const { parts, sumYen } = partsTyped([invoice, credit, rest], { i: "14,000", c: "△800", ledger: "" });
  expect(sumYen).toBe(13200n);
  expect(parts).toEqual([
    { kind: "invoice", sourceId: "i", amountYen: "14000" },
    { kind: "invoice", sourceId: "c", amountYen: "-800" },
  ]);
});

test("more than is free, the other sign and no number are wrong, and nothing is sent", () => {
  const { parts, wrong } = partsTyped([invoice, credit, rest], { i: "14001", c: "800", ledger: "x" });
  expect(parts).toBeNull();
  expect([...wrong]).toEqual(["i", "c", "ledger"]);
});
