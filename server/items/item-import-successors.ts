import { type BillLine, findCycle, type ItemInput, type ItemTableRow } from "../../domain/items/index.ts";
import type { RowDecision } from "../platform/index.ts";
import { edgeTo } from "./find-circle.ts";
import type { ItemConversion } from "./item.store.ts";
import type { StoredItemRow } from "./item-import.store.ts";

export interface ItemAction {
  readonly id: string;
  readonly input: Omit<ItemInput, "unitConversions">;
  readonly conversions: readonly ItemConversion[];
}

type Decision = RowDecision<ItemTableRow, ItemAction>;

/** Refuses rows whose successor stands in a row that is refused, and those that would close a circle with the bills and each other. */
export function withSuccessors(
  decisions: readonly Decision[],
  items: readonly StoredItemRow[],
  lines: readonly { readonly parentItemId: string; readonly componentItemId: string }[],
): Decision[] {
  const result = [...decisions];
  const stored = new Map(items.map((item) => [item.id, item.row]));
  const writes = (decision: Decision) => decision.does === "insert" || decision.does === "update";
  for (let before = -1; before !== result.filter(writes).length; ) {
    before = result.filter(writes).length;
    const coming = new Set(result.flatMap((one) => (one.does === "insert" ? [one.action.id] : [])));
    for (const [at, decision] of result.entries()) {
      if (decision.does !== "insert" && decision.does !== "update") continue;
      const { successorItemId } = decision.action.input;
      if (successorItemId === null || stored.has(successorItemId) || coming.has(successorItemId)) continue;
      result[at] = { does: "problem", problems: [{ field: "successorCode", code: "ITEM_NOT_FOUND" }] };
    }
  }
  const codes = new Map(items.map((item) => [item.id, item.row.code]));
  const successors = new Map(
    items.flatMap(({ id, row }) => {
      const to = row.successorCode ? items.find((one) => one.row.code === row.successorCode)?.id : undefined;
      return to ? [[id, to] as const] : [];
    }),
  );
  const named: string[] = [];
  for (const decision of result) {
    if (decision.does !== "insert" && decision.does !== "update") continue;
    const { id, input } = decision.action;
    codes.set(id, input.code);
    if (input.successorItemId === null) successors.delete(id);
    else {
      successors.set(id, input.successorItemId);
      named.push(id);
    }
  }
  if (named.length === 0) return result;
  const bills = new Map<string, BillLine[]>();
  const add = (above: string, below: string) => bills.set(above, [...(bills.get(above) ?? []), edgeTo(below)]);
  for (const line of lines) add(line.parentItemId, line.componentItemId);
  for (const [above, below] of successors) add(above, below);
  for (let circle = findCycle(bills, named); circle; circle = findCycle(bills, named)) {
    const chain = circle.map((id) => codes.get(id) ?? "?").join(" → ");
    const members = new Set(circle);
    let isMended = false;
    for (const [at, decision] of result.entries()) {
      if (decision.does !== "insert" && decision.does !== "update") continue;
      const { id, input } = decision.action;
      if (!members.has(id) || input.successorItemId === null || !members.has(input.successorItemId)) continue;
      result[at] = {
        does: "problem",
        problems: [{ field: "successorCode", code: "SUCCESSOR_CYCLIC", values: { chain } }],
      };
      bills.set(
        id,
        bills.get(id)!.filter((line) => line.componentItemId !== input.successorItemId),
      );
      isMended = true;
    }
    // A circle of what is stored already is not this file's.
    if (!isMended) return result;
  }
  return result;
}
