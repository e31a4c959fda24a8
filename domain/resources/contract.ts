import { z } from "zod";
import {
  codeShape,
  idShape,
  listQueryShape,
  nameShape,
  pageShape,
  plainDateShape,
  priceShape,
  versionShape,
} from "../shared/index.ts";

/** Request and response shapes of resources: calendars, shifts, work centres. */
const weekDayShape = z.int().min(1).max(7).meta({ description: "1 Monday … 7 Sunday" });
const timeShape = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: "TIME_INVALID" })
  .meta({ example: "08:30" });
const reasonShape = z.string().trim().max(200, { error: "TOO_LONG" });

export const calendarDayShape = z.object({ onDate: plainDateShape, isWorking: z.boolean(), reason: reasonShape });
export const shiftShape = z.object({
  code: codeShape,
  name: nameShape,
  startsAt: timeShape,
  endsAt: timeShape,
  breakMinutes: z.int().min(0).max(720),
});

export const calendarInputShape = z.object({
  code: codeShape,
  name: nameShape,
  worksOn: z.array(weekDayShape).max(7),
  keepsPublicHolidays: z.boolean(),
  days: z.array(calendarDayShape).max(2000),
  shifts: z.array(shiftShape).max(12),
});
export const calendarShape = calendarInputShape.extend({ id: idShape, version: versionShape });
export const calendarUpdateShape = calendarInputShape.extend({ version: versionShape });
export const calendarRowShape = calendarShape
  .pick({ id: true, code: true, name: true, worksOn: true, keepsPublicHolidays: true })
  .extend({ workCenterCount: z.int(), ownDayCount: z.int() });
export const calendarPageShape = pageShape(calendarRowShape);

/** What a calendar says of each day of a stretch, with the reason a person can read. */
export const calendarViewQueryShape = z.object({ from: plainDateShape, to: plainDateShape });
export const calendarViewShape = z.object({
  publicHolidaysKnownUntil: plainDateShape,
  days: z.array(
    z.object({
      onDate: plainDateShape,
      isWorking: z.boolean(),
      because: z.enum(["own_day", "public_holiday", "week"]),
      text: z.string(),
      minutes: z.int().min(0),
    }),
  ),
});

export const workCenterInputShape = z.object({
  code: codeShape,
  name: nameShape,
  nameEn: z.string().trim().max(200, { error: "TOO_LONG" }),
  calendarId: idShape.nullable(),
  machineCount: z.int().min(1, { error: "MACHINE_COUNT_TOO_SMALL" }).max(10_000),
  minutesPerDay: z.int().min(1, { error: "MINUTES_TOO_FEW" }).max(1440, { error: "MINUTES_BEYOND_DAY" }),
  laborYenPerHour: priceShape,
  machineYenPerHour: priceShape,
  isActive: z.boolean(),
});
export const workCenterShape = workCenterInputShape.extend({
  // Saved before 0 was refused: it gives no minute without shifts.
  minutesPerDay: z.int().min(0).max(1440),
  id: idShape,
  version: versionShape,
  calendarCode: z.string().nullable(),
  calendarName: z.string().nullable(),
});
/** Another work centre that can do its work, and how long it takes in relation: 1.2 is a fifth longer. */
const alternativeShape = z.object({
  workCenterId: idShape,
  timeFactor: z
    .string()
    .regex(/^\d{1,3}(\.\d{1,3})?$/, { error: "TIME_FACTOR_INVALID" })
    .refine((text) => /[1-9]/.test(text), { error: "TIME_FACTOR_INVALID" })
    .meta({ description: "time in relation to its own, up to 3 decimals", example: "1.2" }),
});
export const alternativesInputShape = z.object({
  version: versionShape.meta({ description: "of the work centre" }),
  alternatives: z.array(alternativeShape).max(50),
});
export const workCenterWithAlternativesShape = workCenterShape.extend({
  alternatives: z.array(
    alternativeShape.extend({ code: codeShape, name: z.string(), nameEn: z.string(), isActive: z.boolean() }),
  ),
});
export const workCenterUpdateShape = workCenterInputShape.extend({ version: versionShape });
export const workCenterListQueryShape = listQueryShape.extend({ isActive: z.stringbool().optional() });
export const workCenterPageShape = pageShape(workCenterShape);

const pinShape = z
  .string()
  .regex(/^\d{4,8}$/, { error: "PIN_INVALID" })
  .meta({ description: "4 to 8 digits; never given back", example: "2580" });
export const floorPersonInputShape = z.object({
  code: codeShape,
  name: nameShape,
  kana: z.string().trim().max(200, { error: "TOO_LONG" }),
  isActive: z.boolean(),
});
export const floorPersonCreateShape = floorPersonInputShape.extend({ pin: pinShape });
export const floorPersonUpdateShape = floorPersonInputShape.extend({
  version: versionShape,
  pin: pinShape.nullable().meta({ description: "null keeps the PIN; a new one also ends a lock" }),
});
export const floorPersonShape = floorPersonInputShape.extend({
  id: idShape,
  version: versionShape,
  isLocked: z.boolean(),
  lockedUntil: z.string().nullable().meta({ format: "date-time" }),
});
export const floorPersonListQueryShape = listQueryShape.extend({ isActive: z.stringbool().optional() });
export const floorPersonPageShape = pageShape(floorPersonShape);

export type CalendarRow = z.infer<typeof calendarRowShape>;
export type FloorPerson = z.infer<typeof floorPersonShape>;
export type CalendarInput = z.infer<typeof calendarInputShape>;
export type CalendarRecord = z.infer<typeof calendarShape>;
export type Alternative = z.infer<typeof alternativeShape>;
export type NamedAlternative = z.infer<typeof workCenterWithAlternativesShape>["alternatives"][number];
export type WorkCenterInput = z.infer<typeof workCenterInputShape>;
export type WorkCenterRecord = z.infer<typeof workCenterShape>;
