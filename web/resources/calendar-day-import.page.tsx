import { Button, Group, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { ImportPage, useDownload, useText } from "../platform/index.ts";

const TABLES = [
  { id: "calendars", label: "resources.calendars.title", endpoint: "/api/v1/calendars" },
  { id: "days", label: "resources.days.title", endpoint: "/api/v1/calendar-days" },
  { id: "shifts", label: "resources.shifts.title", endpoint: "/api/v1/shifts" },
] as const;

/** Calendars, their closures and extra working days, and their shifts, from files. */
export function Page() {
  const t = useText();
  const { busy, download } = useDownload();
  const [chosen, setChosen] = useState<string>(TABLES[0].id);
  const table = TABLES.find(({ id }) => id === chosen)!;
  return (
    <>
      <Group justify="space-between" mb="sm">
        <SegmentedControl
          value={chosen}
          onChange={setChosen}
          data={TABLES.map(({ id, label }) => ({ value: id, label: t(label) }))}
          aria-label={t("resources.days.import")}
        />
        <Button
          variant="default"
          disabled={busy}
          onClick={() => download(`${table.endpoint}/export`, { format: "xlsx" })}
        >
          {t("resources.exportNow")}
        </Button>
      </Group>
      <ImportPage key={table.id} name={t(table.label)} endpoint={table.endpoint} />
    </>
  );
}
