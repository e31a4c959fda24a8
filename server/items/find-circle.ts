import { type BillLine, findCycle } from "../../domain/items/index.ts";
import { decimal } from "../../domain/shared/index.ts";
import type { Tx } from "../platform/index.ts";
import { loadEdgesBelow } from "./bill-of-material.store.ts";
import { loadItem } from "./item.store.ts";

/** A line that only says who is below whom: a circle is a circle whatever its quantities and days. */
export function edgeTo(componentItemId: string): BillLine {
  return {
    componentItemId,
    kind: "component",
    operationNumber: null,
    quantity: decimal(1),
    scrapRate: decimal(0),
    validFrom: null,
    validTo: null,
  };
}

/**
 * Looks for a way from an item back to itself, over bills of material and successors, if these were what stands below it.
 *
 * @returns the chain of codes, and the item that follows the first; null where there is none
 */
export async function findCircle(
  tx: Tx,
  item: { readonly id: string; readonly code: string },
  below: readonly string[],
): Promise<{ readonly text: string; readonly next: string } | null> {
  const edges = await loadEdgesBelow(tx, below);
  const bills = new Map<string, BillLine[]>();
  for (const edge of edges) {
    const lines = bills.get(edge.above);
    if (lines) lines.push(edgeTo(edge.below));
    else bills.set(edge.above, [edgeTo(edge.below)]);
  }
  bills.set(item.id, below.map(edgeTo));
  const circle = findCycle(bills, [item.id]);
  if (!circle) return null;
  const next = circle[1]!;
  const codes = new Map(edges.map((edge) => [edge.below, edge.belowCode])).set(item.id, item.code);
  if (!codes.has(next)) codes.set(next, (await loadItem(tx, next))?.code ?? "?");
  return { text: circle.map((id) => codes.get(id) ?? "?").join(" → "), next };
}
