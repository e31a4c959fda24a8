import { InstantText, ListPage, useText } from "../platform/index.ts";
import { PERMISSIONS, PLACES, type TradeSide } from "./words.tsx";

/** Drafts of one side that nobody else sees yet. */
export function DraftListView({ side }: { readonly side: TradeSide }) {
  const t = useText();
  const place = PLACES[side];
  const kinds = side === "S" ? (["sales_order", "quotation"] as const) : (["purchase_order", "enquiry"] as const);
  return (
    <ListPage
      id={`trade.${side}.drafts`}
      title={t(`trade.${side}.drafts`)}
      path={side === "S" ? "/api/v1/sales-drafts" : "/api/v1/purchase-drafts"}
      live="draft."
      rowId={(row) => row.id}
      rowName={(row) => row.number}
      rowTo={(row) =>
        row.state === "sent" && row.sentId ? `${place.orders}/${row.sentId}` : `${place.drafts}/${row.id}`
      }
      columns={[
        { id: "number", header: t("trade.number"), cell: (row) => row.number, sort: true, pinned: true, width: 130 },
        { id: "kind", header: t("trade.kind"), cell: (row) => t(`trade.kind.${row.kind}`), width: 120 },
        { id: "partner", header: t(`trade.${side}.partner`), cell: (row) => row.partnerName },
        { id: "title", header: t("trade.title"), cell: (row) => row.title },
        { id: "lines", header: t("trade.lineCount"), cell: (row) => row.lineCount, align: "right", width: 80 },
        { id: "who", header: t("trade.createdBy"), cell: (row) => row.createdBy, width: 140 },
        {
          id: "updatedAt",
          header: t("trade.updatedAt"),
          cell: (row) => <InstantText value={row.updatedAt} />,
          sort: true,
          width: 160,
        },
      ]}
      views={[
        { id: "draft", label: t("trade.draft.open"), filters: {} },
        { id: "sent", label: t("trade.draft.sent"), filters: { state: "sent" } },
      ]}
      filters={[
        {
          id: "kind",
          label: t("trade.kind"),
          kind: "choice",
          options: kinds.map((value) => ({ value, label: t(`trade.kind.${value}`) })),
        },
      ]}
      empty={{ title: t("trade.draft.none"), hint: t("trade.draft.noneHint"), permission: PERMISSIONS[side].write }}
    />
  );
}
