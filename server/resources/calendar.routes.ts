import { z } from "zod";
import {
  type CalendarInput,
  calendarInputShape,
  calendarPageShape,
  calendarShape,
  calendarUpdateShape,
  calendarViewQueryShape,
  calendarViewShape,
  checkCalendar,
  checkShifts,
  PUBLIC_HOLIDAYS_KNOWN_UNTIL,
  shiftMinutes,
  workingDays,
} from "../../domain/resources/index.ts";
import { addDays, daysBetween, idShape, listQueryShape, type Outcome, ok, refuse } from "../../domain/shared/index.ts";
import {
  announce,
  audit,
  defineRoute,
  newId,
  type Route,
  requireSaved,
  requireVersion,
  type Tx,
} from "../platform/index.ts";
import { insertCalendar, listCalendars, loadCalendar, updateCalendar } from "./calendar.store.ts";

const params = z.object({ id: idShape });
/** Somewhat more than two years: what a year's view with its neighbours shows. */
const VIEW_DAYS = 800;

export const calendarRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/calendars",
    kind: "read",
    permission: "resources.read",
    summary: { en: "Working calendars", ja: "稼働カレンダー一覧" },
    query: listQueryShape,
    response: calendarPageShape,
    handler: ({ tx, query }) => listCalendars(tx, query),
  }),
  defineRoute({
    method: "GET",
    url: "/calendars/:id",
    kind: "read",
    permission: "resources.read",
    summary: { en: "One calendar with its own days and shifts", ja: "稼働カレンダー" },
    params,
    response: calendarShape,
    handler: async ({ tx, params }) => {
      const found = await loadCalendar(tx, params.id);
      return found ? ok(found) : refuse("NOT_FOUND");
    },
  }),
  defineRoute({
    method: "GET",
    url: "/calendars/:id/days",
    kind: "read",
    permission: "resources.read",
    summary: { en: "Each day of a stretch: worked or not, and why", ja: "日ごとの稼働と理由" },
    params,
    query: calendarViewQueryShape,
    response: calendarViewShape,
    handler: async ({ tx, params, query }) => {
      const calendar = await loadCalendar(tx, params.id);
      if (!calendar) return refuse("NOT_FOUND");
      const count = daysBetween(query.from, query.to) + 1;
      if (count < 1 || count > VIEW_DAYS) return refuse("STRETCH_TOO_LONG", { maximum: VIEW_DAYS }, "query.to");
      const works = workingDays(calendar);
      const perDay = calendar.shifts.reduce((sum, shift) => sum + shiftMinutes(shift), 0);
      const days = Array.from({ length: count }, (_, index) => {
        const onDate = addDays(query.from, index);
        const reason = works.reasonOf(onDate);
        return { onDate, ...reason, minutes: reason.isWorking ? perDay : 0 };
      });
      return ok({ publicHolidaysKnownUntil: PUBLIC_HOLIDAYS_KNOWN_UNTIL, days });
    },
  }),
  defineRoute({
    method: "POST",
    url: "/calendars",
    kind: "command",
    permission: "resources.write",
    summary: { en: "Add a calendar", ja: "稼働カレンダーを登録する" },
    status: 201,
    body: calendarInputShape,
    response: calendarShape,
    handler: async ({ tx, body }) => {
      const checked = check(body);
      if (!checked.ok) return checked;
      const id = newId();
      await insertCalendar(tx, id, body);
      await record(tx, "resources.add-calendar", id, body);
      return ok((await loadCalendar(tx, id))!);
    },
  }),
  defineRoute({
    method: "PUT",
    url: "/calendars/:id",
    kind: "command",
    permission: "resources.write",
    summary: { en: "Change a calendar", ja: "稼働カレンダーを変更する" },
    params,
    body: calendarUpdateShape,
    response: calendarShape,
    handler: async ({ tx, params, body }) => {
      const checked = check(body);
      if (!checked.ok) return checked;
      const found = requireVersion(await loadCalendar(tx, params.id), body.version);
      if (!found.ok) return found;
      const saved = requireSaved(await updateCalendar(tx, params.id, body.version, body));
      if (!saved.ok) return saved;
      await record(tx, "resources.change-calendar", params.id, body);
      return ok((await loadCalendar(tx, params.id))!);
    },
  }),
];

function check(input: CalendarInput): Outcome<null> {
  const calendar = checkCalendar(input);
  if (!calendar.ok) return calendar;
  const twice = input.shifts.findIndex((shift, index) => input.shifts.findIndex((s) => s.code === shift.code) < index);
  if (twice >= 0) return refuse("SHIFT_CODE_TWICE", { shift: input.shifts[twice]!.code }, `shifts.${twice}.code`);
  const shifts = checkShifts(input.shifts);
  return shifts.ok ? ok(null) : shifts;
}

async function record(tx: Tx, command: string, subjectId: string, { code }: CalendarInput): Promise<void> {
  await audit(tx, [{ command, subjectKind: "calendar", subjectId, details: { code } }]);
  await announce(tx, [{ kind: "resources.calendar", subjectId }]);
}
