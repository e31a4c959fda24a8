import { DateText, ListPage, useText } from "../platform/index.ts";

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
      columns={[
        { id: "number", header: t("accounting.entry.number"), cell: (row) => row.number, pinned: true, width: 140 },
        {
          id: "postingOn",
          header: t("accounting.entry.postingOn"),
          cell: (row) => <DateText value={row.postingOn} />,
          width: 150,
        },
        { id: "description", header: t("accounting.entry.description"), cell: (row) => row.description, width: 420 },
      ]}
      empty={{ title: t("accounting.journal.none"), hint: t("accounting.journal.noneHint") }}
    />
  );
}
