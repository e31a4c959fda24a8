import {
  isEnoughToTakeOver,
  LEAST_ORDERS,
  type LearnedPreview,
  leadTimesOfItems,
  learnTimes,
  momentOfMinutes,
  type TakeOverInput,
  type WorkedOrder,
  workVisits,
} from "../../domain/planning/index.ts";
import { workingDaysBetween } from "../../domain/resources/index.ts";
import { addDays, type Outcome, ok, type PlainDate, type Refusal, refuse } from "../../domain/shared/index.ts";
import { changeTimes, type TimesChange } from "../items/index.ts";
import { announce, audit, type Tx } from "../platform/index.ts";
import { companyDays } from "./company-days.ts";
import {
  findLearnedLeadTimes,
  findLearnedOperations,
  findLearnedRun,
  type LearnedLeadTimeRow,
  type LearnedOperationRow,
  type LearnedRun,
  lockLearning,
  replaceLearned,
} from "./learned.store.ts";
import { finishedOrders, loadWorkEvents, operationName } from "./work-event.store.ts";

/** Learns standard times, queues and lead times from the own floor's reports and the imported log since a day. */
export async function learnFromWork(tx: Tx, since: PlainDate, today: PlainDate): Promise<Outcome<LearnedRun>> {
  await lockLearning(tx);
  const { reports, imported } = await loadWorkEvents(tx, since, null);
  const learned = learnTimes([...reports, ...imported]);
  const finished = await finishedOrders(tx, since);
  const days = await companyDays(tx, addDays(since, -1), today);
  const dayOf = (minutes: number) => momentOfMinutes(minutes).slice(0, 10);
  const done = learned.orders.filter(({ order }) => order.startsWith("log ") || finished.has(order));
  const daysOf = ({ startAt, endAt }: WorkedOrder) => workingDaysBetween(days, dayOf(startAt), dayOf(endAt));
  await replaceLearned(
    tx,
    { since, reportCount: reports.length, eventCount: imported.length },
    {
      operations: learned.operations.map(({ operation, machine, setupMinutes, minutesPerUnit, ratio, orderCount }) => {
        const [itemId, operationNumber] = JSON.parse(operation) as [string, number];
        return {
          itemId,
          operationNumber,
          workCenterId: machine,
          setupMinutes: setupMinutes.toFixed(3),
          minutesPerUnit: minutesPerUnit.toFixed(6),
          lowMinutesPerUnit: (minutesPerUnit * ratio.low).toFixed(6),
          highMinutesPerUnit: (minutesPerUnit * ratio.high).toFixed(6),
          orderCount,
        };
      }),
      queues: learned.machineQueues.map(({ machine, minutes, orderCount }) => ({
        workCenterId: machine,
        lowMinutes: minutes.low.toFixed(3),
        medianMinutes: minutes.median.toFixed(3),
        highMinutes: minutes.high.toFixed(3),
        orderCount,
      })),
      leadTimes: leadTimesOfItems(done, daysOf),
    },
  );
  const run = (await findLearnedRun(tx))!;
  const details = { since, reports: reports.length, imported: imported.length };
  await audit(tx, [{ command: "planning.learned", subjectKind: "company", subjectId: tx.companyId, details }]);
  await announce(tx, [{ kind: "planning.learned", subjectId: tx.companyId }]);
  return ok(run);
}

/** What an operation's times were learned from: one point for each work order. */
export async function observationsOf(
  tx: Tx,
  asked: { readonly itemId: string; readonly operationNumber: number; readonly workCenterId: string },
): Promise<Outcome<{ observations: { order: string; units: number; minutes: number }[] }, "NOT_FOUND">> {
  const run = await findLearnedRun(tx);
  if (!run) return refuse("NOT_FOUND");
  const { reports, imported } = await loadWorkEvents(tx, run.since, asked.itemId);
  const name = operationName(asked.itemId, asked.operationNumber);
  return ok({
    observations: workVisits([...reports, ...imported])
      .filter(({ operation, machine }) => operation === name && machine === asked.workCenterId)
      .map(({ order, units, orderQuantity, minutes }) => ({
        order: order.split(" ").slice(1, -1).join(" "),
        units: units > 0 ? units : orderQuantity,
        minutes: Math.round(minutes * 1000) / 1000,
      }))
      .filter(({ units, minutes }) => units > 0 && minutes > 0),
  });
}

