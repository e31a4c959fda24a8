/** Work a centre has to do between two days, as day numbers. */
export interface WorkPiece {
  readonly from: number;
  readonly to: number;
  readonly minutes: number;
}

/**
 * Minutes of each day that are not given to work yet. A piece fills the days from its start; what does not fit there by then fills the next
 * days that have room, so that an overloaded week pushes into the weeks after it instead of vanishing.
 *
 * Pieces are laid by their end, then their start, so that the same work gives the same days in whatever order it comes.
 */
export function freeCapacity(capacityMinutes: Int32Array, work: readonly WorkPiece[]): Int32Array {
  const free = capacityMinutes.slice();
  const ordered = work.toSorted((a, b) => a.to - b.to || a.from - b.from || a.minutes - b.minutes);
  for (const piece of ordered) {
    let left = Math.ceil(piece.minutes);
    for (let day = Math.max(0, piece.from); day < free.length && left > 0; day++) {
      const taken = Math.min(left, free[day]!);
      free[day]! -= taken;
      left -= taken;
    }
  }
  return free;
}
