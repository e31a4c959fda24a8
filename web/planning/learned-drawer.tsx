import { Drawer, Group } from "@mantine/core";
import { useMemo } from "react";
import {
  Answered,
  type AnswerOf,
  ChartBox,
  formatDecimal,
  PageLink,
  type Translate,
  useApi,
  useText,
} from "../platform/index.ts";

type Row = AnswerOf<"get", "/api/v1/learned-operations">["rows"][number];
type Point = AnswerOf<"get", "/api/v1/learned-operations/observations">["observations"][number];

/** How an operation's times spread: minutes over pieces of each work order, and minutes per piece. */
export function LearnedDrawer({ row, onClose }: { readonly row: Row; readonly onClose: () => void }) {
  const t = useText();
  const { itemId, operationNumber, workCenterId } = row;
  const answer = useApi("/api/v1/learned-operations/observations", {
    params: { query: { itemId, operationNumber, workCenterId } },
  });
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={640}
      title={`${row.itemCode} ${row.operationNumber} ${row.operationName ?? ""} ${row.workCenterCode}`}
      closeButtonProps={{ "aria-label": t("platform.close") }}
    >
      <p style={{ margin: "0 0 8px" }}>
        {t("planning.learned.sentence", {
          setup: short(row.setupMinutes),
          unit: short(row.minutesPerUnit),
          low: short(row.lowMinutesPerUnit),
          high: short(row.highMinutesPerUnit),
          count: row.orderCount,
        })}
      </p>
      <Answered answer={answer} lines={8}>
        {({ observations }) => <Charts row={row} points={observations} />}
      </Answered>
      <Group gap={18}>
        <PageLink to={`items/${itemId}`}>{t("planning.action.item")}</PageLink>
        <PageLink
          to={`planning/learned/events?${new URLSearchParams({ itemId, operationNumber: String(operationNumber), workCenterId })}`}
        >
          {t("planning.log.title")}
        </PageLink>
      </Group>
    </Drawer>
  );
}

const short = (value: string) => formatDecimal(Number(value).toFixed(2));

function Charts({ row, points }: { readonly row: Row; readonly points: readonly Point[] }) {
  const t = useText();
  const scatter = useMemo(() => scatterOf(row, points, t), [row, points, t]);
  const bars = useMemo(() => barsOf(row, points, t), [row, points, t]);
  return (
    <>
      <h2 style={{ fontSize: 14, margin: "8px 0 0" }}>{t("planning.learned.scatter")}</h2>
      <ChartBox option={scatter} label={t("planning.learned.scatter")} height={280} />
      <h2 style={{ fontSize: 14, margin: "8px 0 0" }}>{t("planning.learned.distribution")}</h2>
      <ChartBox option={bars} label={t("planning.learned.distribution")} height={240} />
    </>
  );
}

/** A point for each work order, a line for what was learned and one for what the routing says. */
function scatterOf(row: Row, points: readonly Point[], t: Translate) {
  const most = points.reduce((highest, { units }) => Math.max(highest, units), 1);
  const line = (name: string, setup: string, unit: string, type: string) => ({
    name,
    type: "line",
    symbol: "none",
    lineStyle: { type },
    data: [
      [0, Number(setup)],
      [most, Number(setup) + Number(unit) * most],
    ],
  });
  return {
    legend: { top: 0 },
    tooltip: { trigger: "item" },
    grid: { left: 56, right: 20, top: 36, bottom: 44 },
    xAxis: { type: "value", name: t("planning.learned.pieces"), nameLocation: "middle", nameGap: 26, min: 0 },
    yAxis: { type: "value", name: t("planning.learned.minutes"), min: 0 },
    series: [
      {
        name: t("planning.learned.order"),
        type: "scatter",
        symbolSize: 9,
        data: points.map(({ order, units, minutes }) => ({ name: order, value: [units, minutes] })),
      },
      line(t("planning.learned.learnedLine"), row.setupMinutes, row.minutesPerUnit, "solid"),
      ...(row.routingMinutesPerUnit !== null && row.routingSetupMinutes !== null
        ? [line(t("planning.learned.routing"), row.routingSetupMinutes, row.routingMinutesPerUnit, "dashed")]
        : []),
    ],
  };
}

const BARS = 12;

/** How many work orders took how many minutes for one piece; set-up is left out of it. */
function barsOf(row: Row, points: readonly Point[], t: Translate) {
  const each = points.map(({ units, minutes }) => Math.max(0, minutes - Number(row.setupMinutes)) / units);
  const low = each.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY);
  // One forgotten report would squeeze all others into the first bar: what took far longer stands in the last.
  const most = each.reduce((highest, one) => Math.max(highest, one), 0);
  const high = Math.min(most, Math.max(low, 2 * Number(row.highMinutesPerUnit)));
  const width = (high - low) / BARS || 1;
  const counts = Array<number>(BARS).fill(0);
  for (const one of each) counts[Math.min(BARS - 1, Math.floor((one - low) / width))]! += 1;
  return {
    tooltip: { trigger: "axis" },
    grid: { left: 46, right: 20, top: 20, bottom: 44 },
    xAxis: {
      type: "category",
      name: t("planning.learned.perUnit"),
      nameLocation: "middle",
      nameGap: 26,
      data: counts.map((_, at) =>
        at === BARS - 1 && most > high
          ? `≥ ${formatDecimal((low + at * width).toFixed(2))}`
          : formatDecimal((low + (at + 0.5) * width).toFixed(2)),
      ),
    },
    yAxis: { type: "value", name: t("planning.learned.count"), minInterval: 1 },
    series: [{ name: t("planning.learned.count"), type: "bar", data: counts, barCategoryGap: "8%" }],
  };
}
