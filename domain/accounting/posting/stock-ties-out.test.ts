import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EMPTY_VALUATION, issue, receive, revalue, type Valuation } from "../../inventory/index.ts";
import { completionCostYen } from "../../production/index.ts";
import {
  type BusinessEvent,
  decimal,
  priceSettlementShares,
  SELLER_TAX_STATUSES,
  type StockRole,
  type Supply,
  stockReceiptValues,
} from "../../shared/index.ts";
import { type AccountRole, STOCK_ROLES } from "../account.ts";
import { type CostMove, costOfGoodsManufactured } from "../cost-of-goods-manufactured.ts";
import type { JournalLineDraft } from "../journal.ts";
import { postEvent } from "./post-event.ts";

const head = { companyId: "c1", eventOn: "2026-11-23", sourceKind: "delivery", sourceId: "d1" };

/** One company's stock ledger, open order cost and journal, moved only by events. */
class Factory {
  readonly stock = new Map<StockRole, Valuation>();
  readonly journal: JournalLineDraft[] = [];
  heldYen = 0n;
  shippedYen = 0n;

  of(role: StockRole): Valuation {
    return this.stock.get(role) ?? EMPTY_VALUATION;
  }
  post(event: BusinessEvent): void {
    const posted = postEvent({ ...event, postingOn: event.eventOn });
    if (!posted.ok) throw new Error(posted.refusals[0].code);
    this.journal.push(...(posted.value?.lines ?? []));
  }
  /** Takes a share of a stock out, in thousandths; the value it leaves with, or null when there is nothing. */
  take(role: StockRole, thousandths: number): bigint | null {
    const stock = this.of(role);
    if (stock.quantity.isZero()) return null;
    const quantity = thousandths === 1000 ? stock.quantity : stock.quantity.times(thousandths).dividedBy(1000);
    const issued = issue(stock, quantity);
    if (!issued.ok) throw new Error("a share is never short");
    this.stock.set(role, issued.value.stock);
    return issued.value.valueYen;
  }
  put(role: StockRole, quantity: number, valueYen: bigint): void {
    this.stock.set(role, receive(this.of(role), decimal(quantity), valueYen));
  }
  balance(role: AccountRole): bigint {
    return this.journal.reduce((sum, line) => (line.role === role ? sum + line.amountYen : sum), 0n);
  }
}

