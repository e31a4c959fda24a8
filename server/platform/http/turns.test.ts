import { expect, test } from "vitest";
import { inTurn } from "./turns.ts";

test("works of one name begin in their order, each when the one before has ended, also when it failed", async () => {
  const told: string[] = [];
  const gates = new Map<string, () => void>();
  const work =
    (name: string, fails = false) =>
    async () => {
      told.push(`${name} begins`);
      await new Promise<void>((open) => gates.set(name, open));
      told.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    };
  const turns = [inTurn("a", work("first")), inTurn("a", work("second", true)), inTurn("a", work("third"))];
  const beside = inTurn("b", work("other"));
  const settled = Promise.allSettled([...turns, beside]);
  for (const name of ["first", "second", "third", "other"]) {
    while (!gates.has(name)) await new Promise((next) => setImmediate(next));
    gates.get(name)!();
  }
  expect((await settled).map((one) => (one.status === "fulfilled" ? one.value : String(one.reason)))).toEqual([
    "first",
    "Error: second",
    "third",
    "other",
  ]);
  expect(told.filter((one) => !one.startsWith("other"))).toEqual([
    "first begins",
    "first ends",
    "second begins",
    "second ends",
    "third begins",
    "third ends",
  ]);
});
