import { permissionsOf } from "../../domain/companies/index.ts";
import type { ConversionChoice, ConversionDocument, ConversionPreview, Peg } from "../../domain/planning/index.ts";
import {
  decimal,
  type Outcome,
  ok,
  type PlainDate,
  type Refusal,
  refuse,
  refuseAll,
} from "../../domain/shared/index.ts";
import { announce, audit, settleAll, type Tx } from "../platform/index.ts";
import { checkWorkOrders, createWorkOrders, type WorkOrderInput } from "../production/index.ts";
import { placeTrade } from "../trade/index.ts";
import { type Converted, markConverted, touchPlan } from "./planned-order.store.ts";
import {
  type PreparedConversion,
  prepareConversion,
  preparePurchase,
  splitByChain,
} from "./prepare-conversion.service.ts";

export interface ConversionResult {
  readonly workOrders: { readonly seq: number; readonly id: string; readonly number: string }[];
  readonly trades: {
    readonly id: string;
    readonly number: string;
    readonly partnerName: string;
    readonly seqs: number[];
  }[];
}

/** What converting would make, with prices and what stands in the way of each line. Writes nothing. */
export async function previewChoices(
  tx: Tx,
  choices: readonly ConversionChoice[],
  today: PlainDate,
): Promise<Outcome<ConversionPreview>> {
  const prepared = await prepareConversion(tx, choices, today, false);
  if (!prepared.ok) return prepared;
  const documents: ConversionPreview["documents"] = [];
  const made = prepared.value.documents.filter((one) => one.kind === "work_order").flatMap((one) => one.lines);
  const checked = await checkWorkOrders(tx, workOrderInputs(made, prepared.value), today);
  const inTheWay = new Map(made.map((line, at) => [line.seq, checked[at]!]));
  for (const { document, chainId } of splitByChain(prepared.value.documents)) {
    if (document.kind === "work_order") {
      const lines = document.lines.map((line) => {
        const refusals = [...inTheWay.get(line.seq)!];
        return { ...line, orderedQuantity: null, orderedUnit: null, unitPrice: null, amountYen: null, refusals };
      });
      documents.push({ ...document, partnerName: null, isShared: false, lines });
      continue;
    }
    const bought = await preparePurchase(tx, document, prepared.value, today, chainId);
    documents.push({
      ...document,
      partnerName: bought.ok ? bought.value.partnerName : null,
      isShared: bought.ok && bought.value.isShared,
      lines: document.lines.map((line, at) => {
        const one = bought.ok ? bought.value.lines[at]! : undefined;
        return {
          ...line,
          orderedQuantity: one?.orderedQuantity?.toFixed() ?? null,
          orderedUnit: one?.orderedUnit ?? null,
          unitPrice: one?.unitPrice?.toFixed() ?? null,
          amountYen: one?.amountYen?.toString() ?? null,
          refusals: [...(bought.ok ? one!.refusals : bought.refusals)],
        };
      }),
    });
  }
  return ok({ documents });
}

/**
 * Converts planned orders, all or none: work orders for what is made, one order a supplier for what is bought, sent to a partner on
 * the platform at that instant. Every line that cannot be converted says why, at its place among the choices.
 */
export async function convertChoices(
  tx: Tx,
  choices: readonly ConversionChoice[],
  today: PlainDate,
): Promise<Outcome<ConversionResult>> {
  const prepared = await prepareConversion(tx, choices, today, true);
  if (!prepared.ok) return prepared;
  const { documents } = prepared.value;
  const buys = documents.filter((document) => document.kind !== "work_order");
  const makes = documents.filter((document) => document.kind === "work_order");
  const may = permissionsOf(tx.roles);
  if (buys.length > 0 && !may.has("purchasing.order"))
    return refuse("PERMISSION_MISSING", { permission: "purchasing.order" });
  const made = await makeWorkOrders(tx, makes, prepared.value, today);
  const bought = await placeOrders(tx, buys, prepared.value, today);
  const refused = refuseAll([...(made.ok ? [] : made.refusals), ...(bought.ok ? [] : bought.refusals)]);
  if (refused) return refused;
  if (!made.ok || !bought.ok) return refuse("PLAN_RENEWED");
  const converted: Converted[] = [
    ...made.value.map(({ seq, id }) => ({ seq, kind: "work_order" as const, id })),
    ...bought.value.flatMap(({ id, seqs }) => seqs.map((seq) => ({ seq, kind: "trade" as const, id }))),
  ];
  const { runId } = [...prepared.value.orders.values()][0]!;
  await markConverted(tx, runId, converted);
  const itemIds = converted.map(({ seq }) => prepared.value.orders.get(seq)!.itemId);
  await touchPlan(tx, runId, itemIds);
  const details = { workOrders: made.value.length, trades: bought.value.length };
  await settleAll([
    audit(tx, [{ command: "planning.converted", subjectKind: "plan_run", subjectId: runId, details }]),
    announce(tx, [
      { kind: "planning.order", subjectId: runId },
      // What a firm one asked of its components is the new order's to ask.
      ...converted
        .map(({ seq }) => prepared.value.orders.get(seq)!)
        .filter((order) => order.state === "edited")
        .map((order) => ({ kind: "planning.firm", subjectId: order.itemId })),
    ]),
  ]);
  return ok({ workOrders: made.value, trades: bought.value });
}

