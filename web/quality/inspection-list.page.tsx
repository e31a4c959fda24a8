import { DateText, ListPage, Quantity, StateBadge, useText } from "../platform/index.ts";
import { kindOptions, STATE_TONES, stateOptions } from "./words.ts";

/** Every inspection: those still to be done first, then the newest. */
export function Page() {
  const t = useText();
  return (
    <ListPage
      id="quality.inspections"
      title={t("quality.inspections.title")}
      path="/api/v1/inspections"
      live="quality.inspection"
      rowId={(row) => row.id}
      rowName={(row) => row.number}
      rowTo={(row) => `quality/inspections/${row.id}`}
      columns={[
        {
          id: "number",
          header: t("quality.inspection.number"),
          cell: (row) => row.number,
          sort: true,
          pinned: true,
          width: 130,
        },
        {
          id: "state",
          header: t("quality.state.label"),
          cell: (row) => <StateBadge tone={STATE_TONES[row.state]} label={t(`quality.state.${row.state}`)} />,
          width: 140,
        },
        { id: "kind", header: t("quality.kind.label"), cell: (row) => t(`quality.kind.${row.kind}`), width: 110 },
        { id: "code", header: t("quality.item.code"), cell: (row) => row.code, width: 150 },
        { id: "name", header: t("quality.item.name"), cell: (row) => row.name },
        {
          id: "from",
          header: t("quality.inspection.from"),
          cell: (row) => [row.deliveryNumber ?? row.workOrderNumber, row.partnerName].filter(Boolean).join(" "),
          width: 200,
        },
        {
          id: "quantity",
          header: t("quality.inspection.quantity"),
          cell: (row) => <Quantity value={row.quantity} unit={row.unit} />,
          align: "right",
          width: 110,
        },
        {
          id: "rejected",
          header: t("quality.rejected"),
          cell: (row) => <Quantity value={row.rejected} unit={row.unit} />,
          align: "right",
          width: 110,
        },
        {
          id: "inspectedOn",
          header: t("quality.inspectedOn"),
          cell: (row) => (row.inspectedOn ? <DateText value={row.inspectedOn} /> : "–"),
          sort: true,
          width: 140,
        },
      ]}
      views={[
        { id: "all", label: t("platform.all"), filters: {} },
        { id: "open", label: t("quality.inspections.open"), filters: { state: "open" } },
      ]}
      filters={[
        { id: "state", label: t("quality.state.label"), kind: "choice", options: stateOptions(t) },
        { id: "kind", label: t("quality.kind.label"), kind: "choice", options: kindOptions(t) },
        { id: "inspected", label: t("quality.inspectedOn"), kind: "days" },
      ]}
      empty={{ title: t("quality.inspections.none"), hint: t("quality.inspections.noneHint") }}
    />
  );
}
