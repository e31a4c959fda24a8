import { addDays, type Outcome, ok, refuse } from "../../shared/index.ts";
import { type CompiledFactory, compileFactory } from "./compile.ts";
import { construct } from "./construct.ts";
import type { Factory } from "./factory.ts";
import { operationRow, orderRow } from "./schedule-from-records.ts";
import type { LateReason, Moment, ScheduledOperation, ScheduledOrder, ScheduleInput } from "./schedule-records.ts";
import { Timetable } from "./timetable.ts";
import { whyLate } from "./why-late.ts";
import { NEVER } from "./working-time.ts";

export type MoveRefusal =
  | "SCHEDULE_OPERATION_UNKNOWN"
  | "MACHINE_CANNOT_DO_IT"
  | "MOMENT_UNREADABLE"
  | "SCHEDULE_FROZEN"
  | "SCHEDULE_HORIZON"
  | "WAITS_IN_CIRCLE";

/** What a moved operation changes. */
export interface MoveAnswer {
  readonly moved: ScheduledOperation;
  /** Why it does not start when it was put: what it waits for; null when it does. */
  readonly notSooner: LateReason | null;
  /** Working minutes of the moved operation, without set-up: another machine may take longer. */
  readonly workMinutesBefore: number;
  readonly workMinutes: number;
  /** Of all orders that end at another time. */
  readonly counts: {
    readonly operations: number;
    readonly orders: number;
    readonly becameLate: number;
    readonly inTimeAgain: number;
  };
  /** Orders that end at another time, the most delayed first. `whyLate` only for those late now. */
  readonly orders: readonly (ScheduledOrder & {
    readonly endBefore: Moment | null;
    /** Later by so many minutes; below 0 earlier. */
    readonly changeMinutes: number;
    readonly becameLate: boolean;
    readonly isInTimeAgain: boolean;
  })[];
  /** Operations that start or end at another time, the moved one among them. */
  readonly operations: readonly ScheduledOperation[];
  readonly tardinessBefore: number;
  readonly tardiness: number;
}

/** A schedule under a planner's hands: `moveOperation` changes it, re-reckoning only what the change touches. */
export interface OpenSchedule {
  readonly input: ScheduleInput;
  readonly compiled: CompiledFactory;
  readonly table: Timetable;
  /** Operation and part → number in the factory. */
  readonly places: ReadonlyMap<string, number>;
  /** Nothing starts sooner than it stood when it was opened. */
  readonly keepsStarts: boolean;
}

const placeKey = (operation: string, part: number) => JSON.stringify([operation, part]);

/**
 * Opens a schedule for moving operations about.
 *
 * @param operations as `scheduleFromRecords` answered them for the same input; what is not among them is placed around them
 * @param keepsStarts true for a schedule made just in time: then nothing starts sooner than it stands there
 */
export function openSchedule(
  input: ScheduleInput,
  operations: readonly ScheduledOperation[],
  keepsStarts = false,
): OpenSchedule {
  const compiled = compileFactory(input);
  const { clock, machineIds } = compiled;
  const places = new Map(
    compiled.operations.map(({ checked, part }, at) => [placeKey(checked.record.id, part), at] as const),
  );
  // Pins are set and taken back on a copy: the compiled one stays what the records say.
  const factory: Factory = {
    ...compiled.factory,
    pinStart: compiled.factory.pinStart.slice(),
    pinMode: compiled.factory.pinMode.slice(),
    releaseAt: compiled.factory.releaseAt.slice(),
  };
  const pinStart = factory.pinStart.slice();
  const pinMode = factory.pinMode.slice();
  for (const { operationId, part, machineId, start } of operations) {
    const at = places.get(placeKey(operationId, part));
    const from = clock.minutes(start);
    if (at === undefined || from === null) continue;
    pinStart[at] = from;
    for (let mode = factory.modeFirst[at]!; mode < factory.modeFirst[at + 1]!; mode++)
      if (machineIds[factory.modeMachine[mode]!] === machineId) pinMode[at] = mode;
    if (keepsStarts) factory.releaseAt[at] = Math.max(factory.releaseAt[at]!, from);
  }
  const sequence = construct({ ...factory, pinStart, pinMode });
  // For telling reasons: pins as they are now, releases as the records have them.
  const told = { ...compiled, factory: { ...factory, releaseAt: compiled.factory.releaseAt } };
  return { input, compiled: told, table: new Timetable(factory, sequence), places, keepsStarts };
}

