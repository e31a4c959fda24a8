import { Button } from "@mantine/core";
import { useState } from "react";
import {
  type AnswerOf,
  formatCount,
  InstantText,
  ListPage,
  PageLink,
  StateBadge,
  useCan,
  useText,
} from "../platform/index.ts";
import { LearnedHead } from "./learned-words.tsx";
import { TakeBackDialog } from "./take-back-dialog.tsx";

type Row = AnswerOf<"get", "/api/v1/production-event-imports">["rows"][number];

/** Imports of production logs: who brought what when, and the way to take a wrong one back. */
export function Page() {
  const t = useText();
  const can = useCan();
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <>
      <ListPage
        id="planning.eventImports"
        title={t("planning.log.imports")}
        path="/api/v1/production-event-imports"
        live="planning.learned"
        rowId={(row) => row.id}
        rowName={nameOf}
        rowTone={(row) => (row.takenBackAt === null ? undefined : "quiet")}
        columns={[
          {
            id: "importedAt",
            header: t("planning.log.importedAt"),
            cell: (row) => (
              <PageLink to={`planning/learned/events?importId=${row.id}`}>
                <InstantText value={row.importedAt} />
              </PageLink>
            ),
            sort: true,
            pinned: true,
            width: 150,
          },
          {
            id: "takeBack",
            header: t("planning.state"),
            cell: (row) =>
              row.takenBackAt !== null ? (
                <span title={row.takenBackBy}>
                  <StateBadge tone="stopped" label={t("planning.log.takenBack")} />
                </span>
              ) : can("planning.plan") ? (
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={`${t("planning.log.takeBack")} ${nameOf(row)}`}
                  onClick={() => setChosen(row.id)}
                >
                  {t("planning.log.takeBack")}
                </Button>
              ) : (
                ""
              ),
            width: 130,
          },
          {
            id: "fileName",
            header: t("planning.log.file"),
            cell: (row) => row.fileName || <span className="quiet">{t("planning.log.before")}</span>,
            sort: true,
            width: 200,
          },
          { id: "importedBy", header: t("planning.log.importedBy"), cell: (row) => row.importedBy, width: 140 },
          {
            id: "eventCount",
            header: t("planning.log.eventCount"),
            cell: (row) => formatCount(row.eventCount),
            sort: true,
            align: "right",
            width: 96,
          },
          {
            id: "replacedCount",
            header: t("planning.log.replacedCount"),
            cell: (row) => formatCount(row.replacedCount),
            align: "right",
            width: 130,
          },
          {
            id: "presentCount",
            header: t("planning.log.presentCount"),
            cell: (row) => formatCount(row.presentCount),
            align: "right",
            width: 120,
          },
          {
            id: "takenBackAt",
            header: t("planning.log.takenBackAt"),
            cell: (row) => <InstantText value={row.takenBackAt} />,
            width: 150,
          },
        ]}
        importTo="planning/learned/import"
        importPermission="planning.plan"
        above={<LearnedHead here="imports" />}
        empty={{ title: t("planning.log.noImports"), hint: t("planning.log.noneHint"), permission: "planning.plan" }}
      />
      {chosen && <TakeBackDialog importId={chosen} onClose={() => setChosen(null)} />}
    </>
  );
}

function nameOf({ fileName, importedAt }: Row): string {
  return fileName || importedAt;
}
