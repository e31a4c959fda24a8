import { Anchor } from "@mantine/core";
import { useState } from "react";
import { DateText, ListPage, PageLink, Quantity, useApi, useLive, useText } from "../platform/index.ts";
import { ReportOf } from "./apply-report.tsx";
import { FarEndDialog, type FarEndRow } from "./far-end-dialog.tsx";

/** At the window: goods that went straight from the last member to the maker, until the maker has said what it accepts. */
export function Page() {
  const t = useText();
  const [open, setOpen] = useState<FarEndRow | null>(null);
  const groups = useApi("/api/v1/network/groups", {});
  const live = ["delivery.", "trade.", "network.farEnd", "network.group"];
  useLive(live, () => void groups.refetch());
  // Where no member may report and none has, there is nothing a column could hold.
  const hasReports = groups.data?.rows.some(
    (group) => group.isWindow && group.members.some((member) => member.farEndSince || member.reportWaits),
  );
  return (
    <>
      <ListPage
        id="network.farEnd"
        title={t("network.farEnd.title")}
        path="/api/v1/network/far-end"
        live={live}
        rowId={(row) => row.deliveryId}
        rowName={(row) => row.number}
        onOpen={setOpen}
        columns={[
          {
            id: "number",
            header: t("network.farEnd.delivery"),
            cell: (row) => (
              <Anchor component="button" size="sm" onClick={() => setOpen(row)}>
                {row.number}
              </Anchor>
            ),
            pinned: true,
            width: 130,
          },
          ...(hasReports
            ? [
                {
                  id: "report",
                  header: t("network.farEnd.reported"),
                  cell: (row: FarEndRow) => <ReportOf row={row} />,
                  width: 190,
                },
              ]
            : []),
          { id: "seller", header: t("network.farEnd.from"), cell: (row) => row.sellerName, width: 180 },
          { id: "maker", header: t("network.order.maker"), cell: (row) => row.makerName, width: 170 },
          { id: "deliverTo", header: t("network.order.deliverTo"), cell: (row) => row.deliverTo, hidden: true },
          {
            id: "order",
            header: t("network.order.outsideNumber"),
            cell: (row) => row.outsideNumber || row.orderNumber,
            width: 130,
          },
          {
            id: "chain",
            header: t("network.chain.title"),
            cell: (row) => <PageLink to={`network/chains/${row.chainId}`}>{row.chainNumber}</PageLink>,
            width: 115,
          },
          {
            id: "shippedOn",
            header: t("network.farEnd.shippedOn"),
            cell: (row) => <DateText value={row.shippedOn} relative />,
            sort: true,
            width: 150,
          },
          {
            id: "lines",
            header: t("network.farEnd.open"),
            cell: (row) =>
              row.lines.map((line) => (
                <div key={line.lineNumber}>
                  {line.code} <Quantity value={line.open} unit={line.unit} />
                </div>
              )),
          },
        ]}
        empty={{ title: t("network.farEnd.none"), hint: t("network.farEnd.noneHint") }}
      />
      {open && <FarEndDialog key={open.deliveryId} delivery={open} onClose={() => setOpen(null)} />}
    </>
  );
}
