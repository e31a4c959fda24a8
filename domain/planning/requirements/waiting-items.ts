/** Items to be planned, by their place in the sequence: the first place is always given next. */
export class WaitingItems {
  private readonly isWaiting: Uint8Array;
  private readonly heap: number[] = [];
  constructor(itemCount: number) {
    this.isWaiting = new Uint8Array(itemCount);
  }

  /** @param place -1 of an item that is not planned: nothing happens */
  add(place: number): void {
    if (place < 0 || this.isWaiting[place] === 1) return;
    this.isWaiting[place] = 1;
    const { heap } = this;
    let at = heap.length;
    heap.push(place);
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (heap[above]! <= place) break;
      heap[at] = heap[above]!;
      at = above;
    }
    heap[at] = place;
  }

  /** -1 when none waits. */
  next(): number {
    const { heap } = this;
    const first = heap[0];
    if (first === undefined) return -1;
    this.isWaiting[first] = 0;
    const last = heap.pop()!;
    const { length } = heap;
    if (length === 0) return first;
    let at = 0;
    for (;;) {
      let below = at * 2 + 1;
      if (below >= length) break;
      if (below + 1 < length && heap[below + 1]! < heap[below]!) below++;
      if (heap[below]! >= last) break;
      heap[at] = heap[below]!;
      at = below;
    }
    heap[at] = last;
    return first;
  }

  /** All that wait; none does afterwards. */
  drain(): number[] {
    for (const place of this.heap) this.isWaiting[place] = 0;
    return this.heap.splice(0);
  }
}