async function makeWorkOrders(
  tx: Tx,
  makes: readonly ConversionDocument[],
  prepared: PreparedConversion,
  today: PlainDate,
): Promise<Outcome<ConversionResult["workOrders"]>> {
  const lines = makes.flatMap((document) => document.lines);
  const created = await createWorkOrders(tx, workOrderInputs(lines, prepared), today);
  if (created.ok) return ok(created.value.map(({ id, number }, at) => ({ seq: lines[at]!.seq, id, number })));
  return moved(
    created.refusals,
    (field) => {
      const place = /^lines\.(\d+)\.(.*)$/.exec(field);
      const line = lines[place ? Number(place[1]) : 0]!;
      return { line, rest: place ? place[2]! : field };
    },
    prepared.placeOf,
  );
}

/** The work orders these lines become, in their order. */
function workOrderInputs(
  lines: readonly ConversionDocument["lines"][number][],
  { orders, pegs }: Pick<PreparedConversion, "orders" | "pegs">,
): WorkOrderInput[] {
  return lines.map((line) => {
    const { orderKey } = orders.get(line.seq)!;
    return {
      itemId: line.itemId,
      startQuantity: decimal(line.quantity),
      startOn: line.startOn,
      dueOn: line.dueOn,
      ...(orderKey !== null && { chainId: orderKey }),
      ...soldLine(line.seq, pegs),
    };
  });
}

/** The sold line an order is wholly for, so that its pieces are kept for it; `{}` when it serves several or a common stock. */
function soldLine(seq: number, pegs: readonly Peg[]): Pick<WorkOrderInput, "tradeId" | "tradeLineNumber"> {
  const demands = pegs.filter(({ supply }) => supply.kind === "planned" && supply.seq === seq).map((peg) => peg.demand);
  const [first] = demands;
  if (!first || (first.kind !== "sales" && first.kind !== "step") || first.line === null) return {};
  const isOne = demands.every((one) => one.kind === first.kind && one.id === first.id && one.line === first.line);
  return isOne ? { tradeId: first.id, tradeLineNumber: first.line } : {};
}

async function placeOrders(
  tx: Tx,
  buys: readonly ConversionDocument[],
  prepared: PreparedConversion,
  today: PlainDate,
): Promise<Outcome<ConversionResult["trades"]>> {
  const placed: ConversionResult["trades"][number][] = [];
  const refusals: Refusal[] = [];
  for (const { document, chainId } of splitByChain(buys)) {
    const keep = (found: readonly Refusal[]) => {
      const kept = moved(
        found,
        (field) => {
          const place = /^lines\.(\d+)\.(.*)$/.exec(field);
          return { line: document.lines[place ? Number(place[1]) : 0]!, rest: place ? place[2]! : field };
        },
        prepared.placeOf,
      );
      refusals.push(...kept.refusals);
    };
    const bought = await preparePurchase(tx, document, prepared, today, chainId);
    if (!bought.ok) {
      keep(bought.refusals);
      continue;
    }
    const problems = bought.value.lines.flatMap((line) => line.refusals);
    if (problems.length > 0) {
      keep(problems);
      continue;
    }
    const trade = await placeTrade(tx, bought.value.input);
    if (!trade.ok) {
      keep(trade.refusals);
      continue;
    }
    const seqs = document.lines.map((line) => line.seq);
    placed.push({ id: trade.value.tradeId, number: trade.value.number, partnerName: bought.value.partnerName, seqs });
  }
  return refuseAll(refusals) ?? ok(placed);
}

/** Refusals of another area at their places among the choices, each naming its item. */
function moved(
  refusals: readonly Refusal[],
  find: (field: string) => { readonly line: ConversionDocument["lines"][number]; readonly rest: string },
  placeOf: ReadonlyMap<number, number>,
) {
  const told = refusals.map((refusal): Refusal => {
    const { line, rest } = find(refusal.field ?? "");
    const field = `choices.${placeOf.get(line.seq)}${rest === "" ? "" : `.${FIELDS[rest] ?? rest}`}`;
    return { code: refusal.code, values: { item: line.itemCode, ...refusal.values }, field };
  });
  return { ok: false as const, refusals: told as [Refusal, ...Refusal[]] };
}

/** What the other areas call a field, as the choice calls it. */
const FIELDS: Readonly<Record<string, string>> = {
  startQuantity: "quantity",
  itemId: "seq",
  item: "seq",
  wantedOn: "dueOn",
};
