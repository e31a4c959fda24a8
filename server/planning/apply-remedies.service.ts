import type { RemedyChoice, RemedyResult } from "../../domain/planning/index.ts";
import { addDays, type Outcome, ok, type PlainDate, refuse } from "../../domain/shared/index.ts";
import { openStocktake } from "../inventory/index.ts";
import type { Tx } from "../platform/index.ts";
import { cancelWorkOrder, editWorkOrder, releaseWorkOrder } from "../production/index.ts";
import { askForDelivery, loadTrades, proposeChange } from "../trade/index.ts";
import { convertChoices } from "./convert.service.ts";
import { tellOf } from "./exception.service.ts";
import { type CareDocument, lockExceptions, type NewCare, saveCares } from "./exception-care.store.ts";
import { editPlannedOrder, restoreOrders } from "./planned-order.service.ts";
import type { PlannedOrderRow } from "./planned-order.store.ts";
import { type PreparedRemedy, prepareRemedies, type RemedyStep } from "./prepare-remedy.service.ts";

/** How long the plan, or the other side, has to answer before an exception is shown again. */
const DAYS = { done: 7, asked: 14, reminded: 3 };

interface Done {
  readonly documentKind: CareDocument;
  readonly documentId: string | null;
  readonly documentNumber: string;
  readonly side?: "S" | "B" | null;
  readonly changeRequestId?: string;
  readonly isAsked?: boolean;
  readonly days?: number;
}
type Place<Kind extends RemedyStep["kind"]> = {
  readonly at: number;
  readonly step: Extract<RemedyStep, { kind: Kind }>;
};

/**
 * Applies the remedies of exceptions, all or none, each through the service of its own area: a work order is edited, a change is asked of
 * the other side, a proposal becomes an order and is released. The exception rests until the plan knows of it. Refusals stand at their
 * choice: `choices.2`.
 *
 * @param reason what the other side reads with a request
 */
export async function applyRemedies(
  tx: Tx,
  choices: readonly RemedyChoice[],
  reason: string,
  today: PlainDate,
): Promise<Outcome<RemedyResult>> {
  await lockExceptions(tx);
  const prepared: PreparedRemedy[] = [];
  for (const [n, one] of (await prepareRemedies(tx, choices, today)).entries()) {
    if (!one.ok) return at(n, one);
    prepared.push(one.value);
  }
  const done: Done[] = [];
  for (const [n, { step }] of prepared.entries()) {
    const ended = await applyAlone(tx, step, reason, today);
    if (!ended.ok) return at(n, ended);
    if (ended.value) done[n] = ended.value;
  }
  const started = await startAll(tx, placesOf(prepared, "start"), done, today);
  if (!started.ok) return started;
  const changed = await changeTrades(tx, placesOf(prepared, "change_trade"), done, reason, today);
  if (!changed.ok) return changed;
  const cares = prepared.flatMap(({ exception, isSettling }, n): NewCare[] => {
    const { documentKind, documentId, documentNumber, changeRequestId = null, days = DAYS.done } = done[n]!;
    const untilOn = addDays(today, days);
    const document = { documentKind, documentId, documentNumber, changeRequestId };
    return isSettling ? [{ exception, state: "applied", untilOn, reason, ...document }] : [];
  });
  await saveCares(tx, cares, today);
  for (const [n, { exception, remedy }] of prepared.entries())
    await tellOf(tx, "planning.remedyApplied", [exception], { remedy, number: done[n]!.documentNumber });
  return ok({
    rows: done.map(({ documentKind, documentId, documentNumber, side = null, isAsked = false }) => ({
      documentKind,
      documentId,
      documentNumber,
      side,
      isAsked,
    })),
  });
}

function placesOf<Kind extends RemedyStep["kind"]>(prepared: readonly PreparedRemedy[], kind: Kind): Place<Kind>[] {
  return prepared.flatMap(({ step }, at) =>
    step.kind === kind ? [{ at, step: step as Extract<RemedyStep, { kind: Kind }> }] : [],
  );
}

