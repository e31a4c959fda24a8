import { DateText, ListPage, PageLink, Quantity, useCan, useText } from "../platform/index.ts";

/** Goods received that nobody has judged yet, the oldest first. */
export function Page() {
  const t = useText();
  const can = useCan();
  return (
    <ListPage
      id="quality.waiting"
      title={t("quality.waiting.title")}
      path="/api/v1/inspections/waiting"
      live={["delivery.", "quality.inspection"]}
      rowId={(row) => `${row.deliveryId}/${row.lineNumber}`}
      rowName={(row) => `${row.ownNumber} ${row.code}`}
      rowTo={(row) => (can("quality.inspect") ? `quality/waiting/${row.deliveryId}/${row.lineNumber}` : undefined)}
      columns={[
        {
          id: "delivery",
          header: t("quality.delivery"),
          cell: (row) => `${row.ownNumber}-${row.lineNumber}`,
          pinned: true,
          width: 140,
        },
        {
          id: "receivedOn",
          header: t("quality.receivedOn"),
          cell: (row) => <DateText value={row.receivedOn} relative />,
          sort: true,
          width: 170,
        },
        { id: "partnerName", header: t("quality.partner"), cell: (row) => row.partnerName, sort: true, width: 180 },
        { id: "code", header: t("quality.item.code"), cell: (row) => row.code, sort: true, width: 150 },
        { id: "name", header: t("quality.item.name"), cell: (row) => row.description },
        { id: "lot", header: t("quality.lot"), cell: (row) => row.lotCode || "–", width: 110 },
        {
          id: "toJudge",
          header: t("quality.toJudge"),
          cell: (row) => <Quantity value={row.toJudge} unit={row.unit} />,
          align: "right",
          width: 120,
        },
        {
          id: "plan",
          header: t("quality.basis"),
          cell: (row) => t(row.hasPlan ? "quality.waiting.hasPlan" : "quality.waiting.noPlan"),
          width: 120,
        },
        {
          id: "order",
          header: t("quality.order"),
          cell: (row) => <PageLink to={`purchasing/orders/${row.tradeId}`}>{row.tradeNumber}</PageLink>,
          width: 120,
        },
      ]}
      empty={{ title: t("quality.waiting.none"), hint: t("quality.waiting.noneHint") }}
    />
  );
}
