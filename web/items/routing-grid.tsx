import { useMemo } from "react";
import { findPartners } from "../parties/index.ts";
import {
  Answered,
  type AnswerOf,
  type GridColumn,
  type GridRow,
  LineGrid,
  type LookupHit,
  StateBadge,
  useApi,
  useCan,
  useCommand,
  useLineGrid,
  useText,
} from "../platform/index.ts";
import { findItems, findWorkCenters } from "./find-items.ts";
import { SaveBar } from "./save-bar.tsx";

type Routing = AnswerOf<"get", "/api/v1/items/{id}/routing">;
const findProcessing = findItems({ category: "processing" });

/** The operations of an item: each at an own work centre or by a partner. */
export function RoutingGrid({ itemId }: { readonly itemId: string }) {
  const routing = useApi("/api/v1/items/{id}/routing", { params: { path: { id: itemId } } });
  return <Answered answer={routing}>{(data) => <Editor key={data.version} routing={data} />}</Answered>;
}

function Editor({ routing }: { readonly routing: Routing }) {
  const t = useText();
  const can = useCan();
  const mayWrite = can("items.write");
  const columns = useMemo<GridColumn[]>(() => {
    const readOnly = !mayWrite;
    const label = (name: string) => t(`items.operation.${name}`);
    const yesNo = [
      { value: "false", label: t("items.no") },
      { value: "true", label: t("items.yes") },
    ];
    return [
      {
        id: "operationNumber",
        header: label("number"),
        kind: "integer",
        min: "1",
        required: true,
        readOnly,
        width: 70,
      },
      { id: "name", header: label("name"), kind: "text", required: true, readOnly, width: 160 },
      {
        id: "workCenterId",
        header: label("workCenter"),
        kind: "lookup",
        lookup: findWorkCenters,
        readOnly,
        width: 170,
      },
      {
        id: "setupMinutes",
        header: label("setupMinutes"),
        kind: "decimal",
        min: "0",
        initial: "0",
        readOnly,
        width: 90,
      },
      {
        id: "runMinutesPerUnit",
        header: label("runMinutes"),
        kind: "decimal",
        min: "0",
        initial: "0",
        readOnly,
        width: 100,
      },
      { id: "yield", header: t("items.item.yield"), kind: "decimal", moreThan: "0", initial: "1", readOnly, width: 90 },
      {
        id: "subcontractPartnerId",
        header: label("partner"),
        kind: "lookup",
        lookup: findPartners.suppliers,
        readOnly,
        width: 170,
      },
      {
        id: "subcontractItemId",
        header: label("partnerItem"),
        kind: "lookup",
        lookup: findProcessing,
        readOnly,
        width: 150,
      },
      {
        id: "subcontractLeadTimeDays",
        header: label("partnerDays"),
        kind: "integer",
        min: "0",
        initial: "0",
        readOnly,
        width: 90,
      },
      {
        id: "needsInspection",
        header: label("inspection"),
        kind: "choice",
        options: yesNo,
        initial: "false",
        readOnly,
        width: 80,
      },
      { id: "validFrom", header: t("items.validFrom"), kind: "date", readOnly, width: 140 },
      { id: "validTo", header: t("items.validTo"), kind: "date", readOnly, width: 140 },
      {
        id: "derived",
        header: label("origin"),
        kind: "computed",
        show: (row) => (row.data?.["isDerived"] ? <StateBadge tone="draft" label={label("derived")} /> : null),
        width: 90,
      },
    ];
  }, [t, mayWrite]);
  const grid = useLineGrid({ columns, initial: routing.operations.map(toRow), fixedRows: !mayWrite });
  const save = useCommand("put", "/api/v1/items/{id}/routing", {
    success: t("items.routing.saved"),
    placesRefusals: true,
  });
  const send = async () => {
    const lines = await grid.read();
    if (!lines) return;
    const end = await save.run({
      params: { path: { id: routing.itemId } },
      body: {
        version: routing.version,
        operations: lines.map(({ values }) => ({
          operationNumber: Number(values["operationNumber"]),
          name: values["name"]!,
          workCenterId: values["workCenterId"] || null,
          setupMinutes: values["setupMinutes"] || "0",
          runMinutesPerUnit: values["runMinutesPerUnit"] || "0",
          yield: values["yield"] || "1",
          subcontractPartnerId: values["subcontractPartnerId"] || null,
          subcontractItemId: values["subcontractItemId"] || null,
          subcontractLeadTimeDays: Number(values["subcontractLeadTimeDays"] || 0),
          needsInspection: values["needsInspection"] === "true",
          validFrom: values["validFrom"] || null,
          validTo: values["validTo"] || null,
        })),
      },
    });
    if (end?.ok) grid.settle();
    else if (end?.problem) grid.placeRefusals(end.problem.errors, "operations");
  };
  return (
    <>
      <LineGrid grid={grid} label={t("items.item.routing")} />
      {mayWrite && <SaveBar busy={save.busy || grid.isReading} isDirty={grid.isDirty} onSave={() => void send()} />}
    </>
  );
}

function toRow(operation: Routing["operations"][number]): GridRow {
  const hits: Record<string, LookupHit> = {};
  const hit = (column: string, id: string | null, code: string | null, name: string | null) => {
    if (id && code) hits[column] = { id, code, name: name ?? "" };
    return code ?? "";
  };
  return {
    key: operation.id,
    data: { isDerived: operation.isDerived },
    hits,
    cells: {
      operationNumber: String(operation.operationNumber),
      name: operation.name,
      workCenterId: hit("workCenterId", operation.workCenterId, operation.workCenterCode, operation.workCenterName),
      setupMinutes: operation.setupMinutes,
      runMinutesPerUnit: operation.runMinutesPerUnit,
      yield: operation.yield,
      subcontractPartnerId: hit(
        "subcontractPartnerId",
        operation.subcontractPartnerId,
        operation.subcontractPartnerCode,
        operation.subcontractPartnerName,
      ),
      subcontractItemId: hit("subcontractItemId", operation.subcontractItemId, operation.subcontractItemCode, null),
      subcontractLeadTimeDays: String(operation.subcontractLeadTimeDays),
      needsInspection: String(operation.needsInspection),
      validFrom: operation.validFrom ?? "",
      validTo: operation.validTo ?? "",
    },
  };
}
