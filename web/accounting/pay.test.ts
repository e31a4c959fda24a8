import { expect, test } from "vitest";
import { canPropose, chosenYen, proposedAtFirst } from "./pay.ts";

const bill = (invoiceId: string, openYen: string, state = "acknowledged", isInDraft = false) => ({
  invoiceId,
  openYen,
  state,
  isInDraft,
});

test("what is disputed or stands in a payment already is not proposed", () => {
  const invoices = [bill("a", "100"), bill("b", "100", "disputed"), bill("c", "100", "issued", true)];
  expect(invoices.map(canPropose)).toEqual([true, false, false]);
  expect([...proposedAtFirst([{ partnerId: "p", invoices }])]).toEqual(["a"]);
});

test("credit notes are taken off, and a supplier whose credit notes exceed its invoices waits", () => {
  const invoices = [bill("a", "100"), bill("credit", "-30")];
  const chosen = proposedAtFirst([
    { partnerId: "p", invoices },
    { partnerId: "q", invoices: [bill("d", "-5")] },
  ]);
  expect([...chosen]).toEqual(["a", "credit"]);
  expect(chosenYen(invoices, chosen)).toBe(70n);
});
