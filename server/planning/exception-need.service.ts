import {
  type NeedStep,
  needsBehind,
  type OutsideNeed,
  type Peg,
  type ReceiptKind,
} from "../../domain/planning/index.ts";
import type { Tx } from "../platform/index.ts";
import type { ExceptionRow } from "./exception.store.ts";
import { loadUncovered } from "./exception-need.store.ts";
import { type ItemRecord, loadPegsUp, loadWorkOrderEnds } from "./peg.store.ts";

/** A page of exceptions climbs this many pegs a level and this many levels; a common screw serves thousands of orders, the first of which are enough. */
const MOST_PEGS = 3000;
const MOST_OF_ONE = 100;
const MOST_LEVELS = 15;
const OF_RECEIPTS = new Set(["purchase", "work_order", "step"]);
const OF_DEMANDS = new Set(["overdue_demand", "beyond_horizon", "requested"]);

const plannedName = (seq: number) => `planned ${seq}`;
const receiptName = (id: string, line: number | null) => `receipt ${id}/${line ?? 0}`;

/** The needs of customers behind exceptions, over all levels of the plan, by the exception's place; the first is the most pressing. */
export async function needsOf(
  tx: Tx,
  exceptions: readonly ExceptionRow[],
): Promise<ReadonlyMap<number, OutsideNeed[]>> {
  const [first] = exceptions;
  if (!first) return new Map();
  const climb = new Climb(tx, first.runId);
  const lacking = exceptions.filter(({ kind }) => kind === "shortfall");
  const uncovered =
    lacking.length === 0
      ? []
      : await loadUncovered(
          tx,
          first.runId,
          lacking.map(({ itemId }) => itemId),
          MOST_PEGS,
        );
  for (const { itemId, demand, neededOn } of uncovered) climb.add(`lack ${itemId}`, demand, neededOn);
  const starts = new Map(exceptions.map((one) => [one.seq, climb.startOf(one)]));
  await climb.toTheTop();
  const found = new Map<string, OutsideNeed[]>();
  return new Map(
    [...starts].map(([seq, from]) => {
      // A page is often full of one item's exceptions.
      const name = from.join("\n");
      const needs = found.get(name) ?? needsBehind(from, climb.steps);
      found.set(name, needs);
      return [seq, needs];
    }),
  );
}

class Climb {
  readonly steps = new Map<string, NeedStep[]>();
  private readonly planned = new Set<number>();
  private readonly receipts = new Map<string, ItemRecord<ReceiptKind>>();
  /** Work orders whose material is needed; what they make is looked up before the next level. */
  private readonly workOrders = new Set<string>();
  private readonly known = new Set<string>();
  private readonly tx: Tx;
  private readonly runId: string;

  constructor(tx: Tx, runId: string) {
    this.tx = tx;
    this.runId = runId;
  }

  startOf({ kind, itemId, plannedSeq, record }: ExceptionRow): string[] {
    if (plannedSeq !== null) return [this.goTo(plannedSeq)];
    if (record && OF_DEMANDS.has(kind)) return record.kind === "work_order" ? [this.goToWorkOrder(record.id)] : [];
    if (record && OF_RECEIPTS.has(record.kind))
      return [this.goToReceipt({ itemId, kind: record.kind as ReceiptKind, id: record.id, line: record.line })];
    return kind === "shortfall" ? [`lack ${itemId}`] : [];
  }

  add(from: string, demand: Peg["demand"], neededOn: string): void {
    const step = this.stepTo(demand, neededOn);
    if (!step) return;
    const steps = this.steps.get(from);
    if (steps) steps.push(step);
    else this.steps.set(from, [step]);
  }

  async toTheTop(): Promise<void> {
    for (let level = 0; level < MOST_LEVELS; level++) {
      if (this.workOrders.size > 0) {
        const made = await loadWorkOrderEnds(this.tx, [...this.workOrders]);
        for (const [id, { itemId }] of made)
          this.receipts.set(receiptName(id, null), { itemId, kind: "work_order", id, line: null });
        this.workOrders.clear();
      }
      const seqs = [...this.planned];
      const receipts = [...this.receipts.values()];
      this.planned.clear();
      this.receipts.clear();
      if (seqs.length === 0 && receipts.length === 0) return;
      for (const { supply, demand, neededOn } of await loadPegsUp(
        this.tx,
        this.runId,
        { seqs, receipts, mostOfOne: MOST_OF_ONE },
        MOST_PEGS,
      )) {
        if (supply.kind === "planned") this.add(plannedName(supply.seq), demand, neededOn);
        else if (supply.kind !== "stock") this.add(receiptName(supply.id, supply.line), demand, neededOn);
      }
    }
  }

  private stepTo(demand: Peg["demand"], neededOn: string): NeedStep | null {
    if (demand.kind === "safety") return null;
    if (demand.kind === "planned") return { to: this.goTo(demand.seq) };
    if (demand.kind === "work_order") return { to: this.goToWorkOrder(demand.id) };
    return { need: { ...demand, neededOn } };
  }

  private goTo(seq: number): string {
    const name = plannedName(seq);
    if (!this.known.has(name)) this.planned.add(seq);
    this.known.add(name);
    return name;
  }

  private goToReceipt(receipt: ItemRecord<ReceiptKind>): string {
    const name = receiptName(receipt.id, receipt.line);
    if (!this.known.has(name)) this.receipts.set(name, receipt);
    this.known.add(name);
    return name;
  }

  private goToWorkOrder(id: string): string {
    const name = receiptName(id, null);
    if (!this.known.has(name)) this.workOrders.add(id);
    this.known.add(name);
    return name;
  }
}
