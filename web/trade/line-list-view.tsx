import { DateText, ListPage, Money, Price, Quantity, sumDecimals, useText } from "../platform/index.ts";
import { LINE_STATE_WORDS, PERMISSIONS, PLACES, type TradeSide, TradeState } from "./words.tsx";

/** Order lines of one side: 受注残, 遅れ, 出荷待ち. */
export function LineListView({ side }: { readonly side: TradeSide }) {
  const t = useText();
  const place = PLACES[side];
  return (
    <ListPage
      id={`trade.${side}.lines`}
      title={t(`trade.${side}.lines`)}
      path="/api/v1/trade-lines"
      options={{ fixed: { side } }}
      live={["trade.", "delivery."]}
      rowId={(row) => `${row.tradeId}/${row.lineNumber}`}
      rowName={(row) => `${row.ownNumber}-${row.lineNumber}`}
      rowTo={(row) => `${place.orders}/${row.tradeId}`}
      rowTone={(row) => (row.isLate ? "late" : undefined)}
      searchHint={t("trade.searchHint")}
      columns={[
        {
          id: "number",
          header: t("trade.number"),
          cell: (row) => `${row.ownNumber}-${row.lineNumber}`,
          pinned: true,
          width: 130,
        },
        { id: "partner", header: t(`trade.${side}.partner`), cell: (row) => row.partnerName },
        { id: "code", header: t("trade.item"), cell: (row) => row.code, sort: true, width: 140 },
        { id: "description", header: t("trade.description"), cell: (row) => row.description },
        {
          id: "quantity",
          header: t("trade.quantity"),
          cell: (row) => <Quantity value={row.quantity} unit={row.unit} />,
          align: "right",
          width: 110,
        },
        {
          id: "shipped",
          header: t(`trade.${side}.shipped`),
          cell: (row) => <Quantity value={side === "S" ? row.shipped : row.received} />,
          align: "right",
          width: 90,
        },
        {
          id: "accepted",
          header: t("trade.accepted"),
          cell: (row) => <Quantity value={row.accepted} />,
          align: "right",
          width: 90,
          hidden: true,
        },
        {
          id: "unitPrice",
          header: t("trade.unitPrice"),
          cell: (row) => <Price value={row.unitPrice} />,
          align: "right",
          width: 110,
          hidden: true,
        },
        {
          id: "amountYen",
          header: t("trade.amount"),
          cell: (row) => <Money value={row.amountYen} />,
          align: "right",
          sort: true,
          width: 120,
          total: (rows) => <Money value={sumDecimals(rows.map((row) => row.amountYen))} />,
        },
        {
          id: "wantedOn",
          header: t("trade.wantedOn"),
          cell: (row) => <DateText value={row.wantedOn} />,
          sort: true,
          width: 130,
        },
        {
          id: "promisedOn",
          header: t("trade.promisedOn"),
          cell: (row) => <DateText value={row.promisedOn} />,
          sort: true,
          width: 130,
        },
        {
          id: "state",
          header: t("trade.state"),
          cell: (row) => <TradeState state={row.state} side={side} done={!row.isOpen} late={row.isLate} />,
          width: 170,
        },
      ]}
      views={[
        { id: "open", label: t(`trade.${side}.view.backlog`), filters: { show: "open" } },
        { id: "late", label: t("trade.late"), filters: { show: "late" } },
        side === "S"
          ? { id: "ship", label: t("trade.view.toShip"), filters: { show: "to_ship" } }
          : { id: "receive", label: t("trade.view.toReceive"), filters: { show: "to_receive" } },
        { id: "all", label: t("platform.all"), filters: {} },
      ]}
      filters={[
        {
          id: "state",
          label: t("trade.state"),
          kind: "choice",
          options: LINE_STATE_WORDS.map((value) => ({ value, label: t(`trade.state.${side}.${value}`) })),
        },
        { id: "day", label: t("trade.wantedOn"), kind: "days" },
      ]}
      empty={{ title: t(`trade.${side}.none`), hint: t(`trade.${side}.noneHint`), permission: PERMISSIONS[side].write }}
    />
  );
}
