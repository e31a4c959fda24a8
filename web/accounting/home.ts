import {
  formatCount,
  formatYen,
  type HomeCard,
  type HomeTaskSource,
  tasksOf,
  useApi,
  useText,
} from "../platform/index.ts";

const bill = (id: string, query: Readonly<Record<string, string>>, action: string): HomeTaskSource =>
  tasksOf({
    id: `accounting.${id}`,
    permission: "trade.bills",
    path: "/api/v1/invoices",
    query: { side: "B", limit: 4, ...query },
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

/** Invoices of others nobody has looked at, and those whose day has passed. */
export const billTasks: readonly HomeTaskSource[] = [
  bill("acknowledge", { state: "issued" }, "accounting.task.look"),
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
