import { describe, expect, test } from "vitest";
import { bodyOf, checkForm, type FormField, valuesFrom } from "./form-fields.ts";

const fields: readonly FormField[] = [
  { name: "code", label: "コード", kind: "code", required: true },
  { name: "price", label: "単価", kind: "decimal", min: "0" },
  { name: "leadTimeDays", label: "納入日数", kind: "integer" },
  { name: "validFrom", label: "適用日", kind: "date" },
  { name: "isLotTracked", label: "ロット管理", kind: "switch" },
  { name: "roles", label: "役割", kind: "choices", options: [] },
  { name: "address.postalCode", label: "郵便番号", kind: "text" },
  { name: "lotNote", label: "ロット備考", kind: "note", when: (values) => values["isLotTracked"] === true },
];

describe("a form", () => {
  test("begins with the record's values, empty where there are none", () =>
    expect(
      valuesFrom(fields, {
        code: "A",
        price: "12.5",
        leadTimeDays: 3,
        validFrom: null,
        address: { postalCode: "100" },
      }),
    ).toEqual({
      code: "A",
      price: "12.5",
      leadTimeDays: "3",
      validFrom: "",
      isLotTracked: false,
      roles: [],
      "address.postalCode": "100",
      lotNote: "",
    }));

  test("sends exact figures, whole numbers as numbers, nothing as null, and objects inside", () => {
    const values = {
      ...valuesFrom(fields),
      code: "Ａ－１",
      price: "1,200.50",
      leadTimeDays: "3",
      validFrom: "令和8年12月1日",
    };
    expect(bodyOf(fields, { ...values, "address.postalCode": "100-0001" }, "ja")).toEqual({
      code: "A-1",
      price: "1200.5",
      leadTimeDays: 3,
      validFrom: "2026-12-01",
      isLotTracked: false,
      roles: [],
      address: { postalCode: "100-0001" },
    });
  });

  test("leaves out what its other answers make meaningless", () => {
    expect(bodyOf(fields, valuesFrom(fields), "ja")).not.toHaveProperty("lotNote");
    expect(bodyOf(fields, valuesFrom(fields, { isLotTracked: true, lotNote: "x" }), "ja")).toHaveProperty(
      "lotNote",
      "x",
    );
  });

  test("says at each field what is wrong with it", () =>
    expect(checkForm(fields, { ...valuesFrom(fields), price: "-1", leadTimeDays: "1.5" }, "ja")).toMatchObject({
      code: { code: "CELL_REQUIRED" },
      price: { code: "NUMBER_TOO_SMALL" },
      leadTimeDays: { code: "NUMBER_NOT_WHOLE" },
    }));
});
