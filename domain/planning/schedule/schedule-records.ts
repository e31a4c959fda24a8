import type { WorkingCalendar } from "../../resources/index.ts";
import type { PlainDate } from "../../shared/index.ts";

/*
 * What scheduling takes and gives, as records with ids: plain data, so that it can be stored, sent and handed to a worker. Clock times are those of the
 * works in Japan, which knows no summer time: a day has 1440 minutes.
 */

/** `2026-12-01T08:30`, the clock of the works. */
export type Moment = string;

/** Minutes of the day; an end at or before its begin is on the next day. */
export interface ShiftRecord {
  readonly from: number;
  readonly to: number;
  /** Breaks within it. */
  readonly breaks: readonly { readonly from: number; readonly to: number }[];
}

export interface CalendarRecord {
  readonly id: string;
  readonly days: WorkingCalendar;
  readonly shifts: readonly ShiftRecord[];
}

/** From one moment to another something cannot be used: maintenance, absence. */
export interface PauseRecord {
  readonly from: Moment;
  readonly to: Moment;
}

export interface MachineRecord {
  readonly id: string;
  /** Machines of one group do the same work. */
  readonly groupId: string;
  /** A machine without one is refused: it is never taken to run round the clock. */
  readonly calendarId: string | null;
  /** How fast it works: "1" as the operation says, "2" twice as fast. */
  readonly rate: string;
  readonly pauses?: readonly PauseRecord[];
}

export interface PersonRecord {
  readonly id: string;
  readonly calendarId: string | null;
  readonly skills: readonly string[];
  readonly pauses?: readonly PauseRecord[];
}

/** Minutes to set a machine up from one group of work to another; a pair that is not named takes what the operation says. */
export interface SetupRecord {
  readonly machineId: string;
  readonly fromGroup: string;
  readonly toGroup: string;
  readonly minutes: string;
}

export interface OperationRecord {
  readonly id: string;
  /** Operations it waits for; absent: the one before it in its order. */
  readonly after?: readonly string[];
  /** Any machine of the group, or only the ones named. */
  readonly groupId?: string;
  readonly machineIds?: readonly string[];
  /** Machines of other groups that can do it too, each taking so many times as long, set-up as well. */
  readonly alternatives?: readonly AlternativeGroup[];
  /** What is to be made in it, where that is not the order's quantity. */
  readonly quantity?: string;
  readonly progress?: ProgressRecord;
  readonly minutesPerUnit: string;
  readonly setupMinutes: string;
  /** No set-up behind work of the same group. */
  readonly setupGroup?: string;
  /** A person with this skill is there from its set-up to its end. */
  readonly skill?: string;
  /** Clock minutes that must pass after what it waits for: drying, transport. */
  readonly lagMinutes?: string;
  /** It may begin when so many units of what it waits for are done. */
  readonly overlapUnits?: string;
  /** On how many machines at most its quantity may be made at the same time, in equal parts. */
  readonly splitInto?: number;
  /** Done by a partner within working days of a calendar; needs no machine. */
  readonly subcontract?: {
    readonly partnerId: string;
    readonly leadTimeDays: number;
    readonly calendarId: string | null;
  };
  /** When its material is there, from the plan of requirements. */
  readonly materials?: readonly { readonly itemId: string; readonly availableOn: PlainDate }[];
  /**
   * Orders that make its material: it starts when they are finished as scheduled. Of one that cannot be scheduled its due day counts instead; ties that
   * wait for each other in a circle are let go of and told.
   */
  readonly fedBy?: readonly { readonly orderId: string; readonly itemId: string }[];
}

export interface AlternativeGroup {
  readonly groupId: string;
  readonly timeFactor: string;
}

/**
 * What was reported of an operation. Pieces it had are not made again, and what was scrapped does not come to what follows. `running`: it stands on a
 * machine and goes on there, whatever it should have waited for; `machineId`: which one, any of its own group when absent. `done`: nothing is left.
 */
export interface ProgressRecord {
  readonly good: string;
  readonly scrap: string;
  readonly state: "begun" | "running" | "done";
  readonly machineId?: string;
}

