import { lastDayOfMonth } from "../../domain/shared/index.ts";
import { useTargets } from "../companies/index.ts";
import {
  formatCount,
  formatDecimal,
  formatYen,
  type HomeCard,
  type HomeTaskSource,
  tasksOf,
  todayInJapan,
  useApi,
  useText,
} from "../platform/index.ts";

const bill = (
  id: string,
  query: Readonly<Record<string, string>>,
  action: string,
  side: "S" | "B" = "B",
): HomeTaskSource =>
  tasksOf({
    id: `accounting.${id}`,
    permission: "trade.bills",
    path: "/api/v1/invoices",
    query: { side, limit: 4, ...query },
    task: (row, t) => ({
      id: row.id,
      label: t(`accounting.task.${id}`, { number: row.number, partner: row.partnerName }),
      detail: `${formatYen(row.openYen)} ${t("platform.yen")}`,
      dueOn: row.dueOn,
      ...(row.isOverdue && { state: { tone: "late" as const, label: t("accounting.task.late") } }),
      to: `accounting/invoices/${row.id}`,
      action: t(action),
    }),
  });

/** Invoices and statements of others nobody has looked at, and those whose day has passed. */
export const billTasks: readonly HomeTaskSource[] = [
  bill("acknowledge", { waiting: "true" }, "accounting.task.look"),
  bill("acknowledgeStatement", { waiting: "true" }, "accounting.task.look", "S"),
  bill("pay", { overdue: "true" }, "accounting.task.look"),
];

/** Opening items that wait for this company's word. */
export const openingTasks: HomeTaskSource = tasksOf({
  id: "accounting.openingItems",
  permission: "accounting.write",
  path: "/api/v1/opening-items",
  query: { waiting: "true", limit: 4 },
  task: (row, t) => ({
    id: row.id,
    label: t("accounting.openingItem.task", { number: row.number, partner: row.partnerName }),
    detail: `${formatYen(row.amountYen)} ${t("platform.yen")}`,
    to: `accounting/opening-items/${row.id}`,
    action: t("accounting.task.look"),
  }),
});

/** Bank and cash together, and what customers owe past its day. */
export const cash: HomeCard = {
  id: "accounting.cash",
  permission: "accounting.read",
  roles: ["president", "finance", "secretariat"],
  useFigure: () => {
    const t = useText();
    const { data, error } = useApi("/api/v1/accounting-summary");
    if (!data) return { figure: undefined, error };
    if (data.cashYen === null) return { figure: null, error };
    return {
      error,
      figure: {
        label: t("accounting.figure.cash"),
        value: formatYen(data.cashYen),
        unit: t("platform.yen"),
        tone: data.cashYen.startsWith("-") ? "bad" : "normal",
        to: "accounting/trial-balance",
      },
    };
  },
};
export const overdue: HomeCard = {
  id: "accounting.overdue",
  permission: "accounting.read",
  roles: ["finance", "sales"],
  useFigure: () => {
    const t = useText();
    const { data, error } = useApi("/api/v1/accounting-summary");
    if (!data) return { figure: undefined, error };
    if (data.receivableOverdueYen === null) return { figure: null, error };
    return {
      error,
      figure: {
        label: t("accounting.figure.overdue"),
        value: formatYen(data.receivableOverdueYen),
        unit: t("platform.yen"),
        tone: data.overdueCount > 0 ? "bad" : "good",
        note: t("accounting.figure.overdueCount", { count: formatCount(data.overdueCount) }),
        to: "accounting/invoices?overdue=true",
      },
    };
  },
};

/** Sales of this month against what the company wants of a month; below it is bad only once the month is over. */
export const monthSales: HomeCard = {
  id: "accounting.monthSales",
  permission: "accounting.read",
  roles: ["president", "finance"],
  useFigure: () => {
    const t = useText();
    const target = useTargets();
    const { data, error } = useApi("/api/v1/accounting-summary");
    if (!data) return { figure: undefined, error };
    const { monthSalesYen, salesTrend } = data;
    if (monthSalesYen === null || salesTrend.every((yen) => yen === "0")) return { figure: null, error };
    const { target: wanted, tone } = target("monthlySalesYen", Number(monthSalesYen));
    return {
      error,
      figure: {
        label: t("accounting.figure.monthSales"),
        value: formatYen(monthSalesYen),
        unit: t("platform.yen"),
        trend: salesTrend.map(Number),
        ...(wanted && { target: wanted }),
        tone: tone === "good" ? "good" : "normal",
        note: t("accounting.figure.soFar"),
        to: "accounting/trial-balance",
      },
    };
  },
};

/** 在庫日数. Without a target nobody asked; with one and no sales yet, the card says what is missing. */
export const stockDays: HomeCard = {
  id: "accounting.stockDays",
  permission: "accounting.read",
  roles: ["president", "finance", "warehouse"],
  useFigure: () => {
    const t = useText();
    const target = useTargets();
    const { data, error } = useApi("/api/v1/accounting-summary");
    if (!data) return { figure: undefined, error };
    const measured = target("stockDays", data.stockDays);
    if (!measured.target && data.stockDays === null) return { figure: null, error };
    return {
      error,
      figure: {
        label: t("accounting.figure.stockDays"),
        value: data.stockDays === null ? "–" : formatDecimal(data.stockDays.toFixed(1)),
        ...(data.stockDays !== null && { unit: t("accounting.figure.days") }),
        ...measured,
        note: t(data.stockDays === null ? "accounting.figure.noCostOfSales" : "accounting.figure.threeMonths"),
        to: "inventory/stock?sort=-valueYen",
      },
    };
  },
};

/** Months that are over and still open, for who closes them; and the books themselves, while there are none. */
export const monthsToClose: HomeTaskSource = {
  id: "accounting.close",
  permission: "accounting.close",
  useTasks: () => {
    const t = useText();
    const { data, error } = useApi("/api/v1/periods");
    if (!data) return { tasks: undefined, error };
    if (data.rows.length === 0)
      return {
        error,
        tasks: [
          {
            id: "year",
            label: t("accounting.task.noYear"),
            to: "accounting/closing",
            action: t("accounting.task.makeYear"),
          },
        ],
      };
    const today = todayInJapan();
    // The page of the newest closes those before it as well: one thing to do, however many months it is.
    const open = data.rows
      .filter((row) => row.closedAt === null && row.month < today.slice(0, 7))
      .map(({ month }) => month)
      .toSorted();
    const month = open.at(-1);
    if (!month) return { error, tasks: [] };
    return {
      error,
      tasks: [
        {
          id: month,
          label: t("accounting.task.close", { year: month.slice(0, 4), month: Number(month.slice(5)) }),
          ...(open.length > 1 && { detail: t("accounting.task.openMonths", { count: open.length }) }),
          dueOn: lastDayOfMonth(`${month}-01`),
          state: { tone: "attention" as const, label: t("accounting.task.open") },
          to: `accounting/closing?month=${month}`,
          action: t("accounting.task.toClosing"),
        },
      ],
    };
  },
};
