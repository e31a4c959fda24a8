import { Button, Group, SegmentedControl, Text } from "@mantine/core";
import { useMemo, useState } from "react";
import {
  Answered,
  type AnswerOf,
  Empty,
  formatDecimal,
  type GridColumn,
  type GridRow,
  LineGrid,
  Quantity,
  sumDecimals,
  useApi,
  useCan,
  useCommand,
  useLineGrid,
  useText,
} from "../platform/index.ts";
import { type Cause, causeOptions } from "./stocktake-words.ts";

type Line = AnswerOf<"get", "/api/v1/stocktakes/{id}/lines">["rows"][number];
type Only = "all" | "uncounted" | "different";
const PAGE = 200;
const lineOf = (row: GridRow): Line => row.data!["line"] as Line;

/** The lines of a stocktake, 200 at a time: theory beside the count, the difference as it is typed, the cause. */
export function StocktakeLines({ id, isOpen, onSaved }: { id: string; isOpen: boolean; onSaved: () => void }) {
  const t = useText();
  const [only, setOnly] = useState<Only>("all");
  const [cursor, setCursor] = useState<string | undefined>();
  const lines = useApi("/api/v1/stocktakes/{id}/lines", {
    params: {
      path: { id },
      query: { limit: PAGE, ...(only !== "all" && { only }), ...(cursor && { cursor }) },
    },
  });
  return (
    <>
      <Group justify="space-between" mb="xs">
        <SegmentedControl
          size="xs"
          value={only}
          onChange={(value) => {
            setCursor(undefined);
            setOnly(value as Only);
          }}
          data={(["all", "uncounted", "different"] as const).map((value) => ({
            value,
            label: t(`inventory.stocktake.view.${value}`),
          }))}
        />
        {isOpen && (
          <Text size="sm" c="dimmed">
            {t("inventory.stocktake.pasteHint")}
          </Text>
        )}
      </Group>
      <Answered answer={lines}>
        {(page) =>
          page.rows.length === 0 ? (
            <Empty title={t("inventory.stocktake.noLines")} hint={t("inventory.stocktake.noLinesHint")} />
          ) : (
            <CountGrid
              key={page.rows.map((row) => `${row.lineNumber}.${row.version}`).join()}
              id={id}
              rows={page.rows}
              isOpen={isOpen}
              onSaved={() => {
                void lines.refetch();
                onSaved();
              }}
            />
          )
        }
      </Answered>
      <Group mt="xs">
        {cursor && (
          <Button variant="default" size="xs" onClick={() => setCursor(undefined)}>
            {t("inventory.stocktake.first")}
          </Button>
        )}
        {lines.data?.nextCursor && (
          <Button variant="default" size="xs" onClick={() => setCursor(lines.data?.nextCursor)}>
            {t("inventory.stocktake.next", { count: PAGE })}
          </Button>
        )}
      </Group>
    </>
  );
}

function CountGrid({
  id,
  rows,
  isOpen,
  onSaved,
}: {
  id: string;
  rows: readonly Line[];
  isOpen: boolean;
  onSaved: () => void;
}) {
  const t = useText();
  const can = useCan();
  const editable = isOpen && can("inventory.move");
  const columns = useMemo<GridColumn[]>(() => countColumns(t, editable), [t, editable]);
  const initial = useMemo(
    () =>
      rows.map((row) => ({
        key: String(row.lineNumber),
        cells: {
          place: row.keeperName ? `${row.placeName}（${row.keeperName}）` : row.placeName,
          item: `${row.code} ${row.name}`,
          lot: row.lotCode ?? "",
          counted: row.counted ?? "",
          cause: row.cause ?? "",
        },
        data: { line: row },
      })),
    [rows],
  );
  const grid = useLineGrid({ columns, initial, fixedRows: true });
  const save = useCommand("post", "/api/v1/stocktakes/{id}/counts", {
    success: t("inventory.stocktake.saved"),
    placesRefusals: true,
  });
  const send = async () => {
    const read = await grid.read();
    if (!read) return;
    const changed = read.flatMap(({ row, values }) => {
      const line = lineOf(row);
      const counted = values["counted"] || null;
      const cause = (values["cause"] || null) as Cause | null;
      return counted === line.counted && cause === line.cause
        ? []
        : [{ lineNumber: line.lineNumber, counted, cause, version: line.version }];
    });
    if (changed.length === 0) return grid.settle();
    const end = await save.run({ params: { path: { id } }, body: { lines: changed } });
    if (end?.ok) {
      grid.settle();
      onSaved();
    } else if (end?.problem) {
      // Counted as they were sent; the grid counts all its rows.
      const numbers = read.map(({ row }) => lineOf(row).lineNumber);
      grid.placeRefusals(
        end.problem.errors.map((error) => {
          const [head, index, column] = (error.field ?? "").split(".");
          const sent = changed[Number(index)];
          return sent ? { ...error, field: `${head}.${numbers.indexOf(sent.lineNumber)}.${column}` } : error;
        }),
      );
    }
  };
  return (
    <>
      <LineGrid grid={grid} label={t("inventory.stocktake.lines")} />
      {editable && (
        <Button mt="xs" onClick={() => void send()} loading={save.busy} disabled={!grid.isDirty}>
          {t("inventory.stocktake.save")}
        </Button>
      )}
    </>
  );
}

function countColumns(t: ReturnType<typeof useText>, editable: boolean): GridColumn[] {
  return [
    { id: "place", header: t("inventory.place.title"), kind: "text", readOnly: true, width: 150 },
    { id: "item", header: t("inventory.item.code"), kind: "text", readOnly: true, width: 260 },
    { id: "lot", header: t("inventory.lot"), kind: "text", readOnly: true, width: 110 },
    {
      id: "theoretical",
      header: t("inventory.stocktake.theoretical"),
      kind: "computed",
      align: "right",
      width: 110,
      show: (row) => {
        const line = lineOf(row);
        return <Quantity value={line.theoretical} unit={line.unit} />;
      },
    },
    {
      id: "counted",
      header: t("inventory.stocktake.counted"),
      kind: "decimal",
      min: "0",
      readOnly: !editable,
      width: 120,
      unit: (row) => lineOf(row).unit,
    },
    {
      id: "difference",
      header: t("inventory.stocktake.difference"),
      kind: "computed",
      align: "right",
      width: 100,
      show: (row) => {
        const counted = row.cells["counted"] ?? "";
        if (!/^\d+(\.\d+)?$/.test(counted)) return "–";
        const { theoretical } = lineOf(row);
        const minus = theoretical.startsWith("-") ? theoretical.slice(1) : `-${theoretical}`;
        const difference = sumDecimals([counted, minus]);
        return Number(difference) === 0 ? "0" : <b>{formatDecimal(difference)}</b>;
      },
    },
    {
      id: "cause",
      header: t("inventory.stocktake.cause"),
      kind: "choice",
      options: causeOptions(t),
      readOnly: !editable,
      width: 170,
    },
  ];
}
