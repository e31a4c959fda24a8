import { InstantText, ListPage, useText } from "../platform/index.ts";

/** Agreements being prepared; nobody else sees them yet. */
export function Page() {
  const t = useText();
  return (
    <ListPage
      id="agreements.drafts"
      title={t("agreements.drafts.title")}
      path="/api/v1/agreement-drafts"
      live="draft."
      rowId={(row) => row.id}
      rowName={(row) => row.number}
      rowTo={(row) => `agreements/drafts/${row.id}`}
      columns={[
        {
          id: "number",
          header: t("agreements.number"),
          cell: (row) => row.number,
          sort: true,
          pinned: true,
          width: 130,
        },
        { id: "partner", header: t("agreements.partner"), cell: (row) => row.partnerName },
        { id: "title", header: t("agreements.name"), cell: (row) => row.title },
        { id: "who", header: t("agreements.createdBy"), cell: (row) => row.createdBy, width: 160 },
        {
          id: "updatedAt",
          header: t("agreements.updatedAt"),
          cell: (row) => <InstantText value={row.updatedAt} />,
          sort: true,
          width: 160,
        },
      ]}
      create={{ label: t("agreements.new"), to: "agreements/new", permission: "agreements.write" }}
      empty={{ title: t("agreements.drafts.none"), hint: t("agreements.drafts.noneHint") }}
    />
  );
}
