import { InstantText, ListPage, PageLink, Quantity, useText } from "../platform/index.ts";

/** Who of others reached into this company's books, when, and for which trade. */
export function Page() {
  const t = useText();
  return (
    <ListPage
      id="companies.accesses"
      title={t("companies.accesses.title")}
      path="/api/v1/accesses"
      rowId={(row) => row.id}
      above={<p className="quiet">{t("companies.accesses.explained")}</p>}
      columns={[
        {
          id: "at",
          header: t("companies.accesses.at"),
          cell: (row) => <InstantText value={row.at} />,
          sort: true,
          width: 170,
        },
        {
          id: "by",
          header: t("companies.accesses.by"),
          cell: (row) => row.byName ?? t("companies.accesses.unnamed"),
          width: 240,
        },
        {
          id: "what",
          header: t("companies.accesses.what"),
          cell: (row) => t(`companies.access.${row.kind}.${row.what}`),
          width: 240,
        },
        {
          id: "trade",
          header: t("companies.accesses.trade"),
          cell: (row) =>
            row.tradeId && row.tradeNumber ? (
              <PageLink to={`${row.tradeSide === "buyer" ? "purchasing" : "sales"}/orders/${row.tradeId}`}>
                {row.tradeNumber}
              </PageLink>
            ) : (
              (row.code ?? "–")
            ),
          width: 160,
        },
        {
          id: "quantity",
          header: t("companies.accesses.quantity"),
          cell: (row) => <Quantity value={row.quantity} />,
          align: "right",
          width: 120,
        },
      ]}
      views={[
        { id: "reaction", label: t("companies.accesses.reactions"), filters: { kind: "reaction" } },
        { id: "precheck", label: t("companies.accesses.prechecks"), filters: { kind: "precheck" } },
      ]}
      filters={[{ id: "at", label: t("companies.accesses.at"), kind: "days" }]}
      empty={{ title: t("companies.accesses.none"), hint: t("companies.accesses.noneHint") }}
    />
  );
}
