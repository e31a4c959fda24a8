import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Outcome } from "../../shared/index.ts";
import type { PlanColumns } from "../plan-columns.ts";
import type { PlanInput } from "../plan-records.ts";
import { CODES, randomFactory } from "../random-records.test-data.ts";
import { bom, input, item, made, purchase, sale, TODAY } from "../sample-plan.test-data.ts";
import { columnsOf } from "./columns-of.ts";
import { type FirmOrder, firmRecords } from "./firm-orders.ts";
import { followRecords, openLivingPlan } from "./living-plan.ts";
import { matchOrders, type NumberedOrder, type OrderShape } from "./match-orders.ts";
import type { LivingPlan } from "./plan-memory.ts";

function done<T>(outcome: Outcome<T, string>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
}

/** A plan in words: what does not depend on how proposals are numbered. */
function told(columns: PlanColumns, firm: readonly FirmOrder[] = []) {
  const { orders, items, receipts, demands, pegs, exceptions, orderKeys } = columns;
  const group = (at: number) => (at < 0 ? "" : orderKeys[at]!);
  const nameOf = new Map<number, string>(firm.map((one) => [one.seq, `firm ${one.seq}`]));
  const count = new Map<string, number>();
  // Two orders that are alike in all are told apart by their place.
  const rows = Array.from({ length: orders.count }, (_, at) => ({
    seq: orders.seq[at]!,
    words: `${items.id[orders.item[at]!]} ${orders.quantity[at]}/${orders.output[at]} ${orders.startDay[at]}-${orders.dueDay[at]} (${orders.wantedStartDay[at]}) ${group(orders.group[at]!)}`,
  }));
  for (const { seq, words } of rows) {
    const twin = count.get(words) ?? 0;
    count.set(words, twin + 1);
    nameOf.set(seq, words);
  }
  const record = (of: PlanColumns["receipts"], at: number) =>
    `${of.kind[at]} ${of.id[at]} ${of.line[at]} ${of.day[at]} ${of.quantity[at]} ${group(of.group[at]!)}`;
  const told: string[] = [];
  items.id.forEach((id, at) => {
    told.push(`${id} has ${items.onHand[at]} keeps ${items.safetyStock[at]}`);
    for (const [name, of] of [
      ["receipt", receipts],
      ["demand", demands],
    ] as const)
      for (let row = of.first[at]!; row < of.first[at + 1]!; row++) told.push(`${id} ${name} ${record(of, row)}`);
    for (let row = pegs.first[at]!; row < pegs.end[at]!; row++) {
      const supply = pegs.supply[row]!;
      const demand = pegs.demand[row]!;
      const from =
        supply >= 0 ? nameOf.get(supply) : supply === -1 ? "stock" : record(receipts, receipts.first[at]! - 2 - supply);
      const to =
        demand >= 0 ? nameOf.get(demand) : demand === -1 ? "safety" : record(demands, demands.first[at]! - 2 - demand);
      told.push(`${id} peg ${from} -> ${to}: ${pegs.quantity[row]} on ${pegs.day[row]}`);
    }
  });
  for (const { subject, ...exception } of exceptions)
    told.push(
      `exception ${JSON.stringify(exception)} ${subject && "seq" in subject ? nameOf.get(subject.seq) : JSON.stringify(subject)}`,
    );
  return [...rows.map((row) => `order ${row.words}`), ...told].sort();
}

/** A factory with all kinds of items: phantoms, items that run out, by-products. */
const factoryOfAllKinds: fc.Arbitrary<PlanInput> = fc
  .record({
    factory: randomFactory,
    phantom: fc.constantFrom(null, "B", "C", "D"),
    runsOut: fc.constantFrom(null, "C", "E", "F"),
    byProductAt: fc.nat({ max: 20 }),
  })
  .map(({ factory, phantom, runsOut, byProductAt }) => ({
    ...factory,
    // Calendars reach back as far as the longest lead time: the same in all factories, so that one can follow another.
    items: factory.items.map((one) => ({
      ...one,
      ...(one.code === phantom && { isPhantom: true }),
      ...(one.code === "H" && { leadTimeDays: 12 }),
    })),
    bomLines: [
      ...factory.bomLines.map((line, at) => (at === byProductAt ? { ...line, quantity: "-1" } : line)),
      ...(runsOut === null ? [] : [bom(runsOut, "H", "1", { isSuccessor: true, validFrom: "2026-04-20" })]),
    ],
  }));

/** Two factories that have the same items, one after the other. */
const firmOf = fc.array(
  fc.record({
    itemId: fc.constantFrom(...CODES),
    quantity: fc.integer({ min: 1, max: 30 }),
    start: fc.nat({ max: 30 }),
    days: fc.nat({ max: 10 }),
  }),
  { maxLength: 3 },
);

