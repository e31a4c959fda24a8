import { type Board, type FloorJob, minutesToDo } from "../../domain/production/index.ts";
import { Decimal, type PlainDate } from "../../domain/shared/index.ts";
import { settleAll, type Tx } from "../platform/index.ts";
import { listQueue, listWorkCenters, type QueuedOperation } from "./board.store.ts";
import { loadOutsideStates, loadPeopleAtWork } from "./work-order-list.store.ts";

/** Pieces an operation may still report: what the one before gave, or what was planned, less what is reported. */
function openQuantity(one: QueuedOperation): Decimal {
  return Decimal.max((one.previousGood ?? one.plannedQuantity).minus(one.good).minus(one.scrap), 0);
}
function toDo(one: QueuedOperation): Decimal {
  return Decimal.max(one.plannedQuantity.minus(one.good).minus(one.scrap), 0);
}

/** What waits at each work centre by due day, with its minutes; and what stands at subcontractors. */
export async function readBoard(tx: Tx, today: PlainDate): Promise<Board> {
  const [queue, centers] = await settleAll([listQueue(tx, { limit: 2000 }), listWorkCenters(tx)]);
  const orderIds = [...new Set(queue.map((one) => one.workOrderId))];
  const [people, outside] = await settleAll([loadPeopleAtWork(tx, orderIds), loadOutsideStates(tx, orderIds)]);
  const namesAt = (one: QueuedOperation) =>
    people
      .filter((row) => row.workOrderId === one.workOrderId && row.operationNumber === one.operationNumber)
      .map((row) => row.name);
  return {
    workCenters: centers.map((center) => {
      const here = queue.filter((one) => one.workCenterId === center.id);
      return {
        id: center.id,
        code: center.code,
        name: center.name,
        minutesPerDay: center.minutesPerDay * center.machineCount,
        openMinutes: here
          .reduce((sum, one) => sum.plus(minutesToDo(one)), new Decimal(0))
          .toDecimalPlaces(1)
          .toFixed(),
        operations: here.map((one) => ({
          workOrderId: one.workOrderId,
          number: one.number,
          operationNumber: one.operationNumber,
          operationName: one.operationName,
          standsInFor: one.standsInFor,
          itemCode: one.itemCode,
          itemName: one.itemName,
          open: toDo(one).toFixed(),
          unit: one.unit,
          minutes: minutesToDo(one).toDecimalPlaces(1).toFixed(),
          dueOn: one.dueOn,
          isLate: one.dueOn < today,
          state: one.state,
          people: namesAt(one),
        })),
      };
    }),
    outside: queue
      .filter((one) => one.isOutside)
      .flatMap((one) => {
        const state = outside.find(
          (row) => row.workOrderId === one.workOrderId && row.operationNumber === one.operationNumber,
        );
        if (!state) return [];
        const due = state.promisedOn ?? state.wantedOn;
        return [
          {
            partnerName: state.partnerName,
            workOrderId: one.workOrderId,
            number: one.number,
            operationNumber: one.operationNumber,
            operationName: one.operationName,
            itemName: one.itemName,
            quantity: one.plannedQuantity.toFixed(),
            accepted: one.good.toFixed(),
            unit: one.unit,
            promisedOn: state.promisedOn,
            wantedOn: state.wantedOn,
            isLate: due !== null && due < today,
            state: state.state,
            share: state.share ? state.share.toFixed() : null,
          },
        ];
      }),
  };
}

/**
 * Jobs for the floor: those of a scanned number (`WO-000123` or `WO-000123-10`), else all that may be worked on now, those of the
 * person first.
 */
export async function readFloorJobs(
  tx: Tx,
  asked: { readonly scan?: string; readonly personId?: string },
  today: PlainDate,
): Promise<FloorJob[]> {
  const scanned = asked.scan ? readScan(asked.scan) : undefined;
  const queue = (await listQueue(tx, { ...scanned, limit: scanned ? 50 : 400 })).filter((one) => !one.isOutside);
  const people = await loadPeopleAtWork(tx, [...new Set(queue.map((one) => one.workOrderId))]);
  const jobs = queue
    .filter((one) => scanned || one.state !== "waiting")
    .map((one): FloorJob => {
      const here = people.filter(
        (row) => row.workOrderId === one.workOrderId && row.operationNumber === one.operationNumber,
      );
      return {
        workOrderId: one.workOrderId,
        number: one.number,
        operationNumber: one.operationNumber,
        operationName: one.operationName,
        workCenterName: one.workCenterName,
        standsInFor: one.standsInFor,
        itemCode: one.itemCode,
        itemName: one.itemName,
        unit: one.unit,
        plannedQuantity: one.plannedQuantity.toFixed(),
        good: one.good.toFixed(),
        scrap: one.scrap.toFixed(),
        open: openQuantity(one).toFixed(),
        dueOn: one.dueOn,
        isLate: one.dueOn < today,
        state: one.state,
        people: here.map((row) => row.name),
        isMine: here.some((row) => row.personId === asked.personId),
        note: one.note,
      };
    });
  return [...jobs.filter((job) => job.isMine), ...jobs.filter((job) => !job.isMine)].slice(0, 60);
}

/** A barcode's text as order and operation; a number typed short (`123`) is completed. */
export function readScan(text: string): { readonly number: string; readonly operationNumber?: number } {
  const clean = text.normalize("NFKC").trim().toUpperCase();
  const match = /^(?:WO-?)?(\d{1,9})(?:[-/ ](\d{1,4}))?$/.exec(clean);
  if (!match) return { number: clean };
  const number = `WO-${match[1]!.padStart(6, "0")}`;
  return match[2] ? { number, operationNumber: Number(match[2]) } : { number };
}
