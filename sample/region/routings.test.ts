import { expect, test } from "vitest";
import { decimal } from "../../domain/shared/index.ts";
import { hoursPerOrder, locationsOf, stepTimes } from "./routings.ts";
import { SOURCE, STRUCTURE } from "./source.fixture.ts";

const byNumber = (number: string) => [...SOURCE.products.values()].find((product) => product.number === number)!;

test("the frames that have a routing follow the rule by which the others get theirs", () => {
  const routed = [...SOURCE.routings.keys()].filter((id) => SOURCE.products.get(id)!.subcategory.endsWith("Frames"));
  expect(routed).toHaveLength(6);
  const withoutRoutings = { ...SOURCE, routings: new Map() };
  for (const id of routed) {
    const product = SOURCE.products.get(id)!;
    expect(locationsOf(withoutRoutings, product)).toEqual(locationsOf(SOURCE, product));
  }
});

test("so does every other item that has one, but for forks and the front derailleur, which all have their own", () => {
  const withoutRoutings = { ...SOURCE, routings: new Map() };
  for (const id of SOURCE.routings.keys()) {
    const product = SOURCE.products.get(id)!;
    if (product.subcategory === "Forks" || product.name === "Front Derailleur") continue;
    expect(locationsOf(withoutRoutings, product), product.name).toEqual(locationsOf(SOURCE, product));
  }
});

const derived = [
  { number: "FR-R92R-62", locations: [10, 20, 30, 40, 50, 60], why: "a red frame is painted" },
  { number: "FR-M63S-40", locations: [10, 20, 30, 45, 50, 60], why: "a silver one specially" },
  { number: "BK-R68R-48", locations: [60], why: "a bicycle is assembled" },
  { number: "SA-M237", locations: [50, 60], why: "a seat assembly goes as the other seat assemblies" },
  { number: "BL-2036", locations: [10], why: "a blade is cut from metal" },
  { number: "HU-6280", locations: [50], why: "a hub is put together" },
];
test.each(derived)("$why: $number", ({ number, locations }) => {
  const product = byNumber(number);
  expect(SOURCE.routings.has(product.id)).toBe(false);
  expect(locationsOf(SOURCE, product)).toEqual(locations);
});

test("at the usual lot, set-up and run are the data's hours again", () => {
  for (const { lot, steps } of STRUCTURE.made.values()) {
    for (const { location, setupMinutes, runMinutesPerUnit } of steps) {
      const minutes = runMinutesPerUnit.times(lot.usualLotCount).plus(setupMinutes);
      expect(minutes.minus(hoursPerOrder(SOURCE, location).times(60)).abs().lt("0.02")).toBe(true);
    }
  }
});

test("a tenth of the hours is set-up", () => {
  expect(stepTimes(decimal(4), 60)).toEqual({ setupMinutes: decimal(24), runMinutesPerUnit: decimal("3.6") });
});
