/** Bill of material lines as the sequence needs them: those of `parent` are `first(parent) .. end(parent)`. */
interface Lines {
  first(parent: number): number;
  end(parent: number): number;
  readonly columns: { readonly child: Uint32Array };
}

/** Items in the order in which they are planned. */
export interface ItemSequence {
  readonly order: Uint32Array;
  /** Where in `order` an item stands; -1 for one that is left out. */
  readonly place: Int32Array;
  /** Circles of bills of material, parent to component, the first item repeated at the end; their items are left out. */
  readonly cycles: readonly number[][];
}

/**
 * Puts every item after all items it goes into (low-level code order: by level, then by index), so that each is planned once, when all
 * that is asked of it is known. Lines count whatever their validity: a circle over time is a circle. Items that contain themselves are
 * left out, and so is what they would ask for.
 */
export function lowLevelOrder(lines: Lines, itemCount: number): ItemSequence {
  const isLeftOut = new Uint8Array(itemCount);
  let levels = levelsOf(lines, itemCount, isLeftOut);
  const cycles: number[][] = [];
  if (levels.count < itemCount) {
    for (const members of circles(lines, levels.level, itemCount)) {
      for (const item of members) isLeftOut[item] = 1;
      cycles.push(nameCircle(lines, members));
    }
    cycles.sort((a, b) => a[0]! - b[0]!);
    levels = levelsOf(lines, itemCount, isLeftOut);
  }
  const { level, count } = levels;
  const next = new Uint32Array(itemCount + 2);
  for (let item = 0; item < itemCount; item++) if (level[item]! >= 0) next[level[item]! + 1]!++;
  for (let at = 0; at <= itemCount; at++) next[at + 1]! += next[at]!;
  const order = new Uint32Array(count);
  const place = new Int32Array(itemCount).fill(-1);
  for (let item = 0; item < itemCount; item++) {
    if (level[item]! < 0) continue;
    const at = next[level[item]!]!++;
    order[at] = item;
    place[item] = at;
  }
  return { order, place, cycles };
}

/** Level of every item: one more than that of its deepest parent; -1 for those left out, in a circle, or below one not left out. */
function levelsOf(lines: Lines, itemCount: number, isLeftOut: Uint8Array) {
  const { child } = lines.columns;
  const waiting = new Uint32Array(itemCount);
  for (let parent = 0; parent < itemCount; parent++) {
    if (isLeftOut[parent] === 1) continue;
    for (let at = lines.first(parent); at < lines.end(parent); at++) waiting[child[at]!]!++;
  }
  const queue = new Uint32Array(itemCount);
  const level = new Int32Array(itemCount).fill(-1);
  const deepest = new Int32Array(itemCount);
  let count = 0;
  for (let item = 0; item < itemCount; item++) {
    if (waiting[item] === 0 && isLeftOut[item] === 0) queue[count++] = item;
  }
  for (let head = 0; head < count; head++) {
    const parent = queue[head]!;
    const below = deepest[parent]! + 1;
    level[parent] = below - 1;
    for (let at = lines.first(parent); at < lines.end(parent); at++) {
      const item = child[at]!;
      if (deepest[item]! < below) deepest[item] = below;
      if (--waiting[item]! === 0 && isLeftOut[item] === 0) queue[count++] = item;
    }
  }
  return { level, count };
}

/** Sets of items that contain each other, or one that contains itself (Tarjan's strongly connected components, without recursion). */
function circles(lines: Lines, level: Int32Array, itemCount: number): number[][] {
  const { child } = lines.columns;
  const found: number[][] = [];
  const number = new Int32Array(itemCount).fill(-1);
  const lowest = new Int32Array(itemCount);
  const isOpen = new Uint8Array(itemCount);
  const next = new Uint32Array(itemCount);
  const open: number[] = [];
  let numbered = 0;
  for (let root = 0; root < itemCount; root++) {
    if (level[root]! >= 0 || number[root]! >= 0) continue;
    const path = [root];
    while (path.length > 0) {
      const item = path.at(-1)!;
      if (number[item]! < 0) {
        number[item] = numbered;
        lowest[item] = numbered++;
        next[item] = lines.first(item);
        open.push(item);
        isOpen[item] = 1;
      }
      let deeper = -1;
      while (deeper < 0 && next[item]! < lines.end(item)) {
        const component = child[next[item]!++]!;
        if (number[component]! < 0) deeper = component;
        else if (isOpen[component] === 1) lowest[item] = Math.min(lowest[item]!, number[component]!);
      }
      if (deeper >= 0) {
        path.push(deeper);
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above !== undefined) lowest[above] = Math.min(lowest[above]!, lowest[item]!);
      if (lowest[item] !== number[item]) continue;
      const members = open.splice(open.lastIndexOf(item));
      for (const member of members) isOpen[member] = 0;
      const containsItself = child.subarray(lines.first(item), lines.end(item)).includes(item);
      if (members.length > 1 || containsItself) found.push(members);
    }
  }
  return found;
}

/** One circle among items that contain each other: walking up by the smallest parent must come back to where it has been. */
function nameCircle(lines: Lines, members: readonly number[]): number[] {
  const sorted = [...members].sort((a, b) => a - b);
  const isMember = new Set(sorted);
  const parentOf = new Map<number, number>();
  for (const parent of sorted) {
    for (let at = lines.first(parent); at < lines.end(parent); at++) {
      const item = lines.columns.child[at]!;
      if (isMember.has(item) && !parentOf.has(item)) parentOf.set(item, parent);
    }
  }
  const path: number[] = [];
  const placeOf = new Map<number, number>();
  let item = sorted[0]!;
  while (!placeOf.has(item)) {
    placeOf.set(item, path.length);
    path.push(item);
    item = parentOf.get(item)!;
  }
  const circle = path.slice(placeOf.get(item)).reverse();
  // The chain reads from parent to component and begins with its smallest index, whatever item the walk met first.
  const start = circle.indexOf(Math.min(...circle));
  const turned = [...circle.slice(start), ...circle.slice(0, start)];
  return [...turned, turned[0]!];
}
