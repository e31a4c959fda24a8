import { NativeSelect, Stack, Table } from "@mantine/core";
import { useMemo, useState } from "react";
import {
  ChartBox,
  Empty,
  formatDate,
  formatDecimal,
  formatQuantity,
  formatUnit,
  type Locale,
  PageLink,
  type Translate,
  useLocale,
  useText,
} from "../platform/index.ts";
import { loadPercent } from "./load-shares.ts";
import { type ComparedCenter, isOtherLoad, type WhatIfAnswer } from "./what-if-words.ts";

type Stock = WhatIfAnswer["stocks"][number];

/** Projected stock of one of the items, as it stands and as it would be. */
export function StockView({ stocks }: { readonly stocks: WhatIfAnswer["stocks"] }) {
  const t = useText();
  const locale = useLocale();
  const [chosen, setChosen] = useState("");
  const stock = stocks.find(({ itemId }) => itemId === chosen) ?? stocks[0];
  const option = useMemo(() => stock && stockChart(stock, t, locale), [stock, t, locale]);
  if (!stock || !option) return <Empty title={t("planning.whatIf.noStock")} />;
  return (
    <Stack gap="sm">
      <NativeSelect
        label={t("planning.item")}
        value={stock.itemId}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={stocks.map(({ itemId, itemCode, itemName }) => ({ value: itemId, label: `${itemCode} ${itemName}` }))}
        maw={420}
      />
      <ChartBox option={option} label={`${t("planning.timeline.balance")} ${stock.itemCode}`} height={320} />
      <PageLink to={`planning/items/${stock.itemId}`}>{t("planning.action.timeline")}</PageLink>
    </Stack>
  );
}

function stockChart({ before, after, safetyStock, unit }: Stock, t: Translate, locale: Locale) {
  const days = [...new Set([...before, ...after].map(({ onDate }) => onDate))].sort();
  const line = (points: Stock["before"], name: string, style: object) => ({
    name,
    type: "line",
    step: "end",
    symbol: "none",
    lineStyle: style,
    // A chart's height in pixels, no amount anybody books.
    data: days.map((day) => Number(points.findLast(({ onDate }) => onDate <= day)?.balance ?? before[0]!.balance)),
    markLine: {
      silent: true,
      symbol: "none",
      lineStyle: { type: "dotted" },
      label: { formatter: t("planning.timeline.safety"), position: "insideEndTop" },
      data: safetyStock.after === "0" ? [] : [{ yAxis: Number(safetyStock.after) }],
    },
  });
  return {
    legend: { top: 0 },
    tooltip: { trigger: "axis", valueFormatter: (value: number) => formatQuantity(String(value), unit) },
    grid: { left: 60, right: 20, top: 36, bottom: 60 },
    dataZoom: [{ type: "inside" }, { type: "slider", height: 18, bottom: 6, labelFormatter: "" }],
    xAxis: { type: "category", data: days.map((day) => formatDate(day, locale)) },
    yAxis: { type: "value", name: formatUnit(unit) },
    series: [
      // On top: where both are the same, its dashes lie on the other line.
      { ...line(before, t("planning.whatIf.before"), { type: "dashed", width: 2 }), markLine: { data: [] }, z: 5 },
      line(after, t("planning.whatIf.after"), { width: 2 }),
    ],
  };
}

/** Load of each work centre that differs, week by week: before and after. */
export function LoadView({ load }: { readonly load: WhatIfAnswer["load"] }) {
  const t = useText();
  const locale = useLocale();
  const other = load.centers.filter(isOtherLoad);
  const [chosen, setChosen] = useState("");
  const center = other.find(({ id }) => id === chosen) ?? other[0];
  const option = useMemo(() => center && loadChart(center, load.weeks, t, locale), [center, load.weeks, t, locale]);
  if (!center || !option)
    return <Empty title={t("planning.whatIf.sameLoad")} hint={t("planning.whatIf.sameLoadHint")} />;
  return (
    <Stack gap="sm">
      <NativeSelect
        label={t("planning.load.center")}
        value={center.id}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={other.map((one) => ({ value: one.id, label: `${one.code} ${nameOf(one, locale)}` }))}
        maw={420}
      />
      <ChartBox option={option} label={`${t("planning.load.title")} ${nameOf(center, locale)}`} height={260} />
      <Table.ScrollContainer minWidth={760}>
        <Table fz={13} aria-label={t("planning.whatIf.tab.load")}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("planning.load.center")}</Table.Th>
              {load.weeks.map(({ from }) => (
                <Table.Th key={from} ta="right">
                  {t("planning.load.from", { date: formatDate(from, locale) })}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {other.map((one) => (
              <Table.Tr key={one.id}>
                <Table.Td>
                  <PageLink to={`planning/board?center=${one.id}`}>
                    {one.code} {nameOf(one, locale)}
                  </PageLink>
                </Table.Td>
                {one.after.map((week, at) => (
                  <Table.Td
                    key={load.weeks[at]!.from}
                    ta="right"
                    c={(loadPercent(week) ?? 0) > 100 ? "red.8" : undefined}
                  >
                    <div>{t("planning.whatIf.fromTo", { was: percent(one.before[at]!), now: percent(week) })}</div>
                    <div className="quiet">
                      {t("planning.whatIf.hoursOf", { asked: asked(week), capacity: hours(week.capacityMinutes) })}
                    </div>
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  );
}

type Week = ComparedCenter["after"][number];
const nameOf = (center: ComparedCenter, locale: Locale) => (locale === "en" && center.nameEn) || center.name;
const hours = (minutes: number) => formatDecimal((minutes / 60).toFixed(1));
const asked = (week: Week) => hours(week.orderMinutes + week.planMinutes);

function percent(week: Week): string {
  const share = loadPercent(week);
  return share === null ? "–" : `${formatDecimal(String(share))}%`;
}

function loadChart(center: ComparedCenter, weeks: WhatIfAnswer["load"]["weeks"], t: Translate, locale: Locale) {
  const bars = (side: "before" | "after") => ({
    name: t(`planning.whatIf.${side}`),
    type: "bar",
    barMaxWidth: 26,
    data: center[side].map((week) => loadPercent(week) ?? 0),
  });
  return {
    legend: { top: 0 },
    tooltip: { trigger: "axis", valueFormatter: (value: number) => `${value}%` },
    grid: { left: 50, right: 20, top: 36, bottom: 30 },
    xAxis: { type: "category", data: weeks.map(({ from }) => formatDate(from, locale)) },
    yAxis: {
      type: "value",
      max: ({ max }: { readonly max: number }) => Math.max(100, Math.ceil(max / 20) * 20),
      axisLabel: { formatter: "{value}%" },
    },
    series: [
      bars("before"),
      {
        ...bars("after"),
        markLine: {
          silent: true,
          symbol: "none",
          lineStyle: { type: "dashed", color: "#c6322a" },
          label: { formatter: "100%", position: "insideEndTop" },
          data: [{ yAxis: 100 }],
        },
      },
    ],
  };
}
