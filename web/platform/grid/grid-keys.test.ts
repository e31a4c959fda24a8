import { describe, expect, test } from "vitest";
import { gridAction, type KeyPress } from "./grid-keys.ts";

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});
const at = { row: 1, column: 1 };
const act = (key: string, more?: Partial<KeyPress>, place = at) => gridAction(press(key, more), place, 3, 4);

describe("keys in a grid", () => {
  test.each([
    { key: "ArrowUp", to: { row: 0, column: 1 } },
    { key: "ArrowDown", to: { row: 2, column: 1 } },
    { key: "ArrowRight", to: { row: 1, column: 2 } },
    { key: "Enter", to: { row: 2, column: 1 } },
    { key: "Tab", to: { row: 1, column: 2 } },
    { key: "End", to: { row: 1, column: 3 } },
    { key: "PageDown", to: { row: 2, column: 1 } },
  ])("$key moves to $to", ({ key, to }) => expect(act(key)).toEqual({ kind: "move", extend: false, to }));

  test("Tab at a row's end goes on in the next row", () =>
    expect(act("Tab", {}, { row: 0, column: 3 })).toMatchObject({ to: { row: 1, column: 0 } }));
  test("Tab behind the last cell, and back before the first, leaves the grid to the rest of the page", () => {
    expect(act("Tab", {}, { row: 2, column: 3 })).toEqual({ kind: "leave" });
    expect(act("Tab", { shiftKey: true }, { row: 0, column: 0 })).toEqual({ kind: "leave" });
  });
  test("Shift and arrows widen the selection, Shift and Enter only goes up", () => {
    expect(act("ArrowDown", { shiftKey: true })).toMatchObject({ extend: true });
    expect(act("Enter", { shiftKey: true })).toEqual({ kind: "move", extend: false, to: { row: 0, column: 1 } });
  });
  test("Ctrl or Command do as in spreadsheets", () => {
    expect(act("d", { ctrlKey: true })).toEqual({ kind: "fillDown" });
    expect(act("z", { metaKey: true })).toEqual({ kind: "undo" });
    expect(act("End", { ctrlKey: true })).toMatchObject({ to: { row: 2, column: 3 } });
  });
  test("copy, paste and letters are left to the browser", () => {
    expect([act("c", { ctrlKey: true }), act("v", { ctrlKey: true }), act("5"), act("あ")]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
