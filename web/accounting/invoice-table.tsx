import { DateText, ListPage, Money, StateBadge, sumDecimals, useText } from "../platform/index.ts";
import { INVOICE_TONES } from "./words.tsx";

const STATES = ["issued", "acknowledged", "disputed", "settled"] as const;

/** Invoices of one side, with what is still open and what is late. */
export function InvoiceTable({
  side,
  id,
  title,
}: {
  readonly side: "S" | "B";
  readonly id: string;
  readonly title: string;
}) {
  const t = useText();
  return (
    <ListPage
      id={id}
      title={title}
      path="/api/v1/invoices"
      options={{ fixed: { side } }}
      live="invoice."
      rowId={(row) => row.id}
      rowName={(row) => row.number}
      rowTo={(row) => `accounting/invoices/${row.id}`}
      rowTone={(row) => (row.isOverdue ? "late" : undefined)}
      create={{
        label: t(`accounting.run.${side}`),
        to: `accounting/invoice-run?side=${side}`,
        permission: side === "S" ? "sales.bill" : "accounting.pay",
      }}
      views={[
        { id: "open", label: t("accounting.invoice.openOnes"), filters: { open: "true" } },
        {
          id: "waiting",
          label: t(side === "S" ? "accounting.invoice.waitingStatements" : "accounting.invoice.waiting"),
          filters: { waiting: "true" },
        },
        { id: "overdue", label: t("accounting.invoice.overdue"), filters: { overdue: "true" } },
        { id: "disputed", label: t("accounting.invoice.disputed"), filters: { state: "disputed" } },
        { id: "all", label: t("platform.all"), filters: {} },
      ]}
      filters={[
        {
          id: "state",
          label: t("accounting.invoice.state"),
          kind: "choice",
          options: STATES.map((state) => ({ value: state, label: t(`accounting.invoice.${state}`) })),
        },
        { id: "issuedOn", label: t("accounting.invoice.issuedOn"), kind: "days" },
        { id: "dueOn", label: t("accounting.invoice.dueOn"), kind: "days" },
      ]}
      columns={[
        {
          id: "number",
          header: t("accounting.invoice.number"),
          cell: (row) => (
            <>
              {row.number}
              {(side === "S") !== row.isOwnIssue && (
                <span className="quiet"> {t("accounting.invoice.kind.buyer")}</span>
              )}
            </>
          ),
          sort: true,
          pinned: true,
          width: 170,
        },
        { id: "partner", header: t("accounting.entry.partner"), cell: (row) => row.partnerName, width: 230 },
        {
          id: "state",
          header: t("accounting.invoice.state"),
          cell: (row) => (
            <StateBadge tone={INVOICE_TONES[row.state] ?? "waiting"} label={t(`accounting.invoice.${row.state}`)} />
          ),
        },
        {
          id: "issuedOn",
          header: t("accounting.invoice.issuedOn"),
          cell: (row) => <DateText value={row.issuedOn} />,
          sort: true,
          width: 145,
        },
        {
          id: "dueOn",
          header: t("accounting.invoice.dueOn"),
          cell: (row) => <DateText value={row.dueOn} relative />,
          sort: true,
          width: 190,
        },
        {
          id: "totalYen",
          header: t("accounting.invoice.total"),
          cell: (row) => <Money value={row.totalYen} />,
          sort: true,
          align: "right",
          total: (rows) => <Money value={sumDecimals(rows.map((row) => row.totalYen))} />,
        },
        {
          id: "openYen",
          header: t("accounting.invoice.open"),
          cell: (row) => <Money value={row.openYen} />,
          align: "right",
          total: (rows) => <Money value={sumDecimals(rows.map((row) => row.openYen))} />,
        },
      ]}
      empty={{ title: t("accounting.invoice.none"), hint: t("accounting.invoice.noneHint") }}
    />
  );
}
