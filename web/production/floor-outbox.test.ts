import { describe, expect, test } from "vitest";
import { FloorOutbox, type SendEnd, type Store } from "./floor-outbox.ts";

function memory(): Store {
  const kept = new Map<string, string>();
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  };
}
const report = (key: string) => ({ key, body: { quantity: key, token: "old" } });

describe("reports of the floor", () => {
  test("survive a reload and are sent in order with their own keys", async () => {
    const store = memory();
    const before = new FloorOutbox<{ quantity: string; token: string }>(store, "floor");
    before.add(report("1"));
    before.add(report("2"));
    const after = new FloorOutbox<{ quantity: string; token: string }>(store, "floor");
    const sent: string[] = [];
    expect(
      await after.flush(async ({ key }) => {
        sent.push(key);
        return "answered";
      }),
    ).toBe("answered");
    expect(sent).toEqual(["1", "2"]);
    expect(after.list()).toEqual([]);
  });
  test.each(["unreachable", "hold"] as const)("stay when the end is %s, and nothing behind overtakes", async (end) => {
    const outbox = new FloorOutbox<{ quantity: string; token: string }>(memory(), "floor");
    for (const key of ["1", "2", "3"]) outbox.add(report(key));
    const ends: SendEnd[] = ["answered", end];
    const sent: string[] = [];
    expect(
      await outbox.flush(async ({ key }) => {
        sent.push(key);
        return ends.shift()!;
      }),
    ).toBe(end);
    expect(sent).toEqual(["1", "2"]);
    expect(outbox.list().map(({ key }) => key)).toEqual(["2", "3"]);
  });
  test("take a new token without losing their keys, and storage full of nonsense is empty", () => {
    const store = memory();
    const outbox = new FloorOutbox<{ quantity: string; token: string }>(store, "floor");
    outbox.add(report("1"));
    outbox.change((body) => ({ ...body, token: "new" }));
    expect(outbox.list()).toEqual([{ key: "1", body: { quantity: "1", token: "new" } }]);
    store.setItem("floor", "{");
    expect(outbox.list()).toEqual([]);
  });
});
