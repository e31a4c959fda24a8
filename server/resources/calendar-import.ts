import {
  type CalendarTableRow,
  calendarTable,
  checkShifts,
  readTime,
  type ShiftTableRow,
  shiftTable,
} from "../../domain/resources/index.ts";
import {
  decideRows,
  type ImportTarget,
  importRoutes,
  newId,
  type Route,
  type RowProblem,
  type Tx,
} from "../platform/index.ts";
import {
  type CalendarHead,
  calendarIdsByCode,
  loadCalendarHeads,
  loadShiftRows,
  type ShiftWrite,
  saveCalendarHeads,
  saveShifts,
} from "./calendar-import.store.ts";

const WEEK = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

/** The calendar as a row of the file: one column a day of the week. */
function toRow(head: CalendarHead): CalendarTableRow {
  const days = Object.fromEntries(WEEK.map((day, index) => [day, head.worksOn.includes(index + 1)]));
  const { code, name, keepsPublicHolidays } = head;
  return { code, name, ...days, keepsPublicHolidays } as CalendarTableRow;
}

const calendarTarget: ImportTarget<CalendarTableRow, Tx, CalendarHead> = {
  spec: calendarTable,
  async resolve(tx, rows, context) {
    const stored = new Map((await loadCalendarHeads(tx)).map((head) => [head.code, { id: head.id, row: toRow(head) }]));
    return decideRows(
      {
        spec: calendarTable,
        find: (values) => stored.get(values.code),
        // A new calendar is the usual one: Monday to Friday, closed on public holidays.
        defaults: {
          monday: true,
          tuesday: true,
          wednesday: true,
          thursday: true,
          friday: true,
          saturday: false,
          sunday: false,
          keepsPublicHolidays: true,
        },
        problems: (wanted): RowProblem<CalendarTableRow>[] =>
          WEEK.some((day) => wanted[day]) ? [] : [{ field: "monday", code: "CALENDAR_NEVER_WORKS" }],
        action: (wanted, found) => ({
          id: found?.id ?? newId(),
          code: wanted.code,
          name: wanted.name,
          worksOn: WEEK.flatMap((day, index) => (wanted[day] ? [index + 1] : [])),
          keepsPublicHolidays: wanted.keepsPublicHolidays!,
        }),
      },
      rows,
      context,
    );
  },
  apply: (tx, actions) =>
    saveCalendarHeads(
      tx,
      actions.map(({ action }) => action),
    ),
};

const keyOf = (row: Pick<ShiftTableRow, "calendarCode" | "code">) => `${row.calendarCode}\n${row.code}`;

const shiftTarget: ImportTarget<ShiftTableRow, Tx, ShiftWrite> = {
  spec: shiftTable,
  async resolve(tx, rows, context) {
    const stored = new Map((await loadShiftRows(tx)).map((shift) => [keyOf(shift.row), shift]));
    const calendars = await calendarIdsByCode(tx);
    const read = rows.map((row) => ({
      ...row,
      values: {
        ...row.values,
        startsAt: readTime(row.values.startsAt) ?? row.values.startsAt,
        endsAt: readTime(row.values.endsAt) ?? row.values.endsAt,
      },
    }));
    // Shifts must not lie over each other as they stand after the import, whichever row came first.
    const after = new Map([...stored].map(([key, { row }]) => [key, row]));
    for (const { values } of read) after.set(keyOf(values), values);
    const clashes = findClashes([...after.values()]);
    return decideRows(
      {
        spec: shiftTable,
        find: (values) => stored.get(keyOf(values)),
        defaults: { breakMinutes: 0 },
        problems: (wanted) => {
          const problems: RowProblem<ShiftTableRow>[] = [];
          if (!calendars.has(wanted.calendarCode))
            problems.push({ field: "calendarCode", code: "CALENDAR_UNKNOWN", values: { code: wanted.calendarCode } });
          for (const field of ["startsAt", "endsAt"] as const)
            if (readTime(wanted[field]) === null) problems.push({ field, code: "TIME_INVALID" });
          const clash = clashes.get(keyOf(wanted));
          if (clash) problems.push(clash);
          return problems;
        },
        action: (wanted, found) => ({
          id: found?.id ?? newId(),
          calendarId: calendars.get(wanted.calendarCode)!,
          code: wanted.code,
          name: wanted.name,
          startsAt: wanted.startsAt,
          endsAt: wanted.endsAt,
          breakMinutes: wanted.breakMinutes!,
        }),
      },
      read,
      context,
    );
  },
  apply: (tx, actions) =>
    saveShifts(
      tx,
      actions.map(({ action }) => action),
    ),
};

/** What is wrong with shifts of one calendar together, by the key of the row that says so. */
function findClashes(rows: readonly ShiftTableRow[]): ReadonlyMap<string, RowProblem<ShiftTableRow>> {
  const clashes = new Map<string, RowProblem<ShiftTableRow>>();
  const readable = rows.filter((row) => readTime(row.startsAt) !== null && readTime(row.endsAt) !== null);
  for (const calendar of new Set(readable.map((row) => row.calendarCode))) {
    const shifts = readable.filter((row) => row.calendarCode === calendar);
    const checked = checkShifts(shifts.map((row) => ({ ...row, breakMinutes: row.breakMinutes ?? 0 })));
    if (checked.ok) continue;
    const [{ code, values, field }] = checked.refusals;
    const row = shifts[Number(/^shifts\.(\d+)\./.exec(field ?? "")?.[1] ?? 0)]!;
    clashes.set(keyOf(row), {
      field: code === "SHIFTS_OVERLAP" ? "startsAt" : "breakMinutes",
      code,
      ...(values && { values }),
    });
  }
  return clashes;
}

const permission = { read: "resources.read", write: "resources.write" } as const;

export const calendarImportRoutes: Route[] = [
  ...importRoutes({
    area: "resources",
    path: "/calendars",
    permission,
    target: calendarTarget,
    rows: async (tx) => (await loadCalendarHeads(tx)).map(toRow),
    announces: "resources.calendar",
  }),
  ...importRoutes({
    area: "resources",
    path: "/shifts",
    permission,
    target: shiftTarget,
    rows: async (tx) => (await loadShiftRows(tx)).map(({ row }) => row),
    announces: "resources.calendar",
  }),
];
