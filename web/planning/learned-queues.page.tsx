import { Button } from "@mantine/core";
import { useMemo } from "react";
import {
  Answered,
  type AnswerOf,
  ChartBox,
  DataTable,
  Empty,
  formatDecimal,
  Icon,
  PageHead,
  type Translate,
  useApi,
  useCan,
  useLive,
  useText,
} from "../platform/index.ts";
import { LearnedHead, OrderCount, useLearn } from "./learned-words.tsx";

type Learned = AnswerOf<"get", "/api/v1/learned-times">;

/** How long work waits before each work centre. */
export function Page() {
  const t = useText();
  const can = useCan();
  const answer = useApi("/api/v1/learned-times");
  const { create, dialog } = useLearn();
  useLive("planning.learned", () => void answer.refetch());
  return (
    <>
      <PageHead title={t("planning.learned.title")} hint={t("planning.learned.queuesHint")}>
        {can(create.permission) && (
          <Button leftSection={<Icon name="add" size={14} />} onClick={create.onClick}>
            {create.label}
          </Button>
        )}
      </PageHead>
      <LearnedHead here="queues" />
      <Answered answer={answer} lines={6}>
        {(learned) => <Queues learned={learned} />}
      </Answered>
      {dialog}
    </>
  );
}

function Queues({ learned: { queues, leastOrders } }: { readonly learned: Learned }) {
  const t = useText();
  const option = useMemo(() => chartOf(queues, t), [queues, t]);
  if (queues.length === 0)
    return <Empty title={t("planning.learned.noQueues")} hint={t("planning.learned.noneHint")} />;
  return (
    <>
      <div style={{ marginBottom: 12 }}>
        <ChartBox option={option} label={t("planning.learned.queues")} height={60 + 34 * queues.length} />
      </div>
      <DataTable
        inline
        label={t("planning.learned.queues")}
        rows={queues}
        rowId={(row) => row.workCenterId}
        columns={[
          {
            id: "center",
            header: t("planning.learned.center"),
            cell: (row) => `${row.workCenterCode} ${row.workCenterName}`,
            width: 240,
          },
          {
            id: "median",
            header: t("planning.learned.queueMedian"),
            cell: (row) => <b>{hours(row.medianMinutes)}</b>,
            align: "right",
            width: 140,
          },
          {
            id: "spread",
            header: t("planning.learned.queueSpread"),
            cell: (row) => `${hours(row.lowMinutes)} – ${hours(row.highMinutes)}`,
            align: "right",
            width: 180,
          },
          {
            id: "count",
            header: t("planning.learned.visits"),
            cell: (row) => <OrderCount count={row.orderCount} least={leastOrders} />,
            align: "right",
            width: 160,
          },
        ]}
      />
    </>
  );
}

const hours = (minutes: string) => formatDecimal((Number(minutes) / 60).toFixed(1));

/** From where a tenth waits less to where a tenth waits more, with the middle marked. */
function chartOf(queues: Learned["queues"], t: Translate) {
  const rows = queues.toReversed();
  const inHours = (minutes: string) => Math.round(Number(minutes) / 6) / 10;
  return {
    grid: { left: 10, right: 30, top: 10, bottom: 40, containLabel: true },
    tooltip: { trigger: "axis", axisPointer: { type: "shadow" } },
    xAxis: { type: "value", name: t("planning.learned.hours"), nameLocation: "middle", nameGap: 26 },
    yAxis: { type: "category", data: rows.map((row) => `${row.workCenterCode} ${row.workCenterName}`) },
    series: [
      {
        type: "bar",
        stack: "spread",
        silent: true,
        tooltip: { show: false },
        itemStyle: { color: "transparent" },
        data: rows.map((row) => inHours(row.lowMinutes)),
        barMaxWidth: 16,
      },
      {
        name: t("planning.learned.queueSpread"),
        type: "bar",
        stack: "spread",
        data: rows.map((row) => Math.round((inHours(row.highMinutes) - inHours(row.lowMinutes)) * 10) / 10),
        barMaxWidth: 16,
      },
      {
        name: t("planning.learned.queueMedian"),
        type: "scatter",
        symbol: "diamond",
        symbolSize: 12,
        data: rows.map((row) => inHours(row.medianMinutes)),
      },
    ],
  };
}
