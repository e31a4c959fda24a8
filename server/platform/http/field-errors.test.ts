import { expect, test } from "vitest";
import { z } from "zod";
import { codeShape, idShape, plainDateShape, positiveQuantityShape, yenShape } from "../../../domain/shared/index.ts";
import { fieldRefusals } from "./field-errors.ts";

const order = z.strictObject({
  customerId: idShape,
  number: codeShape,
  orderedOn: plainDateShape,
  state: z.enum(["draft", "confirmed"]),
  lines: z
    .array(z.object({ quantity: positiveQuantityShape, amountYen: yenShape, note: z.string().max(3).optional() }))
    .min(1)
    .max(2),
  version: z.int().min(1).max(9),
});
const line = { quantity: "1", amountYen: "100" };
const good = {
  customerId: "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b",
  number: "A-1",
  orderedOn: "2026-11-23",
  state: "draft",
  lines: [line],
  version: 1,
};

const cases = [
  { name: "a field left out", wrong: { number: undefined }, expected: { code: "REQUIRED", field: "number" } },
  { name: "an empty field", wrong: { number: "  " }, expected: { code: "REQUIRED", field: "number" } },
  { name: "a choice left out", wrong: { state: undefined }, expected: { code: "REQUIRED", field: "state" } },
  {
    name: "a code too long",
    wrong: { number: "x".repeat(41) },
    expected: { code: "TOO_LONG", field: "number", values: { maximum: 40 } },
  },
  {
    name: "a number for a text",
    wrong: { number: 5 },
    expected: { code: "TYPE_INVALID", field: "number", values: { expected: "string" } },
  },
  { name: "no id", wrong: { customerId: "12" }, expected: { code: "ID_INVALID", field: "customerId" } },
  {
    name: "a day that is none",
    wrong: { orderedOn: "2026-02-30" },
    expected: { code: "DATE_INVALID", field: "orderedOn" },
  },
  {
    name: "a state nobody knows",
    wrong: { state: "sent" },
    expected: { code: "CHOICE_INVALID", field: "state", values: { choices: "draft, confirmed" } },
  },
  {
    name: "an order without lines",
    wrong: { lines: [] },
    expected: { code: "TOO_FEW", field: "lines", values: { minimum: 1 } },
  },
  {
    name: "too many lines",
    wrong: { lines: [line, line, line] },
    expected: { code: "TOO_MANY", field: "lines", values: { maximum: 2 } },
  },
  {
    name: "nothing of something",
    wrong: { lines: [line, { ...line, quantity: "0.000" }] },
    expected: { code: "QUANTITY_NOT_POSITIVE", field: "lines.1.quantity" },
  },
  {
    name: "half a yen",
    wrong: { lines: [{ ...line, amountYen: "0.5" }] },
    expected: { code: "YEN_INVALID", field: "lines.0.amountYen" },
  },
  {
    name: "a number too small",
    wrong: { version: 0 },
    expected: { code: "TOO_SMALL", field: "version", values: { minimum: 1 } },
  },
  {
    name: "a number too big",
    wrong: { version: 10 },
    expected: { code: "TOO_BIG", field: "version", values: { maximum: 9 } },
  },
  {
    name: "a field nobody knows",
    wrong: { discount: 1 },
    expected: { code: "FIELD_UNKNOWN", values: { fields: "discount" } },
  },
];
test.each(cases)("$name is told as $expected.code at its place", ({ wrong, expected }) => {
  const { error } = order.safeParse({ ...good, ...wrong }, { reportInput: true });
  expect(fieldRefusals(error!.issues, "body")).toEqual([expected]);
});

test("a mistake in the address says where", () => {
  const { error } = z.object({ limit: z.coerce.number().max(200) }).safeParse({ limit: "500" }, { reportInput: true });
  expect(fieldRefusals(error!.issues, "query")).toMatchObject([{ code: "TOO_BIG", field: "query.limit" }]);
});
