import { type Decimal, type Outcome, ok, type PlainDate, type Refusal, refuse } from "../../domain/shared/index.ts";
import type { Tx } from "../platform/index.ts";
import {
  type CreatedWorkOrder,
  type CreateRefusal,
  checkWorkOrders,
  createWorkOrders,
  type WorkOrderInput,
} from "./create-work-orders.service.ts";
import { orderedBy, takeAllFromChain } from "./outside-processing.service.ts";
import { type ChainProcessing, loadChainProcessing, loadComponents, loadStepItems } from "./processing-chain.store.ts";
import { findWorkOrder } from "./work-order.store.ts";

/** Where a step stands in its chain. */
interface StepPlace {
  readonly chainLineNumber: number;
  readonly stepNumber: number;
  readonly feedsStepNumber: number | null;
  /** The agreement's word for the work. */
  readonly code: string;
}
/** A step of a chain of processing as it was placed; without a trade it is the window's own work. */
export interface ProcessingStep extends StepPlace {
  readonly tradeId: string | null;
  readonly tradeLineNumber: number | null;
}
/** A step that is only planned. */
export interface PlannedProcessing extends StepPlace {
  readonly sellerId: string;
  readonly quantity: Decimal;
  readonly wantedOn: PlainDate;
}
export type ProcessingRefusal = CreateRefusal | "STEP_GIVES_NOTHING";

/**
 * In a chain of processing the window owns the goods: beside what it ordered of each member it needs a work order for what comes out of
 * each step, so that material is handed on, the fee has an order to go into, and the goods come into its stock. The last step makes the
 * ordered item; a step before it makes what goes into that, and has this processing in its routing. Each order has the trade of its step
 * on its operation from the start.
 *
 * Refuses what `checkProcessing` says before anything is placed.
 *
 * @param orderedItems what the customer ordered, by line of the chain
 */
export async function prepareProcessing(
  tx: Tx,
  chain: { readonly id: string; readonly originTradeId: string },
  steps: readonly ProcessingStep[],
  orderedItems: ReadonlyMap<number, string>,
  today: PlainDate,
): Promise<Outcome<readonly CreatedWorkOrder[], ProcessingRefusal>> {
  const tradeIds = steps.flatMap((step) => step.tradeId ?? []);
  const ordered = await loadChainProcessing(tx, [...new Set(tradeIds)]);
  const known = steps.map((step) => ({
    ...step,
    work: ordered.find((one) => one.tradeId === step.tradeId && one.lineNumber === step.tradeLineNumber),
    isOwn: step.tradeId === null,
  }));
  const outputs = outputsOf(known, await componentsOf(tx, known, orderedItems), orderedItems);
  const lost = outputs.unknown.find((step) => step.work);
  if (lost)
    return refuse(
      "STEP_GIVES_NOTHING",
      { step: lost.stepNumber, item: lost.code },
      `lines.${lost.chainLineNumber - 1}`,
    );
  const created: CreatedWorkOrder[] = [];
  for (const { step, itemId } of outputs.found) {
    const work = step.work!;
    const made = await createWorkOrders(tx, [toInput(step, itemId, work, chain, today)], today);
    if (!made.ok) return made;
    const [order] = made.value;
    created.push(order!);
    await orderOperation(tx, order!.id, work);
  }
  // An item with several steps of the chain in its one routing: its order takes the others over as well.
  await takeAllFromChain(tx, chain.id);
  return ok(created);
}

function toInput(
  step: StepPlace,
  itemId: string,
  work: { readonly quantity: Decimal; readonly dueOn: PlainDate },
  chain: { readonly id?: string; readonly originTradeId?: string },
  today: PlainDate,
): WorkOrderInput {
  return {
    itemId,
    quantity: work.quantity,
    dueOn: work.dueOn > today ? work.dueOn : today,
    ...(chain.id && { chainId: chain.id }),
    ...(step.feedsStepNumber === null &&
      chain.originTradeId && {
        tradeId: chain.originTradeId,
        tradeLineNumber: step.chainLineNumber,
        isBeforeConfirmation: true,
      }),
  };
}

async function orderOperation(tx: Tx, workOrderId: string, work: ChainProcessing): Promise<void> {
  const file = await findWorkOrder(tx, workOrderId);
  const operation = file?.operations.findLast((one) => one.subcontractItemId === work.itemId);
  if (operation && work.partnerId)
    await orderedBy(tx, workOrderId, operation.operationNumber, { ...work, partnerId: work.partnerId });
}

