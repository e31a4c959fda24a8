import { DateText, ListPage, Money, sumDecimals, useText } from "../platform/index.ts";
import { SOURCE_KINDS } from "./words.tsx";

/** Every entry of the books, newest first; business events post their own. */
export function Page() {
  const t = useText();
  return (
    <ListPage
      id="accounting.journal"
      title={t("accounting.journal.title")}
      path="/api/v1/journal-entries"
      live="accounting."
      rowId={(row) => row.id}
      rowName={(row) => row.number}
      rowTo={(row) => `accounting/journal/${row.id}`}
      create={{ label: t("accounting.entry.new"), to: "accounting/journal/new", permission: "accounting.write" }}
      searchHint={t("accounting.journal.searchHint")}
      formPath="/api/v1/journal-entries/export"
      importTo="accounting/journal/import"
      importPermission="accounting.write"
      views={[
        { id: "all", label: t("platform.all"), filters: {} },
        { id: "manual", label: t("accounting.journal.manual"), filters: { sourceKind: "manual" } },
      ]}
      filters={[
        { id: "postingOn", label: t("accounting.entry.postingOn"), kind: "days" },
        { id: "accountCode", label: t("accounting.account.code"), kind: "text" },
        { id: "partner", label: t("accounting.entry.partner"), kind: "text" },
        {
          id: "sourceKind",
          label: t("accounting.entry.source"),
          kind: "choice",
          options: SOURCE_KINDS.map((kind) => ({ value: kind, label: t(`accounting.source.${kind}`) })),
        },
        { id: "amountMin", label: t("accounting.journal.amountMin"), kind: "text" },
        { id: "amountMax", label: t("accounting.journal.amountMax"), kind: "text" },
      ]}
      columns={[
        {
          id: "number",
          header: t("accounting.entry.number"),
          cell: (row) => row.number,
          sort: true,
          pinned: true,
          width: 140,
        },
        {
          id: "postingOn",
          header: t("accounting.entry.postingOn"),
          cell: (row) => <DateText value={row.postingOn} />,
          sort: true,
          width: 150,
        },
        { id: "kind", header: t("accounting.entry.kind"), cell: (row) => t(`accounting.kind.${row.kind}`), width: 170 },
        { id: "partner", header: t("accounting.entry.partner"), cell: (row) => row.partnerName ?? "–", width: 190 },
        { id: "description", header: t("accounting.entry.description"), cell: (row) => row.description, width: 300 },
        {
          id: "totalYen",
          header: t("accounting.entry.amount"),
          cell: (row) => <Money value={row.totalYen} />,
          align: "right",
          total: (rows) => <Money value={sumDecimals(rows.map((row) => row.totalYen))} />,
        },
      ]}
      empty={{ title: t("accounting.journal.none"), hint: t("accounting.journal.noneHint") }}
    />
  );
}
