import { expect, test } from "vitest";
import { loadSample, type MasterRows, type SampleProgress, type SampleTarget } from "./load-sample.ts";
import { buildProcessingSample } from "./processing/processing-sample.ts";
import type { RegionSample } from "./records.ts";
import { buildRegionSample } from "./region/region-sample.ts";
import { SOURCE } from "./region/source.fixture.ts";

/** Accepts a row only when everything it refers to is there already, as the product's import does. */
class StrictTarget implements SampleTarget {
  readonly known = new Set<string>();
  readonly loaded: Record<string, number> = {};

  private need(...keys: readonly (string | null)[]) {
    for (const key of keys) if (key !== null && !this.known.has(key)) throw new Error(`unknown ${key}`);
  }
  private count(kind: string, rows: number) {
    this.loaded[kind] = (this.loaded[kind] ?? 0) + rows;
  }
  async foundCompany({ code }: { code: string }) {
    this.known.add(code);
    this.count("companies", 1);
  }
  async addUser(user: RegionSample["users"][number]) {
    this.need(...user.memberships.map(({ companyCode }) => companyCode));
    this.count("users", 1);
  }
  async importMaster<Name extends keyof MasterRows>(company: string, master: Name, rows: MasterRows[Name]) {
    this.need(company);
    const at = (kind: string, code: string | null) => (code === null ? null : `${company}/${kind}/${code}`);
    for (const row of rows as readonly object[] as readonly Record<string, unknown>[]) {
      const text = (name: string) => (row[name] ?? null) as string | null;
      this.need(at("partners", text("partnerCode")), at("partners", text("purchasePartnerCode")));
      this.need(at("units", text("unit")), at("units", text("purchaseUnit")), at("calendars", text("calendarCode")));
      this.need(at("workCenters", text("workCenterCode")), at("partners", text("subcontractPartnerCode")));
      if (master !== "items")
        this.need(at("items", text("itemCode")), at("items", text("parentCode")), at("items", text("componentCode")));
      if (text("code") !== null) this.known.add(at(master, text("code"))!);
    }
    this.count(master, rows.length);
  }
  async linkPartners(company: string, other: string) {
    this.need(`${company}/partners/${other}`, `${other}/partners/${company}`);
    this.known.add(`${company}=${other}`).add(`${other}=${company}`);
    this.count("links", 1);
  }
  async agree(agreement: RegionSample["agreements"][number]) {
    const { sellerCompanyCode: seller, buyerCompanyCode: buyer, lines } = agreement;
    if (buyer !== null) this.need(`${seller}=${buyer}`);
    for (const line of lines)
      this.need(`${seller}/items/${line.sellerItemCode}`, buyer && `${buyer}/items/${line.buyerItemCode}`);
    this.count("agreements", 1);
  }
  async foundGroup({ windowCompanyCode, members }: RegionSample["group"]) {
    this.need(windowCompanyCode, ...members.map(({ companyCode }) => companyCode));
    this.known.add("group");
  }
  async addDispatchRules(window: string, rules: RegionSample["dispatchRules"]) {
    this.need("group", ...rules.map(({ itemCode }) => `${window}/items/${itemCode}`));
    this.count("dispatchRules", rules.length);
  }
  async addPurchaseHistory(company: string, rows: readonly { itemCode: string; partnerCode: string }[]) {
    for (const row of rows) this.need(`${company}/items/${row.itemCode}`, `${company}/partners/${row.partnerCode}`);
    this.count("purchaseHistory", rows.length);
  }
  async openBooks(company: string, _openingOn: string, stock: readonly { itemCode: string; placeCode: string }[]) {
    for (const row of stock) this.need(`${company}/items/${row.itemCode}`, `${company}/places/${row.placeCode}`);
    this.known.add(`${company}/books`);
    this.count("openings", 1);
  }
  async importSalesOrders(company: string, orders: RegionSample["salesOrders"]) {
    this.need(`${company}/books`);
    for (const { buyerPartnerCode, lines } of orders) {
      this.need(
        `${company}/partners/${buyerPartnerCode}`,
        ...lines.map(({ itemCode }) => `${company}/items/${itemCode}`),
      );
    }
    this.count("orders", orders.length);
  }
}

const samples = [buildRegionSample(SOURCE, "2026-11-24"), buildProcessingSample("2026-11-24")];

test.each(samples.map((sample) => ({ name: sample.code, sample })))(
  "$name loads in an order in which every row finds what it refers to",
  async ({ sample }) => {
    const target = new StrictTarget();
    await loadSample(sample, target);
    expect(target.loaded["companies"]).toBe(sample.companies.length);
    expect(target.loaded["agreements"]).toBe(sample.agreements.length);
    expect(target.loaded["openings"]).toBe(sample.companies.length);
    expect(target.loaded["orders"]).toBe(sample.salesOrders.length);
  },
);

test("progress never goes back and ends at all rows", async () => {
  const reports: SampleProgress[] = [];
  await loadSample(samples[0]!, new StrictTarget(), (progress) => reports.push(progress));
  reports.reduce((before, report) => {
    expect(report.doneRows).toBeGreaterThan(before);
    return report.doneRows;
  }, 0);
  expect(reports.at(-1)!.doneRows).toBe(reports.at(-1)!.totalRows);
});

test("a task that fails stops the loading there", async () => {
  const target = new StrictTarget();
  target.foundGroup = async () => {
    throw new Error("disk full");
  };
  await expect(loadSample(samples[0]!, target)).rejects.toThrow("disk full");
  expect(target.loaded["orders"]).toBeUndefined();
});