function withFirm(
  records: PlanInput,
  drawn: readonly { itemId: string; quantity: number; start: number; days: number }[],
) {
  const date = (day: number) => new Date(Date.parse(TODAY) + day * 86_400_000).toISOString().slice(0, 10);
  const firm = drawn.map(
    ({ itemId, quantity, start, days }, at): FirmOrder => ({
      seq: 1_000_000 + at,
      itemId,
      quantity: String(quantity),
      expectedQuantity: String(quantity),
      startOn: date(start),
      dueOn: date(start + days),
      orderKey: null,
    }),
  );
  const more = firmRecords(firm, records.items, records.bomLines);
  return {
    firm,
    records: {
      ...records,
      receipts: [...records.receipts, ...more.receipts],
      demands: [...records.demands, ...more.demands],
    },
  };
}

const sameItems = (first: PlanInput, next: PlanInput): PlanInput => ({
  ...next,
  items: next.items.map((one, at) => ({
    ...one,
    unit: first.items[at]!.unit,
    leadTimeDays: Math.min(one.leadTimeDays, 12),
  })),
});

/** Numbers are never given twice, and a proposal that is what it was keeps its number. */
function checkNumbers(before: PlanColumns, after: PlanColumns) {
  const shape = ({ orders, items, orderKeys }: PlanColumns) =>
    new Map(
      Array.from({ length: orders.count }, (_, at) => [
        orders.seq[at]!,
        `${items.id[orders.item[at]!]} ${orders.quantity[at]} ${orders.dueDay[at]} ${orderKeys[orders.group[at]!] ?? ""}`,
      ]),
    );
  const old = shape(before);
  const now = shape(after);
  expect(now.size).toBe(after.orders.count);
  const wordsNow = new Map<string, number>();
  for (const words of now.values()) wordsNow.set(words, (wordsNow.get(words) ?? 0) + 1);
  const wordsOld = new Map<string, number>();
  for (const words of old.values()) wordsOld.set(words, (wordsOld.get(words) ?? 0) + 1);
  const kept = new Map<string, number>();
  for (const [seq, words] of now) if (old.get(seq) === words) kept.set(words, (kept.get(words) ?? 0) + 1);
  for (const [words, number] of wordsOld) expect(kept.get(words) ?? 0).toBe(Math.min(number, wordsNow.get(words) ?? 0));
}

