import { ListPage, StateBadge, useText } from "../platform/index.ts";

/** Dispatch rules in the order they are tried. */
export function Page() {
  const t = useText();
  return (
    <ListPage
      id="network.rules"
      title={t("network.rules.title")}
      path="/api/v1/network/rules"
      live="network.rule"
      rowId={(row) => row.id}
      rowName={(row) => row.name}
      rowTo={(row) => `network/rules/${row.id}`}
      columns={[
        {
          id: "priority",
          header: t("network.rule.priority"),
          cell: (row) => row.priority,
          sort: true,
          align: "right",
          width: 90,
        },
        { id: "name", header: t("network.rule.name"), cell: (row) => row.name, pinned: true, width: 260 },
        {
          id: "item",
          header: t("network.rule.for"),
          cell: (row) =>
            row.itemCode
              ? `${row.itemCode} ${row.itemName}`
              : row.itemGroupCode
                ? t("network.rule.forGroup", { group: row.itemGroupCode })
                : t("network.rule.forAll"),
          width: 260,
        },
        { id: "form", header: t("network.rule.form"), cell: (row) => t(`network.form.${row.form}`) },
        { id: "choice", header: t("network.rule.choice"), cell: (row) => t(`network.choice.${row.choice}`) },
        { id: "earning", header: t("network.rule.earning"), cell: (row) => t(`network.earning.${row.earning}`) },
        { id: "fee", header: t("network.rule.fee"), cell: (row) => `${row.feePercent}%`, align: "right" },
        { id: "steps", header: t("network.rule.steps"), cell: (row) => row.stepCount, align: "right", width: 90 },
        {
          id: "auto",
          header: t("network.rule.isAutomatic"),
          cell: (row) =>
            !row.isActive ? (
              <StateBadge tone="stopped" label={t("network.rule.inactive")} />
            ) : row.isAutomatic ? (
              <StateBadge tone="active" label={t("network.rule.automatic")} />
            ) : (
              <StateBadge tone="waiting" label={t("network.rule.byPerson")} />
            ),
        },
      ]}
      filters={[{ id: "isActive", label: t("network.rule.isActive"), kind: "switch" }]}
      create={{ label: t("network.rule.new"), to: "network/rules/new", permission: "network.manage" }}
      formPath="/api/v1/network/rules/export"
      importTo="network/rules/import"
      importPermission="network.manage"
      empty={{ title: t("network.rules.none"), hint: t("network.rules.noneHint") }}
    />
  );
}
