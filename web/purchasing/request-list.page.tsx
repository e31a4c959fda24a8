import { InstantText, ListPage, StateBadge, useCommand, useGo, useText } from "../platform/index.ts";

/** What people ask to be bought; approved requests are combined into one order draft per supplier. */
export function Page() {
  const t = useText();
  const go = useGo();
  const order = useCommand("post", "/api/v1/purchase-requests/order", {
    success: (made) => t("purchasing.request.ordered", { count: made.drafts.length }),
  });
  return (
    <ListPage
      id="purchasing.requests"
      title={t("purchasing.requests.title")}
      path="/api/v1/purchase-requests"
      live="draft."
      rowId={(row) => row.id}
      rowName={(row) => row.number}
      rowTo={(row) => `purchasing/requests/${row.id}`}
      columns={[
        { id: "number", header: t("trade.number"), cell: (row) => row.number, sort: true, pinned: true, width: 130 },
        { id: "title", header: t("trade.title"), cell: (row) => row.title },
        {
          id: "state",
          header: t("trade.state"),
          cell: (row) => (
            <StateBadge
              tone={row.state === "approved" ? "active" : row.state === "draft" ? "waiting" : "done"}
              label={t(`purchasing.request.state.${row.state}`)}
            />
          ),
          width: 140,
        },
        { id: "lines", header: t("trade.lineCount"), cell: (row) => row.lineCount, align: "right", width: 90 },
        { id: "who", header: t("trade.createdBy"), cell: (row) => row.createdBy, width: 160 },
        {
          id: "updatedAt",
          header: t("trade.updatedAt"),
          cell: (row) => <InstantText value={row.updatedAt} />,
          sort: true,
          width: 160,
        },
      ]}
      views={[
        { id: "waiting", label: t("purchasing.request.state.draft"), filters: {} },
        { id: "approved", label: t("purchasing.request.state.approved"), filters: { state: "approved" } },
        { id: "ordered", label: t("purchasing.request.state.sent"), filters: { state: "sent" } },
      ]}
      bulk={[
        {
          id: "order",
          label: t("purchasing.request.order"),
          refuse: (rows) =>
            rows.every((row) => row.state === "approved") ? null : t("purchasing.request.approveFirst"),
          run: (rows, clear) =>
            void order.run({ body: { requests: rows.map(({ id, version }) => ({ id, version })) } }).then((end) => {
              if (!end?.ok) return;
              clear();
              go("purchasing/drafts");
            }),
        },
      ]}
      create={{ label: t("purchasing.request.new"), to: "purchasing/requests/new", permission: "purchasing.request" }}
      empty={{ title: t("purchasing.requests.none"), hint: t("purchasing.requests.noneHint") }}
    />
  );
}