export interface OrderRecord {
  readonly id: string;
  readonly quantity: string;
  readonly dueOn: PlainDate;
  /** Minute of that day; the end of the day when absent. */
  readonly dueMinute?: number;
  /** How bad its lateness is; 1 when absent. */
  readonly weight?: number;
  readonly releasedOn?: PlainDate;
  /** Orders that make what it needs. */
  readonly afterOrders?: readonly string[];
  readonly operations: readonly OperationRecord[];
}

/** Fixed by a person: on that machine (any when null), not before that moment. */
export interface PinRecord {
  readonly operationId: string;
  readonly machineId: string | null;
  readonly start: Moment;
}

export interface ScheduleInput {
  /** Nothing starts before. */
  readonly now: Moment;
  /** How far calendars are looked at. */
  readonly horizonDays: number;
  readonly calendars: readonly CalendarRecord[];
  readonly machines: readonly MachineRecord[];
  readonly people: readonly PersonRecord[];
  readonly setups: readonly SetupRecord[];
  readonly orders: readonly OrderRecord[];
  readonly pins: readonly PinRecord[];
  /** What starts before stays as `previous` has it. */
  readonly frozenUntil?: Moment;
  readonly previous?: readonly ScheduledOperation[];
}

export const SCHEDULE_TROUBLES = [
  "DUPLICATE_ID",
  "PLAN_CALENDAR_UNKNOWN",
  "CALENDAR_WITHOUT_WORK",
  "SHIFT_UNREADABLE",
  "WITHOUT_CALENDAR",
  "MOMENT_UNREADABLE",
  "PAUSE_ENDS_BEFORE_START",
  "RATE_NOT_POSITIVE",
  "NUMBER_UNREADABLE",
  "NUMBER_NEGATIVE",
  "SPLIT_NOT_WHOLE",
  "WITHOUT_MACHINE",
  "MACHINE_UNKNOWN",
  "NOBODY_WITH_SKILL",
  "LONGER_THAN_HORIZON",
  "SCHEDULE_OPERATION_UNKNOWN",
  "ORDER_UNKNOWN",
  "ORDER_WITHOUT_OPERATION",
  "PRECEDENCE_CYCLIC",
  "TIE_CYCLIC",
  "WAITS_FOR_REFUSED",
] as const;

/** What is left out of a schedule and why; everything else is planned. */
export interface ScheduleTrouble {
  readonly code: (typeof SCHEDULE_TROUBLES)[number];
  readonly kind: "calendar" | "machine" | "person" | "setup" | "order" | "operation" | "pin";
  readonly id: string;
  readonly values: Readonly<Record<string, string | number>>;
}

export interface ScheduledOperation {
  readonly orderId: string;
  readonly operationId: string;
  /** 1 … `partCount` of a quantity made on several machines at once. */
  readonly part: number;
  readonly partCount: number;
  /** null: a partner does it. */
  readonly machineId: string | null;
  readonly partnerId: string | null;
  readonly personId: string | null;
  readonly setupStart: Moment;
  readonly start: Moment;
  readonly end: Moment;
  readonly isPinned: boolean;
}

/**
 * One link of why an order is late, from its end back: what an operation waits for. `behindOrder`, `behindOperation`: whose work it is behind; `until`:
 * when that ends; `minutes`: how long it takes itself.
 */
export interface LateReason {
  readonly code:
    | "WAITS_FOR_MACHINE"
    | "WAITS_FOR_PERSON"
    | "WAITS_FOR_OPERATION"
    | "WAITS_FOR_ORDER"
    | "WAITS_FOR_MATERIAL"
    | "RELEASED_ON"
    | "PINNED"
    | "SUBCONTRACTED"
    | "STARTS_NOW"
    | "JUST_IN_TIME"
    | "NO_WORKING_TIME";
  readonly values: Readonly<Record<string, string | number>>;
}

export interface ScheduledOrder {
  readonly orderId: string;
  /** null: not within the horizon. */
  readonly end: Moment | null;
  readonly dueAt: Moment;
  /** 0 when in time. */
  readonly lateMinutes: number;
  readonly whyLate: readonly LateReason[];
}

export interface ScheduleResult {
  /** By start; what finds no working time within the horizon is not among them. */
  readonly operations: readonly ScheduledOperation[];
  readonly orders: readonly ScheduledOrder[];
  readonly troubles: readonly ScheduleTrouble[];
  /** Minutes late over all orders, weighted. */
  readonly tardiness: number;
}
