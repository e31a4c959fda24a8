import type { WorkingTime } from "./working-time.ts";

/**
 * A factory to be scheduled, in numbers: times are minutes from the first of the plan. Made by `compileFactory` from records; everything in this
 * folder works on it.
 *
 * Resources are machines first, then people; each does one operation at a time, but for unlimited ones (subcontractors).
 */
export interface Factory {
  readonly operationCount: number;
  readonly jobCount: number;
  readonly machineCount: number;
  /** Machines and people. */
  readonly workingTime: readonly WorkingTime[];
  /** 1 for resources that take any number of operations at once. */
  readonly isUnlimited: Uint8Array;

  readonly job: Int32Array;
  /** Operations of job j: `jobFirst[j]` … `jobFirst[j + 1] - 1`; operations are numbered job by job, none before one it waits for in its job. */
  readonly jobFirst: Int32Array;
  readonly dueAt: Int32Array;
  readonly weight: Float64Array;

  /** Not before: material, release of the order, today. */
  readonly releaseAt: Int32Array;
  /** Ways to do operation o: `modeFirst[o]` … `modeFirst[o + 1] - 1`. */
  readonly modeFirst: Int32Array;
  readonly modeMachine: Int32Array;
  readonly modeMinutes: Int32Array;
  /** Set-up unless the operation before on the machine is of the same set-up group. */
  readonly modeSetup: Int32Array;

  /** -1: none. */
  readonly setupGroup: Int32Array;
  readonly setupGroupCount: number;
  /** Per machine: minutes from group to group, row by row; null, or a pair below 0, where `modeSetup` holds. */
  readonly setupMatrix: readonly (Int32Array | null)[];

  /** People who can do operation o: `personFirst[o]` … `personFirst[o + 1] - 1` (resource numbers); none: nobody is needed. */
  readonly personFirst: Int32Array;
  readonly person: Int32Array;

  /** What operation o waits for: `waitFirst[o]` …; with lag: minutes after the end (clock time: drying, transport) that must pass. */
  readonly waitFirst: Int32Array;
  readonly waitFor: Int32Array;
  readonly waitLag: Int32Array;
  /** ≥ 0: it may start so many working minutes after the start of the other, which sends parts ahead, and ends no earlier than so many after its end. */
  readonly waitOverlap: Int32Array;

  /** Fixed by a person or in the frozen zone: start, or -1; `pinMode` its way, or -1. */
  readonly pinStart: Int32Array;
  readonly pinMode: Int32Array;
}

/** The reverse of `waitFor`: what waits for each operation. */
export interface Followers {
  readonly first: Int32Array;
  readonly operation: Int32Array;
}

export function followersOf({ operationCount, waitFirst, waitFor }: Factory): Followers {
  const first = new Int32Array(operationCount + 1);
  for (const before of waitFor) first[before + 1]!++;
  for (let at = 0; at < operationCount; at++) first[at + 1]! += first[at]!;
  const fill = first.slice();
  const operation = new Int32Array(waitFor.length);
  for (let at = 0; at < operationCount; at++)
    for (let wait = waitFirst[at]!; wait < waitFirst[at + 1]!; wait++) operation[fill[waitFor[wait]!]!++] = at;
  return { first, operation };
}

/** Set-up minutes of an operation, done in `mode`, behind another one on its machine (-1: the first). */
export function setupMinutes(factory: Factory, mode: number, operation: number, before: number): number {
  const { setupGroup, setupGroupCount, setupMatrix, modeMachine, modeSetup } = factory;
  const group = setupGroup[operation]!;
  const groupBefore = before < 0 ? -1 : setupGroup[before]!;
  const matrix = setupMatrix[modeMachine[mode]!];
  if (matrix && group >= 0 && groupBefore >= 0) {
    const minutes = matrix[groupBefore * setupGroupCount + group]!;
    if (minutes >= 0) return minutes;
  }
  return group >= 0 && group === groupBefore ? 0 : modeSetup[mode]!;
}
