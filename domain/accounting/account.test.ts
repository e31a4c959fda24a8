import { describe, expect, test } from "vitest";
import { ACCOUNT_ROLES, accountCodeOf, defaultAccount, defaultAccountMap, defaultChart, mapRole } from "./account.ts";

describe("the default chart", () => {
  test("no two roles share a code and each code stands in the range of its section", () => {
    const accounts = defaultChart().map(({ account }) => account);
    expect(new Set(accounts.map((account) => account.code)).size).toBe(accounts.length);
    const first = { asset: "1", liability: "2", equity: "3" } as const;
    for (const { code, type, section } of accounts) {
      if (type in first) expect(code[0]).toBe(first[type as keyof typeof first]);
      if (section.startsWith("manufacturing")) expect(code[0]).toBe("6");
      if (section === "selling_and_administration") expect(code[0]).toBe("7");
    }
    expect(accounts.length).toBeGreaterThanOrEqual(110);
  });

  test("names are in both languages and differ", () => {
    for (const { account } of defaultChart()) {
      expect(account.nameJa).not.toBe("");
      expect(account.nameEn).toMatch(/^[A-Z]/);
    }
    expect(new Set(defaultChart().map(({ account }) => account.nameJa)).size).toBe(ACCOUNT_ROLES.length);
  });

  const sides = [
    { role: "bank", side: "debit" },
    { role: "payable", side: "credit" },
    { role: "salesProducts", side: "credit" },
    { role: "salesReturns", side: "debit" },
    { role: "accumulatedDepreciation", side: "credit" },
    { role: "labourApplied", side: "credit" },
    { role: "costOfProducts", side: "debit" },
  ] as const;
  test.each(sides)("$role normally stands on the $side side", ({ role, side }) =>
    expect(defaultAccount(role).normalSide).toBe(side),
  );
});

describe("a company's account map", () => {
  const map = defaultAccountMap();
  const own = { ...defaultAccount("bank"), code: "1131" };
  test("puts the company's own account behind a role and leaves the others", () => {
    const mapped = mapRole(map, "bank", own);
    expect(mapped.ok && accountCodeOf(mapped.value, "bank")).toBe("1131");
    expect(mapped.ok && accountCodeOf(mapped.value, "payable")).toBe("2130");
    expect(accountCodeOf(map, "bank")).toBe("1130");
  });
  const refused = [
    { name: "an account that is not in the chart", account: undefined, code: "ACCOUNT_UNKNOWN" },
    { name: "an account of another type", account: defaultAccount("payable"), code: "ACCOUNT_TYPE_DIFFERS" },
    { name: "an inventory account for money", account: defaultAccount("supplies"), code: "ACCOUNT_SECTION_DIFFERS" },
  ];
  test.each(refused)("refuses $name", ({ account, code }) => {
    const mapped = mapRole(map, "bank", account);
    expect(!mapped.ok && mapped.refusals[0].code).toBe(code);
  });
});
