import { DateText, ListPage, Money, usePathParams, useText } from "../platform/index.ts";

const KINDS = ["order", "delivery", "invoice"] as const;

/** Where a paper is read: one of own books on its own page, what the partner had sent on a page that only shows it. */
function placeOf(
  partnerId: string,
  row: {
    readonly kind: (typeof KINDS)[number];
    readonly side: "S" | "B";
    readonly isTheirs: boolean;
    readonly id: string;
  },
): string {
  if (row.isTheirs) return `parties/partners/${partnerId}/exchanged/${row.id}`;
  if (row.kind === "invoice") return `accounting/invoices/${row.id}`;
  if (row.kind === "order") return `${row.side === "S" ? "sales/orders" : "purchasing/orders"}/${row.id}`;
  return `${row.side === "S" ? "sales/deliveries" : "purchasing/arrivals"}/${row.id}`;
}

/** 連携前のやりとり: papers exchanged with a partner before the link, to be read. */
export function Page() {
  const t = useText();
  const partnerId = usePathParams()["partnerId"] ?? "";
  return (
    <ListPage
      id="parties.exchanged"
      title={t("parties.exchanged.title")}
      path="/api/v1/exchanged-papers"
      options={{ fixed: { partnerId } }}
      rowId={(row) => row.id}
      rowName={(row) => row.number}
      rowTo={(row) => placeOf(partnerId, row)}
      above={<p className="quiet">{t("parties.exchanged.hint")}</p>}
      filters={[
        {
          id: "kind",
          label: t("parties.exchanged.kind"),
          kind: "choice",
          options: KINDS.map((kind) => ({ value: kind, label: t(`parties.exchanged.kind.${kind}`) })),
        },
        {
          id: "theirs",
          label: t("parties.exchanged.from"),
          kind: "choice",
          options: (["false", "true"] as const).map((value) => ({
            value,
            label: t(`parties.exchanged.isTheirs.${value}`),
          })),
        },
        {
          id: "side",
          label: t("parties.exchanged.side"),
          kind: "choice",
          options: (["S", "B"] as const).map((side) => ({ value: side, label: t(`parties.exchanged.side.${side}`) })),
        },
      ]}
      columns={[
        {
          id: "number",
          header: t("parties.exchanged.number"),
          cell: (row) => row.number,
          sort: true,
          pinned: true,
          width: 170,
        },
        {
          id: "datedOn",
          header: t("parties.exchanged.datedOn"),
          cell: (row) => <DateText value={row.datedOn} />,
          sort: true,
          width: 150,
        },
        {
          id: "kind",
          header: t("parties.exchanged.kind"),
          cell: (row) => t(`parties.exchanged.kind.${row.kind}`),
          width: 110,
        },
        {
          id: "theirs",
          header: t("parties.exchanged.from"),
          cell: (row) => t(`parties.exchanged.isTheirs.${row.isTheirs}`),
          width: 100,
        },
        {
          id: "side",
          header: t("parties.exchanged.side"),
          cell: (row) => t(`parties.exchanged.side.${row.side}`),
          width: 120,
        },
        { id: "outsideNumber", header: t("parties.exchanged.outsideNumber"), cell: (row) => row.outsideNumber || "–" },
        {
          id: "totalYen",
          header: t("parties.exchanged.totalYen"),
          cell: (row) => <Money value={row.totalYen} />,
          sort: true,
          align: "right",
        },
      ]}
      empty={{ title: t("parties.exchanged.none"), hint: t("parties.exchanged.noneHint") }}
    />
  );
}
