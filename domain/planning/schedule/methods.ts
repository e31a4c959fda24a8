import { construct, constructBy, latestStarts } from "./construct.ts";
import { type Factory, followersOf } from "./factory.ts";
import { type Sequence, Timetable } from "./timetable.ts";
import { NEVER, WorkingTime } from "./working-time.ts";

/**
 * `forward`: as soon as possible. `backward`: just in time for the due date, forward where that would begin in the past. `bottleneck`: the most loaded
 * machines are planned first, everything else around them.
 */
export type ScheduleMethod = "forward" | "backward" | "bottleneck";

/** A first schedule; of `backward` also the factory whose releases keep operations from starting too early. */
export interface FirstSchedule {
  readonly factory: Factory;
  readonly sequence: Sequence;
}

export function constructWith(factory: Factory, method: ScheduleMethod): FirstSchedule {
  if (factory.operationCount === 0 || method === "forward") return { factory, sequence: construct(factory) };
  return method === "backward" ? backward(factory) : { factory, sequence: bottleneckFirst(factory) };
}

/** Rounds in which orders that became late just in time go back to as soon as possible. */
const ROUNDS = 8;

function backward(factory: Factory): FirstSchedule {
  const latest = justInTimeStarts(factory);
  const { operationCount, job, jobFirst, jobCount, releaseAt, pinStart } = factory;
  const soon = latestStarts(factory);
  const isSoon = new Uint8Array(jobCount);
  for (let at = 0; at < operationCount; at++)
    if (pinStart[at]! < 0 && latest[at]! < releaseAt[at]!) isSoon[job[at]!] = 1;
  const forward = { factory, sequence: construct(factory) };
  const forwardTable = new Timetable(factory, forward.sequence);
  for (let round = 0; round < ROUNDS; round++) {
    const release = Int32Array.from(releaseAt, (from, at) =>
      isSoon[job[at]!] || pinStart[at]! >= 0 ? from : Math.max(from, latest[at]!),
    );
    const held: Factory = { ...factory, releaseAt: release };
    const urgency = Int32Array.from(latest, (start, at) => (isSoon[job[at]!] ? soon[at]! : Math.min(start, soon[at]!)));
    const sequence = constructBy(held, urgency);
    const table = new Timetable(held, sequence);
    let isChanged = false;
    for (let at = 0; at < jobCount; at++) {
      if (isSoon[at] || table.latenessOf(at) <= forwardTable.latenessOf(at)) continue;
      isSoon[at] = 1;
      isChanged = true;
      // What it waits for in other orders must hurry as well.
      for (let own = jobFirst[at]!; own < jobFirst[at + 1]!; own++)
        for (let wait = factory.waitFirst[own]!; wait < factory.waitFirst[own + 1]!; wait++)
          isSoon[job[factory.waitFor[wait]!]!] = 1;
    }
    if (table.tardiness <= forwardTable.tardiness) return { factory: held, sequence };
    if (isChanged) continue;
    // Orders in time stand in the way of late ones: of those due soonest, half no longer wait.
    const waiting = Array.from(isSoon.keys()).filter((at) => !isSoon[at]);
    waiting.sort((a, b) => factory.dueAt[a]! - factory.dueAt[b]! || a - b);
    for (const at of waiting.slice(0, Math.ceil(waiting.length / 2))) isSoon[at] = 1;
  }
  return forward;
}

