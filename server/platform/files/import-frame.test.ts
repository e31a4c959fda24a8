import { describe, expect, test } from "vitest";
import { changedColumns, readTable, type TableReading } from "../../../domain/shared/index.ts";
import { type Part, part, partTable } from "./files.fixture.ts";
import { applyImport, type ImportTarget, previewImport, type RowDecision } from "./import-frame.ts";
import type { FileForm } from "./table.worker.ts";

/** Stored parts in memory. A supplier's part needs a cost, which only the store's side can judge here. */
class PartStore implements ImportTarget<Part, PartStore, Part> {
  readonly spec = partTable;
  writes = 0;
  readonly parts: Map<string, Part>;

  constructor(...parts: Part[]) {
    this.parts = new Map(parts.map((part) => [part.code, part]));
  }

  async resolve(tx: PartStore, rows: TableReading<Part>["rows"], { isFromShiftJis }: { isFromShiftJis: boolean }) {
    return rows.map(({ values }): RowDecision<Part, Part> => {
      if (values.supply === "buy" && !values.costYen) {
        return {
          does: "problem",
          problems: [{ field: "supply", code: "COST_MISSING", values: { code: values.code } }],
        };
      }
      const stored = tx.parts.get(values.code);
      if (!stored) return { does: "insert", action: part(values.code, values) };
      const changed = changedColumns(partTable, stored, values, isFromShiftJis);
      const action = { ...stored, ...Object.fromEntries(changed.map((key) => [key, values[key]])) };
      return changed.length === 0 ? { does: "unchanged" } : { does: "update", action };
    });
  }

  async apply(tx: PartStore, actions: readonly { readonly action: Part }[]) {
    tx.writes += actions.length;
    for (const { action } of actions) tx.parts.set(action.code, action);
  }
}

const HEADER = ["品目コード", "品名", "手配", "原価"];
const source = (rows: string[][], form: FileForm = "utf8") => ({
  ...readTable(partTable, [HEADER, ...rows], "ja"),
  form,
});
const ja = { locale: "ja" } as const;

describe("an import", () => {
  const good = source([
    ["A", "フレーム", "内作", ""],
    ["B", "ハンドル", "購入", "1,200"],
    ["C", "ペダル", "", ""],
  ]);
  const bad = source([
    ["A", "フレーム", "内作", ""],
    ["B", "", "購入", "1200"],
    ["C", "ペダル", "購入 ", ""],
  ]);

  test("inserts what is new, updates what differs, leaves the rest", async () => {
    const store = new PartStore(
      part("A", { name: "フレーム", supply: "make" }),
      part("B", { name: "旧", note: "残す" }),
    );
    const result = await applyImport(store, store, good, ja);
    expect(result).toMatchObject({ inserted: 1, updated: 1, unchanged: 1, problems: [], isAccepted: true });
    expect(store.parts.get("B")).toEqual(part("B", { name: "ハンドル", supply: "buy", costYen: "1200", note: "残す" }));
  });
  test("of the same file a second time changes nothing", async () => {
    const store = new PartStore();
    await applyImport(store, store, good, ja);
    expect(store.writes).toBe(3);
    const again = await applyImport(store, store, good, ja);
    expect(again).toMatchObject({ inserted: 0, updated: 0, unchanged: 3, isAccepted: true });
    expect(store.writes).toBe(3);
  });
  test("with a bad row writes nothing and names every problem by line and cell", async () => {
    const store = new PartStore();
    const result = await applyImport(store, store, bad, ja);
    expect(result).toMatchObject({ inserted: 1, problemCount: 2, rowCount: 3, isAccepted: false });
    expect(result.problems).toMatchObject([
      { line: 3, column: "品名", cell: "", code: "CELL_REQUIRED" },
      { line: 4, column: "手配", cell: "購入 ", code: "COST_MISSING", values: { code: "C" } },
    ]);
    expect(store.writes).toBe(0);
  });
  test("takes the good rows when told so", async () => {
    const store = new PartStore();
    const result = await applyImport(store, store, bad, { ...ja, partial: true });
    expect(result).toMatchObject({ inserted: 1, problemCount: 2, isAccepted: true });
    expect([...store.parts.keys()]).toEqual(["A"]);
  });
  test("without a column it needs takes nothing, even when told to take the good rows", async () => {
    const store = new PartStore();
    const reading = readTable(partTable, [["品目コード"], ["A"]], "ja");
    const result = await applyImport(store, store, reading, { ...ja, partial: true });
    expect(result).toMatchObject({ isAccepted: false, problems: [{ code: "COLUMN_MISSING" }] });
    expect(store.writes).toBe(0);
  });
  test("that goes wrong while writing is thrown to the transaction", async () => {
    const store = new PartStore();
    store.apply = async () => {
      throw new Error("connection lost");
    };
    await expect(applyImport(store, store, good, ja)).rejects.toThrow("connection lost");
  });
  test("from Shift_JIS leaves a dash alone that the file could not hold", async () => {
    const store = new PartStore(part("A", { name: "A—1" }));
    const rows = [["A", "A―1", "", ""]];
    expect(await applyImport(store, store, source(rows, "shift_jis"), ja)).toMatchObject({ unchanged: 1 });
    expect(await applyImport(store, store, source(rows), ja)).toMatchObject({ updated: 1 });
  });
  test("stops when a target forgets a row", async () => {
    const store = new PartStore();
    store.resolve = async () => [];
    await expect(applyImport(store, store, good, ja)).rejects.toThrow("one decision per row");
  });
});

describe("a preview", () => {
  test("shows what would be done and writes nothing", async () => {
    const store = new PartStore(part("A", { name: "フレーム", supply: "make" }));
    const reading = source([
      ["A", "フレーム", "内作", ""],
      ["Ｂ", "ハンドル", "BUY", "¥1,200"],
    ]);
    const preview = await previewImport(store, store, reading, ja);
    expect(preview).toMatchObject({ inserted: 1, unchanged: 1, isAccepted: true });
    expect(preview.sample.map(({ line, does, cells }) => [line, does, cells[0], cells[4], cells[8]])).toEqual([
      [2, "unchanged", "A", "", "内作"],
      [3, "insert", "B", "1200", "購入"],
    ]);
    expect(store.writes).toBe(0);
  });
});
