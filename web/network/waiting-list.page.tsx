import { DateText, ListPage, Money, useText } from "../platform/index.ts";

/** Orders that wait for a person at the window. */
export function Page() {
  const t = useText();
  return (
    <ListPage
      id="network.waiting"
      title={t("network.waiting.title")}
      path="/api/v1/network/orders/waiting"
      live={["trade.", "network."]}
      rowId={(row) => row.tradeId}
      rowName={(row) => row.number}
      rowTo={(row) => `network/orders/${row.tradeId}`}
      columns={[
        { id: "number", header: t("network.order.number"), cell: (row) => row.number, pinned: true, width: 130 },
        { id: "partner", header: t("network.order.maker"), cell: (row) => row.partnerName, width: 240 },
        { id: "outsideNumber", header: t("network.order.outsideNumber"), cell: (row) => row.outsideNumber },
        {
          id: "orderedOn",
          header: t("network.order.orderedOn"),
          cell: (row) => <DateText value={row.orderedOn} />,
          sort: true,
        },
        {
          id: "wantedOn",
          header: t("network.order.wantedOn"),
          cell: (row) => <DateText value={row.wantedOn} relative />,
        },
        { id: "lines", header: t("network.waiting.lines"), cell: (row) => row.lineCount, align: "right", width: 110 },
        {
          id: "total",
          header: t("network.order.total"),
          cell: (row) => <Money value={row.totalYen} />,
          align: "right",
        },
      ]}
      importTo="network/orders/import"
      importPermission="network.dispatch"
      create={{ label: t("network.order.new"), to: "network/orders/new", permission: "network.dispatch" }}
      empty={{ title: t("network.waiting.none"), hint: t("network.waiting.noneHint") }}
    />
  );
}