const step = fc.record({
  what: fc.constantFrom(
    "buy",
    "buy",
    "return",
    "settle",
    "issue",
    "work",
    "complete",
    "ship",
    "accept",
    "reject",
    "scrap",
    "count",
  ),
  amountYen: fc.bigInt({ min: 0n, max: 1_000_000n }),
  quantity: fc.integer({ min: 1, max: 50 }),
  share: fc.integer({ min: 1, max: 1000 }),
  status: fc.constantFrom(...SELLER_TAX_STATUSES),
  isCut: fc.boolean(),
  deductsInputTax: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const supplyOf = (amountYen: bigint, { status }: Step): Supply => ({
  lines: [{ lineId: "1", taxCategory: "taxable_10", amountYen }],
  suppliedOn: "2026-11-23",
  sellerTaxStatus: status,
  taxRounding: "down",
});
const bought = { lineId: "1", purpose: { kind: "material" } } as const;
const goods = { lineId: "1", stockRole: "finishedGoods" } as const;

const DO: Record<string, (factory: Factory, step: Step) => void> = {
  buy(factory, step) {
    const { deductsInputTax } = step;
    const supply = supplyOf(step.amountYen, step);
    factory.put("rawMaterials", step.quantity, stockReceiptValues(supply, [bought], deductsInputTax).get("1")!);
    factory.post({
      ...head,
      deductsInputTax,
      kind: "goods_accepted_bought",
      acceptance: "normal",
      supply,
      lines: [bought],
    });
  },
  return(factory, step) {
    const stockValueYen = factory.take("rawMaterials", step.share);
    if (stockValueYen === null) return;
    const supply = supplyOf(step.amountYen, step);
    factory.post({ ...head, kind: "goods_returned_bought", supply, lines: [{ ...bought, stockValueYen }] });
  },
  settle(factory, step) {
    const stock = factory.of("rawMaterials");
    const supply = supplyOf(step.isCut ? -step.amountYen : step.amountYen, step);
    const remainingQuantity = stock.quantity.isZero() ? 0n : BigInt(step.share);
    const lines = [{ ...bought, suppliedQuantity: 1000n, remainingQuantity, stockValueYen: stock.valueYen }];
    const revalued = revalue(stock, priceSettlementShares(supply, lines).get("1")!.stockYen);
    expect(revalued.restYen).toBe(0n);
    factory.stock.set("rawMaterials", revalued.stock);
    factory.post({
      ...head,
      kind: "price_settled_bought",
      settles: "provisional_price",
      subcontractAct: "applies",
      supply,
      lines,
    });
  },
  issue(factory, step) {
    const costYen = factory.take("rawMaterials", step.share);
    if (costYen === null) return;
    factory.heldYen += costYen;
    factory.post({ ...head, kind: "material_issued", lines: [{ lineId: "1", stockRole: "rawMaterials", costYen }] });
  },
  work(factory, step) {
    factory.heldYen += step.amountYen + 7n;
    factory.post({ ...head, kind: "work_applied", labourYen: step.amountYen, machineYen: 7n });
  },
  complete(factory, step) {
    const costYen = completionCostYen(factory.heldYen, decimal(step.quantity), decimal(step.isCut ? 0 : 3));
    factory.heldYen -= costYen;
    factory.put("finishedGoods", step.quantity, costYen);
    factory.post({ ...head, kind: "work_order_completed", outputs: [{ ...goods, costYen }], scrapValues: [] });
  },
  ship(factory, step) {
    const costYen = factory.take("finishedGoods", step.share);
    if (costYen === null) return;
    factory.shippedYen += costYen;
    factory.post({ ...head, kind: "goods_shipped", lines: [{ ...goods, costYen }] });
  },
  accept(factory, step) {
    const costYen = factory.shippedYen;
    factory.shippedYen = 0n;
    const supply = supplyOf(step.amountYen, step);
    const lines = [{ lineId: "1", supplyKind: "product", costYen, costFrom: "goodsShipped" } as const];
    factory.post({ ...head, kind: "goods_accepted_sold", acceptance: "normal", supply, lines });
  },
  reject(factory, step) {
    const costYen = factory.shippedYen;
    if (costYen === 0n) return;
    factory.shippedYen = 0n;
    factory.put("finishedGoods", step.quantity, costYen);
    factory.post({ ...head, kind: "goods_rejected", lines: [{ ...goods, costYen }] });
  },
  scrap(factory) {
    const lossYen = factory.heldYen / 10n;
    factory.heldYen -= lossYen;
    factory.post({ ...head, kind: "scrap_beyond_normal", lossYen });
  },
  count(factory, step) {
    const lostYen = factory.take("rawMaterials", step.share);
    if (lostYen === null) return;
    const lines = [{ lineId: "1", stockRole: "rawMaterials", differenceYen: -lostYen } as const];
    factory.post({ ...head, kind: "count_difference", lines });
  },
};

describe("a factory's random year", () => {
  test("stock value equals its accounts after every event, and the statement of cost explains work in process", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const factory = new Factory();
        for (const one of steps) {
          DO[one.what]!(factory, one);
          for (const role of STOCK_ROLES) expect(factory.balance(role)).toBe(factory.of(role).valueYen);
          expect(factory.balance("workInProcess")).toBe(factory.heldYen);
          expect(factory.balance("goodsShipped")).toBe(factory.shippedYen);
        }
        expect(factory.journal.reduce((sum, line) => sum + line.amountYen, 0n)).toBe(0n);
        const moves = factory.journal.filter((line): line is JournalLineDraft & CostMove => line.flow !== undefined);
        const statement = costOfGoodsManufactured(new Map(), moves);
        expect(statement.closingWorkInProcessYen).toBe(factory.heldYen);
        expect(statement.material.closingYen).toBe(factory.of("rawMaterials").valueYen);
        expect(statement.transferredYen).toBe(factory.balance("scrapLoss"));
        expect(statement.material.otherDecreaseYen).toBe(factory.balance("inventoryLoss"));
      }),
    );
  });
});
