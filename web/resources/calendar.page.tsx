import { Button, Checkbox, Group, NumberInput, SimpleGrid, Switch, Text, TextInput, Title } from "@mantine/core";
import { useMemo, useState } from "react";
import { HistoryPanel } from "../companies/index.ts";
import {
  type AnswerOf,
  DocumentPage,
  type GridColumn,
  LineGrid,
  todayInJapan,
  useApi,
  useCan,
  useCommand,
  useLineGrid,
  usePathParams,
  useText,
} from "../platform/index.ts";
import { MonthView } from "./month-view.tsx";
import { WEEK_DAYS, weekDayText } from "./week-days.ts";

type Calendar = AnswerOf<"get", "/api/v1/calendars/{id}">;

/** One calendar: its week, own days and shifts, and the year as it comes out. */
export function Page() {
  const t = useText();
  const id = usePathParams()["calendarId"] ?? "";
  const answer = useApi("/api/v1/calendars/{id}", { params: { path: { id } } });
  return (
    <DocumentPage
      answer={answer}
      live="resources.calendar"
      view={(calendar) => ({
        kind: t("resources.calendar.title"),
        number: calendar.code,
        facts: [
          { label: t("resources.calendar.name"), value: calendar.name },
          {
            label: t("resources.calendar.worksOn"),
            value: calendar.worksOn.map((day) => weekDayText(t, day)).join(" "),
          },
          {
            label: t("resources.calendar.holidays"),
            value: t(
              calendar.keepsPublicHolidays
                ? "resources.calendar.closedOnHolidays"
                : "resources.calendar.worksOnHolidays",
            ),
          },
        ],
        tabs: [
          { id: "year", label: t("resources.calendar.year"), body: <YearView calendarId={calendar.id} /> },
          {
            id: "edit",
            label: t("resources.calendar.rules"),
            body: <CalendarEditor key={calendar.version} calendar={calendar} />,
          },
        ],
        side: [{ id: "history", title: t("companies.history.title"), body: <HistoryPanel subjectId={calendar.id} /> }],
      })}
    />
  );
}