describe("a living plan", () => {
  test("follows all records and is what planning them anew gives, in words and numbers of proposals", () => {
    let times = 0;
    fc.assert(
      fc.property(
        factoryOfAllKinds,
        fc.array(fc.tuple(factoryOfAllKinds, firmOf), { minLength: 1, maxLength: 3 }),
        (start, later) => {
          const plan = done(openLivingPlan(start));
          let before = columnsOf(plan);
          for (const [drawn, firmDrawn] of later) {
            const { records, firm } = withFirm(sameItems(start, drawn), firmDrawn);
            const followed = followRecords(plan, records, null);
            // A chain that came earlier than others: the groups have other numbers.
            if (!followed) return;
            times++;
            const now = columnsOf(plan);
            expect(told(now, firm)).toEqual(told(columnsOf(done(openLivingPlan(records))), firm));
            checkNumbers(before, now);
            before = now;
          }
        },
      ),
      { numRuns: 150 },
    );
    expect(times).toBeGreaterThan(100);
  });

  test("follows the records of some items alone, and says which items are another in store", () => {
    let times = 0;
    fc.assert(
      fc.property(
        factoryOfAllKinds,
        randomFactory,
        fc.uniqueArray(fc.constantFrom(...CODES), { minLength: 1, maxLength: 3 }),
        (start, other, chosen) => {
          const plan = done(openLivingPlan(start));
          const stored = new Map(storedOf(plan));
          const only = new Set(chosen);
          const of = <T extends { readonly itemId: string }>(rows: readonly T[], isChosen: boolean) =>
            rows.filter((row) => only.has(row.itemId) === isChosen);
          const records: PlanInput = {
            ...start,
            items: start.items.map((one, at) => (only.has(one.id) ? { ...one, onHand: other.items[at]!.onHand } : one)),
            demands: [...of(start.demands, false), ...of(other.demands, true)],
            receipts: [...of(start.receipts, false), ...of(other.receipts, true)],
            reservations: [...of(start.reservations, false), ...of(other.reservations, true)],
          };
          const followed = followRecords(plan, records, only);
          if (!followed) return;
          times++;
          const { items, gone } = followed;
          const now = columnsOf(plan);
          expect(told(now)).toEqual(told(columnsOf(done(openLivingPlan(records)))));
          // Only the items that are named are others: the store of the rest still holds.
          for (const [item, words] of storedOf(plan)) if (!items.includes(item)) expect(words).toBe(stored.get(item));
          const numbers = new Set(now.orders.seq);
          for (const seq of gone) expect(numbers.has(seq)).toBe(false);
        },
      ),
      { numRuns: 150 },
    );
    expect(times).toBeGreaterThan(50);
  });

  test("an edited proposal becomes firm: it keeps its number, is left as it is, and asks its components of others", () => {
    const records = input({
      items: [made("BIKE", { leadTimeDays: 2 }), item("WHEEL", { leadTimeDays: 5 })],
      bomLines: [bom("BIKE", "WHEEL", "2")],
      demands: [sale("BIKE", "10", "2026-05-15")],
    });
    const plan = done(openLivingPlan(records));
    const [seq] = [...columnsOf(plan, [0]).orders.seq];
    const firm: FirmOrder = {
      seq: seq!,
      itemId: "BIKE",
      quantity: "12",
      expectedQuantity: "12",
      startOn: "2026-05-11",
      dueOn: "2026-05-13",
      orderKey: null,
    };
    const more = firmRecords([firm], records.items, records.bomLines);
    expect(
      followRecords(plan, { ...records, ...more, demands: [...records.demands, ...more.demands] }, null),
    ).not.toBeNull();
    const after = columnsOf(plan);
    // The bicycle is proposed no more: the firm order serves it. Wheels are asked for 12.
    expect(after.orders.count).toBe(1);
    expect(after.items.id[after.orders.item[0]!]).toBe("WHEEL");
    expect(after.orders.quantity[0]).toBe(24);
    const bike = after.items.id.indexOf("BIKE");
    expect(after.pegs.supply[after.pegs.first[bike]!]).toBe(seq);
    expect(after.receipts.first.at(-1)).toBe(0);
    // A person gives it back to planning: the same number again.
    const returned = [{ seq: seq!, itemId: "BIKE", quantity: "12", dueOn: "2026-05-13", orderKey: null }];
    const back = followRecords(plan, records, null, returned);
    expect(back?.gone).toEqual([]);
    expect([...columnsOf(plan, [bike]).orders.seq]).toEqual([seq]);
  });

  test("another calendar, or another item, needs the plan opened anew", () => {
    const records = input({ items: [item("A")], demands: [sale("A", "1", "2026-05-01")] });
    const plan = done(openLivingPlan(records));
    const more = followRecords(plan, { ...records, items: [...records.items, item("B")] }, null);
    expect(more).toBeNull();
    const other = followRecords(plan, { ...records, receipts: [purchase("A", "1", "2026-04-10")] }, null);
    expect(other?.items).toEqual([0]);
  });

  test("opened anew, proposals have the numbers they had; new ones a number nobody had", () => {
    const records = input({ items: [item("A", { leadTimeDays: 3 })], demands: [sale("A", "5", "2026-05-15")] });
    const stored = [{ seq: 41, itemId: "A", quantity: "5", dueOn: "2026-05-15", orderKey: null }];
    const second = sale("A", "7", "2026-06-01", { id: "SO-2" });
    const plan = done(openLivingPlan({ ...records, demands: [...records.demands, second] }, stored, 50));
    expect([...columnsOf(plan).orders.seq]).toEqual([41, 50]);
  });
});

/** What the store holds of each item. */
function storedOf(plan: LivingPlan): [number, string][] {
  return [...plan.index.items.keys()].map((at) => {
    const { orderKeys: _, ...columns } = columnsOf(plan, [at]);
    return [at, JSON.stringify(columns, (_key, value) => (ArrayBuffer.isView(value) ? String(value) : value))];
  });
}

describe("numbers of proposals", () => {
  const shape: fc.Arbitrary<OrderShape> = fc.record({
    quantity: fc.integer({ min: 1, max: 4 }),
    dueDay: fc.nat({ max: 5 }),
    group: fc.integer({ min: -1, max: 1 }),
  });
  test("the same stay, each number is given once and within its group, and as many are kept as can be", () => {
    fc.assert(
      fc.property(fc.array(shape, { maxLength: 12 }), fc.array(shape, { maxLength: 12 }), (old, fresh) => {
        const before = old.map((order, seq): NumberedOrder => ({ ...order, seq }));
        const { seqs, gone } = matchOrders(before, fresh);
        const given = [...seqs].filter((seq) => seq >= 0);
        expect(new Set(given).size).toBe(given.length);
        expect([...given, ...gone].sort((a, b) => a - b)).toEqual(before.map((order) => order.seq));
        seqs.forEach((seq, at) => {
          if (seq >= 0) expect(before[seq]!.group).toBe(fresh[at]!.group);
        });
        for (const group of [-1, 0, 1]) {
          const count = (orders: readonly OrderShape[]) => orders.filter((order) => order.group === group).length;
          const kept = [...seqs].filter((seq, at) => seq >= 0 && fresh[at]!.group === group).length;
          expect(kept).toBe(Math.min(count(old), count(fresh)));
        }
      }),
    );
  });
});