/** When each operation starts in a schedule built from the due dates back; below 0 when there is no time for it. */
function justInTimeStarts(factory: Factory): Int32Array {
  const { workingTime, operationCount, dueAt, job, modeFirst, modeMachine, setupGroupCount } = factory;
  const last = factory.jobCount === 0 ? 0 : dueAt.reduce((most, due) => Math.max(most, due), 0);
  const mirrored = workingTime.map(
    ({ from, to }) =>
      new WorkingTime(
        Array.from(from, (start, at): [number, number] => [last - Math.min(to[at]!, last), last - start]).filter(
          ([start, end]) => start < end,
        ),
      ),
  );
  const followers = followersOf(factory);
  const waitFirst = new Int32Array(operationCount + 1);
  const waitFor: number[] = [];
  const waitLag: number[] = [];
  const waitOverlap: number[] = [];
  for (let at = 0; at < operationCount; at++) {
    for (let next = followers.first[at]!; next < followers.first[at + 1]!; next++) {
      const follower = followers.operation[next]!;
      if (waitFor.includes(follower, waitFirst[at]!)) continue;
      for (let wait = factory.waitFirst[follower]!; wait < factory.waitFirst[follower + 1]!; wait++) {
        if (factory.waitFor[wait] !== at) continue;
        waitFor.push(follower);
        waitLag.push(factory.waitLag[wait]!);
        waitOverlap.push(factory.waitOverlap[wait]!);
      }
    }
    waitFirst[at + 1] = waitFor.length;
  }
  // Behind an operation comes the set-up of the next one; the longest of the machine is always enough.
  const longest = new Int32Array(workingTime.length);
  for (let mode = 0; mode < modeMachine.length; mode++)
    longest[modeMachine[mode]!] = Math.max(longest[modeMachine[mode]!]!, factory.modeSetup[mode]!);
  const mirror: Factory = {
    ...factory,
    workingTime: mirrored,
    dueAt: new Int32Array(factory.jobCount).fill(last),
    releaseAt: Int32Array.from(job, (of) => last - dueAt[of]!),
    modeSetup: Int32Array.from(modeMachine, (machine) => longest[machine]!),
    setupMatrix: factory.setupMatrix.map(
      (matrix) =>
        matrix &&
        Int32Array.from(
          matrix,
          (_, at) => matrix[(at % setupGroupCount) * setupGroupCount + Math.floor(at / setupGroupCount)]!,
        ),
    ),
    waitFirst,
    waitFor: Int32Array.from(waitFor),
    waitLag: Int32Array.from(waitLag),
    waitOverlap: Int32Array.from(waitOverlap),
    pinStart: new Int32Array(operationCount).fill(-1),
    modeFirst,
  };
  const table = new Timetable(mirror, construct(mirror));
  return Int32Array.from(table.end, (end) => (end >= NEVER ? -1 : last - end));
}

/** Plans the most loaded machines alone, then the rest with them as they are. */
function bottleneckFirst(factory: Factory): Sequence {
  const chosen = operationsOfBottleneck(factory);
  const soonest = earliestStarts(factory);
  const latest = latestStarts(factory);
  const rows = { modeFirst: [0], modeMachine: [], modeMinutes: [], modeSetup: [], personFirst: [0], person: [] } as {
    [name in "modeFirst" | "modeMachine" | "modeMinutes" | "modeSetup" | "personFirst" | "person"]: number[];
  };
  for (const at of chosen) {
    for (let mode = factory.modeFirst[at]!; mode < factory.modeFirst[at + 1]!; mode++) {
      rows.modeMachine.push(factory.modeMachine[mode]!);
      rows.modeMinutes.push(factory.modeMinutes[mode]!);
      rows.modeSetup.push(factory.modeSetup[mode]!);
    }
    rows.modeFirst.push(rows.modeMachine.length);
    rows.person.push(...factory.person.subarray(factory.personFirst[at], factory.personFirst[at + 1]));
    rows.personFirst.push(rows.person.length);
  }
  const of = (list: Int32Array) => Int32Array.from(chosen, (at) => list[at]!);
  const count = chosen.length;
  const alone: Factory = {
    ...factory,
    operationCount: count,
    jobCount: count,
    job: Int32Array.from(chosen.keys()),
    jobFirst: Int32Array.from({ length: count + 1 }, (_, at) => at),
    dueAt: of(latest),
    weight: new Float64Array(count).fill(1),
    releaseAt: of(soonest),
    modeFirst: Int32Array.from(rows.modeFirst),
    modeMachine: Int32Array.from(rows.modeMachine),
    modeMinutes: Int32Array.from(rows.modeMinutes),
    modeSetup: Int32Array.from(rows.modeSetup),
    setupGroup: of(factory.setupGroup),
    personFirst: Int32Array.from(rows.personFirst),
    person: Int32Array.from(rows.person),
    waitFirst: new Int32Array(count + 1),
    waitFor: new Int32Array(),
    waitLag: new Int32Array(),
    waitOverlap: new Int32Array(),
    pinStart: of(factory.pinStart),
    pinMode: Int32Array.from(chosen, (at, own) =>
      factory.pinMode[at]! < 0 ? -1 : rows.modeFirst[own]! + factory.pinMode[at]! - factory.modeFirst[at]!,
    ),
  };
  const table = new Timetable(alone, constructBy(alone, of(latest)));
  const pinStart = factory.pinStart.slice();
  const pinMode = factory.pinMode.slice();
  chosen.forEach((at, own) => {
    if (table.start[own]! >= NEVER) return;
    pinStart[at] = table.start[own]!;
    pinMode[at] = factory.modeFirst[at]! + table.mode[own]! - rows.modeFirst[own]!;
  });
  const planned: Factory = { ...factory, pinStart, pinMode };
  return constructBy(planned, latestStarts(planned), factory.pinStart);
}

