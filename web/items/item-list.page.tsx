import { ListPage, Price, Quantity, StateBadge, useText } from "../platform/index.ts";
import { categoryOptions, supplyOptions } from "./item-words.ts";

/** Items with their stock. */
export function Page() {
  const t = useText();
  const label = (name: string) => t(`items.item.${name}`);
  return (
    <ListPage
      id="items.items"
      title={t("items.items.title")}
      path="/api/v1/items"
      live={["items.", "inventory."]}
      rowId={(row) => row.id}
      rowName={(row) => `${row.code} ${row.name}`}
      rowTo={(row) => `items/${row.id}`}
      rowTone={(row) => (row.isActive ? undefined : "quiet")}
      searchHint={t("items.items.searchHint")}
      columns={[
        { id: "code", header: label("code"), cell: (row) => row.code, sort: true, pinned: true, width: 150 },
        { id: "name", header: label("name"), cell: (row) => row.name, sort: true, width: 220 },
        { id: "specification", header: label("specification"), cell: (row) => row.specification, width: 130 },
        { id: "supply", header: label("supply"), cell: (row) => t(`items.supply.${row.supply}`), width: 80 },
        { id: "category", header: label("category"), cell: (row) => t(`items.category.${row.category}`), width: 90 },
        { id: "groupCode", header: label("groupCode"), cell: (row) => row.groupCode, sort: true, width: 100 },
        {
          id: "onHand",
          header: label("onHand"),
          cell: (row) => <Quantity value={row.onHand} unit={row.unit} />,
          align: "right",
          width: 95,
        },
        {
          id: "available",
          header: label("available"),
          cell: (row) => <Quantity value={row.available} unit={row.unit} />,
          align: "right",
          width: 100,
        },
        {
          id: "leadTimeDays",
          header: label("leadTimeShort"),
          cell: (row) => row.leadTimeDays,
          align: "right",
          width: 80,
        },
        {
          id: "standardCost",
          header: label("standardCost"),
          cell: (row) => <Price value={row.standardCost} />,
          align: "right",
          width: 110,
        },
        {
          id: "salesPrice",
          header: label("salesPrice"),
          cell: (row) => <Price value={row.salesPrice} />,
          align: "right",
          hidden: true,
        },
        {
          id: "purchasePrice",
          header: label("purchasePrice"),
          cell: (row) => <Price value={row.purchasePrice} />,
          align: "right",
          hidden: true,
        },
        { id: "drawingNumber", header: label("drawingNumber"), cell: (row) => row.drawingNumber, hidden: true },
        { id: "kana", header: label("kana"), cell: (row) => row.kana, sort: true, hidden: true },
        {
          id: "state",
          header: label("state"),
          cell: (row) => (
            <StateBadge
              tone={row.isActive ? "active" : "stopped"}
              label={t(row.isActive ? "items.inUse" : "items.closed")}
            />
          ),
          hidden: true,
        },
      ]}
      views={[
        { id: "all", label: t("platform.all"), filters: {} },
        ...supplyOptions(t).map(({ value, label }) => ({ id: value, label, filters: { supply: value } })),
      ]}
      filters={[
        { id: "category", label: label("category"), kind: "choice", options: categoryOptions(t) },
        { id: "groupCode", label: label("groupCode"), kind: "text" },
      ]}
      create={{ label: t("items.item.new"), to: "items/new", permission: "items.write" }}
      formPath="/api/v1/items/export"
      importTo="items/import"
      importPermission="items.write"
      empty={{ title: t("items.items.none"), hint: t("items.items.noneHint") }}
    />
  );
}
