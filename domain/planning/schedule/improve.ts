import { constructBy, latestStarts } from "./construct.ts";
import type { Factory } from "./factory.ts";
import type { IsTimeUp } from "./is-time-up.ts";
import { pick, type Random, seededRandom } from "./random.ts";
import { type Sequence, Timetable } from "./timetable.ts";

/** How far back the search compares: a worse schedule is taken when it is no worse than the one so many moves ago. */
const MEMORY = 100;
const ASK_EVERY = 16;
/** A move that shifts more operations than this costs more time than it is worth. */
const MOST_CHANGED = 1000;
/** Schedules constructed anew before the first move. */
const ROUNDS = 24;
/** More lateness than this does not make a job more urgent: it would push all others aside. */
const MOST_BLAMED = 4 * 1440;

/**
 * Makes a schedule less late: on the way that makes a late job late, an operation changes places on its machine, goes to another machine or another
 * person. A move is kept when it is no worse than what stood some moves before (late acceptance, Burke and Bykov 2017); the best schedule met is
 * answered.
 *
 * @param seed the same seed and number of moves give the same schedule
 */
export function improve(factory: Factory, start: Sequence, seed: number, isTimeUp: IsTimeUp): Sequence {
  const random = seededRandom(seed);
  const first = constructAnew(factory, start, random, isTimeUp);
  const table = new Timetable(factory, first);
  table.limit = MOST_CHANGED;
  let best = first;
  let bestCost = table.tardiness;
  const pinned = pinnedOf(factory);
  let pinDelay = delayOfPins(table, pinned);
  const memory = new Float64Array(MEMORY).fill(table.tardiness);
  let sinceBest = 0;
  let isKept = true;
  for (let move = 0; table.tardiness > 0 || !isKept; move++) {
    if (move % ASK_EVERY === 0 && isTimeUp()) break;
    const before = table.tardiness;
    if (!tryMove(table, random)) {
      if (++sinceBest > 50 * MEMORY) break;
      continue;
    }
    const after = table.tardiness;
    const place = move % MEMORY;
    const delay = delayOfPins(table, pinned);
    if (delay <= pinDelay && (after <= before || after <= memory[place]!)) {
      table.keep();
      pinDelay = delay;
      if (after < bestCost) {
        bestCost = after;
        sinceBest = 0;
        isKept = false;
      }
    } else {
      table.undo();
      if (table.tardiness === bestCost && !isKept) {
        best = table.sequence();
        isKept = true;
      }
    }
    if (table.tardiness < memory[place]!) memory[place] = table.tardiness;
    sinceBest++;
  }
  return table.tardiness <= bestCost ? table.sequence() : best;
}

/**
 * Constructs the schedule again and again, each time with what was late before more urgent ("squeaky wheel", Joslin and Clements 1999), and answers the
 * least late one: in a large factory this moves whole jobs, which moves of single operations hardly do.
 */
function constructAnew(factory: Factory, start: Sequence, random: Random, isTimeUp: IsTimeUp): Sequence {
  const { jobCount, weight, job } = factory;
  let best = start;
  let table = new Timetable(factory, start);
  let cost = table.tardiness;
  const latest = latestStarts(factory);
  const urgency = new Float64Array(latest.length);
  const blame = new Float64Array(jobCount);
  const pinned = pinnedOf(factory);
  const pinDelay = delayOfPins(table, pinned);
  const heaviest = weight.reduce((most, of) => Math.max(most, of), 0);
  for (let round = 0; round < ROUNDS && cost > 0 && !isTimeUp(); round++) {
    const strength = 0.05 + 0.25 * random();
    for (let at = 0; at < jobCount; at++) {
      const late = table.latenessOf(at);
      if (late > 0) blame[at]! += (strength * Math.min(late, MOST_BLAMED) * weight[at]!) / heaviest;
    }
    for (let at = 0; at < urgency.length; at++) urgency[at] = latest[at]! - blame[job[at]!]!;
    const sequence = constructBy(factory, urgency);
    table = new Timetable(factory, sequence);
    if (table.tardiness >= cost || delayOfPins(table, pinned) > pinDelay) continue;
    cost = table.tardiness;
    best = sequence;
  }
  return best;
}

