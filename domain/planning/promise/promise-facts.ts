import type { PlainDate } from "../../shared/index.ts";
import type { ItemSupply } from "../plan-records.ts";

/*
 * What a due date is answered from, as plain records: masters, what is at hand and coming, what of it is spoken for, and the work
 * already given to the work centres.
 */

export interface PromiseItem {
  readonly id: string;
  readonly code: string;
  readonly supply: ItemSupply;
  readonly decimals: number;
  readonly leadTimeDays: number;
  /** Never ordered: its stock is used up, then its components are asked at once; so is an item that runs out, of its successor. */
  readonly isPhantom?: boolean;
  /** No bill of materials is valid although it is made of something: no work order is made of it. */
  readonly lacksBill?: boolean;
  /** Good out of started, 0 < yield <= 1. */
  readonly yield: string;
  readonly lotMinimum: string | null;
  readonly lotMultiple: string | null;
  /** `null`: the company's calendar. */
  readonly calendarId: string | null;
}

export interface PromiseBomLine {
  readonly parentItemId: string;
  readonly componentItemId: string;
  readonly quantity: string;
  readonly scrapRate: string;
}

/** One operation of an item's routing; by a partner when no work centre is named. */
export interface PromiseOperation {
  readonly itemId: string;
  readonly operationNumber: number;
  readonly workCenterId: string | null;
  readonly setupMinutes: number;
  readonly minutesPerUnit: number;
  /** Working days at the partner. */
  readonly subcontractDays: number;
}

export interface PromiseCenter {
  readonly id: string;
  readonly code: string;
  readonly machineCount: number;
  /** Whether a calendar says when it works: its own, or the company's. Without one it gives nothing. */
  readonly hasCalendar: boolean;
  /** Minutes of all its machines on each day from today on: calendar, shifts and machines. */
  readonly capacityMinutes: Int32Array;
  /** Work centres that can do the same work, with the time they take for it in relation (1.2: a fifth longer). */
  readonly alternatives: readonly { readonly workCenterId: string; readonly timeFactor: number }[];
}

/** So much of an item on a day: there, coming, or spoken for. */
export interface ItemDay {
  readonly itemId: string;
  readonly onDate: PlainDate;
  readonly quantity: string;
}

/** Minutes a work centre still has to work between two days. */
export interface CenterWork {
  readonly workCenterId: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly minutes: number;
}

export interface PromiseFacts {
  readonly today: PlainDate;
  readonly horizonDays: number;
  /** Working days from today on, one byte a day; the key is the calendar's id. */
  readonly calendars: ReadonlyMap<string, Uint8Array>;
  readonly companyCalendarId: string;
  readonly items: readonly PromiseItem[];
  readonly bomLines: readonly PromiseBomLine[];
  /** In the order of their numbers within an item. */
  readonly operations: readonly PromiseOperation[];
  readonly workCenters: readonly PromiseCenter[];
  /** Stock (today) and firm or planned receipts. */
  readonly supplies: readonly ItemDay[];
  /** Everything that needs them already. */
  readonly demands: readonly ItemDay[];
  readonly work: readonly CenterWork[];
}

/** What a promise takes: minutes of a work centre, or a free quantity of an item, each on a day. */
export interface PromiseUses {
  readonly capacity: readonly { readonly workCenterId: string; readonly onDate: PlainDate; readonly minutes: number }[];
  readonly supply: readonly ItemDay[];
}
