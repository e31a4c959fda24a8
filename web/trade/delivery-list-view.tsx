import { DateText, ListPage, useText } from "../platform/index.ts";
import { DeliveryState, PLACES, type TradeSide } from "./words.tsx";

/** Deliveries of one side: 納品一覧, 入荷一覧. */
export function DeliveryListView({ side }: { readonly side: TradeSide }) {
  const t = useText();
  const create =
    side === "S"
      ? { label: t("trade.ship"), to: "sales/ship", permission: "sales.ship" }
      : { label: t("trade.receiveOutside"), to: "purchasing/receive", permission: "purchasing.receive" };
  return (
    <ListPage
      id={`trade.${side}.deliveries`}
      title={t(`trade.${side}.deliveries`)}
      path="/api/v1/deliveries"
      options={{ fixed: { side } }}
      live="delivery."
      rowId={(row) => row.id}
      rowName={(row) => row.ownNumber}
      rowTo={(row) => `${PLACES[side].deliveries}/${row.id}`}
      columns={[
        {
          id: "ownNumber",
          header: t("trade.number"),
          cell: (row) => row.ownNumber,
          sort: true,
          pinned: true,
          width: 130,
        },
        { id: "number", header: t("trade.delivery.note"), cell: (row) => row.number, width: 130 },
        { id: "partner", header: t(`trade.${side}.partner`), cell: (row) => row.partnerName },
        {
          id: "state",
          header: t("trade.state"),
          cell: (row) => <DeliveryState state={row.state} side={side} />,
          width: 140,
        },
        {
          id: "shippedOn",
          header: t("trade.shippedOn"),
          cell: (row) => <DateText value={row.shippedOn} />,
          sort: true,
          width: 140,
        },
        {
          id: "expectedOn",
          header: t("trade.expectedOn"),
          cell: (row) => <DateText value={row.expectedOn} />,
          width: 140,
        },
        {
          id: "receivedOn",
          header: t("trade.receivedOn"),
          cell: (row) => <DateText value={row.receivedOn} />,
          width: 140,
        },
        { id: "judgedOn", header: t("trade.judgedOn"), cell: (row) => <DateText value={row.judgedOn} />, width: 140 },
      ]}
      views={[
        { id: "onTheWay", label: t(`trade.${side}.view.onTheWay`), filters: { state: "shipped" } },
        { id: "toJudge", label: t("trade.view.toJudge"), filters: { state: "received" } },
        { id: "all", label: t("platform.all"), filters: {} },
      ]}
      filters={[
        {
          id: "state",
          label: t("trade.state"),
          kind: "choice",
          options: ["shipped", "received", "judged"].map((value) => ({
            value,
            label: t(`trade.delivery.state.${side}.${value}`),
          })),
        },
        { id: "day", label: t("trade.shippedOn"), kind: "days" },
      ]}
      create={create}
      empty={{ title: t(`trade.${side}.noDeliveries`), hint: t(`trade.${side}.noDeliveriesHint`) }}
    />
  );
}
