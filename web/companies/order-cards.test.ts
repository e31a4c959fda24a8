import { expect, test } from "vitest";
import { orderCards } from "./order-cards.ts";

const cards = [
  { id: "accounting.cash", roles: ["finance"] },
  { id: "inventory.stockValue" },
  { id: "sales.lateOrders", roles: ["sales", "president"] },
  { id: "quality.claims" },
];
test.each([
  { roles: ["finance"], ids: ["accounting.cash", "sales.lateOrders", "inventory.stockValue", "quality.claims"] },
  { roles: ["president"], ids: ["sales.lateOrders", "inventory.stockValue", "accounting.cash", "quality.claims"] },
])("the home of $roles shows its own figures first", ({ roles, ids }) =>
  expect(orderCards(cards, roles).map(({ id }) => id)).toEqual(ids),
);

test("a home shows at most six figures", () =>
  expect(
    orderCards(
      Array.from({ length: 9 }, (_, at) => ({ id: `area.${at}` })),
      [],
    ),
  ).toHaveLength(6));
