import {
  comingWeeks,
  dayOfReceipt,
  HORIZON,
  type LoadPiece,
  type PlanInput,
  type WhatIfAnswer,
  type WhatIfChange,
  type WhatIfReceipt,
  type Works,
} from "../../domain/planning/index.ts";
import { minutesWhereDone, planDates } from "../../domain/production/index.ts";
import {
  Decimal,
  decimal,
  type Outcome,
  ok,
  type PlainDate,
  type Refusal,
  refuseAll,
} from "../../domain/shared/index.ts";
import { settleAll, type Tx } from "../platform/index.ts";
import { findWorkOrder } from "../production/index.ts";
import { loadCalendars, loadCenters, loadOrderWork } from "./load.store.ts";
import { loadItemNames } from "./peg.store.ts";
import { loadPlanRows } from "./plan-input.store.ts";
import { planInputOf } from "./plan-input.ts";
import { findLatestRuns } from "./plan-run.store.ts";
import { loadPlannedWork } from "./planned-work.store.ts";
import { nameRecords } from "./record-names.store.ts";
import { loadRoutedOperations, ownWorkCenters } from "./what-if.store.ts";
import { reckonWhatIf } from "./what-if-workers.ts";

/** Weeks of load that are told. */
const WEEKS = 8;

/**
 * What would be other in the plan if the changes came true. Both plans are reckoned from the records as they stand at this moment, so that
 * nothing but the changes differs between them. Nothing is written.
 */
export async function answerWhatIf(
  tx: Tx,
  changes: readonly WhatIfChange[],
  today: PlainDate,
): Promise<Outcome<WhatIfAnswer>> {
  const startedAt = performance.now();
  const input = await loadRecords(tx, today);
  const unknown = await unknownCenters(tx, changes);
  const { works, centers } = await loadWorks(tx, input, changes, today);
  const compared = await reckonWhatIf({ input, changes, works });
  if (!compared.ok) return { ok: false, refusals: [...compared.refusals, ...unknown] };
  const refused = refuseAll(unknown);
  if (refused) return refused;
  const { orders, exceptions, stocks, load, ...rest } = compared.value;
  const { worseIds, ...demands } = compared.value.demands;
  const itemIds = [orders.rows, exceptions.rows, demands.rows, stocks].flatMap((rows) => rows.map((row) => row.itemId));
  const records = exceptions.rows.flatMap(({ subject }) => (subject && "id" in subject ? [subject] : []));
  const [names, recordName] = await settleAll([
    loadItemNames(tx, itemIds),
    nameRecords(tx, [...records, ...demands.rows, ...worseIds.map((id) => ({ kind: "sales", id, line: null }))]),
  ] as const);
  const named = <Row extends { readonly itemId: string }>(row: Row) => ({
    ...row,
    itemName: names.get(row.itemId)?.itemName ?? "",
  });
  const centerOf = new Map(centers.map(({ id, code, name, nameEn }) => [id, { code, name, nameEn }]));
  const told = demands.rows.map(({ kind, id, line, ...row }) => ({
    ...named(row),
    record: { kind, id, line, ...recordName(id) },
  }));
  return ok({
    ...rest,
    elapsedMs: Math.round(performance.now() - startedAt),
    needs: [...rest.needs],
    orders: { ...orders, rows: orders.rows.map(named) },
    exceptions: {
      ...exceptions,
      rows: exceptions.rows.map((row) => ({
        ...named(row),
        subject: row.subject && "id" in row.subject ? { ...row.subject, ...recordName(row.subject.id) } : row.subject,
      })),
    },
    demands: {
      ...demands,
      worse: worseIds.length,
      customers: new Set(worseIds.map((id) => recordName(id).partnerName ?? id)).size,
      rows: told,
    },
    stocks: stocks.map((stock) => ({ ...named(stock), before: [...stock.before], after: [...stock.after] })),
    load: {
      weeks: [...load!.weeks],
      centers: load!.centers.map((one) => ({
        id: one.id,
        ...centerOf.get(one.id)!,
        before: [...one.before],
        after: [...one.after],
      })),
    },
  });
}

