import { ListPage, useText } from "../platform/index.ts";
import { kindOptions } from "./words.ts";

/** What is inspected of which item. */
export function Page() {
  const t = useText();
  return (
    <ListPage
      id="quality.plans"
      title={t("quality.plans.title")}
      path="/api/v1/inspection-plans"
      live="quality.plan"
      rowId={(row) => `${row.itemId}/${row.kind}`}
      rowName={(row) => row.code}
      rowTo={(row) => `quality/plans/${row.itemId}/${row.kind}`}
      create={{ label: t("quality.plan.new"), to: "quality/plans/new", permission: "quality.inspect" }}
      columns={[
        { id: "code", header: t("quality.item.code"), cell: (row) => row.code, sort: true, pinned: true, width: 180 },
        { id: "name", header: t("quality.item.name"), cell: (row) => row.name, sort: true },
        { id: "kind", header: t("quality.kind.label"), cell: (row) => t(`quality.kind.${row.kind}`), width: 130 },
        {
          id: "sampling",
          header: t("quality.plan.sampling"),
          cell: (row) =>
            `${t(`quality.sampling.${row.sampling}`)}${row.sampling === "sample" ? ` n=${row.sampleSize}` : ""}`,
          width: 160,
        },
        {
          id: "count",
          header: t("quality.plan.count"),
          cell: (row) => row.characteristics.length,
          align: "right",
          width: 110,
        },
      ]}
      filters={[{ id: "kind", label: t("quality.kind.label"), kind: "choice", options: kindOptions(t) }]}
      empty={{ title: t("quality.plans.none"), hint: t("quality.plans.noneHint") }}
    />
  );
}
