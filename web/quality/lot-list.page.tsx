import { DateText, ListPage, Quantity, useText } from "../platform/index.ts";

/** Lots, found by their number or their item's. */
export function Page() {
  const t = useText();
  return (
    <ListPage
      id="quality.lots"
      title={t("quality.lots.title")}
      path="/api/v1/lots"
      live="inventory.moved"
      searchHint={t("quality.lots.search")}
      rowId={(row) => row.id}
      rowName={(row) => row.code}
      rowTo={(row) => `quality/lots/${row.id}`}
      columns={[
        { id: "code", header: t("quality.lot.code"), cell: (row) => row.code, sort: true, pinned: true, width: 190 },
        { id: "itemCode", header: t("quality.item.code"), cell: (row) => row.itemCode, sort: true, width: 170 },
        { id: "itemName", header: t("quality.item.name"), cell: (row) => row.itemName },
        {
          id: "onHand",
          header: t("quality.lot.onHand"),
          cell: (row) => <Quantity value={row.onHand} unit={row.unit} />,
          align: "right",
          width: 130,
        },
        {
          id: "madeOn",
          header: t("quality.lot.madeOn"),
          cell: (row) => (row.madeOn ? <DateText value={row.madeOn} /> : "–"),
          width: 140,
        },
        {
          id: "expiresOn",
          header: t("quality.lot.expiresOn"),
          cell: (row) => (row.expiresOn ? <DateText value={row.expiresOn} /> : "–"),
          width: 140,
        },
        {
          id: "supplierLotCode",
          header: t("quality.lot.supplierCode"),
          cell: (row) => row.supplierLotCode || "–",
          width: 150,
        },
      ]}
      empty={{ title: t("quality.lots.none"), hint: t("quality.lots.noneHint") }}
    />
  );
}
