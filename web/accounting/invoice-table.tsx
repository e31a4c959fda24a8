import { DateText, ListPage, Money, StateBadge, sumDecimals, type Tone, useText } from "../platform/index.ts";

const TONES: Readonly<Record<string, Tone>> = {
  issued: "waiting",
  acknowledged: "active",
  disputed: "attention",
  settled: "done",
};

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
      rowTone={(row) => (row.isOverdue ? "late" : undefined)}
      columns={[
        { id: "number", header: t("accounting.invoice.number"), cell: (row) => row.number, pinned: true, width: 150 },
        { id: "partner", header: t("accounting.entry.partner"), cell: (row) => row.partnerName, width: 260 },
        {
          id: "state",
          header: t("accounting.invoice.state"),
          cell: (row) => (
            <StateBadge tone={TONES[row.state] ?? "waiting"} label={t(`accounting.invoice.${row.state}`)} />
          ),
        },
        { id: "issuedOn", header: t("accounting.invoice.issuedOn"), cell: (row) => <DateText value={row.issuedOn} /> },
        { id: "dueOn", header: t("accounting.invoice.dueOn"), cell: (row) => <DateText value={row.dueOn} relative /> },
        {
          id: "totalYen",
          header: t("accounting.invoice.total"),
          cell: (row) => <Money value={row.totalYen} />,
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
