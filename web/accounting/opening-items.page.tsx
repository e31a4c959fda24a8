import { DateText, ListPage, Money, StateBadge, useText } from "../platform/index.ts";
import { OPENING_STATES, OPENING_TONES } from "./words.tsx";

/** 引継残高: what was open before a link, proposed and agreed. */
export function Page() {
  const t = useText();
  return (
    <ListPage
      id="accounting.openingItems"
      title={t("accounting.openingItems.title")}
      path="/api/v1/opening-items"
      live="accounting.opening_item."
      rowId={(row) => row.id}
      rowName={(row) => row.number}
      rowTo={(row) => `accounting/opening-items/${row.id}`}
      create={{
        label: t("accounting.openingItem.propose"),
        to: "accounting/opening-items/new",
        permission: "accounting.write",
      }}
      above={<p className="quiet">{t("accounting.openingItems.hint")}</p>}
      views={[
        { id: "all", label: t("platform.all"), filters: {} },
        { id: "waiting", label: t("accounting.openingItems.waiting"), filters: { waiting: "true" } },
      ]}
      filters={[
        {
          id: "state",
          label: t("accounting.invoice.state"),
          kind: "choice",
          options: OPENING_STATES.map((state) => ({ value: state, label: t(`accounting.openingItem.${state}`) })),
        },
      ]}
      columns={[
        {
          id: "number",
          header: t("accounting.openingItem.number"),
          cell: (row) => row.number,
          sort: true,
          pinned: true,
          width: 160,
        },
        { id: "partner", header: t("accounting.entry.partner"), cell: (row) => row.partnerName, width: 200 },
        {
          id: "side",
          header: t("accounting.openingItem.side"),
          cell: (row) => t(`accounting.openingItem.side.${row.side}`),
          width: 100,
        },
        {
          id: "amountYen",
          header: t("accounting.entry.amount"),
          cell: (row) => <Money value={row.amountYen} />,
          sort: true,
          align: "right",
          width: 130,
        },
        {
          id: "state",
          header: t("accounting.invoice.state"),
          cell: (row) => (
            <StateBadge tone={OPENING_TONES[row.state]} label={t(`accounting.openingItem.${row.state}`)} />
          ),
          width: 170,
        },
        {
          id: "by",
          header: t("accounting.openingItem.by"),
          cell: (row) => (row.isMine ? t("accounting.openingItem.us") : row.partnerName),
          width: 200,
        },
        {
          id: "dueOn",
          header: t("accounting.invoice.dueOn"),
          cell: (row) => <DateText value={row.dueOn} />,
          sort: true,
          width: 150,
        },
      ]}
      empty={{ title: t("accounting.openingItems.none"), hint: t("accounting.openingItems.noneHint") }}
    />
  );
}
