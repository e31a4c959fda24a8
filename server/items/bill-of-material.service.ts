import {
  type BillLine,
  type BillOfMaterial,
  type BillOfMaterialLineInput,
  checkBillLines,
  type Explosion,
  explode,
  isValidOn,
  type WhereUsed,
} from "../../domain/items/index.ts";
import {
  decimal,
  type Outcome,
  ok,
  type PlainDate,
  type Refusal,
  refuse,
  refuseAll,
} from "../../domain/shared/index.ts";
import { requireSaved, requireVersion, type Tx } from "../platform/index.ts";
import {
  loadBill,
  loadBillsAbove,
  loadBillsBelow,
  lockBills,
  replaceBill,
  type ShownLine,
} from "./bill-of-material.store.ts";
import { findCircle } from "./find-circle.ts";
import { loadItem, raiseItemVersion } from "./item.store.ts";
import { ownIds } from "./lookup.store.ts";
import { recordItem } from "./record.ts";

/** Rows an opened bill shows at most: nobody reads more, and a deep bill could hold millions. */
const ROWS_SHOWN = 5_000;

export async function readBill(tx: Tx, itemId: string): Promise<Outcome<BillOfMaterial>> {
  const item = await loadItem(tx, itemId);
  if (!item) return refuse("NOT_FOUND");
  const lines = await loadBill(tx, itemId);
  return ok({ itemId, version: item.version, lines: lines.map(toLine) });
}

function toLine({ code, name, specification, ...line }: ShownLine): BillOfMaterial["lines"][number] {
  return {
    ...line,
    quantity: line.quantity.toFixed(),
    scrapRate: line.scrapRate.toFixed(),
    componentCode: code,
    componentName: name,
    componentSpecification: specification,
  };
}

/** Replaces an item's bill. A circle is refused and named as the chain of codes that leads back. */
export async function changeBill(
  tx: Tx,
  itemId: string,
  seen: number,
  lines: readonly BillOfMaterialLineInput[],
): Promise<Outcome<BillOfMaterial>> {
  await lockBills(tx);
  const found = requireVersion(await loadItem(tx, itemId), seen);
  if (!found.ok) return found;
  const wanted = lines.map(toBillLine);
  const components = wanted.map((line) => line.componentItemId);
  const known = await ownIds(tx, "item", components);
  const unknown: Refusal[] = lines.flatMap((line, index) =>
    known.has(line.componentItemId) ? [] : [{ code: "ITEM_NOT_FOUND", field: `lines.${index}.componentItemId` }],
  );
  const refused = refuseAll([...unknown, ...checkBillLines(itemId, wanted)]);
  if (refused) return refused;
  const { successorItemId, code } = found.value;
  const chain = await findCircle(tx, { id: itemId, code }, [
    ...components,
    ...(successorItemId === null ? [] : [successorItemId]),
  ]);
  if (chain) {
    const at = lines.findIndex((line) => line.componentItemId === chain.next);
    const field = at < 0 ? undefined : `lines.${at}.componentItemId`;
    return refuse("BOM_CYCLIC", { chain: chain.text }, field);
  }
  await replaceBill(tx, itemId, lines);
  const saved = requireSaved(await raiseItemVersion(tx, itemId, seen));
  if (!saved.ok) return saved;
  await recordItem(tx, "change-bill-of-material", itemId, { lineCount: lines.length });
  return readBill(tx, itemId);
}

export function toBillLine(line: BillOfMaterialLineInput): BillLine {
  return { ...line, quantity: decimal(line.quantity), scrapRate: decimal(line.scrapRate) };
}

function groupByParent<Line extends { readonly parentItemId: string }>(lines: readonly Line[]): Map<string, Line[]> {
  const bills = new Map<string, Line[]>();
  for (const line of lines) {
    const bill = bills.get(line.parentItemId);
    if (bill) bill.push(line);
    else bills.set(line.parentItemId, [line]);
  }
  return bills;
}

/** The bill over all levels, for a quantity, as it holds on a day. */
export async function openBill(tx: Tx, itemId: string, on: PlainDate, quantity: string): Promise<Outcome<Explosion>> {
  if (!(await loadItem(tx, itemId))) return refuse("NOT_FOUND");
  const bills = groupByParent(await loadBillsBelow(tx, [itemId]));
  const { lines, isCut } = explode(bills, itemId, decimal(quantity), on, ROWS_SHOWN);
  return ok({
    on,
    quantity,
    isCut,
    rows: lines.map(({ level, line, quantity }) => ({
      level,
      itemId: line.componentItemId,
      code: line.code,
      name: line.name,
      supply: line.supply,
      unit: line.unit,
      kind: line.kind,
      operationNumber: line.operationNumber,
      quantityPer: line.quantity.toFixed(),
      scrapRate: line.scrapRate.toFixed(),
      quantity: quantity.toDecimalPlaces(6).toFixed(),
    })),
  });
}

/** What an item goes into, level by level up to the ends, as it holds on a day or later. */
export async function findUses(tx: Tx, itemId: string, on: PlainDate): Promise<Outcome<WhereUsed>> {
  if (!(await loadItem(tx, itemId))) return refuse("NOT_FOUND");
  const uses = new Map<string, Awaited<ReturnType<typeof loadBillsAbove>>>();
  for (const line of await loadBillsAbove(tx, itemId)) {
    if (line.validTo !== null && !isValidOn({ validFrom: null, validTo: line.validTo }, on)) continue;
    const lines = uses.get(line.componentItemId);
    if (lines) lines.push(line);
    else uses.set(line.componentItemId, [line]);
  }
  const rows: WhereUsed["rows"] = [];
  const climb = (item: string, level: number): boolean => {
    for (const { parentItemId, componentItemId: _component, quantity, ...line } of uses.get(item) ?? []) {
      if (rows.length >= ROWS_SHOWN) return false;
      rows.push({ level, itemId: parentItemId, ...line, quantityPer: quantity.toFixed() });
      if (!climb(parentItemId, level + 1)) return false;
    }
    return true;
  };
  const isWhole = climb(itemId, 1);
  return ok({ rows, isCut: !isWhole });
}
