import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changeListAddress, readListAddress, readQuery, writeListAddress, writeQuery } from "./address-state.ts";

const plain = readListAddress({});

describe("the address of a list", () => {
  test("of an untouched list is empty", () => expect(writeListAddress(plain)).toEqual({}));

  test("holds search, filters, order and place, and gives them back", () => {
    const text = fc.string({ minLength: 1, maxLength: 12 });
    const filters = fc.dictionary(fc.constantFrom("status", "partnerId", "dueFrom"), text, {
      maxKeys: 3,
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(
        text,
        text,
        text,
        fc.integer({ min: 1, max: 999 }),
        filters,
        (search, sort, cursor, page, filters) => {
          const address = { search, sort, cursor, page, filters };
          expect(readListAddress(readQuery(writeQuery(writeListAddress(address))))).toEqual(address);
        },
      ),
    );
  });

  const deep = { ...plain, cursor: "abc", page: 4, sort: "number", filters: { status: "open" } };
  test("goes back to the first page when something else is searched", () =>
    expect(changeListAddress(deep, { kind: "search", search: "鋼材" })).toMatchObject({
      cursor: "",
      page: 1,
      search: "鋼材",
    }));
  test("goes back to the first page when a filter changes, and drops an emptied one", () =>
    expect(changeListAddress(deep, { kind: "filter", id: "status", value: "" })).toMatchObject({
      cursor: "",
      filters: {},
    }));
  test("keeps everything else when the page is turned", () =>
    expect(changeListAddress(deep, { kind: "page", cursor: "def", page: 5 })).toEqual({
      ...deep,
      cursor: "def",
      page: 5,
    }));
  test("with a page number but no place begins at the beginning", () =>
    expect(readListAddress({ page: "7" }).page).toBe(1));

  test("sorts up, down, and then as the list itself does", () => {
    const sorts = ["", "", "", ""];
    let address = plain;
    sorts[0] = address.sort;
    for (let press = 1; press <= 3; press += 1) {
      address = changeListAddress(address, { kind: "sort", column: "dueOn" });
      sorts[press] = address.sort;
    }
    expect(sorts).toEqual(["", "dueOn", "-dueOn", ""]);
  });
});
