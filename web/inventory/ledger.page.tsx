import { DateText, ListPage, PageLink, Quantity, useText } from "../platform/index.ts";
import { moveOptions } from "./words.ts";

/** Every move of goods, with the paper behind it. */
export function Page() {
  const t = useText();
  return (
    <ListPage
      id="inventory.ledger"
      title={t("inventory.ledger.title")}
      path="/api/v1/stock-ledger"
      live="inventory."
      rowId={(row) => `${row.moveId}/${row.seq}`}
      rowName={(row) => row.code}
      rowTo={(row) => `inventory/stock/${row.itemId}`}
      columns={[
        {
          id: "movedOn",
          header: t("inventory.movedOn"),
          cell: (row) => <DateText value={row.movedOn} />,
          sort: true,
          width: 140,
        },
        { id: "kind", header: t("inventory.move.title"), cell: (row) => t(`inventory.move.${row.kind}`), width: 120 },
        { id: "code", header: t("inventory.item.code"), cell: (row) => row.code, width: 160 },
        { id: "name", header: t("inventory.item.name"), cell: (row) => row.name, width: 240 },
        { id: "place", header: t("inventory.place.title"), cell: (row) => row.placeName },
        { id: "lot", header: t("inventory.lot"), cell: (row) => row.lotCode ?? "–" },
        {
          id: "quantity",
          header: t("inventory.quantity"),
          cell: (row) => <Quantity value={row.quantity} unit={row.unit} />,
          align: "right",
        },
        {
          id: "number",
          header: t("inventory.paper"),
          cell: (row) =>
            row.workOrderId ? (
              <PageLink to={`production/orders/${row.workOrderId}`}>{row.number ?? "–"}</PageLink>
            ) : (
              (row.number ?? "–")
            ),
        },
        { id: "reason", header: t("inventory.reason"), cell: (row) => row.reason },
      ]}
      filters={[{ id: "kind", label: t("inventory.move.title"), kind: "choice", options: moveOptions(t) }]}
      empty={{ title: t("inventory.ledger.none"), hint: t("inventory.ledger.noneHint") }}
    />
  );
}
