import { decimal } from "../../shared/index.ts";
import {
  type CheckedOperation,
  type CheckedOrders,
  checkOrders,
  minutesFor,
  partCount,
  runMinutes,
  waitsOf,
} from "./compile-orders.ts";
import { type CompiledResources, compileResources } from "./compile-resources.ts";
import type { Factory } from "./factory.ts";
import type { MinuteClock } from "./moments.ts";
import type { LateReason, OrderRecord, ScheduleInput, ScheduleTrouble } from "./schedule-records.ts";
import { hasSetUp } from "./work-left.ts";
import { NEVER, type WorkingTime } from "./working-time.ts";

/** A factory in numbers with what the numbers stand for. */
export interface CompiledFactory {
  readonly factory: Factory;
  readonly clock: MinuteClock;
  readonly troubles: readonly ScheduleTrouble[];
  readonly now: number;
  /** By job. */
  readonly orders: readonly OrderRecord[];
  /** By operation of the factory. */
  readonly operations: readonly {
    readonly checked: CheckedOperation;
    readonly part: number;
    readonly partCount: number;
    /** Why it may not start before `releaseAt`. */
    readonly release: LateReason;
  }[];
  /** By resource: machines (null for partners), then people. */
  readonly machineIds: readonly (string | null)[];
  readonly personIds: readonly string[];
}

const NO_GROUP = -1;

/** A moment that fits where the factory keeps its minutes: dates of other centuries are as far away as can be. */
const reachable = (minutes: number) => Math.max(-NEVER, Math.min(NEVER, minutes));

/** When an order is due, in minutes of the clock. The midnight after the last day that can be written is no moment: then the minute before it. */
export const dueMinutes = ({ dueOn, dueMinute }: OrderRecord, clock: MinuteClock) =>
  Math.min(clock.dayStart(dueOn) + (dueMinute ?? 1440), clock.dayStart("9999-12-31") + 1439);

/**
 * Makes a factory in numbers from records: calendars with holidays, breaks and maintenance, machines of their rates, people by skill, set-ups from group
 * to group, quantities split over machines, overlap, partners by lead time, material by its day, pins and the frozen zone.
 *
 * What cannot be planned is left out and told at the object that has the trouble (a machine without a calendar is refused, never taken to run round the
 * clock); everything else is planned.
 *
 * @throws assertion when `now` is no moment
 */
export function compileFactory(input: ScheduleInput): CompiledFactory {
  const resources = compileResources(input);
  const orders = checkOrders(input, resources);
  return new Compiler(input, resources, orders).compile();
}

