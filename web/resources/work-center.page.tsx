import { useState } from "react";
import { HistoryPanel } from "../companies/index.ts";
import {
  type AnswerOf,
  DocumentPage,
  PageLink,
  Price,
  StateBadge,
  useApi,
  usePathParams,
  useText,
} from "../platform/index.ts";
import { AlternativesGrid } from "./alternatives-grid.tsx";
import { WorkCenterDialog } from "./work-center-dialog.tsx";

/** One work centre: what it can do in a day, what an hour costs, and who can do its work instead. */
export function Page() {
  const t = useText();
  const id = usePathParams()["workCenterId"] ?? "";
  const answer = useApi("/api/v1/work-centers/{id}", { params: { path: { id } } });
  const isCompanys = answer.data !== undefined && answer.data.calendarId === null;
  const calendars = useApi(
    "/api/v1/calendars",
    { params: { query: { limit: 1, sort: "code" } } },
    { when: isCompanys },
  );
  const [editing, setEditing] = useState(false);
  const label = (name: string) => t(`resources.center.${name}`);
  return (
    <>
      <DocumentPage
        answer={answer}
        live="resources.work_center"
        view={(center) => ({
          kind: t("resources.center.title"),
          number: center.code,
          state: (
            <StateBadge
              size="lg"
              tone={center.isActive ? "active" : "stopped"}
              label={t(center.isActive ? "resources.inUse" : "resources.closed")}
            />
          ),
          facts: [
            { label: label("name"), value: center.name },
            {
              label: label("calendar"),
              value: center.calendarId ? (
                <PageLink to={`resources/calendars/${center.calendarId}`}>{center.calendarName}</PageLink>
              ) : (
                <CompanyCalendar calendars={calendars.data?.rows} />
              ),
            },
            { label: label("machineCount"), value: center.machineCount },
            { label: label("minutesPerDay"), value: center.minutesPerDay },
            { label: label("laborYenPerHour"), value: <Price value={center.laborYenPerHour} /> },
            { label: label("machineYenPerHour"), value: <Price value={center.machineYenPerHour} /> },
          ],
          primary: {
            id: "edit",
            label: t("resources.center.edit"),
            icon: "edit",
            permission: "resources.write",
            run: () => setEditing(true),
          },
          body: (
            <section aria-label={t("resources.alternatives.title")}>
              <h2 style={{ fontSize: 15, margin: "4px 0 4px" }}>{t("resources.alternatives.title")}</h2>
              <AlternativesGrid key={center.version} center={center} />
            </section>
          ),
          side: [{ id: "history", title: t("companies.history.title"), body: <HistoryPanel subjectId={center.id} /> }],
        })}
      />
      {editing && answer.data && (
        <WorkCenterDialog center={answer.data} onClose={() => setEditing(false)} onDone={() => setEditing(false)} />
      )}
    </>
  );
}

/** The one a work centre works by that names none; without any it does not work. */
function CompanyCalendar({
  calendars,
}: {
  readonly calendars: AnswerOf<"get", "/api/v1/calendars">["rows"] | undefined;
}) {
  const t = useText();
  if (!calendars) return null;
  const [first] = calendars;
  return first ? (
    <PageLink to={`resources/calendars/${first.id}`}>
      {t("resources.center.companyCalendar", { name: first.name })}
    </PageLink>
  ) : (
    <PageLink to="resources/calendars">{t("resources.center.noCalendar")}</PageLink>
  );
}
