import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimal } from "../../shared/index.ts";
import { bom, input, item, made, sale } from "../sample-plan.test-data.ts";
import { columnsOf } from "./columns-of.ts";
import { followRecords, openLivingPlan } from "./living-plan.ts";

const MOST = "999999999999";

/** Frames of so many tubes each. */
const factory = (ordered: string, perFrame = "1", change = {}) =>
  input({
    items: [made("FRAME"), item("TUBE", change)],
    bomLines: [bom("FRAME", "TUBE", perFrame)],
    demands: [sale("FRAME", ordered, "2026-04-20")],
  });

describe("quantities that cannot be stored", () => {
  const tooLarge = (name: string) => ({
    ok: false,
    refusals: [{ code: "QUANTITY_TOO_LARGE", values: { item: name } }],
  });
  test("the most that can is planned; one more is refused in the name of its item, the one that asks first", () => {
    expect(openLivingPlan(factory(MOST)).ok).toBe(true);
    expect(openLivingPlan(factory("1000000000000"))).toMatchObject(tooLarge("FRAME"));
    expect(openLivingPlan(factory(MOST, "2"))).toMatchObject(tooLarge("TUBE"));
    expect(openLivingPlan(factory(MOST, "1", { yield: "0.9" }))).toMatchObject(tooLarge("TUBE"));
    expect(openLivingPlan(factory(MOST, "1", { lotRule: "fixed", lotFixed: MOST, safetyStock: "1" })).ok).toBe(true);
  });

  test("a plan that is kept does not follow there: it is opened anew, which says why", () => {
    const opened = openLivingPlan(factory("10", "2"));
    if (!opened.ok) throw new Error("no plan");
    expect(followRecords(opened.value, factory(MOST, "2"), null)).toBeNull();
  });

  test("whatever is planned can be stored", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 2_000_000_000_000n }),
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom("1", "0.5", "0.97"),
        (ordered, perFrame, share) => {
          const planned = openLivingPlan(factory(String(ordered), String(perFrame), { yield: share }));
          const most = decimal(perFrame).times(String(ordered)).div(share).ceil();
          const fits = most.lte(MOST) && decimal(String(ordered)).lte(MOST);
          expect(planned.ok).toBe(fits);
          if (!planned.ok) return;
          const { orders } = columnsOf(planned.value);
          for (const list of [orders.quantity, orders.output])
            for (const quantity of list) expect(quantity).toBeLessThanOrEqual(Number(MOST));
        },
      ),
    );
  });
});
