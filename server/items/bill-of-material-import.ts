import {
  type BillLine,
  type BillOfMaterialTableRow,
  billOfMaterialTable,
  findCycle,
  isTurnedRound,
} from "../../domain/items/index.ts";
import { decimal } from "../../domain/shared/index.ts";
import {
  decideRows,
  type ImportTarget,
  newId,
  type RowDecision,
  type RowProblem,
  settleAll,
  type Tx,
} from "../platform/index.ts";
import { loadBillRows, lockBills, type SavedLine, saveBillLines } from "./bill-of-material.store.ts";
import { raiseItemVersions } from "./item.store.ts";
import { idsByCode } from "./lookup.store.ts";
import { refuseOverlaps } from "./refuse-overlaps.ts";

type Row = BillOfMaterialTableRow;
const keyOf = (row: Row) =>
  JSON.stringify([row.itemCode, row.componentCode, row.operationNumber ?? null, row.validFrom ?? null]);

/** Components from a file. Rows are added and changed; none is removed. Circles are looked for in all bills as they would be. */
export const billOfMaterialTarget: ImportTarget<Row, Tx, SavedLine> = {
  spec: billOfMaterialTable,
  async resolve(tx, rows, context) {
    const [lines, items] = await settleAll([loadBillRows(tx), idsByCode(tx, "item")]);
    const stored = new Map(lines.map((line) => [keyOf(line.row), line]));
    const inFile = new Set(rows.map(({ values }) => keyOf(values)));
    const decisions = decideRows<Row, (typeof lines)[number], SavedLine>(
      {
        spec: billOfMaterialTable,
        find: (values) => stored.get(keyOf(values)),
        defaults: { kind: "component", scrapRate: "0" },
        problems: (wanted) => {
          const problems: RowProblem<Row>[] = [];
          for (const field of ["itemCode", "componentCode"] as const) {
            if (!items.has(wanted[field]))
              problems.push({ field, code: "ITEM_UNKNOWN", values: { item: wanted[field] } });
          }
          if (wanted.itemCode === wanted.componentCode)
            problems.push({ field: "componentCode", code: "BOM_CONTAINS_ITSELF" });
          if (wanted.kind === "by_product" && !decimal(wanted.scrapRate!).isZero())
            problems.push({ field: "scrapRate", code: "BY_PRODUCT_WITH_SCRAP" });
          if (isTurnedRound(validityOf(wanted))) problems.push({ field: "validTo", code: "VALIDITY_TURNED_ROUND" });
          return problems;
        },
        action: (wanted, found) => ({
          id: found?.id ?? newId(),
          parentItemId: items.get(wanted.itemCode)!,
          componentItemId: items.get(wanted.componentCode)!,
          operationNumber: wanted.operationNumber ?? null,
          kind: wanted.kind!,
          quantity: wanted.quantity,
          scrapRate: wanted.scrapRate!,
          validFrom: wanted.validFrom ?? null,
          validTo: wanted.validTo ?? null,
          note: wanted.note ?? "",
        }),
      },
      rows,
      context,
    );
    const apart = refuseOverlaps(
      decisions,
      lines.filter((line) => !inFile.has(keyOf(line.row))).map(({ row }) => periodOf(row)),
      rows.map(({ values }) => periodOf(lastKnown(values, stored.get(keyOf(values))?.row))),
      () => ({ field: "validFrom", code: "BOM_LINES_OVERLAP_STORED" }),
    );
    return withoutCircles(apart, lines, new Map([...items].map(([code, id]) => [id, code])));
  },
  async apply(tx, actions) {
    await lockBills(tx);
    const lines = actions.map(({ action }) => action);
    await saveBillLines(tx, lines);
    await raiseItemVersions(tx, [...new Set(lines.map((line) => line.parentItemId))]);
  },
};

function periodOf(row: Row) {
  const group = JSON.stringify([row.itemCode, row.componentCode, row.operationNumber ?? null]);
  return { group, validity: validityOf(row) };
}

/** A file without the column of the last day keeps the one stored. */
function lastKnown(values: Row, stored: Row | undefined): Row {
  return values.validTo === undefined && stored ? { ...values, validTo: stored.validTo } : values;
}

function validityOf(row: Row) {
  return { validFrom: row.validFrom ?? null, validTo: row.validTo ?? null };
}

/** Adds the new lines to the stored ones, one by one from the file, and refuses those that would close a circle. */
function withoutCircles(
  decisions: readonly RowDecision<Row, SavedLine>[],
  stored: readonly { readonly parentItemId: string; readonly componentItemId: string }[],
  codes: ReadonlyMap<string, string>,
): RowDecision<Row, SavedLine>[] {
  const bills = new Map<string, BillLine[]>();
  const add = (parent: string, component: string) => {
    const line = {
      componentItemId: component,
      kind: "component" as const,
      operationNumber: null,
      quantity: ONE,
      scrapRate: ONE,
      validFrom: null,
      validTo: null,
    };
    const bill = bills.get(parent);
    if (bill) bill.push(line);
    else bills.set(parent, [line]);
  };
  for (const { parentItemId, componentItemId } of stored) add(parentItemId, componentItemId);
  const added = decisions.flatMap((decision) => (decision.does === "insert" ? [decision.action] : []));
  for (const { parentItemId, componentItemId } of added) add(parentItemId, componentItemId);
  // Nearly always there is none, and one look over everything is enough.
  const parents = new Set(added.map((line) => line.parentItemId));
  let circle = findCycle(bills, parents);
  if (!circle) return [...decisions];
  const result = [...decisions];
  while (circle) {
    const chain = circle.map((id) => codes.get(id) ?? "?").join(" → ");
    const edges = new Set(circle.slice(0, -1).map((id, index) => `${id} ${circle![index + 1]}`));
    for (const [index, decision] of result.entries()) {
      if (decision.does !== "insert") continue;
      const { parentItemId, componentItemId } = decision.action;
      if (!edges.has(`${parentItemId} ${componentItemId}`)) continue;
      result[index] = {
        does: "problem",
        problems: [{ field: "componentCode", code: "BOM_CYCLIC", values: { chain } }],
      };
      const bill = bills.get(parentItemId)!;
      bill.splice(
        bill.findIndex((line) => line.componentItemId === componentItemId),
        1,
      );
    }
    circle = findCycle(bills, parents);
  }
  return result;
}

/** Circles are a matter of who contains whom; quantities play no part. */
const ONE = decimal(1);