function pinnedOf({ pinStart }: Factory): number[] {
  return Array.from(pinStart.keys()).filter((at) => pinStart[at]! >= 0);
}

/** Minutes pinned operations start after their pins: what a person fixed is not pushed back to help a late order. */
function delayOfPins(table: Timetable, pinned: readonly number[]): number {
  let delay = 0;
  for (const at of pinned) delay += table.start[at]! - table.factory.pinStart[at]!;
  return delay;
}

/** Makes one change on the way of a late job; false when there was none to make. */
function tryMove(table: Timetable, random: Random): boolean {
  const job = lateJob(table, random);
  if (job < 0) return false;
  const steps = wayOf(table, job);
  if (steps.length === 0) return false;
  const step = steps[pick(random, steps.length)]!;
  const { factory } = table;
  const { modeFirst, personFirst, person } = factory;
  const modes = modeFirst[step.operation + 1]! - modeFirst[step.operation]!;
  const people = personFirst[step.operation + 1]! - personFirst[step.operation]!;
  if (modes > 1 && factory.pinMode[step.operation]! < 0 && random() < 0.3) {
    const mode = modeFirst[step.operation]! + pick(random, modes);
    if (mode === table.mode[step.operation]) return false;
    return table.put(step.operation, mode, lastBefore(table, factory.modeMachine[mode]!, step.operation));
  }
  if (people > 1 && random() < 0.2) {
    const other = person[personFirst[step.operation]! + pick(random, people)]!;
    if (other === table.person[step.operation]) return false;
    return table.give(step.operation, other, lastBefore(table, other, step.operation));
  }
  if (step.kind === "person")
    return table.give(step.operation, table.person[step.operation]!, table.personBefore[step.behind]!);
  if (step.kind !== "machine") return false;
  if (factory.pinStart[step.operation]! >= 0 && factory.pinStart[step.behind]! >= 0) return false;
  // Before the one it waits for, before all it waits for without a gap, or that one behind it.
  const way = random();
  if (way < 0.5) return table.put(step.operation, table.mode[step.operation]!, table.machineBefore[step.behind]!);
  if (way < 0.75) return table.put(step.behind, table.mode[step.behind]!, step.operation);
  let first = step.behind;
  for (let length = 0; length < 12; length++) {
    const binding = table.bindingOf(first);
    if (binding.kind !== "machine") break;
    first = binding.behind;
  }
  return table.put(step.operation, table.mode[step.operation]!, table.machineBefore[first]!);
}

/** A late job, rather one that is very late; -1 when none is. */
function lateJob(table: Timetable, random: Random): number {
  const { jobCount, weight } = table.factory;
  const late: number[] = [];
  for (let job = 0; job < jobCount; job++) if (weight[job]! > 0 && table.latenessOf(job) > 0) late.push(job);
  if (late.length === 0) return -1;
  const one = late[pick(random, late.length)]!;
  const other = late[pick(random, late.length)]!;
  return weight[one]! * table.latenessOf(one) >= weight[other]! * table.latenessOf(other) ? one : other;
}

interface Step {
  readonly operation: number;
  readonly kind: "operation" | "machine" | "person";
  readonly behind: number;
}

const LONGEST_WAY = 200;

/** The chain of waiting that ends with the end of a job. */
function wayOf(table: Timetable, job: number): Step[] {
  const { jobFirst } = table.factory;
  let operation = -1;
  for (let at = jobFirst[job]!; at < jobFirst[job + 1]!; at++) if (table.end[at] === table.jobEnd[job]) operation = at;
  const steps: Step[] = [];
  while (operation >= 0 && steps.length < LONGEST_WAY) {
    const binding = table.bindingOf(operation);
    if (!("behind" in binding)) break;
    steps.push({ operation, kind: binding.kind, behind: binding.behind });
    operation = binding.behind;
  }
  return steps;
}

/** The last operation of a machine or person that starts before the given one does now; -1 when it would be the first. */
function lastBefore(table: Timetable, resource: number, operation: number): number {
  const after = resource < table.factory.machineCount ? table.machineAfter : table.personAfter;
  const { start } = table;
  let last = -1;
  for (let at = table.firstOf(resource); at >= 0 && start[at]! <= start[operation]!; at = after[at]!)
    if (at !== operation) last = at;
  return last;
}
