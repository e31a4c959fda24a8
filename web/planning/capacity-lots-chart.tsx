import { Table } from "@mantine/core";
import { useMemo } from "react";
import {
  ChartBox,
  formatDate,
  formatDecimal,
  type Locale,
  type Translate,
  useLocale,
  useText,
} from "../platform/index.ts";
import type { Lots, Offer } from "./capacity-lots-question.ts";

const hours = (minutes: number) => Math.round(minutes / 6) / 10;
const hoursText = (minutes: number) => formatDecimal(hours(minutes).toFixed(1));

/** Load of the work centre week by week against what it can give: as planned, and with the lots that were found. */
export function LotsChart({ offer, lots }: { readonly offer: Offer; readonly lots: Lots | null }) {
  const t = useText();
  const locale = useLocale();
  const option = useMemo(() => chartOf(offer, lots, t, locale), [offer, lots, t, locale]);
  return (
    <ChartBox
      option={option}
      label={t("planning.lots.chart")}
      height={280}
      table={<WeeksTable offer={offer} lots={lots} />}
    />
  );
}

function WeeksTable({ offer, lots }: { readonly offer: Offer; readonly lots: Lots | null }) {
  const t = useText();
  const locale = useLocale();
  return (
    <Table fz={13} maw={760} aria-label={t("planning.lots.chart")}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("planning.lots.week")}</Table.Th>
          <Table.Th ta="right">{t("planning.lots.capacity")}</Table.Th>
          <Table.Th ta="right">{t("planning.lots.fixed")}</Table.Th>
          <Table.Th ta="right">{t("planning.lots.before")}</Table.Th>
          {lots && <Table.Th ta="right">{t("planning.lots.after")}</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {offer.weeks.map((week, at) => {
          const before = week.fixedMinutes + week.openMinutes;
          const after = lots?.after.loadMinutes[at];
          const isOver = (minutes: number) => (minutes > week.capacityMinutes ? "red.8" : undefined);
          return (
            <Table.Tr key={week.from}>
              <Table.Td>{t("planning.load.from", { date: formatDate(week.from, locale) })}</Table.Td>
              <Table.Td ta="right">{t("planning.lots.hours", { hours: hoursText(week.capacityMinutes) })}</Table.Td>
              <Table.Td ta="right">{t("planning.lots.hours", { hours: hoursText(week.fixedMinutes) })}</Table.Td>
              <Table.Td ta="right" c={isOver(before)}>
                {t("planning.lots.hours", { hours: hoursText(before) })}
              </Table.Td>
              {after !== undefined && (
                <Table.Td ta="right" c={isOver(after)}>
                  {t("planning.lots.hours", { hours: hoursText(after) })}
                </Table.Td>
              )}
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

/** Bars of each week, what stays below what may be put together, and a line for what the centre can give. */
function chartOf({ weeks }: Offer, lots: Lots | null, t: Translate, locale: Locale) {
  const bar = (name: string, stack: string, color: string, minutes: readonly number[]) => ({
    ...{ name, stack, type: "bar", barMaxWidth: 34, itemStyle: { color } },
    data: minutes.map(hours),
  });
  const fixed = weeks.map(({ fixedMinutes }) => fixedMinutes);
  const open = weeks.map(({ openMinutes }) => openMinutes);
  return {
    legend: { top: 0 },
    tooltip: {
      trigger: "axis",
      valueFormatter: (value: number) => t("planning.lots.hours", { hours: formatDecimal(value.toFixed(1)) }),
    },
    grid: { left: 56, right: 20, top: 40, bottom: 30 },
    xAxis: { type: "category", data: weeks.map(({ from }) => formatDate(from, locale)) },
    yAxis: { type: "value", name: t("planning.lots.hoursUnit"), min: 0 },
    series: [
      bar(t("planning.lots.fixed"), "before", "#adb5bd", fixed),
      bar(t("planning.lots.before"), "before", "#e8950c", open),
      ...(lots
        ? [
            // Its own grey foot has the name of the other: the legend shows it once.
            bar(t("planning.lots.fixed"), "after", "#adb5bd", fixed),
            bar(
              t("planning.lots.after"),
              "after",
              "#2f6fb2",
              lots.after.loadMinutes.map((minutes, at) => Math.max(0, minutes - fixed[at]!)),
            ),
          ]
        : []),
      {
        name: t("planning.lots.capacity"),
        type: "line",
        step: "middle",
        symbol: "none",
        itemStyle: { color: "#c6322a" },
        lineStyle: { type: "dashed", width: 2, color: "#c6322a" },
        data: weeks.map(({ capacityMinutes }) => hours(capacityMinutes)),
      },
    ],
  };
}
