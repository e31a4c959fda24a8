import type { BomRows } from "./plan-data.ts";

/** Bill of material lines by parent: the lines of `item` are `line[offset[item] .. offset[item + 1])`, in input order. */
export interface BomIndex {
  readonly offset: Uint32Array;
  readonly line: Uint32Array;
}

export function indexBom(bom: BomRows, itemCount: number): BomIndex {
  const lineCount = bom.parent.length;
  const offset = new Uint32Array(itemCount + 1);
  for (let line = 0; line < lineCount; line++) offset[bom.parent[line]! + 1]!++;
  for (let item = 0; item < itemCount; item++) offset[item + 1]! += offset[item]!;
  const fill = offset.slice(0, itemCount);
  const line = new Uint32Array(lineCount);
  for (let at = 0; at < lineCount; at++) line[fill[bom.parent[at]!]!++] = at;
  return { offset, line };
}

/**
 * Puts every item after all items it goes into (low-level code order), so that each is planned once, when all that is asked
 * of it is known. Lines count whatever their validity: a circle over time is a circle.
 *
 * @returns the order, or the items of one circle, first item repeated at the end
 */
export function lowLevelOrder(
  bom: BomRows,
  index: BomIndex,
  itemCount: number,
): { readonly order: Uint32Array } | { readonly cycle: number[] } {
  const { child } = bom;
  const waiting = new Uint32Array(itemCount);
  for (let line = 0; line < child.length; line++) waiting[child[line]!]!++;
  const order = new Uint32Array(itemCount);
  let tail = 0;
  for (let item = 0; item < itemCount; item++) if (waiting[item] === 0) order[tail++] = item;
  for (let head = 0; head < tail; head++) {
    const parent = order[head]!;
    for (let at = index.offset[parent]!; at < index.offset[parent + 1]!; at++) {
      const item = child[index.line[at]!]!;
      if (--waiting[item]! === 0) order[tail++] = item;
    }
  }
  return tail === itemCount ? { order } : { cycle: findCycle(bom, waiting) };
}

/** Every item that still waits has a parent that waits: walking up must come back to where it has been. */
function findCycle(bom: BomRows, waiting: Uint32Array): number[] {
  const parentOf = new Map<number, number>();
  for (let line = 0; line < bom.child.length; line++) {
    const child = bom.child[line]!;
    const parent = bom.parent[line]!;
    if (waiting[parent] !== 0 && parent < (parentOf.get(child) ?? Number.POSITIVE_INFINITY))
      parentOf.set(child, parent);
  }
  const path: number[] = [];
  const placeOf = new Map<number, number>();
  let item = waiting.findIndex((count) => count !== 0);
  while (!placeOf.has(item)) {
    placeOf.set(item, path.length);
    path.push(item);
    item = parentOf.get(item)!;
  }
  const circle = path.slice(placeOf.get(item)).reverse();
  // The chain reads from parent to component and begins with its smallest index, whatever item the walk met first.
  const first = circle.indexOf(Math.min(...circle));
  const turned = [...circle.slice(first), ...circle.slice(0, first)];
  return [...turned, turned[0]!];
}
