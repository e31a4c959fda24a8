import { expect, test } from "vitest";
import { statusTable } from "./refusal-status.ts";

const sales = { id: "sales", refusalStatus: { ORDER_SHIPPED: 409, NOT_FOUND: 404 } } as const;

test("a refusal has the status its area gave it, the platform's own, or 422", () => {
  const statusOf = statusTable([sales]);
  expect(statusOf("ORDER_SHIPPED")).toBe(409);
  expect(statusOf("STALE_VERSION")).toBe(409);
  expect(statusOf("CREDIT_LIMIT")).toBe(422);
});

test("two areas cannot give one refusal two statuses", () => {
  expect(() => statusTable([sales, { id: "trade", refusalStatus: { ORDER_SHIPPED: 422 } }])).toThrow(
    "ORDER_SHIPPED is 409 and, in trade, 422",
  );
});
