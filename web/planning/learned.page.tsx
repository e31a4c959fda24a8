import { useState } from "react";
import { type AnswerOf, formatDecimal, ListPage, useApi, useCan, useText } from "../platform/index.ts";
import { LearnedDrawer } from "./learned-drawer.tsx";
import { LearnedHead, OrderCount, useLearn } from "./learned-words.tsx";
import { TakeOverDialog } from "./take-over-dialog.tsx";

type Row = AnswerOf<"get", "/api/v1/learned-operations">["rows"][number];

/** What operations really take, learned from reports of work, beside what the routing says. */
export function Page() {
  const t = useText();
  const can = useCan();
  const least = useApi("/api/v1/learned-times").data?.leastOrders ?? 0;
  const { create, dialog } = useLearn();
  const [shown, setShown] = useState<Row | null>(null);
  const [chosen, setChosen] = useState<{ readonly rows: readonly Row[]; readonly clear: () => void } | null>(null);
  return (
    <>
      <ListPage
        id="planning.learned"
        title={t("planning.learned.title")}
        path="/api/v1/learned-operations"
        live={["planning.learned", "items.item"]}
        rowId={(row) => `${row.itemId} ${row.operationNumber} ${row.workCenterId}`}
        rowName={(row) => `${row.itemCode} ${row.operationNumber}`}
        onOpen={setShown}
        columns={[
          {
            id: "itemCode",
            header: t("planning.item.code"),
            cell: (row) => row.itemCode,
            sort: true,
            pinned: true,
            width: 140,
          },
          {
            id: "operation",
            header: t("planning.learned.operation"),
            cell: (row) => `${row.operationNumber} ${row.operationName ?? t("planning.learned.notInRouting")}`,
            width: 150,
          },
          {
            id: "difference",
            header: t("planning.learned.difference"),
            cell: (row) => (row.differencePercent === null ? "–" : percent(row.differencePercent)),
            sort: true,
            align: "right",
            width: 118,
          },
          {
            id: "setupMinutes",
            header: t("planning.learned.setup"),
            cell: (row) => minutes(row.setupMinutes, 1),
            align: "right",
            width: 100,
          },
          {
            id: "minutesPerUnit",
            header: t("planning.learned.perUnit"),
            cell: (row) => (
              <>
                <b>{minutes(row.minutesPerUnit, 2)}</b>{" "}
                <span className="quiet">
                  {minutes(row.lowMinutesPerUnit, 2)}–{minutes(row.highMinutesPerUnit, 2)}
                </span>
              </>
            ),
            align: "right",
            width: 180,
          },
          {
            id: "routing",
            header: t("planning.learned.routing"),
            cell: (row) =>
              row.routingMinutesPerUnit === null || row.routingSetupMinutes === null
                ? "–"
                : `${minutes(row.routingSetupMinutes, 1)} + ${minutes(row.routingMinutesPerUnit, 2)}`,
            align: "right",
            width: 140,
          },
          {
            id: "workCenter",
            header: t("planning.learned.center"),
            cell: (row) => `${row.workCenterCode} ${row.workCenterName}`,
            width: 160,
          },
          {
            id: "orderCount",
            header: t("planning.learned.count"),
            cell: (row) => <OrderCount count={row.orderCount} least={least} />,
            sort: true,
            align: "right",
            width: 150,
          },
          { id: "itemName", header: t("planning.item.name"), cell: (row) => row.itemName, width: 200 },
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
                    rows.some((row) => row.orderCount < least)
                      ? t("planning.learned.tooFewText", { least })
                      : rows.some((row) => row.routingWorkCenterId !== row.workCenterId)
                        ? t("planning.learned.elsewhereText")
                        : null,
                },
              ]
            : []
        }
        create={create}
        formPath="/api/v1/production-events/export"
        importTo="planning/learned/import"
        importPermission="planning.plan"
        above={<LearnedHead here="operations" />}
        empty={{ title: t("planning.learned.none"), hint: t("planning.learned.noneHint") }}
      />
      {dialog}
      {shown && <LearnedDrawer row={shown} onClose={() => setShown(null)} />}
      {chosen && (
        <TakeOverDialog
          chosen={{
            operations: chosen.rows.map(({ itemId, operationNumber, workCenterId, itemVersion }) => ({
              itemId,
              operationNumber,
              workCenterId,
              itemVersion,
            })),
            leadTimes: [],
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

function minutes(value: string, decimals: number): string {
  return formatDecimal(Number(value).toFixed(decimals));
}

function percent(value: string): string {
  return `${value.startsWith("-") ? "" : "+"}${value}%`;
}