/**
 * The operations of the machine with the most work for its time until the last due date, and of machines that can do the same work; with them all that
 * is fixed, which goes before what is planned around it.
 */
function operationsOfBottleneck(factory: Factory): number[] {
  const { operationCount, modeFirst, modeMachine, modeMinutes, workingTime, isUnlimited, machineCount } = factory;
  const last = factory.dueAt.reduce((most, due) => Math.max(most, due), 0);
  const load = new Float64Array(machineCount);
  for (let at = 0; at < operationCount; at++) {
    const ways = modeFirst[at + 1]! - modeFirst[at]!;
    for (let mode = modeFirst[at]!; mode < modeFirst[at + 1]!; mode++)
      load[modeMachine[mode]!]! += (modeMinutes[mode]! + factory.modeSetup[mode]!) / ways;
  }
  let bottleneck = -1;
  let most = -1;
  for (let machine = 0; machine < machineCount; machine++) {
    if (isUnlimited[machine]) continue;
    const share = load[machine]! / Math.max(1, workingTime[machine]!.workedUntil(last));
    if (share > most) {
      most = share;
      bottleneck = machine;
    }
  }
  const machinesOf = (at: number) => modeMachine.subarray(modeFirst[at]!, modeFirst[at + 1]!);
  const group = new Set([bottleneck]);
  for (let at = 0; at < operationCount; at++)
    if (machinesOf(at).includes(bottleneck)) for (const machine of machinesOf(at)) group.add(machine);
  return Array.from({ length: operationCount }, (_, at) => at).filter(
    (at) => factory.pinStart[at]! >= 0 || group.has(modeMachine[modeFirst[at]!]!),
  );
}

/** When each operation could start if no machine were ever taken. */
function earliestStarts(factory: Factory): Int32Array {
  const { operationCount, machineCount } = factory;
  // All resources unlimited: the timetable of the factory without queues.
  const free: Factory = { ...factory, isUnlimited: new Uint8Array(factory.workingTime.length).fill(1) };
  const lists = factory.workingTime.map(() => []);
  const person = Int32Array.from({ length: operationCount }, (_, at) =>
    factory.personFirst[at] === factory.personFirst[at + 1] ? -1 : factory.person[factory.personFirst[at]!]!,
  );
  const table = new Timetable(free, { mode: factory.modeFirst.slice(0, operationCount), person, lists });
  return machineCount === 0 ? new Int32Array(operationCount) : table.start.slice();
}
