import { Alert } from "@mantine/core";
import { useMemo, useState } from "react";
import {
  Answered,
  type AnswerOf,
  type GridColumn,
  type GridRow,
  Icon,
  LineGrid,
  useApi,
  useCan,
  useCommand,
  useLineGrid,
  useText,
} from "../platform/index.ts";
import { findAnyItem } from "./find-items.ts";
import { billLineKindOptions } from "./item-words.ts";
import { SaveBar } from "./save-bar.tsx";

type Bill = AnswerOf<"get", "/api/v1/items/{id}/bill-of-material">;

/** The components of an item, typed or pasted from a spreadsheet and saved at once. */
export function BillGrid({ itemId }: { readonly itemId: string }) {
  const bill = useApi("/api/v1/items/{id}/bill-of-material", { params: { path: { id: itemId } } });
  return <Answered answer={bill}>{(data) => <Editor key={data.version} bill={data} />}</Answered>;
}

function Editor({ bill }: { readonly bill: Bill }) {
  const t = useText();
  const can = useCan();
  const mayWrite = can("items.write");
  const [trouble, setTrouble] = useState<readonly string[]>([]);
  const columns = useMemo<GridColumn[]>(() => {
    const readOnly = !mayWrite;
    return [
      {
        id: "componentItemId",
        header: t("items.bill.component"),
        kind: "lookup",
        lookup: findAnyItem,
        required: true,
        readOnly,
        width: 250,
      },
      {
        id: "quantity",
        header: t("items.bill.quantity"),
        kind: "decimal",
        moreThan: "0",
        required: true,
        readOnly,
        unit: (row) => row.hits?.["componentItemId"]?.data?.["unit"] as string,
        width: 130,
      },
      {
        id: "scrapRate",
        header: t("items.bill.scrapRate"),
        kind: "decimal",
        min: "0",
        initial: "0",
        readOnly,
        width: 100,
      },
      { id: "operationNumber", header: t("items.bill.operation"), kind: "integer", min: "1", readOnly, width: 90 },
      { id: "validFrom", header: t("items.validFrom"), kind: "date", readOnly, width: 140 },
      { id: "validTo", header: t("items.validTo"), kind: "date", readOnly, width: 140 },
      { id: "note", header: t("items.item.note"), kind: "text", maxLength: 400, readOnly, width: 150 },
      {
        id: "kind",
        header: t("items.bill.kind"),
        kind: "choice",
        options: billLineKindOptions(t),
        initial: "component",
        readOnly,
        width: 110,
      },
    ];
  }, [t, mayWrite]);
  const grid = useLineGrid({ columns, initial: bill.lines.map(toRow), fixedRows: !mayWrite });
  const save = useCommand("put", "/api/v1/items/{id}/bill-of-material", {
    success: t("items.bill.saved"),
    placesRefusals: true,
  });
  const send = async () => {
    const lines = await grid.read();
    if (!lines) return;
    setTrouble([]);
    const end = await save.run({
      params: { path: { id: bill.itemId } },
      body: {
        version: bill.version,
        lines: lines.map(({ values }) => ({
          componentItemId: values["componentItemId"]!,
          kind: values["kind"] === "by_product" ? ("by_product" as const) : ("component" as const),
          quantity: values["quantity"]!,
          scrapRate: values["scrapRate"] || "0",
          operationNumber: values["operationNumber"] ? Number(values["operationNumber"]) : null,
          validFrom: values["validFrom"] || null,
          validTo: values["validTo"] || null,
          note: values["note"] ?? "",
        })),
      },
    });
    if (end?.ok) grid.settle();
    else if (end?.problem) {
      grid.placeRefusals(end.problem.errors);
      // A circle concerns more than its cell: the whole chain is shown above the grid too.
      setTrouble(end.problem.errors.filter(({ code }) => code === "BOM_CYCLIC").map(({ detail }) => detail));
    }
  };
  return (
    <>
      {trouble.map((sentence) => (
        <Alert key={sentence} color="red" icon={<Icon name="alert" />} mb="sm" role="alert">
          {sentence}
        </Alert>
      ))}
      <p className="quiet">{t("items.bill.kindHint")}</p>
      <LineGrid grid={grid} label={t("items.item.billOfMaterial")} />
      {mayWrite && <SaveBar busy={save.busy || grid.isReading} isDirty={grid.isDirty} onSave={() => void send()} />}
    </>
  );
}

function toRow(line: Bill["lines"][number]): GridRow {
  return {
    key: line.id,
    cells: {
      componentItemId: line.componentCode,
      kind: line.kind,
      quantity: line.quantity,
      scrapRate: line.scrapRate,
      operationNumber: line.operationNumber === null ? "" : String(line.operationNumber),
      validFrom: line.validFrom ?? "",
      validTo: line.validTo ?? "",
      note: line.note,
    },
    hits: {
      componentItemId: {
        id: line.componentItemId,
        code: line.componentCode,
        name: line.componentName,
        detail: line.componentSpecification,
        data: { unit: line.unit },
      },
    },
  };
}