class Compiler {
  readonly #input: ScheduleInput;
  readonly #resources: CompiledResources;
  readonly #orders: CheckedOrders;
  readonly #now: number;
  readonly #partners = new Map<string, { resource: number; time: WorkingTime }>();
  readonly #groups = new Map<string, number>();
  readonly #rows = {
    job: [] as number[],
    jobFirst: [] as number[],
    releaseAt: [] as number[],
    modeFirst: [0],
    modeMachine: [] as number[],
    modeMinutes: [] as number[],
    modeSetup: [] as number[],
    setupGroup: [] as number[],
    personFirst: [0],
    person: [] as number[],
    waitFirst: [0],
    waitFor: [] as number[],
    waitLag: [] as number[],
    waitOverlap: [] as number[],
    pinStart: [] as number[],
    pinMode: [] as number[],
  };
  readonly #operations: CompiledFactory["operations"][number][] = [];

  constructor(input: ScheduleInput, resources: CompiledResources, orders: CheckedOrders) {
    this.#input = input;
    this.#resources = resources;
    this.#orders = orders;
    const now = resources.clock.minutes(input.now);
    if (now === null) throw new Error(`assertion: now is no moment: ${input.now}`);
    this.#now = now;
  }

  compile(): CompiledFactory {
    const { clock, machines, machineTimes, people, personTimes, troubles } = this.#resources;
    for (const { operations } of this.#orders.values())
      for (const { record } of operations) {
        if (record.subcontract) this.#partnerOf(record.subcontract);
        if (record.setupGroup !== undefined && !this.#groups.has(record.setupGroup))
          this.#groups.set(record.setupGroup, this.#groups.size);
      }
    const orders = [...this.#orders.values()].map(({ order }) => order);
    this.#layOut();
    this.#pin();
    const rows = this.#rows;
    const partners = [...this.#partners.values()];
    const machineCount = machines.length + partners.length;
    const isUnlimited = new Uint8Array(machineCount + people.length);
    isUnlimited.fill(1, machines.length, machineCount);
    const factory: Factory = {
      operationCount: rows.job.length,
      jobCount: orders.length,
      machineCount,
      workingTime: [...machineTimes, ...partners.map(({ time }) => time), ...personTimes],
      isUnlimited,
      job: Int32Array.from(rows.job),
      jobFirst: Int32Array.from([...rows.jobFirst, rows.job.length]),
      dueAt: Int32Array.from(orders, (order) => reachable(dueMinutes(order, clock))),
      weight: Float64Array.from(orders, ({ weight }) => weight ?? 1),
      releaseAt: Int32Array.from(rows.releaseAt),
      modeFirst: Int32Array.from(rows.modeFirst),
      modeMachine: Int32Array.from(rows.modeMachine),
      modeMinutes: Int32Array.from(rows.modeMinutes),
      modeSetup: Int32Array.from(rows.modeSetup),
      setupGroup: Int32Array.from(rows.setupGroup),
      setupGroupCount: this.#groups.size,
      setupMatrix: this.#setupMatrix(machineCount),
      personFirst: Int32Array.from(rows.personFirst),
      person: Int32Array.from(rows.person),
      waitFirst: Int32Array.from(rows.waitFirst),
      waitFor: Int32Array.from(rows.waitFor),
      waitLag: Int32Array.from(rows.waitLag),
      waitOverlap: Int32Array.from(rows.waitOverlap),
      pinStart: Int32Array.from(rows.pinStart),
      pinMode: Int32Array.from(rows.pinMode),
    };
    return {
      factory,
      clock,
      troubles,
      now: this.#now,
      orders,
      operations: this.#operations,
      machineIds: [...machines.map(({ id }) => id), ...partners.map(() => null)],
      personIds: people.map(({ id }) => id),
    };
  }

  #partnerOf({ partnerId, calendarId }: { partnerId: string; calendarId: string | null }): number {
    const key = JSON.stringify([partnerId, calendarId]);
    let partner = this.#partners.get(key);
    if (!partner) {
      const resource = this.#resources.machines.length + this.#partners.size;
      partner = { resource, time: this.#resources.calendars.get(calendarId!)!.days };
      this.#partners.set(key, partner);
    }
    return partner.resource;
  }

  #layOut(): void {
    const waits = waitsOf(this.#orders);
    const partsOf = new Map<string, number[]>();
    let next = 0;
    for (const { operations } of this.#orders.values())
      for (const one of operations)
        partsOf.set(
          one.record.id,
          Array.from({ length: partCount(one) }, () => next++),
        );
    const checkedOf = new Map(
      [...this.#orders.values()].flatMap(({ operations }) => operations.map((one) => [one.record.id, one] as const)),
    );
    let job = 0;
    for (const { operations } of this.#orders.values()) {
      this.#rows.jobFirst.push(this.#rows.job.length);
      for (const checked of operations) {
        const parts = partsOf.get(checked.record.id)!;
        for (let part = 1; part <= parts.length; part++) {
          this.#addPart(checked, job, part, parts.length);
          for (const before of waits.get(checked.record.id)!)
            this.#addWaits(checked, checkedOf.get(before)!, partsOf.get(before)!, parts.length);
          this.#rows.waitFirst.push(this.#rows.waitFor.length);
        }
      }
      job++;
    }
  }

  #addPart(checked: CheckedOperation, job: number, part: number, count: number): void {
    const rows = this.#rows;
    const { machines, people } = this.#resources;
    const { record } = checked;
    const isBegun = checked.record.progress !== undefined && hasSetUp(checked.record.progress);
    rows.job.push(job);
    const release = this.#releaseOf(checked);
    rows.releaseAt.push(reachable(release.at));
    this.#operations.push({ checked, part, partCount: count, release: release.why });
    if (record.subcontract) {
      rows.modeMachine.push(this.#partnerOf(record.subcontract));
      rows.modeMinutes.push(record.subcontract.leadTimeDays * 1440);
      rows.modeSetup.push(0);
    }
    const units = decimal(checked.quantity).div(count).toString();
    for (const { machine, timeFactor } of checked.machines) {
      rows.modeMachine.push(machine);
      rows.modeMinutes.push(runMinutes(record, units, timeFactor, machines[machine]!.rate));
      rows.modeSetup.push(isBegun ? 0 : minutesFor(record.setupMinutes, timeFactor, "1"));
    }
    rows.modeFirst.push(rows.modeMachine.length);
    rows.setupGroup.push(record.setupGroup === undefined ? NO_GROUP : this.#groups.get(record.setupGroup)!);
    if (record.skill !== undefined)
      people.forEach(({ skills }, person) => {
        if (skills.includes(record.skill!)) rows.person.push(machines.length + this.#partners.size + person);
      });
    rows.personFirst.push(rows.person.length);
    rows.pinStart.push(-1);
    rows.pinMode.push(-1);
  }

  #addWaits(checked: CheckedOperation, before: CheckedOperation, parts: readonly number[], ownParts: number): void {
    const rows = this.#rows;
    const { lagMinutes, overlapUnits } = checked.record;
    const lag = minutesFor(lagMinutes ?? "0", "1", "1");
    // What a partner has comes back in one delivery.
    const isOverlapping = overlapUnits !== undefined && !before.record.subcontract && !checked.record.subcontract;
    const overlap = isOverlapping
      ? Math.max(this.#slowest(before, overlapUnits, parts.length), this.#slowest(checked, overlapUnits, ownParts))
      : -1;
    for (const part of parts) {
      rows.waitFor.push(part);
      rows.waitLag.push(lag);
      rows.waitOverlap.push(overlap);
    }
  }

  /** Minutes for some units of an operation on the slowest machine that may do it, at most for one part of all. */
  #slowest({ record, machines, quantity }: CheckedOperation, units: string, count: number): number {
    const part = decimal(quantity).div(count);
    const counted = (part.lt(units) ? part : decimal(units)).toString();
    return machines.reduce((most, { machine, timeFactor }) => {
      const { rate } = this.#resources.machines[machine]!;
      return Math.max(most, runMinutes(record, counted, timeFactor, rate));
    }, 0);
  }

  /** The latest of now, the release of the order and its materials. */
  #releaseOf({ order, record, expected }: CheckedOperation): { at: number; why: LateReason } {
    const { clock } = this.#resources;
    let at = this.#now;
    const own = { operation: record.id };
    let why: LateReason = { code: "STARTS_NOW", values: { ...own } };
    if (
      record.progress?.state !== "running" &&
      order.releasedOn !== undefined &&
      clock.dayStart(order.releasedOn) > at
    ) {
      at = clock.dayStart(order.releasedOn);
      why = { code: "RELEASED_ON", values: { ...own, order: order.id, on: order.releasedOn } };
    }
    if (record.progress?.state === "running") return { at, why };
    for (const { itemId, availableOn } of [...(record.materials ?? []), ...expected]) {
      if (clock.dayStart(availableOn) <= at) continue;
      at = clock.dayStart(availableOn);
      why = { code: "WAITS_FOR_MATERIAL", values: { ...own, item: itemId, on: availableOn } };
    }
    return { at, why };
  }

  #setupMatrix(machineCount: number): (Int32Array | null)[] {
    const matrices: (Int32Array | null)[] = Array.from({ length: machineCount }, () => null);
    const { machineOf, troubles } = this.#resources;
    const isRefused = new Set(troubles.filter(({ kind }) => kind === "machine").map(({ id }) => id));
    const count = this.#groups.size;
    for (const { machineId, fromGroup, toGroup, minutes } of this.#input.setups) {
      const id = `${machineId}: ${fromGroup} → ${toGroup}`;
      const machine = machineOf.get(machineId);
      if (machine === undefined && isRefused.has(machineId)) continue;
      if (machine === undefined || !/^\d+(\.\d+)?$/.test(minutes)) {
        const code = machine === undefined ? "MACHINE_UNKNOWN" : "NUMBER_UNREADABLE";
        troubles.push({ code, kind: "setup", id, values: { machine: machineId, text: minutes } });
        continue;
      }
      const from = this.#groups.get(fromGroup);
      const to = this.#groups.get(toGroup);
      // Groups that no order has need no row.
      if (from === undefined || to === undefined) continue;
      const matrix = matrices[machine] ?? new Int32Array(count * count).fill(-1);
      matrix[from * count + to] = minutesFor(minutes, "1", "1");
      matrices[machine] = matrix;
    }
    return matrices;
  }

  /** Fixes what a person pinned, and what starts in the frozen zone as the schedule before has it. */
  #pin(): void {
    const { clock, machineOf, troubles } = this.#resources;
    const { frozenUntil, previous = [], pins } = this.#input;
    const rows = this.#rows;
    const places = new Map(
      this.#operations.map(({ checked, part }, at) => [JSON.stringify([checked.record.id, part]), at]),
    );
    const fix = (operation: string, part: number, machineId: string | null, start: number) => {
      const at = places.get(JSON.stringify([operation, part]));
      if (at === undefined) return "SCHEDULE_OPERATION_UNKNOWN";
      rows.pinStart[at] = reachable(Math.max(0, start));
      rows.pinMode[at] = -1;
      if (machineId === null) return null;
      const machine = machineOf.get(machineId);
      for (let mode = rows.modeFirst[at]!; mode < rows.modeFirst[at + 1]!; mode++)
        if (rows.modeMachine[mode] === machine) rows.pinMode[at] = mode;
      return rows.pinMode[at]! < 0 ? "WITHOUT_MACHINE" : null;
    };
    const frozen = frozenUntil === undefined ? null : clock.minutes(frozenUntil);
    if (frozenUntil !== undefined && frozen === null)
      troubles.push({ code: "MOMENT_UNREADABLE", kind: "pin", id: "frozenUntil", values: { text: frozenUntil } });
    for (const { operationId, part, machineId, start } of previous) {
      const at = clock.minutes(start);
      if (frozen === null || at === null || at >= frozen) continue;
      fix(operationId, part, machineId, at);
      // What runs already is not released again.
      const place = places.get(JSON.stringify([operationId, part]));
      if (place !== undefined) rows.releaseAt[place] = Math.min(rows.releaseAt[place]!, Math.max(0, at));
    }
    // What runs goes on from now, unless a person put it elsewhere.
    this.#operations.forEach(({ checked: { record }, part }) => {
      if (record.progress?.state !== "running") return;
      const { machineId = null } = record.progress;
      fix(record.id, part, machineId, this.#now);
    });
    for (const { operationId, machineId, start } of pins) {
      const at = clock.minutes(start);
      const trouble = (code: ScheduleTrouble["code"], values: ScheduleTrouble["values"]) =>
        troubles.push({ code, kind: "pin", id: operationId, values });
      if (at === null) {
        trouble("MOMENT_UNREADABLE", { text: start });
        continue;
      }
      if (machineId !== null && !machineOf.has(machineId)) {
        trouble("MACHINE_UNKNOWN", { machine: machineId });
        continue;
      }
      // On a machine it is put to only one part can be; the others only know from when.
      const refused = fix(operationId, 1, machineId, at);
      if (refused) trouble(refused, { operation: operationId, machines: machineId ?? "" });
      else for (let part = 2; fix(operationId, part, null, at) === null; part++);
    }
  }
}