/** What planning knows today, over the days of the current plan. */
export async function loadRecords(tx: Tx, today: PlainDate): Promise<PlanInput> {
  const { current } = await findLatestRuns(tx);
  return planInputOf(await loadPlanRows(tx, today), today, current?.horizonDays ?? HORIZON.usual);
}

export async function unknownCenters(tx: Tx, changes: readonly WhatIfChange[]): Promise<Refusal[]> {
  const ids = changes.flatMap((change) => (change.kind === "capacity" ? [change.workCenterId] : []));
  if (ids.length === 0) return [];
  const known = await ownWorkCenters(tx, ids);
  return changes.flatMap((change, at): Refusal[] =>
    change.kind === "capacity" && !known.has(change.workCenterId)
      ? [{ code: "WORK_CENTER_UNKNOWN", field: `changes.${at}.workCenterId` }]
      : [],
  );
}

async function loadWorks(tx: Tx, input: PlanInput, changes: readonly WhatIfChange[], today: PlainDate) {
  const weeks = comingWeeks(today, WEEKS);
  const until = weeks.at(-1)!.to;
  const moved = changes.flatMap((change) =>
    change.kind === "receipt" && change.record.kind === "work_order" ? [change] : [],
  );
  const ids = moved.map(({ record }) => record.id);
  const [centers, calendars, before, others, routing, firm] = await settleAll([
    loadCenters(tx),
    loadCalendars(tx, today, until),
    loadOrderWork(tx, until),
    ids.length === 0 ? Promise.resolve(null) : loadOrderWork(tx, until, ids),
    loadRoutedOperations(tx),
    // To the calculation they are records; nothing is assumed about them.
    loadPlannedWork(tx, until, ["edited"]),
  ] as const);
  const works: Works = {
    weeks,
    centers: centers.map(({ id, machineCount, minutesPerDay, calendarId }) => ({
      ...{ id, machineCount, minutesPerDay, calendarId },
    })),
    calendars,
    routing,
    orderWork: {
      before: [...before, ...firm],
      after: [...(others === null ? before : [...others, ...(await movedWork(tx, input, moved))]), ...firm],
    },
  };
  return { works, centers };
}

/** What moved work orders ask of work centres: their operations spread over the new days, as changing the order would spread them. */
async function movedWork(tx: Tx, input: PlanInput, moved: readonly WhatIfReceipt[]): Promise<LoadPiece[]> {
  const pieces: LoadPiece[] = [];
  for (const { record, daysLater, quantity } of moved) {
    const receipt = input.receipts.find((one) => one.kind === record.kind && one.id === record.id);
    const file = receipt && (await findWorkOrder(tx, record.id));
    if (!file) continue;
    const { order, operations } = file;
    const dueOn = dayOfReceipt(receipt.dueOn, daysLater, input.planFrom);
    const dates = planDates(
      operations.map((one) => ({ ...one, subcontractLeadTimeDays: 0 })),
      earlierOf(order.startOn, dueOn),
      dueOn,
    );
    const share = quantity === null ? decimal(1) : decimal(quantity).dividedBy(receipt.quantity);
    operations.forEach((one, at) => {
      if (one.atWorkCenterId === null || one.state === "done") return;
      const left = Decimal.max(one.plannedQuantity.minus(one.good).minus(one.scrap), 0).times(share);
      const { setupMinutes, runMinutesPerUnit } = minutesWhereDone(one);
      const isSetUp = one.state !== "waiting" && one.state !== "ready";
      pieces.push({
        workCenterId: one.atWorkCenterId,
        kind: "order",
        from: dates[at]!.plannedStartOn,
        to: dates[at]!.plannedFinishOn,
        minutes: runMinutesPerUnit
          .times(left)
          .plus(isSetUp ? 0 : setupMinutes)
          .toNumber(),
      });
    });
  }
  return pieces;
}

/** An order that comes earlier than it should have begun begins with its last day. */
export const earlierOf = (one: PlainDate, other: PlainDate): PlainDate => [one, other].toSorted()[0]!;
