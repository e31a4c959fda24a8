import { describe, expect, test } from "vitest";
import { shortMaterials } from "./short-materials.ts";

type Order = Parameters<typeof shortMaterials>[0];

/** An order of two own operations and an outside one; 10 pieces are needed, 2 are free. */
function order(
  states: readonly string[],
  materials: readonly { at: number | null; issued?: string; free?: string }[],
  state = "started",
): Order {
  return {
    state,
    operations: states.map((one, index) => ({
      operationNumber: (index + 1) * 10,
      state: one,
      outside: index === 2 ? {} : null,
    })),
    materials: materials.map(({ at, issued = "0", free = "2" }, index) => ({
      lineNumber: index + 1,
      operationNumber: at,
      required: "10",
      issued,
      free,
    })),
  } as unknown as Order;
}
const linesOf = (one: Order) => shortMaterials(one).map(({ lineNumber }) => lineNumber);

describe("material that is short", () => {
  test.each([
    ["needed by an operation that is ready", order(["ready"], [{ at: 10 }]), [1]],
    ["of no operation, and some is to be done", order(["done", "ready"], [{ at: null }]), [1]],
    ["there in full", order(["ready"], [{ at: 10, free: "10" }]), []],
    ["issued but for what is free", order(["ready"], [{ at: 10, issued: "8" }]), []],
    ["negative stock covers nothing", order(["ready"], [{ at: 10, issued: "9.5", free: "-1" }]), [1]],
    ["issued in full while stock is negative", order(["ready"], [{ at: 10, issued: "10", free: "-1" }]), []],
    ["not taken by an operation that is done", order(["done", "ready"], [{ at: 10 }, { at: 20 }]), [2]],
    ["of no operation, and all are done", order(["done", "done"], [{ at: null }]), []],
    ["sent to a partner", order(["done", "ready", "waiting"], [{ at: 30 }]), []],
    ["of an order that is completed", order(["ready"], [{ at: 10 }], "completed"), []],
  ])("%s", (_, one, lines) => {
    expect(linesOf(one)).toEqual(lines);
  });
});
