import {
  assignWorkCenter,
  isBegun,
  minutesToDo,
  minutesWhereDone,
  type WorkCenterChoices,
} from "../../domain/production/index.ts";
import { Decimal, type Outcome, ok, refuse } from "../../domain/shared/index.ts";
import { announce, audit, requireVersion, settleAll, type Tx } from "../platform/index.ts";
import { loadChoosableCenters, movePromisedWork } from "./assign-work-center.store.ts";
import { listQueue } from "./board.store.ts";
import { changeOperations, changeWorkOrder, findWorkOrder, lockWorkOrder } from "./work-order.store.ts";

type ChoiceRefusal = "NOT_FOUND" | "OPERATION_UNKNOWN" | "OPERATION_WITHOUT_WORK_CENTER";

const tenths = (minutes: Decimal) => minutes.toDecimalPlaces(1).toFixed();

/** Where an operation may be done, with what that would mean: its own time there, and what waits there already. */
export async function readWorkCenterChoices(
  tx: Tx,
  workOrderId: string,
  operationNumber: number,
): Promise<Outcome<WorkCenterChoices, ChoiceRefusal>> {
  const file = await findWorkOrder(tx, workOrderId);
  if (!file) return refuse("NOT_FOUND");
  const operation = file.operations.find((one) => one.operationNumber === operationNumber);
  if (!operation) return refuse("OPERATION_UNKNOWN", { operation: operationNumber });
  const { workCenterId, atWorkCenterId } = operation;
  if (workCenterId === null || atWorkCenterId === null) return refuse("OPERATION_WITHOUT_WORK_CENTER");
  const [centers, queue] = await settleAll([
    loadChoosableCenters(tx, { ...operation, workCenterId }),
    listQueue(tx, { limit: 2000 }),
  ]);
  const others = queue.filter((one) => one.workOrderId !== workOrderId || one.operationNumber !== operationNumber);
  return ok({
    workCenterId: atWorkCenterId,
    isBegun: isBegun(operation),
    choices: centers.map(({ timeFactor, ...center }) => ({
      ...center,
      timeFactor: timeFactor.toFixed(),
      minutes: tenths(minutesToDo({ ...operation, ...minutesWhereDone({ ...operation, timeFactor }) })),
      waitingMinutes: tenths(
        others
          .filter((one) => one.workCenterId === center.workCenterId)
          .reduce((sum, one) => sum.plus(minutesToDo(one)), new Decimal(0)),
      ),
    })),
  });
}

/** Gives an operation to its own work centre or to one that stands in for it: the floor's lists, the load and promised dates follow. */
export async function assignOperation(
  tx: Tx,
  workOrderId: string,
  operationNumber: number,
  wish: { readonly version: number; readonly workCenterId: string },
): Promise<
  Outcome<
    { readonly version: number },
    ChoiceRefusal | "STALE_VERSION" | "WORK_ORDER_STATE" | "OPERATION_DONE" | "WORK_CENTER_NOT_ALTERNATIVE"
  >
> {
  const file = await lockWorkOrder(tx, workOrderId);
  const found = requireVersion(file?.order, wish.version);
  if (!found.ok) return found;
  const { order, operations } = file!;
  if (order.state === "completed" || order.state === "closed" || order.state === "cancelled")
    return refuse("WORK_ORDER_STATE", { state: order.state });
  const operation = operations.find((one) => one.operationNumber === operationNumber);
  if (!operation) return refuse("OPERATION_UNKNOWN", { operation: operationNumber });
  const { workCenterId: ownId, atWorkCenterId: fromId } = operation;
  const given = assignWorkCenter(
    operation,
    wish.workCenterId,
    ownId === null ? [] : await loadChoosableCenters(tx, { ...operation, workCenterId: ownId }),
  );
  if (!given.ok) return given;
  await settleAll([
    changeOperations(tx, workOrderId, [{ operationNumber, assignment: given.value }]),
    changeWorkOrder(tx, workOrderId, {}),
    wish.workCenterId === fromId ? null : movePromisedWork(tx, [workOrderId]),
    audit(tx, [
      {
        command: "production.assigned",
        subjectKind: "work_order",
        subjectId: workOrderId,
        details: { operation: operationNumber, fromId, toId: wish.workCenterId },
      },
    ]),
    announce(tx, [
      { kind: "production.order", subjectId: workOrderId },
      // The order names the work centre it is at now; who reckons with the one it left would not hear of it.
      ...(fromId ? [{ kind: "workload", subjectId: fromId }] : []),
    ]),
  ]);
  return ok({ version: order.version + 1 });
}
