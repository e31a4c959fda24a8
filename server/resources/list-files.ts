import type { ListFiles } from "../platform/index.ts";

/** The columns of this area's lists when they leave as files; headed as on the screen. */
export const listFiles: ListFiles = {
  "/work-centers": {
    title: "resources.centers.title",
    columns: [
      { field: "code", label: "resources.center.code" },
      { field: "name", label: "resources.center.name" },
      { field: "calendarName", label: "resources.center.calendar" },
      { field: "machineCount", label: "resources.center.machineCount" },
      { field: "minutesPerDay", label: "resources.center.minutesPerDay" },
      { field: "laborYenPerHour", label: "resources.center.laborYenPerHour" },
      { field: "machineYenPerHour", label: "resources.center.machineYenPerHour" },
      { field: "isActive", label: "platform.inUse", words: "platform.inUse." },
    ],
  },
  "/floor-people": {
    title: "resources.people.title",
    columns: [
      { field: "code", label: "resources.person.code" },
      { field: "name", label: "resources.person.name" },
      { field: "kana", label: "resources.person.kana" },
      { field: "isActive", label: "platform.inUse", words: "platform.inUse." },
      { field: "isLocked", label: "resources.person.locked" },
    ],
  },
  "/calendars": {
    title: "resources.calendars.title",
    columns: [
      { field: "code", label: "resources.calendar.code" },
      { field: "name", label: "resources.calendar.name" },
      { field: "worksOn", label: "resources.calendar.worksOn", words: "resources.weekDay." },
      { field: "keepsPublicHolidays", label: "resources.calendar.closedOnHolidays" },
      { field: "ownDayCount", label: "resources.calendar.ownDays" },
      { field: "workCenterCount", label: "resources.centers.title" },
    ],
  },
};
