import { useMemo } from "react";
import { type AnswerOf, FormDialog, type FormField, useCommand, useText, withTexts } from "../platform/index.ts";
import { findCalendars } from "./find-calendars.ts";

type WorkCenter = AnswerOf<"get", "/api/v1/work-centers">["rows"][number];
const NEW = { machineCount: 1, minutesPerDay: 480, laborYenPerHour: "0", machineYenPerHour: "0", isActive: true };

/** A work centre to add, or to change. */
export function WorkCenterDialog({
  center = {},
  onClose,
  onDone,
}: {
  readonly center?: Partial<WorkCenter>;
  readonly onClose: () => void;
  readonly onDone: (saved: WorkCenter) => void;
}) {
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
        min: "1",
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
      onDone={onDone}
    />
  );
}
