import { useState } from "react";
import { type AnswerOf, ListPage, PageLink, useApi, useCan, useText } from "../platform/index.ts";
import { LeadTimeQuestion } from "./lead-time-question.tsx";
import { LearnedHead, OrderCount, useLearn } from "./learned-words.tsx";
import { TakeOverDialog } from "./take-over-dialog.tsx";

type Row = AnswerOf<"get", "/api/v1/learned-lead-times">["rows"][number];

/** In how many working days items were really made, beside the lead time planned with. */
export function Page() {
  const t = useText();
  const can = useCan();
  const least = useApi("/api/v1/learned-times").data?.leastOrders ?? 0;
  const { create, dialog } = useLearn();
  const [chosen, setChosen] = useState<{ readonly rows: readonly Row[]; readonly clear: () => void } | null>(null);
  return (
    <>
      <ListPage
        id="planning.learnedLeadTimes"
        title={t("planning.learned.title")}
        path="/api/v1/learned-lead-times"
        live={["planning.learned", "items.item"]}
        rowId={(row) => row.itemId}
        rowName={(row) => row.itemCode}
        columns={[
          {
            id: "itemCode",
            header: t("planning.item.code"),
            cell: (row) => <PageLink to={`items/${row.itemId}`}>{row.itemCode}</PageLink>,
            sort: true,
            pinned: true,
            width: 150,
          },
          {
            id: "difference",
            header: t("planning.learned.difference"),
            cell: (row) =>
              row.daysOfMost === row.leadTimeDays
                ? "±0"
                : `${row.daysOfMost > row.leadTimeDays ? "+" : "−"}${Math.abs(row.daysOfMost - row.leadTimeDays)}`,
            sort: true,
            align: "right",
            width: 118,
          },
          {
            id: "medianDays",
            header: t("planning.learned.median"),
            cell: (row) => t("planning.learned.days", { days: row.medianDays }),
            align: "right",
            width: 130,
          },
          {
            id: "daysOfMost",
            header: t("planning.learned.most"),
            cell: (row) => <b>{t("planning.learned.days", { days: row.daysOfMost })}</b>,
            align: "right",
            width: 150,
          },
          {
            id: "leadTimeDays",
            header: t("planning.learned.leadTime"),
            cell: (row) => t("planning.learned.days", { days: row.leadTimeDays }),
            align: "right",
            width: 150,
          },
          {
            id: "orderCount",
            header: t("planning.learned.count"),
            cell: (row) => <OrderCount count={row.orderCount} least={least} />,
            sort: true,
            align: "right",
            width: 150,
          },
          { id: "itemName", header: t("planning.item.name"), cell: (row) => row.itemName, width: 240 },
        ]}
        rowTone={(row) => (row.orderCount < least ? "quiet" : undefined)}
        filters={[{ id: "isEnough", label: t("planning.learned.enough"), kind: "switch" }]}
        bulk={
          can("items.write")
            ? [
                {
                  id: "takeOver",
                  label: t("planning.learned.takeOver"),
                  run: (rows, clear) => setChosen({ rows, clear }),
                  refuse: (rows) =>
                    rows.some((row) => row.orderCount < least) ? t("planning.learned.tooFewText", { least }) : null,
                },
              ]
            : []
        }
        create={create}
        formPath="/api/v1/production-events/export"
        importTo="planning/learned/import"
        importPermission="planning.plan"
        above={
          <>
            <LearnedHead here="leadTimes" />
            <LeadTimeQuestion least={least} />
          </>
        }
        empty={{ title: t("planning.learned.none"), hint: t("planning.learned.noneHint") }}
      />
      {dialog}
      {chosen && (
        <TakeOverDialog
          chosen={{
            operations: [],
            leadTimes: chosen.rows.map(({ itemId, itemVersion }) => ({ itemId, itemVersion })),
          }}
          onClose={() => setChosen(null)}
          onDone={() => {
            chosen.clear();
            setChosen(null);
          }}
        />
      )}
    </>
  );
}