/**
 * Puts an operation on a machine at a time, pins it there and repairs around it: what follows moves back as far as it must, what stood behind its old
 * place moves up. Answers what that changes and why.
 *
 * @param isPreview true: the schedule is afterwards as it was before
 * @returns refused when the machine cannot do it, it or its new place is in the frozen zone, it would stand before what it waits for on that machine, or
 * it or something behind it would find no time within the horizon any more
 */
export function moveOperation(
  schedule: OpenSchedule,
  operationId: string,
  machineId: string,
  start: Moment,
  {
    isPreview = false,
    part = 1,
    most = Number.POSITIVE_INFINITY,
  }: {
    readonly isPreview?: boolean;
    readonly part?: number;
    /** So many orders and operations are told one by one; all are counted. */
    readonly most?: number;
  } = {},
): Outcome<MoveAnswer, MoveRefusal> {
  const { compiled, table, places, input } = schedule;
  const { clock, machineIds } = compiled;
  const { factory } = table;
  const at = places.get(placeKey(operationId, part));
  if (at === undefined) return refuse("SCHEDULE_OPERATION_UNKNOWN", { operation: operationId });
  const from = clock.minutes(start);
  if (from === null || from < 0) return refuse("MOMENT_UNREADABLE", { text: start }, "start");
  const beyond = refuse("SCHEDULE_HORIZON", { until: addDays(clock.firstDay, input.horizonDays - 1) }, "start");
  if (from >= input.horizonDays * 1440) return beyond;
  let mode = -1;
  for (let way = factory.modeFirst[at]!; way < factory.modeFirst[at + 1]!; way++)
    if (machineIds[factory.modeMachine[way]!] === machineId) mode = way;
  if (mode < 0) return refuse("MACHINE_CANNOT_DO_IT", { operation: operationId, machine: machineId });
  const frozen = input.frozenUntil === undefined ? null : clock.minutes(input.frozenUntil);
  if (frozen !== null && (from < frozen || table.start[at]! < frozen))
    return refuse("SCHEDULE_FROZEN", { operation: operationId, until: input.frozenUntil! });

  const before = { start: table.start.slice(), end: table.end.slice(), jobEnd: table.jobEnd.slice() };
  const tardinessBefore = table.tardiness;
  const workMinutesBefore = factory.modeMinutes[table.mode[at]!]!;
  const wasPin = [factory.pinStart[at]!, factory.pinMode[at]!] as const;
  factory.pinStart[at] = from;
  factory.pinMode[at] = mode;
  const isPut = putInPlace(table, at, mode, from) && followPerson(table, at, from);
  if (!isPut) {
    [factory.pinStart[at], factory.pinMode[at]] = wasPin;
    return refuse("WAITS_IN_CIRCLE", { operation: operationId, machine: machineId });
  }
  // What finds no time stands nowhere on the board: nobody could take it back from there.
  if (table.end.some((end, one) => end >= NEVER && (one === at || before.end[one]! < NEVER))) {
    table.undo();
    [factory.pinStart[at], factory.pinMode[at]] = wasPin;
    return beyond;
  }
  const answer = tell(compiled, table, at, from, before, tardinessBefore, most);
  if (isPreview) {
    table.undo();
    [factory.pinStart[at], factory.pinMode[at]] = wasPin;
  } else table.keep();
  return ok({ ...answer, workMinutesBefore, workMinutes: factory.modeMinutes[mode]! });
}

