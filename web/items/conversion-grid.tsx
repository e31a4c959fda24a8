import { Text } from "@mantine/core";
import { useMemo } from "react";
import {
  type AnswerOf,
  formatUnit,
  type GridColumn,
  LineGrid,
  useCan,
  useCommand,
  useLineGrid,
  useText,
} from "../platform/index.ts";
import { findUnits } from "./find-items.ts";
import { SaveBar } from "./save-bar.tsx";

type Item = AnswerOf<"get", "/api/v1/items/{id}">;

/** Other units the item is bought or sold in, and what one of each is in its own. */
export function ConversionGrid({ item }: { readonly item: Item }) {
  const t = useText();
  const can = useCan();
  const mayWrite = can("items.write");
  const columns = useMemo<GridColumn[]>(
    () => [
      {
        id: "unit",
        header: t("items.conversion.unit"),
        kind: "lookup",
        lookup: findUnits,
        required: true,
        readOnly: !mayWrite,
        width: 160,
      },
      {
        id: "factor",
        header: t("items.conversion.factor"),
        kind: "decimal",
        moreThan: "0",
        required: true,
        readOnly: !mayWrite,
        unit: () => item.unit,
        width: 180,
      },
    ],
    [t, mayWrite, item.unit],
  );
  const grid = useLineGrid({
    columns,
    fixedRows: !mayWrite,
    initial: item.unitConversions.map(({ unit, factor }) => ({
      key: unit,
      cells: { unit, factor },
      hits: { unit: { id: unit, code: unit, name: "" } },
    })),
  });
  const save = useCommand("put", "/api/v1/items/{id}", { success: t("items.item.saved"), placesRefusals: true });
  const send = async () => {
    const lines = await grid.read();
    if (!lines) return;
    const unitConversions = lines.map(({ values }) => ({ unit: values["unit"]!, factor: values["factor"]! }));
    const end = await save.run({ params: { path: { id: item.id } }, body: { ...item, unitConversions } });
    if (end?.ok) grid.settle();
    else if (end?.problem) grid.placeRefusals(end.problem.errors, "unitConversions");
  };
  return (
    <>
      <Text size="sm" c="dimmed" mb={6}>
        {t("items.conversion.hint", { unit: formatUnit(item.unit) })}
      </Text>
      <LineGrid grid={grid} label={t("items.item.conversions")} />
      {mayWrite && <SaveBar busy={save.busy || grid.isReading} isDirty={grid.isDirty} onSave={() => void send()} />}
    </>
  );
}
