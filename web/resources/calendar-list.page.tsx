import { useMemo, useState } from "react";
import { USUAL_WEEK } from "../../domain/resources/index.ts";
import { FormDialog, type FormField, ListPage, useCommand, useGo, useText } from "../platform/index.ts";
import { weekDayText } from "./week-days.ts";

/** Working calendars: the week, the holidays, and how many work centres keep them. */
export function Page() {
  const t = useText();
  const go = useGo();
  const [adding, setAdding] = useState(false);
  const add = useCommand("post", "/api/v1/calendars", { success: t("resources.calendar.saved"), placesRefusals: true });
  const label = (name: string) => t(`resources.calendar.${name}`);
  const fields = useMemo<FormField[]>(
    () => [
      { name: "code", label: t("resources.calendar.code"), kind: "code", required: true },
      { name: "name", label: t("resources.calendar.name"), kind: "text", required: true },
    ],
    [t],
  );
  return (
    <>
      <ListPage
        id="resources.calendars"
        title={t("resources.calendars.title")}
        path="/api/v1/calendars"
        live="resources.calendar"
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        rowTo={(row) => `resources/calendars/${row.id}`}
        columns={[
          { id: "code", header: label("code"), cell: (row) => row.code, sort: true, pinned: true, width: 130 },
          { id: "name", header: label("name"), cell: (row) => row.name, sort: true, width: 240 },
          {
            id: "worksOn",
            header: label("worksOn"),
            cell: (row) => row.worksOn.map((day) => weekDayText(t, day)).join(" "),
            width: 220,
          },
          {
            id: "holidays",
            header: label("holidays"),
            cell: (row) => label(row.keepsPublicHolidays ? "closedOnHolidays" : "worksOnHolidays"),
            width: 150,
          },
          { id: "ownDays", header: label("ownDays"), cell: (row) => row.ownDayCount, align: "right", width: 110 },
          {
            id: "workCenters",
            header: t("resources.centers.title"),
            cell: (row) => row.workCenterCount,
            align: "right",
            width: 110,
          },
        ]}
        create={{ label: t("resources.calendar.new"), onClick: () => setAdding(true), permission: "resources.write" }}
        formPath="/api/v1/calendars/export"
        importTo="resources/calendars/import"
        importPermission="resources.write"
        empty={{ title: t("resources.calendars.none"), hint: t("resources.calendars.noneHint") }}
      />
      <FormDialog
        opened={adding}
        onClose={() => setAdding(false)}
        title={t("resources.calendar.new")}
        fields={fields}
        submit={(body) =>
          add.run({
            body: { ...body, ...USUAL_WEEK, shifts: [] } as never,
          })
        }
        onDone={(calendar) => go(`resources/calendars/${calendar.id}`)}
      />
    </>
  );
}