/** What taking over would change, line by line, with the reason where it cannot be done. */
export async function previewTakeOver(tx: Tx, input: TakeOverInput): Promise<Outcome<LearnedPreview>> {
  const { operations, leadTimes } = await chosen(tx, input);
  return ok({
    validFrom: input.validFrom,
    lines: [
      ...operations.map(({ row, refusal }) => ({
        kind: "operation" as const,
        itemId: row.itemId,
        itemCode: row.itemCode,
        operationNumber: row.operationNumber,
        operationName: row.operationName,
        before: { setupMinutes: row.routingSetupMinutes, minutesPerUnit: row.routingMinutesPerUnit, days: null },
        after: { setupMinutes: row.setupMinutes, minutesPerUnit: row.minutesPerUnit, days: null },
        orderCount: row.orderCount,
        refusal,
      })),
      ...leadTimes.map(({ row, refusal }) => ({
        kind: "lead_time" as const,
        itemId: row.itemId,
        itemCode: row.itemCode,
        operationNumber: null,
        operationName: null,
        before: { setupMinutes: null, minutesPerUnit: null, days: row.leadTimeDays },
        after: { setupMinutes: null, minutesPerUnit: null, days: row.daysOfMost },
        orderCount: row.orderCount,
        refusal,
      })),
    ],
  });
}

/** Writes the chosen times into routings and items: all of them or none. */
export async function takeOver(tx: Tx, input: TakeOverInput): Promise<Outcome<{ readonly itemCount: number }>> {
  const { operations, leadTimes, missing } = await chosen(tx, input);
  if (missing) return refuse("NOT_FOUND");
  const refusals = [...operations, ...leadTimes].flatMap(({ refusal }) => (refusal ? [refusal] : []));
  if (refusals.length > 0) return { ok: false, refusals: [refusals[0]!, ...refusals.slice(1)] };
  const changes = new Map<string, TimesChange>();
  for (const { itemId, itemVersion } of [...input.operations, ...input.leadTimes])
    changes.set(itemId, {
      itemId,
      version: itemVersion,
      validFrom: input.validFrom,
      operations: operations
        .filter(({ row }) => row.itemId === itemId)
        .map(({ row }) => ({
          operationNumber: row.operationNumber,
          workCenterId: row.workCenterId,
          setupMinutes: row.setupMinutes,
          runMinutesPerUnit: row.minutesPerUnit,
        })),
      leadTimeDays: leadTimes.find(({ row }) => row.itemId === itemId)?.row.daysOfMost ?? null,
    });
  // In one order for everybody, so that two people who take over at once do not wait for each other in a circle.
  for (const change of [...changes.values()].sort((a, b) => (a.itemId < b.itemId ? -1 : 1))) {
    const changed = await changeTimes(tx, change);
    if (!changed.ok) return changed;
  }
  await announce(tx, [{ kind: "planning.learned", subjectId: tx.companyId }]);
  return ok({ itemCount: changes.size });
}

interface Chosen<Row> {
  readonly row: Row;
  readonly refusal: Refusal | null;
}

async function chosen(
  tx: Tx,
  input: TakeOverInput,
): Promise<{
  operations: Chosen<LearnedOperationRow>[];
  leadTimes: Chosen<LearnedLeadTimeRow>[];
  missing: boolean;
}> {
  const operationRows = await findLearnedOperations(
    tx,
    input.operations.map(({ itemId }) => itemId),
  );
  const leadTimeRows = await findLearnedLeadTimes(
    tx,
    input.leadTimes.map(({ itemId }) => itemId),
  );
  const tooFew = (row: { readonly orderCount: number; readonly itemCode: string }): Refusal | null =>
    isEnoughToTakeOver(row.orderCount)
      ? null
      : { code: "LEARNED_TOO_FEW", values: { item: row.itemCode, count: row.orderCount, least: LEAST_ORDERS } };
  const operations = input.operations.flatMap((wanted) => {
    const row = operationRows.find(
      (one) =>
        one.itemId === wanted.itemId &&
        one.operationNumber === wanted.operationNumber &&
        one.workCenterId === wanted.workCenterId,
    );
    if (!row) return [];
    const isElsewhere = row.routingWorkCenterId !== row.workCenterId;
    const values = { item: row.itemCode, number: row.operationNumber };
    return [{ row, refusal: isElsewhere ? { code: "ROUTING_WITHOUT_OPERATION", values } : tooFew(row) }];
  });
  const leadTimes = input.leadTimes.flatMap((wanted) => {
    const row = leadTimeRows.find(({ itemId }) => itemId === wanted.itemId);
    return row ? [{ row, refusal: tooFew(row) }] : [];
  });
  const missing = operations.length < input.operations.length || leadTimes.length < input.leadTimes.length;
  return { operations, leadTimes, missing };
}
