import type { AnswerOf } from "../platform/index.ts";

export type Schedule = AnswerOf<"get", "/api/v1/schedule">;
export type Span = AnswerOf<"get", "/api/v1/schedule/operations">;
export type Operation = Span["operations"][number];

export const LABEL_WIDTH = 168;
export const AXIS_HEIGHT = 44;
export const ROW_HEIGHT = 28;
/** Bars over each other in a partner's row; more than so many share a lane. */
const LANES = 4;

export type Zoom = "hours" | "days" | "weeks";
/** Pixels of an hour, minutes a dragged bar snaps to, and days that are asked for together. */
export const ZOOMS: Readonly<Record<Zoom, { perHour: number; snap: number; chunkDays: number }>> = {
  hours: { perHour: 44, snap: 5, chunkDays: 8 },
  days: { perHour: 8, snap: 15, chunkDays: 28 },
  weeks: { perHour: 1.5, snap: 60, chunkDays: 66 },
};

/** Minutes of a moment of the works' clock, and back. */
export const minutesOf = (moment: string) => Date.parse(`${moment}:00Z`) / 60_000;
export const momentOf = (minutes: number) => new Date(minutes * 60_000).toISOString().slice(0, 16);
/** The works' clock now. */
export const nowMinutes = () => Math.floor(Date.now() / 60_000) + 9 * 60;

/** A line of the board: one machine, or a partner. */
export interface BoardRow {
  readonly key: string;
  readonly workCenterId: string | null;
  readonly machine: number | null;
  readonly label: string;
  /** First row of its work centre. */
  readonly isFirst: boolean;
}

/** A bar with its place in minutes. */
export interface Bar {
  readonly operation: Operation;
  readonly key: string;
  readonly setup: number;
  readonly start: number;
  readonly end: number;
  readonly lane: number;
  readonly lanes: number;
}

export const operationKey = ({ workOrderId, operationNumber }: Pick<Operation, "workOrderId" | "operationNumber">) =>
  `${workOrderId}/${operationNumber}`;

/** How many times as long an operation takes on a work centre: 1 on its own, null where it cannot be done. */
export function timeFactorOn(
  centers: Schedule["centers"],
  { ownWorkCenterId, workCenterId }: Pick<Operation, "ownWorkCenterId" | "workCenterId">,
  on: string | null,
): number | null {
  if (on === null) return null;
  const own = ownWorkCenterId ?? workCenterId;
  if (on === own) return 1;
  const center = centers.find(({ id }) => id === own);
  const other = center?.alternatives.find(({ id }) => id === on);
  return other ? Number(other.timeFactor) : null;
}

/** It stands on a work centre that stands in for its own. */
export const isElsewhere = ({ ownWorkCenterId, workCenterId }: Operation) =>
  ownWorkCenterId !== null && workCenterId !== null && ownWorkCenterId !== workCenterId;

/** Machines of the work centres, then partners. */
export function boardRows(
  { centers, partners }: Pick<Schedule, "centers" | "partners">,
  nameOf: (center: Schedule["centers"][number]) => string,
  outside: (name: string) => string,
): BoardRow[] {
  return [
    ...centers.flatMap((center) =>
      Array.from({ length: center.machineCount }, (_, at): BoardRow => {
        const name = `${center.code} ${nameOf(center)}`;
        return {
          key: `${center.id}:${at + 1}`,
          workCenterId: center.id,
          machine: at + 1,
          label: center.machineCount === 1 ? name : `${name} ${at + 1}`,
          isFirst: at === 0,
        };
      }),
    ),
    ...partners.map(
      ({ id, name }): BoardRow => ({
        key: `partner:${id}`,
        workCenterId: null,
        machine: null,
        label: outside(name),
        isFirst: true,
      }),
    ),
  ];
}

/** Bars by row, each row's by start; a partner's lie in lanes, because it works on several at a time. */
export function barsByRow(operations: readonly Operation[]): Map<string, Bar[]> {
  const rows = new Map<string, Bar[]>();
  const ends = new Map<string, number[]>();
  for (const operation of operations) {
    const row = operation.workCenterId
      ? `${operation.workCenterId}:${operation.machine}`
      : `partner:${operation.partnerId}`;
    const start = minutesOf(operation.start);
    const end = minutesOf(operation.end);
    const taken = ends.get(row) ?? [];
    let lane = 0;
    if (!operation.workCenterId) {
      const free = taken.findIndex((until) => until <= start);
      lane = free >= 0 ? free : taken.length < LANES ? taken.length : taken.indexOf(Math.min(...taken));
      taken[lane] = end;
      ends.set(row, taken);
    }
    const list = rows.get(row) ?? [];
    list.push({
      ...{ operation, key: operationKey(operation), start, end, lane },
      setup: minutesOf(operation.setupAt),
      lanes: operation.workCenterId ? 1 : LANES,
    });
    rows.set(row, list);
  }
  return rows;
}

/** The first of a row's bars that may reach a time. Bars of a machine never overlap; those of partners are looked at from further back. */
export function firstBarAt(bars: readonly Bar[], minute: number): number {
  let low = 0;
  let high = bars.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bars[middle]!.end < minute) low = middle + 1;
    else high = middle;
  }
  if (bars[0] && bars[0].lanes > 1) return 0;
  return low;
}

/** Colours of orders and items: the same one always has the same. */
export function hueOf(text: string): number {
  let hash = 7;
  for (const letter of text) hash = (hash * 31 + letter.codePointAt(0)!) % 997;
  return (hash * 137) % 360;
}
