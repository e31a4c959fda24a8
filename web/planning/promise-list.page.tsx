import { DateText, InstantText, ListPage, Quantity, useText } from "../platform/index.ts";
import { PromiseStateBadge } from "./promise-parts.tsx";

const STATES = ["held", "confirmed", "over"] as const;

/** 納期回答一覧: what was held for whom, until when, and what became of it. */
export function Page() {
  const t = useText();
  return (
    <ListPage
      id="planning.promises"
      title={t("planning.promises.title")}
      path="/api/v1/promises"
      live="planning.promise"
      rowId={(row) => row.id}
      rowName={(row) => row.number}
      rowTo={(row) => `planning/promises/${row.id}`}
      rowTone={(row) => (row.state === "released" || row.state === "expired" ? "quiet" : undefined)}
      columns={[
        {
          id: "number",
          header: t("planning.promise.number"),
          cell: (row) => row.number,
          sort: true,
          pinned: true,
          width: 120,
        },
        { id: "state", header: t("planning.state"), cell: (row) => <PromiseStateBadge promise={row} />, width: 130 },
        {
          id: "promisedOn",
          header: t("planning.promise.promisedOn"),
          cell: (row) => <DateText value={row.promisedOn} />,
          sort: true,
          width: 130,
        },
        { id: "itemCode", header: t("planning.item.code"), cell: (row) => row.itemCode, width: 140 },
        { id: "itemName", header: t("planning.item.name"), cell: (row) => row.itemName, width: 200 },
        {
          id: "quantity",
          header: t("planning.quantity"),
          cell: (row) => <Quantity value={row.quantity} unit={row.unit} />,
          align: "right",
          width: 100,
        },
        {
          id: "wantedOn",
          header: t("planning.promise.wantedOn"),
          cell: (row) => <DateText value={row.wantedOn} />,
          width: 130,
        },
        {
          id: "partner",
          header: t("planning.promise.partner"),
          cell: (row) => row.partnerName ?? "",
          width: 180,
        },
        {
          id: "expiresAt",
          header: t("planning.promise.expiresAt"),
          cell: (row) => <InstantText value={row.expiresAt} />,
          width: 150,
        },
        { id: "order", header: t("planning.promise.order"), cell: (row) => row.tradeNumber ?? "", width: 120 },
        {
          id: "createdAt",
          header: t("planning.promise.createdAt"),
          cell: (row) => <InstantText value={row.createdAt} />,
          sort: true,
          width: 150,
        },
      ]}
      views={[
        { id: "all", label: t("platform.all"), filters: {} },
        ...STATES.map((state) => ({ id: state, label: t(`planning.promises.${state}`), filters: { state } })),
      ]}
      filters={[
        {
          id: "state",
          label: t("planning.state"),
          kind: "choice",
          options: STATES.map((value) => ({ value, label: t(`planning.promises.${value}`) })),
        },
      ]}
      create={{ label: t("planning.when.title"), to: "planning/when", permission: "planning.promise" }}
      empty={{
        title: t("planning.promises.none"),
        hint: t("planning.promises.noneHint"),
        permission: "planning.promise",
      }}
    />
  );
}
