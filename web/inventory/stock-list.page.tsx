import { ListPage, Money, Quantity, sumDecimals, useText } from "../platform/index.ts";
import { categoryOptions } from "./words.ts";

/** Stock per item: what is there, what of it is promised, what is free. */
export function Page() {
  const t = useText();
  return (
    <ListPage
      id="inventory.stock"
      title={t("inventory.stock.title")}
      path="/api/v1/stock"
      live="inventory."
      rowId={(row) => row.itemId}
      rowName={(row) => row.code}
      rowTo={(row) => `inventory/stock/${row.itemId}`}
      columns={[
        { id: "code", header: t("inventory.item.code"), cell: (row) => row.code, sort: true, pinned: true, width: 170 },
        { id: "name", header: t("inventory.item.name"), cell: (row) => row.name, sort: true, width: 280 },
        {
          id: "category",
          header: t("inventory.item.category"),
          cell: (row) => t(`inventory.category.${row.category}`),
          width: 110,
        },
        {
          id: "onHand",
          header: t("inventory.onHand"),
          cell: (row) => <Quantity value={row.onHand} unit={row.unit} />,
          align: "right",
          sort: true,
        },
        {
          id: "reserved",
          header: t("inventory.reserved"),
          cell: (row) => <Quantity value={row.reserved} unit={row.unit} />,
          align: "right",
        },
        {
          id: "free",
          header: t("inventory.free"),
          cell: (row) => <Quantity value={row.free} unit={row.unit} />,
          align: "right",
        },
        {
          id: "keptElsewhere",
          header: t("inventory.keptElsewhere"),
          cell: (row) => <Quantity value={row.keptElsewhere} unit={row.unit} />,
          align: "right",
        },
        {
          id: "safetyStock",
          header: t("inventory.safetyStock"),
          cell: (row) => <Quantity value={row.safetyStock} unit={row.unit} />,
          align: "right",
        },
        {
          id: "valueYen",
          header: t("inventory.value"),
          cell: (row) => <Money value={row.valueYen} />,
          align: "right",
          sort: true,
          total: (rows) => {
            // Who may not see values sees no sum of them either.
            const known = rows.flatMap((row) => (row.valueYen === null ? [] : [row.valueYen]));
            return <Money value={known.length === 0 ? null : sumDecimals(known)} />;
          },
        },
      ]}
      importTo="inventory/opening-stock/import"
      importPermission="inventory.adjust"
      views={[
        { id: "all", label: t("platform.all"), filters: {} },
        { id: "short", label: t("inventory.stock.belowSafety"), filters: { below: "safety" } },
      ]}
      filters={[
        { id: "category", label: t("inventory.item.category"), kind: "choice", options: categoryOptions(t) },
        {
          id: "below",
          label: t("inventory.stock.below"),
          kind: "choice",
          options: [
            { value: "safety", label: t("inventory.stock.belowSafety") },
            { value: "zero", label: t("inventory.stock.belowZero") },
          ],
        },
      ]}
      empty={{ title: t("inventory.stock.none"), hint: t("inventory.stock.noneHint"), permission: "items.write" }}
    />
  );
}