/** What concerns one row alone; null for what is done together. */
async function applyAlone(tx: Tx, step: RemedyStep, reason: string, today: PlainDate): Promise<Outcome<Done | null>> {
  if (step.kind === "edit_order") {
    const { quantity, startOn, dueOn } = step;
    const { id, number, version, lotCode, note } = step.order;
    const edited = await editWorkOrder(tx, id, { version, quantity, startOn, dueOn, lotCode, note });
    return edited.ok ? ok({ documentKind: "work_order", documentId: id, documentNumber: number }) : edited;
  }
  if (step.kind === "cancel_order") {
    const { id, number, version } = step.order;
    const cancelled = await cancelWorkOrder(tx, id, version, today);
    return cancelled.ok ? ok({ documentKind: "work_order", documentId: id, documentNumber: number }) : cancelled;
  }
  if (step.kind === "edit_planned") {
    const { order, change } = step;
    const edited = await editPlannedOrder(tx, order.seq, change);
    return edited.ok ? ok(firmDone(order)) : edited;
  }
  if (step.kind === "give_back") {
    const restored = await restoreOrders(tx, [step.order.seq]);
    return restored.ok ? ok(firmDone(step.order)) : restored;
  }
  if (step.kind === "ask_delivery") {
    const { tradeId, lineNumber } = step;
    const asked = await askForDelivery(tx, { tradeId, lineNumbers: [lineNumber], words: reason });
    if (!asked.ok) return asked;
    const trade = (await loadTrades(tx, [tradeId])).get(tradeId)!;
    const document = { documentKind: "trade" as const, documentId: tradeId, documentNumber: trade.number };
    return ok({ ...document, side: "B", isAsked: true, days: DAYS.reminded });
  }
  if (step.kind === "count_stock") {
    const opened = await openStocktake(tx, { countedOn: today, itemId: step.itemId, note: reason });
    if (!opened.ok) return opened;
    return ok({ documentKind: "stocktake", documentId: opened.value.id, documentNumber: opened.value.number });
  }
  return ok(null);
}

/** A planned order has no page of its own that lasts; its number does. */
const firmDone = ({ itemCode, seq }: PlannedOrderRow): Done => ({
  documentKind: "",
  documentId: null,
  documentNumber: `${itemCode} #${seq}`,
});

/** Proposals become orders together, so that one supplier gets one order, and what is made goes to the floor. */
async function startAll(
  tx: Tx,
  starts: readonly Place<"start">[],
  done: Done[],
  today: PlainDate,
): Promise<Outcome<null>> {
  const [first] = starts;
  if (!first) return ok(null);
  const converted = await convertChoices(
    tx,
    starts.map(({ step }) => step.choice),
    today,
  );
  if (!converted.ok) {
    const [refusal] = converted.refusals;
    const place = /^choices\.(\d+)/.exec(refusal.field ?? "")?.[1];
    return at(starts[Number(place ?? 0)]!.at, converted);
  }
  const { workOrders, trades } = converted.value;
  for (const { at: n, step } of starts) {
    const { seq } = step.choice;
    const order = workOrders.find((one) => one.seq === seq);
    const trade = trades.find((one) => one.seqs.includes(seq));
    if (trade) done[n] = { documentKind: "trade", documentId: trade.id, documentNumber: trade.number, side: "B" };
    if (!order) continue;
    const released = await releaseWorkOrder(tx, order.id, 1, today);
    if (!released.ok) return at(n, released);
    done[n] = { documentKind: "work_order", documentId: order.id, documentNumber: order.number };
  }
  return ok(null);
}

/** One request for each order, whatever number of its lines. */
async function changeTrades(
  tx: Tx,
  changes: readonly Place<"change_trade">[],
  done: Done[],
  reason: string,
  today: PlainDate,
): Promise<Outcome<null>> {
  for (const tradeId of new Set(changes.map(({ step }) => step.tradeId))) {
    const own = changes.filter(({ step }) => step.tradeId === tradeId);
    const proposed = await proposeChange(tx, {
      tradeId,
      reason,
      costYen: 0n,
      expiresOn: null,
      today,
      lines: own.map(({ step }) => step.line),
    });
    if (!proposed.ok) {
      const place = /^lines\.(\d+)/.exec(proposed.refusals[0].field ?? "")?.[1];
      return at(own[Number(place ?? 0)]!.at, proposed);
    }
    const { changeId, number, state } = proposed.value;
    const isAsked = state === "proposed";
    for (const { at: n, step } of own)
      done[n] = {
        documentKind: "change_request",
        documentId: tradeId,
        documentNumber: number,
        side: step.side,
        changeRequestId: changeId,
        isAsked,
        days: isAsked ? DAYS.asked : DAYS.done,
      };
  }
  return ok(null);
}

/** A refusal at the choice it belongs to. */
function at(n: number, refused: Extract<Outcome<unknown>, { readonly ok: false }>) {
  const [{ code, values }] = refused.refusals;
  return refuse(code, values, `choices.${n}`);
}
