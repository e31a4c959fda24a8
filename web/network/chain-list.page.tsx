import { DateText, ListPage, Loading, Money, StateBadge, useApi, useText } from "../platform/index.ts";
import { Promised } from "./promised.tsx";
import { CHAIN_TONES } from "./words.ts";

/** Every order as one line: who is how far, and when it will be there. */
export function Page() {
  const t = useText();
  const groups = useApi("/api/v1/network/groups", {});
  if (groups.isPending) return <Loading />;
  const rows = groups.data?.rows ?? [];
  const leads = rows.some((group) => group.isWindow);
  const works = rows.some((group) => group.isMember);
  const states = ["open", "late", "done", "cancelled"].map((value) => ({
    value,
    label: t(`network.chains.filter.${value}`),
  }));
  return (
    <ListPage
      id="network.chains"
      title={t("network.chains.title")}
      path="/api/v1/network/chains"
      live={["network.", "trade.", "delivery."]}
      rowId={(row) => `${row.id}/${row.tradeId}`}
      rowName={(row) => row.number}
      rowTo={(row) => `network/chains/${row.id}`}
      rowTone={(row) => (row.state === "late" ? "late" : undefined)}
      columns={[
        { id: "number", header: t("network.chain.number"), cell: (row) => row.number, pinned: true, width: 130 },
        {
          id: "state",
          header: t("network.chain.state"),
          cell: (row) => <StateBadge tone={CHAIN_TONES[row.state]} label={t(`network.chain.state.${row.state}`)} />,
          width: 130,
        },
        { id: "partner", header: t("network.chain.partner"), cell: (row) => row.partnerName, width: 220 },
        {
          id: "outsideNumber",
          header: t("network.order.outsideNumber"),
          cell: (row) => row.outsideNumber,
          hidden: true,
        },
        {
          id: "orderedOn",
          header: t("network.order.orderedOn"),
          cell: (row) => <DateText value={row.orderedOn} />,
          sort: true,
        },
        { id: "wantedOn", header: t("network.order.wantedOn"), cell: (row) => <DateText value={row.wantedOn} /> },
        {
          id: "promisedOn",
          header: t("network.chain.promisedOn"),
          cell: (row) => <Promised of={row} />,
          width: 190,
        },
        {
          id: "progress",
          header: t("network.chain.progress"),
          cell: (row) => t("network.chain.progressOf", { done: row.doneCount, all: row.stepCount }),
          align: "right",
          width: 110,
        },
        {
          id: "total",
          header: t("network.order.total"),
          cell: (row) => <Money value={row.totalYen} />,
          align: "right",
        },
      ]}
      // One who is only the window, or only a member, is not asked in which capacity.
      {...(!(leads && works) && { options: { fixed: { as: leads ? "window" : "member" } } })}
      views={[
        { id: "all", label: t("platform.all"), filters: {} },
        ...["open", "late"].map((state) => ({
          id: state,
          label: t(`network.chains.filter.${state}`),
          filters: { state },
        })),
      ]}
      filters={[
        ...(leads && works
          ? [
              {
                id: "as",
                label: t("network.chains.as"),
                kind: "choice" as const,
                options: [
                  { value: "window", label: t("network.chains.asWindow") },
                  { value: "member", label: t("network.chains.asMember") },
                ],
              },
            ]
          : []),
        { id: "state", label: t("network.chain.state"), kind: "choice", options: states },
      ]}
      create={{ label: t("network.order.new"), to: "network/orders/new", permission: "network.dispatch" }}
      empty={{ title: t("network.chains.none"), hint: t("network.chains.noneHint") }}
    />
  );
}
