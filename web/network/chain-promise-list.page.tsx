import { DateText, InstantText, ListPage, Quantity, StateBadge, useText } from "../platform/index.ts";
import { CHAIN_PROMISE_TONES } from "./words.ts";

/** Dates held along chains: what of them is open, became an order, or is over. */
export function Page() {
  const t = useText();
  return (
    <ListPage
      id="network.chainPromises"
      title={t("network.chainPromise.title")}
      path="/api/v1/network/chain-promises"
      live="network."
      rowId={(row) => row.id}
      rowName={(row) => row.number}
      rowTo={(row) => `network/chain-promises/${row.id}`}
      columns={[
        {
          id: "number",
          header: t("network.chainPromise.number"),
          cell: (row) => row.number,
          pinned: true,
          sort: true,
          width: 130,
        },
        {
          id: "state",
          header: t("network.chain.state"),
          cell: (row) => (
            <StateBadge tone={CHAIN_PROMISE_TONES[row.state]} label={t(`network.chainPromise.state.${row.state}`)} />
          ),
          width: 130,
        },
        {
          id: "item",
          header: t("network.order.item"),
          cell: (row) => `${row.itemCode} ${row.itemName}`,
          width: 280,
        },
        {
          id: "quantity",
          header: t("network.order.quantity"),
          cell: (row) => <Quantity value={row.quantity} unit={row.unit} />,
          align: "right",
        },
        { id: "wantedOn", header: t("network.order.wantedOn"), cell: (row) => <DateText value={row.wantedOn} /> },
        {
          id: "promisedOn",
          header: t("network.chainPromise.readyOn"),
          cell: (row) => <DateText value={row.promisedOn} />,
          sort: true,
        },
        {
          id: "expiresAt",
          header: t("network.chainPromise.expiresAt"),
          cell: (row) => <InstantText value={row.expiresAt} />,
          sort: true,
          width: 170,
        },
        { id: "trade", header: t("network.order.number"), cell: (row) => row.tradeNumber ?? "", width: 130 },
        {
          id: "createdAt",
          header: t("network.chainPromise.createdAt"),
          cell: (row) => <InstantText value={row.createdAt} />,
          sort: true,
          hidden: true,
          width: 170,
        },
      ]}
      views={[
        { id: "all", label: t("platform.all"), filters: {} },
        ...["held", "confirmed"].map((state) => ({
          id: state,
          label: t(`network.chainPromise.state.${state}`),
          filters: { state },
        })),
      ]}
      create={{
        label: t("network.chainPromise.ask"),
        to: "network/chain-promises/ask",
        permission: "network.dispatch",
      }}
      empty={{ title: t("network.chainPromise.none"), hint: t("network.chainPromise.noneHint") }}
    />
  );
}
