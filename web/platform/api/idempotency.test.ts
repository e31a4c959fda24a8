import { describe, expect, test } from "vitest";
import { ActionKeys } from "./idempotency.ts";

const counting = () => {
  let count = 0;
  return new ActionKeys(() => `key-${++count}`);
};

describe("the key of an action", () => {
  test("stays while the same thing is sent again without an answer", () => {
    const keys = counting();
    expect([keys.keyFor({ quantity: "5" }), keys.keyFor({ quantity: "5" })]).toEqual(["key-1", "key-1"]);
  });
  test("is a new one when the person changed something meanwhile", () => {
    const keys = counting();
    expect([keys.keyFor({ quantity: "5" }), keys.keyFor({ quantity: "6" })]).toEqual(["key-1", "key-2"]);
  });
  test("is a new one after the answer, even for the same thing", () => {
    const keys = counting();
    const first = keys.keyFor({ quantity: "5" });
    keys.answered();
    expect([first, keys.keyFor({ quantity: "5" })]).toEqual(["key-1", "key-2"]);
  });
});