function YearView({ calendarId }: { readonly calendarId: string }) {
  const t = useText();
  const [year, setYear] = useState(Number(todayInJapan().slice(0, 4)));
  const view = useApi(
    "/api/v1/calendars/{id}/days",
    { params: { path: { id: calendarId }, query: { from: `${year}-01-01`, to: `${year}-12-31` } } },
    { keep: true },
  );
  const days = view.data?.days ?? [];
  const worked = days.filter((day) => day.isWorking).length;
  return (
    <>
      <Group mb="sm" align="flex-end">
        <NumberInput
          label={t("resources.calendar.year")}
          value={year}
          onChange={(value) => Number(value) >= 1955 && Number(value) <= 2100 && setYear(Number(value))}
          min={1955}
          max={2100}
          w={110}
        />
        <Text size="sm">{t("resources.calendar.workedDays", { count: worked })}</Text>
        {view.data && year > Number(view.data.publicHolidaysKnownUntil.slice(0, 4)) && (
          <Text size="sm" c="orange.8">
            {t("resources.calendar.holidaysUnknown", { until: view.data.publicHolidaysKnownUntil })}
          </Text>
        )}
      </Group>
      <SimpleGrid cols={{ base: 2, md: 3, lg: 4 }}>
        {Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, "0")}`).map((month) => (
          <MonthView key={month} month={month} days={days.filter((day) => day.onDate.startsWith(month))} />
        ))}
      </SimpleGrid>
    </>
  );
}

/** Everything that makes the calendar, saved at once. */
function CalendarEditor({ calendar }: { readonly calendar: Calendar }) {
  const t = useText();
  const can = useCan();
  const mayWrite = can("resources.write");
  const [name, setName] = useState(calendar.name);
  const [worksOn, setWorksOn] = useState<readonly number[]>(calendar.worksOn);
  const [keepsPublicHolidays, setKeeps] = useState(calendar.keepsPublicHolidays);
  const save = useCommand("put", "/api/v1/calendars/{id}", { success: t("resources.calendar.saved") });
  const dayColumns = useMemo<GridColumn[]>(
    () => [
      {
        id: "onDate",
        header: t("resources.day.onDate"),
        kind: "date",
        required: true,
        readOnly: !mayWrite,
        width: 150,
      },
      {
        id: "isWorking",
        header: t("resources.day.isWorking"),
        kind: "choice",
        required: true,
        initial: "false",
        readOnly: !mayWrite,
        options: [
          { value: "false", label: t("resources.day.closed") },
          { value: "true", label: t("resources.day.worked") },
        ],
        width: 120,
      },
      {
        id: "reason",
        header: t("resources.day.reason"),
        kind: "text",
        maxLength: 200,
        readOnly: !mayWrite,
        width: 300,
      },
    ],
    [t, mayWrite],
  );
  const shiftColumns = useMemo<GridColumn[]>(
    () => [
      { id: "code", header: t("resources.shift.code"), kind: "code", required: true, readOnly: !mayWrite, width: 90 },
      { id: "name", header: t("resources.shift.name"), kind: "text", required: true, readOnly: !mayWrite, width: 160 },
      {
        id: "startsAt",
        header: t("resources.shift.startsAt"),
        kind: "code",
        required: true,
        readOnly: !mayWrite,
        width: 110,
      },
      {
        id: "endsAt",
        header: t("resources.shift.endsAt"),
        kind: "code",
        required: true,
        readOnly: !mayWrite,
        width: 110,
      },
      {
        id: "breakMinutes",
        header: t("resources.shift.breakMinutes"),
        kind: "integer",
        min: "0",
        required: true,
        initial: "0",
        readOnly: !mayWrite,
        width: 110,
      },
    ],
    [t, mayWrite],
  );
  const days = useLineGrid({
    columns: dayColumns,
    fixedRows: !mayWrite,
    initial: calendar.days.map((day) => ({ key: day.onDate, cells: { ...day, isWorking: String(day.isWorking) } })),
  });
  const shifts = useLineGrid({
    columns: shiftColumns,
    fixedRows: !mayWrite,
    initial: calendar.shifts.map((shift) => ({
      key: shift.code,
      cells: { ...shift, breakMinutes: String(shift.breakMinutes) },
    })),
  });
  const send = async () => {
    const [dayLines, shiftLines] = await Promise.all([days.read(), shifts.read()]);
    if (!dayLines || !shiftLines) return;
    const end = await save.run({
      params: { path: { id: calendar.id } },
      body: {
        code: calendar.code,
        name,
        worksOn: [...worksOn],
        keepsPublicHolidays,
        version: calendar.version,
        days: dayLines.map(({ values }) => ({
          onDate: values["onDate"]!,
          isWorking: values["isWorking"] === "true",
          reason: values["reason"] ?? "",
        })),
        shifts: shiftLines.map(({ values }) => ({
          code: values["code"]!,
          name: values["name"]!,
          startsAt: values["startsAt"]!,
          endsAt: values["endsAt"]!,
          breakMinutes: Number(values["breakMinutes"]),
        })),
      },
    });
    if (end?.ok) {
      days.settle();
      shifts.settle();
    } else if (end?.problem) {
      days.placeRefusals(end.problem.errors, "days");
      shifts.placeRefusals(end.problem.errors, "shifts");
    }
  };
  return (
    <>
      <Group align="flex-end" gap="xl" mb="md">
        <TextInput
          label={t("resources.calendar.name")}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          readOnly={!mayWrite}
          w={260}
        />
        <Checkbox.Group
          label={t("resources.calendar.worksOn")}
          value={worksOn.map(String)}
          onChange={(chosen) => setWorksOn(chosen.map(Number).sort((a, b) => a - b))}
        >
          <Group gap="sm" mt={6}>
            {WEEK_DAYS.map((day) => (
              <Checkbox key={day} value={String(day)} label={weekDayText(t, day)} disabled={!mayWrite} />
            ))}
          </Group>
        </Checkbox.Group>
        <Switch
          label={t("resources.calendar.keepsHolidays")}
          checked={keepsPublicHolidays}
          onChange={(event) => setKeeps(event.currentTarget.checked)}
          disabled={!mayWrite}
          mb={4}
        />
      </Group>
      <Title order={3} size="h5" mb={4}>
        {t("resources.shifts.title")}
      </Title>
      <Text size="sm" c="dimmed" mb={6}>
        {t("resources.shifts.hint")}
      </Text>
      <LineGrid grid={shifts} label={t("resources.shifts.title")} />
      <Title order={3} size="h5" mt="lg" mb={4}>
        {t("resources.days.title")}
      </Title>
      <Text size="sm" c="dimmed" mb={6}>
        {t("resources.days.hint")}
      </Text>
      <LineGrid grid={days} label={t("resources.days.title")} />
      {mayWrite && (
        <Button mt="md" onClick={() => void send()} loading={save.busy}>
          {t("platform.save")}
        </Button>
      )}
    </>
  );
}
