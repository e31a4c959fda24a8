import { decimal, type Outcome, type TableRow, type TableSpec } from "../../domain/shared/index.ts";
import { type OrderTableRow, purchaseOrderTable, salesOrderTable } from "../../domain/trade/index.ts";
import type { ImportRoutes, ImportTarget, RowDecision, RowProblem, Tx } from "../platform/index.ts";
import { findImportedLines, findImportPartners, type ImportedLine, listForExport } from "./order-import.store.ts";
import type { PlaceTradeInput } from "./order-input.ts";
import { placeTrade, prepareOrder } from "./place-trade.service.ts";

/** What importing one row adds: a line of the order its number names. */
interface OrderAction {
  readonly partnerId: string;
  readonly row: OrderTableRow;
}
type Decision = RowDecision<OrderTableRow, OrderAction>;

/** Writes one order of a file; its rows were looked at before. */
type EnterOrder = (tx: Tx, order: PlaceTradeInput) => Promise<Outcome<unknown>>;

/**
 * Orders from a file: rows with one partner and number become one order. What is there already is unchanged, so a file can be
 * imported twice; a line that differs is refused, because what was placed changes only by a change both agree on.
 */
export function orderImport(
  side: "S" | "B",
  enter: EnterOrder = placeTrade,
): Omit<ImportRoutes<OrderTableRow, OrderAction>, "path" | "permission" | "area"> {
  const spec = (side === "S" ? salesOrderTable : purchaseOrderTable) as TableSpec<OrderTableRow>;
  const target: ImportTarget<OrderTableRow, Tx, OrderAction> = {
    spec,
    resolve: (tx, rows) => resolve(tx, side, rows),
    apply: async (tx, actions) => {
      for (const group of groupBy(actions.map(({ action }) => action)).values()) {
        const placed = await enter(tx, orderOf(side, group));
        if (!placed.ok) throw new Error(`assertion: the order was looked at before (${placed.refusals[0].code})`);
      }
    },
  };
  return { target, rows: (tx) => listForExport(tx, side), announces: "trade.placed" };
}

async function resolve(
  tx: Tx,
  side: "S" | "B",
  rows: readonly TableRow<OrderTableRow>[],
): Promise<readonly Decision[]> {
  const partners = await findImportPartners(tx, [...new Set(rows.map((row) => row.values.partnerCode))]);
  const stored = await findImportedLines(tx, side, [...new Set(rows.map((row) => row.values.outsideNumber))]);
  const decisions = new Map<TableRow<OrderTableRow>, Decision>();
  const fresh: { row: TableRow<OrderTableRow>; action: OrderAction }[] = [];
  for (const row of rows) {
    const { values } = row;
    const partnerId = partners.get(values.partnerCode);
    const lines = stored.filter((line) => line.partnerId === partnerId && line.outsideNumber === values.outsideNumber);
    const line = lines.find((one) => one.lineNumber === values.lineNumber);
    if (!partnerId) decisions.set(row, problem("partnerCode", "PARTNER_UNKNOWN"));
    else if (line) decisions.set(row, compared(line, values));
    else if (lines.length > 0)
      decisions.set(row, problem("outsideNumber", "ORDER_DIFFERS", { number: values.outsideNumber }));
    else fresh.push({ row, action: { partnerId, row: values } });
  }
  for (const group of groupBy(fresh.map(({ action }) => action)).values()) {
    const ofGroup = fresh.filter(({ action }) => group.includes(action));
    const prepared = await prepareOrder(tx, orderOf(side, group));
    ofGroup.forEach(({ row, action }, index) => {
      if (!prepared.ok) {
        const [refusal] = prepared.refusals;
        decisions.set(row, problem("partnerCode", refusal.code, refusal.values));
        return;
      }
      const line = prepared.value.lines[index]!;
      decisions.set(
        row,
        line.ok
          ? { does: "insert", action }
          : {
              does: "problem",
              problems: line.refusals.map((refusal) => problemOf(refusal)) as [RowProblem<OrderTableRow>],
            },
      );
    });
  }
  return rows.map((row) => decisions.get(row)!);
}

function problem(
  field: keyof OrderTableRow & string,
  code: string,
  values?: Readonly<Record<string, string | number>>,
): Decision {
  return { does: "problem", problems: [{ field, code, ...(values && { values }) }] };
}

const FIELDS: Readonly<Record<string, keyof OrderTableRow & string>> = {
  item: "item",
  quantity: "quantity",
  unit: "unit",
  unitPrice: "unitPrice",
  wantedOn: "wantedOn",
};
function problemOf(refusal: {
  readonly code: string;
  readonly field?: string;
  readonly values?: Readonly<Record<string, string | number>>;
}): RowProblem<OrderTableRow> {
  const field = FIELDS[refusal.field?.split(".").at(-1) ?? ""] ?? "item";
  return { field, code: refusal.code, ...(refusal.values && { values: refusal.values }) };
}

/** A stored line against the row of a file: the same, or an attempt to change what was placed. */
function compared(line: ImportedLine, row: OrderTableRow): Decision {
  const isSame =
    line.quantity.equals(row.quantity) &&
    line.wantedOn === row.wantedOn &&
    (line.code === row.item || line.ownCode === row.item) &&
    (row.unitPrice === null || row.unitPrice === undefined || line.unitPrice.equals(row.unitPrice));
  return isSame ? { does: "unchanged" } : problem("lineNumber", "ORDER_DIFFERS", { number: row.outsideNumber });
}

function orderOf(side: "S" | "B", group: readonly OrderAction[]): PlaceTradeInput {
  const { partnerId, row } = group[0]!;
  return {
    side,
    partnerId,
    firstState: "placed",
    orderedOn: row.orderedOn,
    outsideNumber: row.outsideNumber,
    title: row.title ?? "",
    lines: group.map(({ row: line }) => ({
      lineNumber: line.lineNumber,
      item: line.item,
      ...(line.description && { description: line.description }),
      quantity: decimal(line.quantity),
      ...(line.unit && { unit: line.unit }),
      ...(line.unitPrice && { unitPrice: decimal(line.unitPrice) }),
      wantedOn: line.wantedOn,
    })),
  };
}

function groupBy(actions: readonly OrderAction[]): Map<string, OrderAction[]> {
  const groups = new Map<string, OrderAction[]>();
  for (const action of actions) {
    const key = `${action.partnerId}/${action.row.outsideNumber}`;
    const group = groups.get(key);
    if (group) group.push(action);
    else groups.set(key, [action]);
  }
  return groups;
}
