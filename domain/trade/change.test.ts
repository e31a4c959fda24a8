import { describe, expect, test } from "vitest";
import { decimal } from "../shared/index.ts";
import { type ChangeableLine, checkChange, type WantedChange } from "./change.ts";

const line: ChangeableLine = {
  lineNumber: 1,
  state: "confirmed",
  quantity: decimal(100),
  unitPrice: decimal("1200.5"),
  isProvisional: false,
  wantedOn: "2026-12-20",
  promisedOn: "2026-12-18",
  shipped: decimal(30),
};
const order = { orderedOn: "2026-11-24", amountRounding: "down" as const, isSubcontractLaw: false };

describe("what a change may ask for", () => {
  const refused: {
    name: string;
    line?: Partial<ChangeableLine>;
    want: WantedChange[];
    law?: boolean;
    code: string;
    field: string;
  }[] = [
    {
      name: "nothing below what is shipped",
      want: [{ lineNumber: 1, quantity: decimal("29.9") }],
      code: "CHANGE_BELOW_DELIVERED",
      field: "lines.0.quantity",
    },
    {
      name: "no cancel of a line that is partly shipped",
      want: [{ lineNumber: 1, isCancel: true }],
      code: "CHANGE_BELOW_DELIVERED",
      field: "lines.0.isCancel",
    },
    {
      name: "no cut of an ordered price under the act",
      want: [{ lineNumber: 1, unitPrice: decimal(1200) }],
      law: true,
      code: "PRICE_CUT_UNLAWFUL",
      field: "lines.0.unitPrice",
    },
    {
      name: "not what stands already",
      want: [{ lineNumber: 1, quantity: decimal("100.0") }],
      code: "CHANGE_CHANGES_NOTHING",
      field: "lines.0.quantity",
    },
    {
      name: "no line twice",
      want: [
        { lineNumber: 1, quantity: decimal(90) },
        { lineNumber: 1, quantity: decimal(80) },
      ],
      code: "CHANGE_LINE_TWICE",
      field: "lines.1.lineNumber",
    },
    {
      name: "no line that is over",
      line: { state: "cancelled" },
      want: [{ lineNumber: 1, quantity: decimal(90) }],
      code: "CHANGE_OF_CLOSED_LINE",
      field: "lines.0.lineNumber",
    },
    {
      name: "no line that is not there",
      want: [{ lineNumber: 2, quantity: decimal(90) }],
      code: "LINE_UNKNOWN",
      field: "lines.0.lineNumber",
    },
    {
      name: "no date before the order",
      want: [{ lineNumber: 1, wantedOn: "2026-11-01" }],
      code: "DATE_BEFORE_ORDER",
      field: "lines.0.wantedOn",
    },
    {
      name: "no quantity of nothing",
      want: [{ lineNumber: 1, quantity: decimal(0) }],
      code: "QUANTITY_NOT_POSITIVE",
      field: "lines.0.quantity",
    },
    { name: "not nothing at all", want: [], code: "NO_LINES", field: "lines" },
  ];
  test.each(refused)("$name", ({ line: more, want, law, code, field }) => {
    const outcome = checkChange([{ ...line, ...more }], want, { ...order, isSubcontractLaw: law ?? false });
    expect(outcome.ok ? "" : outcome.refusals[0]).toMatchObject({ code, field });
  });

  test("a new quantity carries its new amount, rounded as the agreement says; what stays is left open", () => {
    const outcome = checkChange([line], [{ lineNumber: 1, quantity: decimal(33), wantedOn: "2026-12-20" }], order);
    expect(outcome.ok && outcome.value[0]).toMatchObject({
      newAmountYen: 39616n,
      newWantedOn: null,
      newUnitPrice: null,
    });
  });
  test("a provisional price named again is settled at the same figure; a price named again changes nothing", () => {
    const same = [{ lineNumber: 1, unitPrice: decimal("1200.5") }];
    const settled = checkChange([{ ...line, isProvisional: true }], same, order);
    expect(settled.ok && settled.value[0]!.newUnitPrice?.toFixed()).toBe("1200.5");
    expect(checkChange([line], same, order).ok).toBe(false);
  });
  test("under the act a provisional price may move, and any price may rise", () => {
    const law = { ...order, isSubcontractLaw: true };
    const cut = [{ lineNumber: 1, unitPrice: decimal(1000) }];
    expect(checkChange([{ ...line, isProvisional: true }], cut, law).ok).toBe(true);
    expect(checkChange([line], [{ lineNumber: 1, unitPrice: decimal(1300) }], law).ok).toBe(true);
  });
});
