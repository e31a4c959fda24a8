import { Group, Table } from "@mantine/core";
import { useMemo } from "react";
import {
  Answered,
  type AnswerOf,
  ChartBox,
  Empty,
  formatDate,
  formatDecimal,
  type Locale,
  PageLink,
  type Translate,
  useApi,
  useCan,
  useLocale,
  useText,
} from "../platform/index.ts";
import { lotsPage } from "./capacity-lots-question.ts";
import { loadPercent, mostLoaded, peakOf } from "./load-shares.ts";

type Load = AnswerOf<"get", "/api/v1/load">;
type Center = Load["centers"][number];
type Week = Center["weeks"][number];

const WEEKS = 4;
/** More bars than this no eye tells apart; the table below names every centre. */
const DRAWN = 8;
/** Links to the lots of the fullest ones, or to those without a calendar. */
const NAMED = 3;

/** これからの負荷: work orders and the plan's proposals against what each work centre can give, week by week. */
export function Panel() {
  const load = useApi("/api/v1/load", { params: { query: { weeks: WEEKS } } });
  return <Answered answer={load}>{(data) => <LoadView load={data} />}</Answered>;
}

function LoadView({ load }: { readonly load: Load }) {
  const t = useText();
  const locale = useLocale();
  const option = useMemo(() => chartOf(load, t, locale), [load, t, locale]);
  if (load.centers.length === 0)
    return (
      <Empty
        title={t("planning.load.noCenters")}
        hint={t("planning.load.noCentersHint")}
        action={<PageLink to="resources/work-centers">{t("planning.load.toCenters")}</PageLink>}
      />
    );
  const isIdle = load.centers.every(({ weeks }) => weeks.every((week) => week.orderMinutes + week.planMinutes === 0));
  if (isIdle) return <Empty title={t("planning.load.none")} hint={t("planning.load.noneHint")} />;
  return (
    <>
      <ChartBox option={option} label={t("planning.load.title")} height={250} table={<LoadTable load={load} />} />
      <WithoutCalendar load={load} />
      <OverLoaded load={load} />
    </>
  );
}

/** What a work centre without a calendar can do nobody knows: nothing is assumed of it. */
function WithoutCalendar({ load }: { readonly load: Load }) {
  const t = useText();
  const locale = useLocale();
  const without = load.centers.filter(({ hasCalendar }) => !hasCalendar);
  if (without.length === 0) return null;
  return (
    <Group gap="md" fz={13} mt={6}>
      <span>{t("planning.load.withoutCalendar")}</span>
      {without.slice(0, NAMED).map((center) => (
        <PageLink key={center.id} to={`resources/work-centers/${center.id}`}>
          {center.code} {nameOf(center, locale)}
        </PageLink>
      ))}
      {without.length > NAMED && <span>{t("planning.load.more", { count: without.length - NAMED })}</span>}
    </Group>
  );
}

/** Where a week is over capacity, many small lots may be why: each such centre leads to its lots. */
function OverLoaded({ load }: { readonly load: Load }) {
  const t = useText();
  const locale = useLocale();
  const can = useCan();
  const over = mostLoaded(
    load.centers.filter(({ weeks }) => weeks.some(isOver)),
    NAMED,
  );
  if (over.length === 0 || !can("planning.plan")) return null;
  return (
    <Group gap="md" fz={13} mt={6}>
      <span>{t("planning.load.over")}</span>
      {over.map((center) => (
        <PageLink key={center.id} to={lotsPage({ center: center.id })}>
          {t("planning.load.toLots", { name: nameOf(center, locale), percent: formatDecimal(String(peakOf(center))) })}
        </PageLink>
      ))}
    </Group>
  );
}

function LoadTable({ load }: { readonly load: Load }) {
  const t = useText();
  const locale = useLocale();
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table fz={13} aria-label={t("planning.load.title")}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("planning.load.center")}</Table.Th>
            {load.weeks.map((week) => (
              <Table.Th key={week.from} ta="right">
                {t("planning.load.from", { date: formatDate(week.from, locale) })}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {load.centers.map((center) => (
            <Table.Tr key={center.id}>
              <Table.Td>
                <PageLink to={`planning/board?center=${center.id}`} title={t("planning.load.toBoard")}>
                  {center.code} {nameOf(center, locale)}
                </PageLink>
              </Table.Td>
              {center.weeks.map((week, at) => (
                <Table.Td key={load.weeks[at]!.from} ta="right" c={isOver(week) ? "red.8" : undefined}>
                  <PageLink
                    to={`planning/board?center=${center.id}&from=${load.weeks[at]!.from}`}
                    title={t("planning.load.toBoard")}
                  >
                    {cellText(week, t)}
                  </PageLink>
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

const nameOf = (center: Center, locale: Locale) => (locale === "en" && center.nameEn) || center.name;
const isOver = (week: Week) => week.orderMinutes + week.planMinutes > week.capacityMinutes;
const hours = (minutes: number) => formatDecimal((minutes / 60).toFixed(1));

function cellText(week: Week, t: Translate): string {
  const percent = loadPercent(week);
  return t("planning.load.cell", {
    order: hours(week.orderMinutes),
    plan: hours(week.planMinutes),
    capacity: hours(week.capacityMinutes),
    percent: percent === null ? "–" : formatDecimal(String(percent)),
  });
}

/** Groups of bars, one group per work centre and a bar per week, against the line of what can be done. */
function chartOf(load: Load, t: Translate, locale: Locale) {
  const centers = mostLoaded(load.centers, DRAWN);
  return {
    legend: { top: 0 },
    tooltip: { trigger: "axis", valueFormatter: (value: number) => `${value}%` },
    grid: { left: 50, right: 20, top: 34, bottom: 30 },
    xAxis: {
      type: "category",
      data: centers.map((center) => nameOf(center, locale)),
      axisLabel: { interval: 0, overflow: "truncate", width: 110 },
    },
    // Never less than the whole: a week at 12 % may not look full.
    yAxis: {
      type: "value",
      max: ({ max }: { readonly max: number }) => Math.max(100, Math.ceil(max / 20) * 20),
      axisLabel: { formatter: "{value}%" },
    },
    series: load.weeks.map((week, at) => ({
      name: t("planning.load.from", { date: formatDate(week.from, locale) }),
      type: "bar",
      barMaxWidth: 16,
      // Work on days that are not worked has no share of anything; the table names its hours.
      data: centers.map((center) => loadPercent(center.weeks[at]!) ?? 0),
      ...(at === 0 && {
        markLine: {
          silent: true,
          symbol: "none",
          lineStyle: { type: "dashed", color: "#c6322a" },
          label: { formatter: "100%", position: "insideEndTop" },
          data: [{ yAxis: 100 }],
        },
      }),
    })),
  };
}
