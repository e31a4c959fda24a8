import type { Factory } from "./factory.ts";

/** The time of what no working time is left for, as in the scheduler; looking at minutes ends with the last shift. */
const NEVER = 0x3fff_ffff;

interface Times {
  readonly mode: Int32Array;
  readonly person: Int32Array;
  readonly setupAt: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
}

/**
 * What is wrong with a schedule, in words; nothing when it is right. Shares no code with the scheduler: it looks at minutes one by one and at every
 * pair of neighbours.
 */
export function faultsOf(factory: Factory, { mode, person, setupAt, start, end }: Times): string[] {
  const faults: string[] = [];
  const isWorking = (resource: number, minute: number) => {
    const { from, to } = factory.workingTime[resource]!;
    return from.some((begin, at) => begin <= minute && minute < to[at]!);
  };
  const lastShift = Math.max(...factory.workingTime.map(({ to }) => to.at(-1) ?? 0));
  const worked = (resources: readonly number[], since: number, until: number) => {
    let minutes = 0;
    for (let minute = since; minute < Math.min(until, lastShift); minute++)
      if (resources.every((resource) => isWorking(resource, minute))) minutes++;
    return minutes;
  };
  const users = new Map<number, number[]>();
  for (let operation = 0; operation < factory.operationCount; operation++) {
    const way = mode[operation]!;
    if (way < factory.modeFirst[operation]! || way >= factory.modeFirst[operation + 1]!)
      faults.push(`${operation}: no such way`);
    const machine = factory.modeMachine[way]!;
    const resources = person[operation]! < 0 ? [machine] : [machine, person[operation]!];
    const needed = [...factory.person.subarray(factory.personFirst[operation], factory.personFirst[operation + 1])];
    if (needed.length > 0 && !needed.includes(person[operation]!)) faults.push(`${operation}: nobody who can do it`);
    const minutes = worked(resources, start[operation]!, end[operation]!);
    if (end[operation]! < NEVER && minutes < factory.modeMinutes[way]!)
      faults.push(`${operation}: not enough working time`);
    const isWhole = [
      ...factory.waitOverlap.subarray(factory.waitFirst[operation], factory.waitFirst[operation + 1]),
    ].every((overlap) => overlap < 0);
    if (isWhole && start[operation]! < NEVER && end[operation]! >= NEVER && minutes >= factory.modeMinutes[way]!)
      faults.push(`${operation}: would have had the time`);
    if (start[operation]! < factory.releaseAt[operation]!) faults.push(`${operation}: before its material`);
    if (start[operation]! < factory.pinStart[operation]!) faults.push(`${operation}: before its pin`);
    for (let wait = factory.waitFirst[operation]!; wait < factory.waitFirst[operation + 1]!; wait++) {
      const other = factory.waitFor[wait]!;
      const overlap = factory.waitOverlap[wait]!;
      if (overlap < 0 && start[operation]! < end[other]! + factory.waitLag[wait]!)
        faults.push(`${operation}: before ${other}`);
      if (overlap >= 0) {
        const others =
          person[other]! < 0
            ? [factory.modeMachine[mode[other]!]!]
            : [factory.modeMachine[mode[other]!]!, person[other]!];
        const ahead = worked(others, start[other]!, start[operation]! - factory.waitLag[wait]!);
        if (
          ahead < Math.min(overlap, factory.modeMinutes[mode[other]!]!) &&
          start[operation]! < end[other]! + factory.waitLag[wait]!
        )
          faults.push(`${operation}: before the first parts of ${other}`);
        if (
          end[operation]! < NEVER &&
          worked(resources, end[other]! + factory.waitLag[wait]!, end[operation]!) < overlap
        )
          faults.push(`${operation}: ends before the last parts of ${other}`);
      }
    }
    for (const resource of resources) {
      if (factory.isUnlimited[resource]) continue;
      users.set(resource, [...(users.get(resource) ?? []), operation]);
    }
  }
  for (const [resource, operations] of users) {
    operations.sort((a, b) => start[a]! - start[b]! || end[a]! - end[b]!);
    for (let at = 0; at < operations.length; at++) {
      const operation = operations[at]!;
      const before = at === 0 ? -1 : operations[at - 1]!;
      if (before >= 0 && Math.min(setupAt[operation]!, start[operation]!) < end[before]!)
        faults.push(`${operation}: meets ${before} on ${resource}`);
      if (resource >= factory.machineCount) continue;
      const group = factory.setupGroup[operation]!;
      const groupBefore = before < 0 ? -1 : factory.setupGroup[before]!;
      const matrix = factory.setupMatrix[resource];
      const needed =
        matrix && group >= 0 && groupBefore >= 0
          ? matrix[groupBefore * factory.setupGroupCount + group]!
          : group >= 0 && group === groupBefore
            ? 0
            : factory.modeSetup[mode[operation]!]!;
      const resources = person[operation]! < 0 ? [resource] : [resource, person[operation]!];
      if (start[operation]! < NEVER && worked(resources, setupAt[operation]!, start[operation]!) < needed)
        faults.push(`${operation}: not set up`);
    }
  }
  return faults;
}
