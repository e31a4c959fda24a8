import { useTargets } from "../companies/index.ts";
import {
  type AnswerOf,
  formatCount,
  formatYen,
  type HomeCard,
  type HomeFigure,
  type HomeTaskSource,
  tasksOf,
  useApi,
  useText,
} from "../platform/index.ts";
import { PERMISSIONS, PLACES, type TradeSide } from "./words.tsx";

const SHOWN = 4;

/** What a side's orders want of a person: an answer, a reminder, a receipt. */
export function sideTasks(side: TradeSide): HomeTaskSource[] {
  const place = PLACES[side];
  return [
    tasksOf({
      id: `trade.${side}.answer`,
      permission: PERMISSIONS[side].move,
      path: "/api/v1/trades",
      query: { side, state: side === "S" ? "placed" : "countered", limit: SHOWN },
      task: (row, t) => ({
        id: row.id,
        label: t(`trade.${side}.task.answer`, { number: row.ownNumber, partner: row.partnerName }),
        ...(row.wantedOn && { dueOn: row.wantedOn }),
        state: { tone: "attention", label: t(`trade.state.${side}.${row.state}`) },
        to: `${place.orders}/${row.id}`,
        action: t("trade.task.answer"),
      }),
    }),
    tasksOf({
      id: `trade.${side}.late`,
      permission: side === "S" ? "sales.read" : "purchasing.read",
      path: "/api/v1/trade-lines",
      query: { side, show: "late", sort: "wantedOn", limit: SHOWN },
      task: (row, t) => ({
        id: `${row.tradeId}/${row.lineNumber}`,
        label: t(`trade.${side}.task.late`, { number: row.ownNumber, partner: row.partnerName }),
        detail: `${row.code} ${row.description}`,
        dueOn: row.promisedOn ?? row.wantedOn,
        state: { tone: "late", label: t("trade.late") },
        to: `${place.orders}/${row.tradeId}`,
        action: t("trade.task.look"),
      }),
    }),
    tasksOf({
      id: `trade.${side}.drafts`,
      permission: PERMISSIONS[side].write,
      path: side === "S" ? "/api/v1/sales-drafts" : "/api/v1/purchase-drafts",
      query: { limit: 3 },
      task: (row, t) => ({
        id: row.id,
        label: t(`trade.${side}.task.draft`, { number: row.number, partner: row.partnerName }),
        detail: row.title,
        to: `${place.drafts}/${row.id}`,
        action: t("trade.task.goOn"),
      }),
    }),
  ];
}

/** Goods on their way to us, to be received. */
export const arrivals: HomeTaskSource = tasksOf({
  id: "trade.B.arrivals",
  permission: PERMISSIONS.B.goods,
  path: "/api/v1/deliveries",
  query: { side: "B", state: "shipped", sort: "shippedOn", limit: SHOWN },
  task: (row, t) => ({
    id: row.id,
    label: t("trade.B.task.arrival", { number: row.ownNumber, partner: row.partnerName }),
    ...(row.expectedOn && { dueOn: row.expectedOn }),
    to: `${PLACES.B.deliveries}/${row.id}`,
    action: t("trade.task.receive"),
  }),
});

type TradeFigures = AnswerOf<"get", "/api/v1/trade-figures">;

/** A side's figures: late lines, on-time delivery, order book. One that has nothing to show is absent. */
export function sideCards(side: TradeSide): HomeCard[] {
  const lines = side === "S" ? "sales/lines" : "purchasing/lines";
  const card = (
    id: string,
    label: string,
    figureOf: (
      data: TradeFigures,
      t: ReturnType<typeof useText>,
      target: ReturnType<typeof useTargets>,
    ) => Omit<HomeFigure, "label"> | null,
  ): HomeCard => ({
    id: `trade.${side}.${id}`,
    permission: side === "S" ? "sales.read" : "purchasing.read",
    roles: side === "S" ? ["president", "sales", "secretariat"] : ["purchasing", "warehouse"],
    useFigure: () => {
      const t = useText();
      const target = useTargets();
      const { data, error } = useApi("/api/v1/trade-figures", { params: { query: { side } } });
      if (!data) return { figure: undefined, error };
      const figure = figureOf(data, t, target);
      return { error, figure: figure && { label: t(`trade.${side}.figure.${label}`), ...figure } };
    },
  });
  return [
    card("lateOrders", "late", (data, t) =>
      data.openLines === 0
        ? null
        : {
            value: formatCount(data.lateLines),
            unit: t("trade.figure.lines"),
            tone: data.lateLines > 0 ? "bad" : "good",
            note: t("trade.figure.ofOpen", { count: formatCount(data.openLines) }),
            to: `${lines}?show=late`,
          },
    ),
    card("onTime", "onTime", (data, t, target) =>
      data.onTimePercent === null
        ? null
        : {
            value: data.onTimePercent.toFixed(1),
            unit: "%",
            trend: data.onTimeTrend,
            note: t("trade.figure.eightWeeks"),
            ...target("onTimePercent", data.onTimePercent),
            to: PLACES[side].deliveries,
          },
    ),
    card("orderBook", "book", (data, t) =>
      data.openLines === 0
        ? null
        : {
            value: formatYen(data.openYen),
            unit: t("platform.yen"),
            note: t("trade.figure.openLines", { count: formatCount(data.openLines) }),
            to: `${lines}?show=open`,
          },
    ),
  ];
}
