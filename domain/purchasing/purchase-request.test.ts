import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Decimal, decimal } from "../shared/index.ts";
import { combineRequests, type RequestLine, readRequest } from "./purchase-request.ts";

const line = (more: Partial<RequestLine> = {}): RequestLine => ({
  item: "BOLT",
  description: "",
  quantity: decimal(10),
  unit: "個",
  wantedOn: "2026-12-01",
  partnerId: null,
  ...more,
});

describe("several requests become one order per supplier", () => {
  test("the same item for the same day is ordered once", () => {
    const combined = combineRequests(
      [
        { number: "PR-1", lines: [line(), line({ item: "NUT", partnerId: "other" })] },
        { number: "PR-2", lines: [line({ quantity: decimal("2.5") }), line({ wantedOn: "2026-11-30" })] },
      ],
      () => "usual",
    );
    expect(
      combined.ok &&
        combined.value.map((order) => [
          order.partnerId,
          order.lines.map((l) => [l.item, l.wantedOn, l.quantity.toFixed()]),
        ]),
    ).toEqual([
      [
        "usual",
        [
          ["BOLT", "2026-11-30", "10"],
          ["BOLT", "2026-12-01", "12.5"],
        ],
      ],
      ["other", [["NUT", "2026-12-01", "10"]]],
    ]);
  });
  test("an item nobody usually supplies needs a supplier first", () => {
    const combined = combineRequests([{ number: "PR-1", lines: [line()] }], () => null);
    expect(combined.ok ? "" : combined.refusals[0]).toMatchObject({
      code: "SUPPLIER_MISSING",
      values: { item: "BOLT", number: "PR-1" },
    });
  });
  test("nothing asked for is lost or invented", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            item: fc.constantFrom("A", "B"),
            q: fc.integer({ min: 1, max: 99 }),
            p: fc.constantFrom("x", "y", null),
          }),
          {
            minLength: 1,
            maxLength: 20,
          },
        ),
        (rows) => {
          const lines = rows.map((row) => line({ item: row.item, quantity: decimal(row.q), partnerId: row.p }));
          const combined = combineRequests([{ number: "PR-1", lines }], () => "usual");
          const sum = combined.ok
            ? combined.value
                .flatMap((order) => order.lines)
                .reduce((total, one) => total.plus(one.quantity), new Decimal(0))
            : null;
          expect(sum?.toNumber()).toBe(rows.reduce((total, row) => total + row.q, 0));
        },
      ),
    );
  });
});

describe("a request as typed", () => {
  const body = (lines: { item?: string; quantity?: string; wantedOn?: string }[]) => ({
    title: "",
    reason: "",
    lines: lines.map((one) => ({
      item: "",
      description: "",
      quantity: "",
      unit: "",
      wantedOn: "",
      partnerId: null,
      ...one,
    })),
  });
  const cases = [
    { name: "blank rows are no lines", lines: [{}, {}], codes: ["NO_LINES"] },
    { name: "each missing cell is named", lines: [{ item: "BOLT" }], codes: ["REQUIRED", "REQUIRED"] },
    {
      name: "a quantity of words",
      lines: [{ item: "BOLT", quantity: "十", wantedOn: "2026-12-01" }],
      codes: ["QUANTITY_INVALID"],
    },
    {
      name: "a day that is none",
      lines: [{ item: "BOLT", quantity: "1", wantedOn: "2026-02-30" }],
      codes: ["DATE_INVALID"],
    },
    { name: "a whole line", lines: [{ item: "BOLT", quantity: "1,000", wantedOn: "2026-12-01" }], codes: [] },
  ];
  test.each(cases)("$name", ({ lines, codes }) => {
    const read = readRequest(body(lines));
    expect(read.ok ? [] : read.refusals.map((refusal) => refusal.code)).toEqual(codes);
  });
});
