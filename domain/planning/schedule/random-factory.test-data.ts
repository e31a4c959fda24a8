import type { Factory } from "./factory.ts";
import { pick, seededRandom } from "./random.ts";
import { WorkingTime } from "./working-time.ts";

export interface RandomFactoryOptions {
  readonly seed: number;
  readonly jobs: number;
  readonly operationsPerJob: number;
  readonly machines: number;
  readonly people?: number;
  /** Share of what the machines could do until the last due date. */
  readonly load?: number;
  readonly days?: number;
}

const DAY = 1440;

/**
 * A factory made by lot: two shifts with breaks on five days a week, some machines on one shift, parallel machines of other speed, set-up times from
 * group to group, some operations with people, overlap and outside work; due dates over the whole time.
 */
export function randomFactory(options: RandomFactoryOptions): Factory {
  const { seed, jobs, operationsPerJob, machines, people = 0, load = 0.8, days = 120 } = options;
  const random = seededRandom(seed);
  const shifts = (isLong: boolean) => {
    const spans: [number, number][] = [];
    for (let day = 0; day < days * 4; day++) {
      if (day % 7 >= 5) continue;
      const at = day * DAY;
      spans.push([at + 480, at + 720], [at + 765, at + 1020]);
      if (isLong) spans.push([at + 1035, at + 1320]);
    }
    return new WorkingTime(spans);
  };
  const outside = machines - 1;
  const workingTime = Array.from({ length: machines + people }, (_, at) => shifts(at >= machines || random() < 0.8));
  const isUnlimited = new Uint8Array(machines + people);
  isUnlimited[outside] = 1;
  const groups = 8;
  const matrix = Int32Array.from({ length: groups * groups }, (_, at) =>
    at % groups === Math.floor(at / groups) ? 0 : 10 + pick(random, 50),
  );
  const count = jobs * operationsPerJob;
  const rows = {
    job: new Int32Array(count),
    jobFirst: new Int32Array(jobs + 1),
    dueAt: new Int32Array(jobs),
    weight: new Float64Array(jobs),
    releaseAt: new Int32Array(count),
    modeFirst: [0] as number[],
    modeMachine: [] as number[],
    modeMinutes: [] as number[],
    modeSetup: [] as number[],
    setupGroup: new Int32Array(count).fill(-1),
    personFirst: [0] as number[],
    person: [] as number[],
    waitFirst: [0] as number[],
    waitFor: [] as number[],
    waitLag: [] as number[],
    waitOverlap: [] as number[],
  };
  const capacity = workingTime[0]!.workedUntil(days * DAY);
  const mean = Math.max(10, Math.floor((capacity * (machines - 1) * load) / count));
  let at = 0;
  for (let job = 0; job < jobs; job++) {
    rows.jobFirst[job] = at;
    rows.dueAt[job] = Math.floor((0.15 + 0.85 * random()) * days * DAY);
    rows.weight[job] = 1 + pick(random, 3);
    const released = Math.max(0, rows.dueAt[job]! - Math.floor((20 + 20 * random()) * DAY));
    for (let step = 0; step < operationsPerJob; step++, at++) {
      rows.job[at] = job;
      rows.releaseAt[at] = step === 0 ? released : 0;
      const isOutside = random() < 0.03;
      const machine = isOutside ? outside : pick(random, machines - 1);
      const minutes = isOutside ? 900 : Math.max(1, Math.floor(mean * (0.3 + 1.4 * random())));
      const alternatives = isOutside ? 1 : random() < 0.3 ? 2 : 1;
      for (let way = 0; way < alternatives; way++) {
        rows.modeMachine.push(
          (machine + way * 7) % (machines - 1) === machine || way === 0
            ? machine
            : (machine + way * 7) % (machines - 1),
        );
        rows.modeMinutes.push(way === 0 ? minutes : Math.ceil(minutes * (0.8 + 0.5 * random())));
        rows.modeSetup.push(isOutside ? 0 : 15);
      }
      rows.modeFirst.push(rows.modeMachine.length);
      rows.setupGroup[at] = isOutside ? -1 : pick(random, groups);
      if (people > 0 && !isOutside && random() < 0.2)
        for (let one = 0; one < 3; one++) rows.person.push(machines + ((at + one) % people));
      rows.personFirst.push(rows.person.length);
      if (step > 0) {
        rows.waitFor.push(at - 1);
        rows.waitLag.push(random() < 0.1 ? 60 : 0);
        rows.waitOverlap.push(random() < 0.1 ? Math.floor(minutes / 4) : -1);
      } else if (job > 10 && random() < 0.1) {
        // A part made by another order, which is due before this one is released: as a plan of requirements has it.
        const other = pick(random, job);
        if (rows.dueAt[other]! <= released || operationsPerJob === 1 || jobs < 100) {
          rows.waitFor.push(rows.jobFirst[other]! + operationsPerJob - 1);
          rows.waitLag.push(0);
          rows.waitOverlap.push(-1);
        }
      }
      rows.waitFirst.push(rows.waitFor.length);
    }
  }
  rows.jobFirst[jobs] = at;
  return {
    operationCount: count,
    jobCount: jobs,
    machineCount: machines,
    workingTime,
    isUnlimited,
    job: rows.job,
    jobFirst: rows.jobFirst,
    dueAt: rows.dueAt,
    weight: rows.weight,
    releaseAt: rows.releaseAt,
    modeFirst: Int32Array.from(rows.modeFirst),
    modeMachine: Int32Array.from(rows.modeMachine),
    modeMinutes: Int32Array.from(rows.modeMinutes),
    modeSetup: Int32Array.from(rows.modeSetup),
    setupGroup: rows.setupGroup,
    setupGroupCount: groups,
    setupMatrix: Array.from({ length: machines }, (_, machine) => (machine % 3 === 0 ? matrix : null)),
    personFirst: Int32Array.from(rows.personFirst),
    person: Int32Array.from(rows.person),
    waitFirst: Int32Array.from(rows.waitFirst),
    waitFor: Int32Array.from(rows.waitFor),
    waitLag: Int32Array.from(rows.waitLag),
    waitOverlap: Int32Array.from(rows.waitOverlap),
    pinStart: new Int32Array(count).fill(-1),
    pinMode: new Int32Array(count).fill(-1),
  };
}
