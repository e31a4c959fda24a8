import { Button } from "@mantine/core";
import { DateText, ListPage, Money, PageLink, sumDecimals, useCan, useText } from "../platform/index.ts";
import { LINE_STATE_WORDS, PERMISSIONS, PLACES, type TradeSide, TradeState } from "./words.tsx";

/** Orders of one side: 受注一覧, 発注一覧. */
export function TradeListView({
  side,
  newTo,
  askTo,
}: {
  readonly side: TradeSide;
  readonly newTo: string;
  /** What comes before an order: a quotation of the seller, an enquiry of the buyer. */
  readonly askTo: string;
}) {
  const t = useText();
  const can = useCan();
  const place = PLACES[side];
  return (
    <ListPage
      id={`trade.${side}.orders`}
      title={t(`trade.${side}.orders`)}
      path="/api/v1/trades"
      options={{ fixed: { side } }}
      live={["trade.", "delivery."]}
      rowId={(row) => row.id}
      rowName={(row) => row.ownNumber}
      rowTo={(row) => `${place.orders}/${row.id}`}
      rowTone={(row) => (row.isLate ? "late" : undefined)}
      searchHint={t("trade.searchHint")}
      columns={[
        {
          id: "ownNumber",
          header: t("trade.number"),
          cell: (row) => row.ownNumber,
          sort: true,
          pinned: true,
          width: 120,
        },
        { id: "partner", header: t(`trade.${side}.partner`), cell: (row) => row.partnerName },
        {
          id: "state",
          header: t("trade.state"),
          cell: (row) => <TradeState state={row.state} side={side} done={row.isDone} late={row.isLate} />,
          width: 170,
        },
        {
          id: "outsideNumber",
          header: t(`trade.${side}.outsideNumber`),
          cell: (row) => row.outsideNumber || (row.number === row.ownNumber ? "" : row.number),
          width: 140,
        },
        {
          id: "orderedOn",
          header: t("trade.orderedOn"),
          cell: (row) => <DateText value={row.orderedOn} />,
          sort: true,
          width: 130,
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
          width: 130,
        },
        {
          id: "totalYen",
          header: t("trade.net"),
          cell: (row) => <Money value={row.totalYen} />,
          align: "right",
          sort: true,
          width: 130,
          total: (rows) => <Money value={sumDecimals(rows.map((row) => row.totalYen))} />,
        },
      ]}
      views={[
        { id: "open", label: t(`trade.${side}.view.open`), filters: { open: "yes" } },
        {
          id: "answer",
          label: t(`trade.${side}.view.answer`),
          filters: { state: side === "S" ? "placed" : "countered" },
        },
        { id: "quotes", label: t("trade.view.quotes"), filters: { state: "quoted" } },
        { id: "all", label: t("platform.all"), filters: {} },
      ]}
      filters={[
        {
          id: "state",
          label: t("trade.state"),
          kind: "choice",
          options: LINE_STATE_WORDS.map((value) => ({ value, label: t(`trade.state.${side}.${value}`) })),
        },
        { id: "day", label: t("trade.orderedOn"), kind: "days" },
      ]}
      actions={
        can(PERMISSIONS[side].write) && (
          <Button variant="default" component={PageLink} to={askTo} className="">
            {t(side === "S" ? "trade.new.quotation" : "trade.new.enquiry")}
          </Button>
        )
      }
      create={{ label: t(`trade.${side}.new`), to: newTo, permission: PERMISSIONS[side].write }}
      formPath={side === "S" ? "/api/v1/sales-orders/export" : "/api/v1/purchase-orders/export"}
      importTo={`${place.orders}/import`}
      importPermission={side === "S" ? "sales.write" : "purchasing.order"}
      empty={{ title: t(`trade.${side}.none`), hint: t(`trade.${side}.noneHint`) }}
    />
  );
}
