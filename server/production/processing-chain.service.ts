import type { PlainDate } from "../../domain/shared/index.ts";
import type { Tx } from "../platform/index.ts";
import { type CreatedWorkOrder, createWorkOrders, type WorkOrderInput } from "./create-work-orders.service.ts";
import { type ChainProcessing, loadChainProcessing, loadComponents } from "./processing-chain.store.ts";

/** A step of a chain of processing, as it was placed. */
export interface ProcessingStep {
  readonly chainLineNumber: number;
  readonly stepNumber: number;
  readonly feedsStepNumber: number | null;
  readonly tradeId: string;
  readonly tradeLineNumber: number;
}

/**
 * In a chain of processing the window owns the goods: beside what it ordered of each member it needs a work order for what comes out of
 * each step, so that material is handed on and the goods come into its stock. The last step makes the ordered item; a step before it
 * makes what goes into that, and has this processing in its routing. A step nothing is known of gets none, and neither do those before it:
 * a person makes them.
 *
 * @param orderedItems what the customer ordered, by line of the chain
 */
export async function prepareProcessing(
  tx: Tx,
  chain: { readonly id: string; readonly originTradeId: string },
  steps: readonly ProcessingStep[],
  orderedItems: ReadonlyMap<number, string>,
  today: PlainDate,
): Promise<readonly CreatedWorkOrder[]> {
  const ordered = await loadChainProcessing(tx, [...new Set(steps.map((step) => step.tradeId))]);
  const components = await loadComponents(tx, [...new Set(ordered.flatMap((one) => one.outputIds))]);
  const inputs = outputsOf(steps, ordered, components, orderedItems).map(
    ({ step, itemId, processing }): WorkOrderInput => ({
      itemId,
      quantity: processing.quantity,
      dueOn: processing.dueOn > today ? processing.dueOn : today,
      chainId: chain.id,
      ...(step.feedsStepNumber === null && {
        tradeId: chain.originTradeId,
        tradeLineNumber: step.chainLineNumber,
        isBeforeConfirmation: true,
      }),
    }),
  );
  // One by one: an item that cannot be made as its masters stand keeps no other from being prepared, nor the order from going out.
  const made: CreatedWorkOrder[] = [];
  for (const input of inputs) {
    const created = await createWorkOrders(tx, [input], today);
    if (created.ok) made.push(...created.value);
  }
  return made;
}

interface Output {
  readonly step: ProcessingStep;
  readonly itemId: string;
  readonly processing: ChainProcessing;
}

/** What comes out of each step, the last first. */
function outputsOf(
  steps: readonly ProcessingStep[],
  ordered: readonly ChainProcessing[],
  components: ReadonlyMap<string, ReadonlySet<string>>,
  orderedItems: ReadonlyMap<number, string>,
): Output[] {
  const outputs = new Map<string, string>();
  const found: Output[] = [];
  const waiting = [...steps];
  for (let again = true; again; ) {
    again = false;
    for (const step of [...waiting]) {
      const { chainLineNumber: line, feedsStepNumber: feeds } = step;
      const next = feeds === null ? undefined : outputs.get(`${line}/${feeds}`);
      if (feeds !== null && !next) continue;
      waiting.splice(waiting.indexOf(step), 1);
      const processing = ordered.find((one) => one.tradeId === step.tradeId && one.lineNumber === step.tradeLineNumber);
      const itemId = processing?.outputIds.find((id) =>
        next ? components.get(next)?.has(id) : id === orderedItems.get(line),
      );
      if (!processing || !itemId) continue;
      outputs.set(`${line}/${step.stepNumber}`, itemId);
      found.push({ step, itemId, processing });
      again = true;
    }
  }
  return found;
}
