import { decimal } from "../../shared/index.ts";
import { type CompiledCalendar, compileCalendar, withoutPauses } from "./compile-calendars.ts";
import { MinuteClock } from "./moments.ts";
import type { MachineRecord, PersonRecord, ScheduleInput, ScheduleTrouble } from "./schedule-records.ts";
import { WorkingTime } from "./working-time.ts";

/** What works: machines, then partners, then people, numbered as the factory has them; with what had to be left out. */
export interface CompiledResources {
  readonly clock: MinuteClock;
  readonly troubles: ScheduleTrouble[];
  readonly calendars: ReadonlyMap<string, CompiledCalendar>;
  readonly machines: readonly MachineRecord[];
  readonly machineOf: ReadonlyMap<string, number>;
  readonly machinesOfGroup: ReadonlyMap<string, readonly number[]>;
  readonly people: readonly PersonRecord[];
  readonly machineTimes: readonly WorkingTime[];
  readonly personTimes: readonly WorkingTime[];
}

/** @throws assertion when `now` is no moment: without it nothing can be placed */
export function compileResources(input: ScheduleInput): CompiledResources {
  const clock = new MinuteClock(input.now.slice(0, 10));
  const troubles: ScheduleTrouble[] = [];
  const calendars = new Map<string, CompiledCalendar>();
  const isNew = uniqueIds(troubles);
  for (const record of input.calendars) {
    if (!isNew("calendar", record.id)) continue;
    const compiled = compileCalendar(record, clock, input.horizonDays);
    if ("code" in compiled) troubles.push(compiled);
    else calendars.set(record.id, compiled);
  }
  const timeOf = (kind: "machine" | "person", record: MachineRecord | PersonRecord): WorkingTime | null => {
    const trouble = (code: ScheduleTrouble["code"], values: ScheduleTrouble["values"] = {}) => {
      troubles.push({ code, kind, id: record.id, values });
      return null;
    };
    if (record.calendarId === null) return trouble("WITHOUT_CALENDAR");
    const calendar = calendars.get(record.calendarId);
    if (!calendar) return trouble("PLAN_CALENDAR_UNKNOWN", { calendar: record.calendarId });
    const time = withoutPauses(calendar.shifts, record.pauses ?? [], clock);
    return time instanceof WorkingTime ? time : trouble(time.code, time.values);
  };
  const machines: MachineRecord[] = [];
  const machineTimes: WorkingTime[] = [];
  const machineOf = new Map<string, number>();
  const machinesOfGroup = new Map<string, number[]>();
  for (const record of input.machines) {
    if (!isNew("machine", record.id)) continue;
    if (!/^\d+(\.\d+)?$/.test(record.rate) || decimal(record.rate).lte(0)) {
      troubles.push({ code: "RATE_NOT_POSITIVE", kind: "machine", id: record.id, values: { rate: record.rate } });
      continue;
    }
    const time = timeOf("machine", record);
    if (!time) continue;
    machineOf.set(record.id, machines.length);
    const group = machinesOfGroup.get(record.groupId);
    if (group) group.push(machines.length);
    else machinesOfGroup.set(record.groupId, [machines.length]);
    machines.push(record);
    machineTimes.push(time);
  }
  const people: PersonRecord[] = [];
  const personTimes: WorkingTime[] = [];
  for (const record of input.people) {
    if (!isNew("person", record.id)) continue;
    const time = timeOf("person", record);
    if (!time) continue;
    people.push(record);
    personTimes.push(time);
  }
  return { clock, troubles, calendars, machines, machineOf, machinesOfGroup, people, machineTimes, personTimes };
}

/** Whether an id of its kind comes the first time; a second one is a trouble. */
export function uniqueIds(troubles: ScheduleTrouble[]): (kind: ScheduleTrouble["kind"], id: string) => boolean {
  const known = new Set<string>();
  return (kind, id) => {
    const key = `${kind} ${id}`;
    if (known.has(key)) {
      troubles.push({ code: "DUPLICATE_ID", kind, id, values: {} });
      return false;
    }
    known.add(key);
    return true;
  };
}
