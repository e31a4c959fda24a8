import { useState } from "react";
import { ListPage, Price, StateBadge, useGo, useText } from "../platform/index.ts";
import { WorkCenterDialog } from "./work-center-dialog.tsx";

/** Machines and benches that work can be given to. */
export function Page() {
  const t = useText();
  const go = useGo();
  const [adding, setAdding] = useState(false);
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
        rowTo={(row) => `resources/work-centers/${row.id}`}
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
        create={{ label: t("resources.center.new"), onClick: () => setAdding(true), permission: "resources.write" }}
        formPath="/api/v1/work-centers/export"
        importTo="resources/work-centers/import"
        importPermission="resources.write"
        empty={{ title: t("resources.centers.none"), hint: t("resources.centers.noneHint") }}
      />
      {adding && (
        <WorkCenterDialog onClose={() => setAdding(false)} onDone={({ id }) => go(`resources/work-centers/${id}`)} />
      )}
    </>
  );
}
