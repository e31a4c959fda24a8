import {
  type CalendarDayTableRow,
  calendarDayTable,
  type FloorPersonTableRow,
  floorPersonTable,
  type WorkCenterInput,
  type WorkCenterTableRow,
  workCenterTable,
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
import { calendarIdsByCode, loadCalendarDays, saveCalendarDays } from "./calendar.store.ts";
import {
  type ChangedFloorPerson,
  insertFloorPeople,
  loadFloorPersonRows,
  type NewFloorPerson,
  updateFloorPeople,
} from "./floor-person.store.ts";
import { hashPin, isPin } from "./pin-hash.ts";
import { loadWorkCenterRows, saveWorkCenters } from "./work-center.store.ts";

const permission = { read: "resources.read", write: "resources.write" } as const;

const workCenterTarget: ImportTarget<WorkCenterTableRow, Tx, { id: string; input: WorkCenterInput }> = {
  spec: workCenterTable,
  async resolve(tx, rows, context) {
    const stored = new Map((await loadWorkCenterRows(tx)).map((center) => [center.row.code, center]));
    const calendars = await calendarIdsByCode(tx);
    return decideRows(
      {
        spec: workCenterTable,
        find: (values) => stored.get(values.code),
        defaults: { machineCount: 1, minutesPerDay: 480, laborYenPerHour: "0", machineYenPerHour: "0", isActive: true },
        problems: (wanted): RowProblem<WorkCenterTableRow>[] =>
          wanted.calendarCode && !calendars.has(wanted.calendarCode)
            ? [{ field: "calendarCode", code: "CALENDAR_UNKNOWN", values: { code: wanted.calendarCode } }]
            : [],
        action: (wanted, found) => ({
          id: found?.id ?? newId(),
          input: {
            code: wanted.code,
            name: wanted.name,
            nameEn: wanted.nameEn ?? "",
            calendarId: wanted.calendarCode ? calendars.get(wanted.calendarCode)! : null,
            machineCount: wanted.machineCount!,
            minutesPerDay: wanted.minutesPerDay!,
            laborYenPerHour: wanted.laborYenPerHour!,
            machineYenPerHour: wanted.machineYenPerHour!,
            isActive: wanted.isActive!,
          },
        }),
      },
      rows,
      context,
    );
  },
  apply: (tx, actions) =>
    saveWorkCenters(
      tx,
      actions.map(({ action }) => action),
    ),
};

const calendarDayTarget: ImportTarget<
  CalendarDayTableRow,
  Tx,
  { calendarId: string; onDate: string; isWorking: boolean; reason: string }
> = {
  spec: calendarDayTable,
  async resolve(tx, rows, context) {
    const key = (row: Pick<CalendarDayTableRow, "calendarCode" | "onDate">) => `${row.onDate} ${row.calendarCode}`;
    const stored = new Map((await loadCalendarDays(tx)).map((row) => [key(row), { row }]));
    const calendars = await calendarIdsByCode(tx);
    return decideRows(
      {
        spec: calendarDayTable,
        find: (values) => stored.get(key(values)),
        defaults: {},
        problems: ({ calendarCode }): RowProblem<CalendarDayTableRow>[] =>
          calendars.has(calendarCode)
            ? []
            : [{ field: "calendarCode", code: "CALENDAR_UNKNOWN", values: { code: calendarCode } }],
        action: ({ calendarCode, onDate, isWorking, reason }) => ({
          calendarId: calendars.get(calendarCode)!,
          onDate,
          isWorking,
          reason: reason ?? "",
        }),
      },
      rows,
      context,
    );
  },
  apply: (tx, actions) =>
    saveCalendarDays(
      tx,
      actions.map(({ action }) => action),
    ),
};

type PersonAction = ChangedFloorPerson & { readonly pin: string | null; readonly isNew: boolean };

const floorPersonTarget: ImportTarget<FloorPersonTableRow, Tx, PersonAction> = {
  spec: floorPersonTable,
  async resolve(tx, rows, context) {
    const stored = new Map((await loadFloorPersonRows(tx)).map((person) => [person.row.code, person]));
    // A PIN that is the person's already is no change: the same file twice leaves everything as it is.
    const known = await Promise.all(
      rows.map(async ({ values: { code, pin } }) => {
        const person = stored.get(code);
        return person && pin && (await isPin(pin, person.pinHash)) ? code : null;
      }),
    );
    const unchanged = new Set(known);
    const read = rows.map((row) =>
      unchanged.has(row.values.code) ? { ...row, values: { ...row.values, pin: null } } : row,
    );
    return decideRows(
      {
        spec: floorPersonTable,
        find: (values) => stored.get(values.code),
        defaults: { isActive: true },
        problems: ({ pin }, found): RowProblem<FloorPersonTableRow>[] => {
          if (pin === null || pin === undefined) return found ? [] : [{ field: "pin", code: "PIN_REQUIRED" }];
          return /^\d{4,8}$/.test(pin) ? [] : [{ field: "pin", code: "PIN_INVALID" }];
        },
        action: (wanted, found) => ({
          id: found?.id ?? newId(),
          code: wanted.code,
          name: wanted.name,
          kana: wanted.kana ?? "",
          isActive: wanted.isActive!,
          pin: wanted.pin ?? null,
          pinHash: null,
          isNew: found === undefined,
        }),
      },
      read,
      context,
    );
  },
  async apply(tx, actions) {
    const hashed = await Promise.all(
      actions.map(async ({ action }) => ({
        ...action,
        pinHash: action.pin === null ? null : await hashPin(action.pin),
      })),
    );
    const isNew = (person: (typeof hashed)[number]): person is (typeof hashed)[number] & NewFloorPerson => person.isNew;
    await insertFloorPeople(tx, hashed.filter(isNew));
    await updateFloorPeople(
      tx,
      hashed.filter((person) => !person.isNew).map(({ pin: _pin, isNew: _isNew, ...person }) => person),
    );
  },
};

export const resourceImportRoutes: Route[] = [
  ...importRoutes({
    area: "resources",
    path: "/work-centers",
    permission,
    target: workCenterTarget,
    rows: async (tx) => (await loadWorkCenterRows(tx)).map(({ row }) => row),
    announces: "resources.work_center",
  }),
  ...importRoutes({
    area: "resources",
    path: "/calendar-days",
    permission,
    target: calendarDayTarget,
    rows: loadCalendarDays,
    announces: "resources.calendar",
  }),
  ...importRoutes({
    area: "resources",
    path: "/floor-people",
    permission,
    target: floorPersonTarget,
    rows: async (tx) => (await loadFloorPersonRows(tx)).map(({ row }) => row),
    announces: "resources.floor_person",
  }),
];
