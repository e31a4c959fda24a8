import type { RemedyChoice, RemedyPreview } from "../../domain/planning/index.ts";
import { type Decimal, decimal, type PlainDate, type Refusal } from "../../domain/shared/index.ts";
import type { Tx } from "../platform/index.ts";
import { checkAskForDelivery, checkProposedChange, loadTrades } from "../trade/index.ts";
import { previewChoices } from "./convert.service.ts";
import { groupOf, type PreparedRemedy, prepareRemedies, type RemedyStep } from "./prepare-remedy.service.ts";
import { nameRecords } from "./record-names.store.ts";

type Row = RemedyPreview["rows"][number];
type Told = Omit<Row, "kind" | "on" | "group" | "document"> & { readonly document: DocumentRef | null };
interface DocumentRef {
  readonly kind: "work_order" | "trade";
  readonly id: string;
  readonly line: number | null;
}

/** What applying remedies would change, whom it reaches, and what stands in the way of each. Writes nothing. */
export async function previewRemedies(
  tx: Tx,
  choices: readonly RemedyChoice[],
  today: PlainDate,
): Promise<RemedyPreview> {
  const prepared = await prepareRemedies(tx, choices, today);
  const told: { row: Omit<Row, "document">; document: DocumentRef | null }[] = [];
  for (const [n, one] of prepared.entries()) {
    if (!one.ok) {
      const refusals = [...one.refusals];
      told.push({
        row: { kind: null, on: null, reach: "inside", changes: [], refusals, group: `row ${n}` },
        document: null,
      });
      continue;
    }
    const { document, ...seen } = await tell(tx, one.value, today);
    const { remedy: kind, on, step } = one.value;
    told.push({ row: { kind, on, group: groupOf(step, n), ...seen }, document });
  }
  const nameOf = await nameRecords(
    tx,
    told.flatMap(({ document }) =>
      document ? [{ ...document, kind: document.kind === "trade" ? "purchase" : document.kind }] : [],
    ),
  );
  return {
    rows: told.map(({ row, document }) => ({
      ...row,
      document: document && { ...document, ...nameOf(document.id) },
    })),
  };
}

function tell(tx: Tx, { step }: PreparedRemedy, today: PlainDate): Promise<Told> | Told {
  switch (step.kind) {
    case "edit_order":
    case "cancel_order":
      return tellOrder(step);
    case "edit_planned":
      return tellPlanned(step);
    case "give_back":
      return { document: null, reach: "inside", changes: [stateChange("firm", "proposed")], refusals: [] };
    case "change_trade":
      return tellChange(tx, step, today);
    case "start":
      return tellStart(tx, step, today);
    case "ask_delivery":
      return tellAsking(tx, step);
    case "count_stock":
      return {
        document: null,
        reach: "inside",
        changes: [],
        refusals: [],
      };
  }
}

function tellOrder(step: Extract<RemedyStep, { kind: "edit_order" | "cancel_order" }>): Told {
  const { order } = step;
  const document: DocumentRef = { kind: "work_order", id: order.id, line: null };
  if (step.kind === "cancel_order")
    return { document, reach: "inside", changes: [stateChange(order.state, "cancelled")], refusals: [] };
  // Edited, its operations are planned within its due day again: what changes is the day it comes.
  return { document, ...changesOf({ ...order, quantity: order.quantity.toFixed(), dueOn: order.comesOn }, step) };
}

function tellPlanned({ order, change }: Extract<RemedyStep, { kind: "edit_planned" }>): Told {
  return { document: null, ...changesOf(order, { ...change, quantity: decimal(change.quantity) }) };
}

/** What of an order of one's own becomes another. */
function changesOf(
  order: { readonly quantity: string; readonly unit: string; readonly startOn: PlainDate; readonly dueOn: PlainDate },
  to: { readonly quantity: Decimal; readonly startOn: PlainDate; readonly dueOn: PlainDate },
): Omit<Told, "document"> {
  const { quantity, startOn, dueOn } = to;
  const changes: Row["changes"] = [];
  if (!quantity.equals(order.quantity))
    changes.push({ field: "quantity", from: order.quantity, to: quantity.toFixed(), unit: order.unit });
  if (startOn !== order.startOn) changes.push({ field: "startOn", from: order.startOn, to: startOn, unit: null });
  if (dueOn !== order.dueOn) changes.push({ field: "dueOn", from: order.dueOn, to: dueOn, unit: null });
  return { reach: "inside", changes, refusals: changes.length === 0 ? [{ code: "REMEDY_CHANGES_NOTHING" }] : [] };
}

async function tellChange(
  tx: Tx,
  step: Extract<RemedyStep, { kind: "change_trade" }>,
  today: PlainDate,
): Promise<Told> {
  const { tradeId, line, before } = step;
  const checked = await checkProposedChange(tx, {
    tradeId,
    reason: "",
    costYen: 0n,
    expiresOn: null,
    today,
    lines: [line],
  });
  const changes: Row["changes"] = [];
  if (line.isCancel) changes.push(stateChange("ordered", "cancelled"));
  if (line.quantity)
    changes.push({
      field: "quantity",
      from: before.quantity.toFixed(),
      to: line.quantity.toFixed(),
      unit: before.unit,
    });
  if (line.wantedOn) changes.push({ field: "wantedOn", from: before.on, to: line.wantedOn, unit: null });
  if (line.promisedOn) changes.push({ field: "promisedOn", from: before.on, to: line.promisedOn, unit: null });
  const trade = (await loadTrades(tx, [tradeId])).get(tradeId);
  return {
    document: { kind: "trade", id: tradeId, line: line.lineNumber },
    reach: trade?.outsidePartnerId === null ? "asked" : "at_once",
    changes,
    refusals: checked.ok ? [] : [...checked.refusals],
  };
}

async function tellStart(tx: Tx, step: Extract<RemedyStep, { kind: "start" }>, today: PlainDate): Promise<Told> {
  const preview = await previewChoices(tx, [step.choice], today);
  const { startOn, dueOn } = step.choice;
  const document = preview.ok ? preview.value.documents[0] : undefined;
  const refusals: Refusal[] = preview.ok ? [...(document?.lines[0]?.refusals ?? [])] : [...preview.refusals];
  return {
    document: null,
    reach: document?.isShared ? "told" : "inside",
    changes: [
      stateChange("planned", step.supply === "make" ? "released" : "ordered"),
      { field: "startOn", from: step.before.startOn, to: startOn, unit: null },
      { field: "dueOn", from: step.before.dueOn, to: dueOn, unit: null },
    ],
    refusals,
  };
}

async function tellAsking(tx: Tx, step: Extract<RemedyStep, { kind: "ask_delivery" }>): Promise<Told> {
  const checked = await checkAskForDelivery(tx, step.tradeId, [step.lineNumber]);
  return {
    document: { kind: "trade", id: step.tradeId, line: step.lineNumber },
    reach: checked.ok && checked.value.isShared ? "told" : "noted",
    changes: [],
    refusals: checked.ok ? [] : [...checked.refusals],
  };
}

const stateChange = (from: string, to: string): Row["changes"][number] => ({ field: "state", from, to, unit: null });
