import { describe, expect, test } from "vitest";
import { moveColumn, NO_CHOICE, visibleColumns } from "./column-layout.ts";

const columns = [{ id: "number", pinned: true }, { id: "partner" }, { id: "dueOn" }, { id: "note", hidden: true }];
const ids = (choice = NO_CHOICE) => visibleColumns(columns, choice).columns.map(({ id }) => id);

describe("the columns of a list", () => {
  test("come as the list has them until somebody chooses", () => expect(ids()).toEqual(["number", "partner", "dueOn"]));
  test("that were hidden can be shown", () =>
    expect(ids({ ...NO_CHOICE, shown: { note: true } })).toEqual(["number", "partner", "dueOn", "note"]));
  test("that are pinned stand first", () =>
    expect(visibleColumns(columns, { ...NO_CHOICE, pinned: { dueOn: true } })).toMatchObject({
      pinnedCount: 2,
      columns: [{ id: "number" }, { id: "dueOn" }, { id: "partner" }],
    }));
  test("move by one place and stop at the end", () => {
    const moved = moveColumn(columns, NO_CHOICE, "dueOn", -1);
    expect(ids(moved)).toEqual(["number", "dueOn", "partner"]);
    expect(moveColumn(columns, moved, "note", 1)).toBe(moved);
  });
  test("the list gained since the choice still appear", () =>
    expect(
      visibleColumns([...columns, { id: "stock" }], moveColumn(columns, NO_CHOICE, "dueOn", -1)).columns.map(
        ({ id }) => id,
      ),
    ).toContain("stock"));
});