/**
 * What keeps the window from preparing the work orders of a chain of processing, by line: a step nothing of its own comes out of, or an
 * item that cannot be made as its masters stand. Their fees would stand in work in process with no order behind them, so the order is
 * not dispatched (docs/decisions/0092-processing-chains.md). A step no agreement names an item for is not judged here. Writes nothing.
 */
export async function checkProcessing(
  tx: Tx,
  steps: readonly PlannedProcessing[],
  orderedItems: ReadonlyMap<number, string>,
  today: PlainDate,
): Promise<readonly (Refusal<ProcessingRefusal> & { readonly lineNumber: number })[]> {
  const bought = steps.filter((step) => step.sellerId !== tx.companyId);
  const items = bought.length > 0 ? await loadStepItems(tx, bought, today) : [];
  const known = steps.map((step) => {
    const item = items.find((one) => one.sellerId === step.sellerId && one.code === step.code);
    const work = item && {
      outputIds: item.outputIds,
      quantity: step.quantity.times(item.factor),
      dueOn: step.wantedOn,
    };
    return { ...step, work, isOwn: step.sellerId === tx.companyId };
  });
  const { found, unknown } = outputsOf(known, await componentsOf(tx, known, orderedItems), orderedItems);
  const checked = await checkWorkOrders(
    tx,
    found.map(({ step, itemId }) => toInput(step, itemId, step.work!, {}, today)),
    today,
  );
  return [
    ...unknown
      .filter((step) => step.work)
      .map((step) => ({
        lineNumber: step.chainLineNumber,
        code: "STEP_GIVES_NOTHING" as const,
        values: { step: step.stepNumber, item: step.code },
      })),
    ...checked.flatMap((refusals, index) =>
      refusals.map(({ code, values }) => ({
        lineNumber: found[index]!.step.chainLineNumber,
        code,
        values: { ...values },
      })),
    ),
  ];
}

type Known = StepPlace & {
  /** What is ordered, where it is known as an item of the window's. */
  readonly work: Pick<ChainProcessing, "outputIds" | "quantity" | "dueOn"> | undefined;
  readonly isOwn: boolean;
};

function componentsOf(tx: Tx, steps: readonly Known[], orderedItems: ReadonlyMap<number, string>) {
  return loadComponents(tx, [
    ...new Set([...orderedItems.values(), ...steps.flatMap((step) => step.work?.outputIds ?? [])]),
  ]);
}

/**
 * What comes out of each step, the last first. `unknown` are the steps before which nothing is missing and of which the masters still do
 * not say it; what only waits for them is not named.
 */
function outputsOf<T extends Known>(
  steps: readonly T[],
  components: ReadonlyMap<string, ReadonlySet<string>>,
  orderedItems: ReadonlyMap<number, string>,
): { readonly found: readonly { readonly step: T; readonly itemId: string }[]; readonly unknown: readonly T[] } {
  const outputs = new Map<string, ReadonlySet<string>>();
  const found: { step: T; itemId: string }[] = [];
  const unknown: T[] = [];
  const waiting = [...steps];
  for (let again = true; again; ) {
    again = false;
    for (const step of [...waiting]) {
      const { chainLineNumber: line, feedsStepNumber: feeds } = step;
      const next = feeds === null ? undefined : outputs.get(`${line}/${feeds}`);
      if (feeds !== null && !next) continue;
      waiting.splice(waiting.indexOf(step), 1);
      again = true;
      const into = [...(next ?? [])];
      const fits = next
        ? new Set(into.flatMap((id) => [...(components.get(id) ?? [])]))
        : new Set([orderedItems.get(line)!]);
      const key = `${line}/${step.stepNumber}`;
      if (step.isOwn) {
        if (fits.size > 0) outputs.set(key, fits);
        continue;
      }
      const itemId = step.work?.outputIds.find((id) => fits.has(id));
      // The next step's own order has this operation in its routing as well: it needs no order beside that one.
      const same = step.work?.outputIds.find((id) => into.includes(id));
      if (itemId) {
        outputs.set(key, new Set([itemId]));
        found.push({ step, itemId });
      } else if (same) outputs.set(key, new Set([same]));
      else unknown.push(step);
    }
  }
  return { found, unknown };
}
