import { DateText, ListPage, useText } from "../platform/index.ts";
import { AgreementState } from "./words.tsx";

/** Agreements and price lists, in force and proposed. */
export function Page() {
  const t = useText();
  return (
    <ListPage
      id="agreements.agreements"
      title={t("agreements.title")}
      path="/api/v1/agreements"
      live="agreements."
      rowId={(row) => row.id}
      rowName={(row) => row.name}
      rowTo={(row) => `agreements/${row.id}`}
      columns={[
        {
          id: "partner",
          header: t("agreements.partner"),
          cell: (row) => row.partnerName,
          sort: "partnerName",
          pinned: true,
        },
        { id: "name", header: t("agreements.name"), cell: (row) => row.name, sort: true },
        { id: "side", header: t("agreements.side"), cell: (row) => t(`agreements.side.${row.mySide}`), width: 90 },
        {
          id: "state",
          header: t("agreements.state"),
          cell: (row) => <AgreementState state={row.state} isMine={row.isMyProposal} />,
          sort: true,
          width: 160,
        },
        { id: "version", header: t("agreements.version"), cell: (row) => row.versionNumber, align: "right", width: 70 },
        {
          id: "validFrom",
          header: t("agreements.validFrom"),
          cell: (row) => <DateText value={row.validFrom} />,
          sort: true,
          width: 140,
        },
        { id: "endedOn", header: t("agreements.endedOn"), cell: (row) => <DateText value={row.endedOn} />, width: 140 },
        {
          id: "bookedAt",
          header: t("agreements.bookedAt"),
          cell: (row) => t(`agreements.bookedAt.${row.bookedAt}`),
          width: 110,
        },
        { id: "itemCount", header: t("agreements.items"), cell: (row) => row.itemCount, align: "right", width: 80 },
        {
          id: "unmapped",
          header: t("agreements.unmapped"),
          cell: (row) => (row.unmappedCount > 0 ? row.unmappedCount : ""),
          align: "right",
          width: 110,
        },
      ]}
      views={[
        { id: "active", label: t("agreements.state.active"), filters: { state: "active" } },
        { id: "proposed", label: t("agreements.view.proposed"), filters: { state: "proposed" } },
        { id: "all", label: t("platform.all"), filters: {} },
      ]}
      filters={[
        {
          id: "side",
          label: t("agreements.side"),
          kind: "choice",
          options: ["seller", "buyer"].map((value) => ({ value, label: t(`agreements.side.${value}`) })),
        },
        {
          id: "state",
          label: t("agreements.state"),
          kind: "choice",
          options: ["proposed", "active", "declined", "ended"].map((value) => ({
            value,
            label: t(`agreements.state.${value}`),
          })),
        },
      ]}
      create={{ label: t("agreements.new"), to: "agreements/new", permission: "agreements.write" }}
      formPath="/api/v1/price-lists/export"
      importTo="agreements/import"
      importPermission="agreements.write"
      empty={{ title: t("agreements.none"), hint: t("agreements.noneHint") }}
    />
  );
}