/** Behind what starts before on that machine, or as soon after as nothing waits in a circle. */
function putInPlace(table: Timetable, at: number, mode: number, from: number): boolean {
  const { machineAfter, start } = table;
  const machine = table.factory.modeMachine[mode]!;
  let behind = -1;
  let next = table.firstOf(machine);
  while (next >= 0 && (next === at || start[next]! < from)) {
    if (next !== at) behind = next;
    next = machineAfter[next]!;
  }
  for (;;) {
    if (table.put(at, mode, behind)) return true;
    // It waits for one that stands behind there: it can only come after that.
    let later = behind < 0 ? table.firstOf(machine) : machineAfter[behind]!;
    if (later === at) later = machineAfter[at]!;
    if (later < 0) return false;
    behind = later;
  }
}

/** Its person does it in the order of starts as well. */
function followPerson(table: Timetable, at: number, from: number): boolean {
  const person = table.person[at]!;
  if (person < 0) return true;
  const { personAfter, start } = table;
  let behind = -1;
  let next = table.firstOf(person);
  while (next >= 0 && (next === at || start[next]! < from)) {
    if (next !== at) behind = next;
    next = personAfter[next]!;
  }
  if (behind === table.personBefore[at]!) return true;
  // A refused change takes back all since the last `keep`: the machine's move is made anew.
  const mode = table.mode[at]!;
  const machineBehind = table.machineBefore[at]!;
  return table.give(at, person, behind) || table.put(at, mode, machineBehind);
}

function tell(
  compiled: CompiledFactory,
  table: Timetable,
  at: number,
  from: number,
  before: { start: Int32Array; end: Int32Array; jobEnd: Int32Array },
  tardinessBefore: number,
  most: number,
): Omit<MoveAnswer, "workMinutes" | "workMinutesBefore"> {
  const { clock, factory } = compiled;
  const moved: number[] = [];
  for (let one = 0; one < factory.operationCount; one++)
    if (one === at || table.start[one] !== before.start[one] || table.end[one] !== before.end[one]) moved.push(one);
  const jobs: number[] = [];
  let becameLate = 0;
  let inTimeAgain = 0;
  for (let job = 0; job < factory.jobCount; job++) {
    if (table.jobEnd[job] === before.jobEnd[job]) continue;
    jobs.push(job);
    if (isLate(job, table.jobEnd) && !isLate(job, before.jobEnd)) becameLate++;
    if (!isLate(job, table.jobEnd) && isLate(job, before.jobEnd)) inTimeAgain++;
  }
  const changeOf = (job: number) => table.jobEnd[job]! - before.jobEnd[job]!;
  jobs.sort((a, b) => changeOf(b) - changeOf(a) || (compiled.orders[a]!.id < compiled.orders[b]!.id ? -1 : 1));
  const orders = jobs.slice(0, most).map((job): MoveAnswer["orders"][number] => {
    const was = before.jobEnd[job]!;
    return {
      ...orderRow(compiled, table, job),
      endBefore: was >= NEVER ? null : clock.moment(was),
      changeMinutes: changeOf(job),
      becameLate: isLate(job, table.jobEnd) && !isLate(job, before.jobEnd),
      isInTimeAgain: !isLate(job, table.jobEnd) && isLate(job, before.jobEnd),
    };
  });
  const isThere = table.start[at]! <= table.workingTimeOf(at).next(from);
  return {
    moved: operationRow(compiled, table, at),
    notSooner: isThere ? null : (whyLate(compiled, table, factory.job[at]!, at)[0] ?? null),
    counts: { operations: moved.length, orders: jobs.length, becameLate, inTimeAgain },
    orders,
    operations: moved.slice(0, most).map((one) => operationRow(compiled, table, one)),
    tardinessBefore,
    tardiness: table.tardiness,
  };

  function isLate(job: number, ends: Int32Array): boolean {
    return ends[job]! > factory.dueAt[job]!;
  }
}
