import { expect, test } from "vitest";
import { trailOf, withoutEchoes } from "./trail.ts";

const areas = [
  {
    routes: [
      { path: "sales/orders/$orderId", title: "order" },
      { path: "sales/orders/new", title: "new order" },
      { path: "sales/orders", title: "orders" },
    ],
  },
];

test.each([
  { path: "sales/orders", trail: ["orders"] },
  { path: "sales/orders/42", trail: ["orders", "order"] },
  { path: "sales/orders/new", trail: ["orders", "new order"] },
  { path: "", trail: [] },
  { path: "nowhere/at/all", trail: [] },
])("the way to '$path' is shown as $trail", ({ path, trail }) =>
  expect(trailOf(path, areas).map(({ title }) => title)).toEqual(trail),
);

test("each step of the way leads back to its page", () =>
  expect(trailOf("sales/orders/42", areas).map(({ to }) => to)).toEqual(["sales/orders", "sales/orders/42"]));

test.each([
  { steps: ["ホーム", "取引先", "取引先"], named: false, shown: ["ホーム", "取引先"] },
  { steps: ["ホーム", "取引先", "取引先"], named: true, shown: ["ホーム", "取引先", "取引先"] },
  { steps: ["ホーム", "取引先", "取引先", "残高"], named: true, shown: ["ホーム", "取引先", "残高"] },
])("$steps is shown as $shown", ({ steps, named, shown }) =>
  expect(
    withoutEchoes(
      steps.map((label) => ({ label })),
      named,
    ).map(({ label }) => label),
  ).toEqual(shown),
);
