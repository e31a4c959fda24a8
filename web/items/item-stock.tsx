import { Answered, DataTable, Empty, FactList, Money, PageLink, Quantity, useApi, useText } from "../platform/index.ts";

/** Stock of the item by place and lot; its page in the stock area shows promises and moves. */
export function ItemStockView({ itemId }: { readonly itemId: string }) {
  const t = useText();
  const stock = useApi("/api/v1/items/{id}/stock", { params: { path: { id: itemId } } });
  return (
    <Answered answer={stock}>
      {(data) => (
        <>
          <FactList
            facts={[
              { label: t("items.item.onHand"), value: <Quantity value={data.onHand} unit={data.unit} /> },
              { label: t("items.stock.reserved"), value: <Quantity value={data.reserved} unit={data.unit} /> },
              {
                label: t("items.stock.keptElsewhere"),
                value: <Quantity value={data.keptElsewhere} unit={data.unit} />,
              },
              { label: t("items.item.available"), value: <Quantity value={data.available} unit={data.unit} /> },
              ...(data.valueYen === null
                ? []
                : [{ label: t("items.stock.value"), value: <Money value={data.valueYen} unit /> }]),
            ]}
          />
          <DataTable
            label={t("items.item.stock")}
            inline
            rows={data.rows}
            rowId={(row) => `${row.placeId} ${row.lotCode ?? ""}`}
            columns={[
              {
                id: "place",
                header: t("items.stock.place"),
                cell: (row) => `${row.placeCode} ${row.placeName}`,
                width: 280,
              },
              { id: "lot", header: t("items.stock.lot"), cell: (row) => row.lotCode ?? "–", width: 180 },
              {
                id: "quantity",
                header: t("items.stock.quantity"),
                cell: (row) => <Quantity value={row.quantity} unit={data.unit} />,
                align: "right",
                width: 140,
              },
            ]}
            empty={<Empty title={t("items.stock.none")} />}
          />
          <p>
            <PageLink to={`inventory/stock/${itemId}`}>{t("items.stock.more")}</PageLink>
          </p>
        </>
      )}
    </Answered>
  );
}
