import { useMemo, useState } from "react";
import {
  type AnswerOf,
  FormDialog,
  type FormField,
  ListPage,
  Price,
  StateBadge,
  useCan,
  useCommand,
  useText,
  withTexts,
} from "../platform/index.ts";
import { findCalendars } from "./find-calendars.ts";

type WorkCenter = AnswerOf<"get", "/api/v1/work-centers">["rows"][number];
const NEW = { machineCount: 1, minutesPerDay: 480, laborYenPerHour: "0", machineYenPerHour: "0", isActive: true };

/** Machines and benches that work can be given to. */
export function Page() {
  const t = useText();
  const can = useCan();
  const [edited, setEdited] = useState<Partial<WorkCenter> | null>(null);
  const label = (name: string) => t(`resources.center.${name}`);
  return (
    <>
      <ListPage
        id="resources.workCenters"
        title={t("resources.centers.title")}
        path="/api/v1/work-centers"
        live="resources.work_center"
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        rowTone={(row) => (row.isActive ? undefined : "quiet")}
        {...(can("resources.write") && { onOpen: setEdited })}
        columns={[
          { id: "code", header: label("code"), cell: (row) => row.code, sort: true, pinned: true, width: 120 },
          { id: "name", header: label("name"), cell: (row) => row.name, sort: true, width: 240 },
          {
            id: "calendar",
            header: label("calendar"),
            cell: (row) => row.calendarName ?? label("noCalendar"),
            width: 200,
          },
          {
            id: "machineCount",
            header: label("machineCount"),
            cell: (row) => row.machineCount,
            align: "right",
            width: 90,
          },
          {
            id: "minutesPerDay",
            header: label("minutesPerDay"),
            cell: (row) => row.minutesPerDay,
            align: "right",
            width: 140,
          },
          {
            id: "labor",
            header: label("laborYenPerHour"),
            cell: (row) => <Price value={row.laborYenPerHour} />,
            align: "right",
            width: 140,
          },
          {
            id: "machine",
            header: label("machineYenPerHour"),
            cell: (row) => <Price value={row.machineYenPerHour} />,
            align: "right",
            width: 140,
          },
          {
            id: "state",
            header: label("state"),
            cell: (row) => (
              <StateBadge
                tone={row.isActive ? "active" : "stopped"}
                label={t(row.isActive ? "resources.inUse" : "resources.closed")}
              />
            ),
            width: 110,
          },
        ]}
        views={[
          { id: "active", label: t("resources.inUse"), filters: { isActive: "true" } },
          { id: "all", label: t("platform.all"), filters: {} },
        ]}
        create={{ label: t("resources.center.new"), onClick: () => setEdited({}), permission: "resources.write" }}
        formPath="/api/v1/work-centers/export"
        importTo="resources/work-centers/import"
        importPermission="resources.write"
        empty={{ title: t("resources.centers.none"), hint: t("resources.centers.noneHint") }}
      />
      {edited && <WorkCenterDialog center={edited} onClose={() => setEdited(null)} />}
    </>
  );
}

function WorkCenterDialog({ center, onClose }: { readonly center: Partial<WorkCenter>; readonly onClose: () => void }) {
  const t = useText();
  const success = t("resources.center.saved");
  const add = useCommand("post", "/api/v1/work-centers", { success, placesRefusals: true });
  const change = useCommand("put", "/api/v1/work-centers/{id}", { success, placesRefusals: true });
  const { id, version, calendarId, calendarCode, calendarName } = center;
  const fields = useMemo<FormField[]>(() => {
    const label = (name: string) => t(`resources.center.${name}`);
    const shown = calendarId ? { id: calendarId, code: calendarCode ?? "", name: calendarName ?? "" } : null;
    return [
      { name: "code", label: label("code"), kind: "code", required: true },
      { name: "name", label: label("name"), kind: "text", required: true },
      { name: "nameEn", label: label("nameEn"), kind: "text" },
      {
        name: "calendarId",
        label: label("calendar"),
        kind: "lookup",
        lookup: findCalendars,
        shown,
        hint: label("calendarHint"),
      },
      { name: "machineCount", label: label("machineCount"), kind: "integer", min: "1", required: true },
      {
        name: "minutesPerDay",
        label: label("minutesPerDay"),
        kind: "integer",
        min: "0",
        max: "1440",
        required: true,
        hint: label("minutesHint"),
      },
      { name: "laborYenPerHour", label: label("laborYenPerHour"), kind: "decimal", min: "0", required: true },
      { name: "machineYenPerHour", label: label("machineYenPerHour"), kind: "decimal", min: "0", required: true },
      { name: "isActive", label: t("resources.inUse"), kind: "switch" },
    ];
  }, [t, calendarId, calendarCode, calendarName]);
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={id ? `${t("resources.center.title")} ${center.code}` : t("resources.center.new")}
      fields={fields}
      initial={id ? center : NEW}
      submit={(body) => {
        const sent = withTexts(fields, body);
        return id && version !== undefined
          ? change.run({ params: { path: { id } }, body: { ...sent, version } as never })
          : add.run({ body: sent as never });
      }}
      onDone={onClose}
    />
  );
}
