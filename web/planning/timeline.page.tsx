import { Button, Group } from "@mantine/core";
import { useMemo } from "react";
import {
  Answered,
  type AnswerOf,
  ChartBox,
  DataTable,
  DateText,
  Empty,
  formatDate,
  formatQuantity,
  formatUnit,
  type Locale,
  PageHead,
  PageLink,
  Quantity,
  type Translate,
  todayInJapan,
  useApi,
  useCan,
  useLive,
  useLocale,
  usePageTitle,
  usePathParams,
  useText,
} from "../platform/index.ts";
import { whatIfPage } from "./what-if-question.ts";
import { orderPage, RecordLink } from "./words.tsx";

type Timeline = AnswerOf<"get", "/api/v1/plan-items/{itemId}/timeline">;
type Event = Timeline["events"][number];

/** What comes and goes of an item by the plan, and the stock that would be there after it. */
export function Page() {
  const { itemId } = usePathParams() as { itemId: string };
  const answer = useApi("/api/v1/plan-items/{itemId}/timeline", { params: { path: { itemId } } });
  const runs = useApi("/api/v1/plan-runs/latest");
  useLive(["planning.run", "planning.order"], () => void answer.refetch());
  return (
    <Answered answer={answer} lines={10}>
      {(timeline) => <Shown timeline={timeline} runId={runs.data?.current?.id} />}
    </Answered>
  );
}

function Shown({ timeline, runId }: { readonly timeline: Timeline; readonly runId: string | undefined }) {
  const t = useText();
  const locale = useLocale();
  const can = useCan();
  usePageTitle(timeline.itemCode);
  const option = useMemo(() => chartOf(timeline, t, locale), [timeline, t, locale]);
  const unit = formatUnit(timeline.unit);
  return (
    <>
      <PageHead title={`${timeline.itemCode} ${timeline.itemName}`} hint={t("planning.timeline.hint")}>
        {can("planning.plan") && (
          <Button
            variant="default"
            component={PageLink}
            to={whatIfPage([{ kind: "need", item: timeline.itemId, neededOn: todayInJapan() }])}
            className=""
          >
            {t("planning.whatIf.fromItem")}
          </Button>
        )}
      </PageHead>
      <Group gap={20} mb={6} fz={13}>
        <span>
          {t("planning.timeline.onHand")} <Quantity value={timeline.onHand} unit={unit} />
        </span>
        <span>
          {t("planning.timeline.safety")} <Quantity value={timeline.safetyStock} unit={unit} />
        </span>
        <span>
          {t("planning.run.from")} <DateText value={timeline.planFrom} />
        </span>
      </Group>
      {timeline.events.length === 0 ? (
        <Empty title={t("planning.timeline.none")} hint={t("planning.timeline.noneHint")} />
      ) : (
        <>
          <div style={{ marginBottom: 12 }}>
            <ChartBox option={option} label={t("planning.timeline.title")} height={300} />
          </div>
          <DataTable
            inline
            label={t("planning.timeline.title")}
            rows={timeline.events}
            rowId={(row) => `${timeline.events.indexOf(row)}`}
            rowTone={(row) => (row.balance.startsWith("-") ? "late" : undefined)}
            columns={[
              {
                id: "onDate",
                header: t("planning.timeline.day"),
                cell: (row) => <DateText value={row.onDate} />,
                width: 140,
              },
              {
                id: "what",
                header: t("planning.timeline.what"),
                cell: (row) => t(`planning.timeline.${row.what}`),
                width: 140,
              },
              { id: "source", header: t("planning.timeline.source"), cell: (row) => sourceOf(row, runId), width: 240 },
              {
                id: "quantity",
                header: t("planning.quantity"),
                cell: (row) => <Quantity value={row.quantity} unit={unit} />,
                align: "right",
                width: 120,
              },
              {
                id: "balance",
                header: t("planning.timeline.balance"),
                cell: (row) => <Quantity value={row.balance} unit={unit} />,
                align: "right",
                width: 120,
              },
            ]}
          />
        </>
      )}
    </>
  );
}

function sourceOf(row: Event, runId: string | undefined) {
  if (row.record) return <RecordLink record={row.record} />;
  if (row.seq === null) return null;
  const name = `${row.orderItemCode ?? ""} #${row.seq}`;
  return runId === undefined ? name : <PageLink to={orderPage({ runId, seq: row.seq })}>{name}</PageLink>;
}

/** Bars up for what comes, down for what goes, a stepped line for the stock, dashed where the safety stock lies. */
function chartOf({ events, planFrom, onHand, safetyStock, unit }: Timeline, t: Translate, locale: Locale) {
  const days = [...new Set([planFrom, ...events.map((event) => event.onDate)])];
  const sums = (kinds: readonly Event["what"][]) =>
    days.map((day) =>
      events
        .filter((event) => event.onDate === day && kinds.includes(event.what))
        // A chart's height in pixels, no amount anybody books.
        .reduce((sum, event) => sum + Number(event.quantity), 0),
    );
  let stock = Number(onHand);
  const balance = days.map((day) => {
    const last = events.findLast((event) => event.onDate === day);
    if (last) stock = Number(last.balance);
    return stock;
  });
  const bar = (what: Event["what"], stack: string) => ({
    name: t(`planning.timeline.${what}`),
    type: "bar",
    stack,
    data: sums([what]),
    barMaxWidth: 18,
  });
  return {
    legend: { top: 0 },
    tooltip: { trigger: "axis", valueFormatter: (value: number) => formatQuantity(String(value), unit) },
    grid: { left: 60, right: 20, top: 36, bottom: 60 },
    dataZoom: [{ type: "inside" }, { type: "slider", height: 18, bottom: 6, labelFormatter: "" }],
    xAxis: { type: "category", data: days.map((day) => formatDate(day, locale)) },
    yAxis: { type: "value", name: formatUnit(unit) },
    series: [
      bar("receipt", "flow"),
      bar("planned_receipt", "flow"),
      bar("demand", "flow"),
      bar("planned_need", "flow"),
      {
        name: t("planning.timeline.balance"),
        type: "line",
        step: "end",
        symbol: "none",
        data: balance,
        markLine: {
          silent: true,
          symbol: "none",
          lineStyle: { type: "dashed" },
          label: { formatter: t("planning.timeline.safety"), position: "insideEndTop" },
          data: safetyStock === "0" ? [] : [{ yAxis: Number(safetyStock) }],
        },
      },
    ],
  };
}
