import type {
  AgreementRow,
  BillOfMaterialRow,
  CalendarRow,
  CompanyRow,
  DispatchRuleRow,
  FloorPersonRow,
  GroupRow,
  ItemRow,
  OpeningStockRow,
  PartnerRow,
  PlaceRow,
  PurchaseHistoryRow,
  RegionSample,
  RoutingOperationRow,
  SalesOrderRow,
  SupplierPriceRow,
  UnitRow,
  UserRow,
  WorkCenterRow,
} from "./records.ts";

/** Masters a company imports, in an order in which every row finds what it refers to. */
export interface MasterRows {
  readonly units: readonly UnitRow[];
  readonly calendars: readonly CalendarRow[];
  readonly workCenters: readonly WorkCenterRow[];
  readonly partners: readonly PartnerRow[];
  readonly places: readonly PlaceRow[];
  readonly items: readonly ItemRow[];
  readonly billOfMaterialLines: readonly BillOfMaterialRow[];
  readonly routingOperations: readonly RoutingOperationRow[];
  readonly supplierPrices: readonly SupplierPriceRow[];
  readonly floorPersons: readonly FloorPersonRow[];
}
export const MASTER_ORDER = [
  "units",
  "calendars",
  "workCenters",
  "partners",
  "places",
  "items",
  "billOfMaterialLines",
  "routingOperations",
  "supplierPrices",
  "floorPersons",
] as const satisfies readonly (keyof MasterRows)[];
export type MasterName = (typeof MASTER_ORDER)[number];

/** What each master is called in the lines of progress. */
const MASTER_WORDS: Readonly<Record<MasterName, { readonly ja: string; readonly en: string }>> = {
  units: { ja: "単位", en: "units" },
  calendars: { ja: "稼働カレンダー", en: "calendars" },
  workCenters: { ja: "作業区", en: "work centres" },
  partners: { ja: "取引先", en: "partners" },
  places: { ja: "置場", en: "places" },
  items: { ja: "品目", en: "items" },
  billOfMaterialLines: { ja: "部品表", en: "bills of material" },
  routingOperations: { ja: "工程", en: "routings" },
  supplierPrices: { ja: "仕入単価", en: "supplier prices" },
  floorPersons: { ja: "作業者", en: "people on the floor" },
};

/** Where a sample goes: the product's own import and services, acting as the company named. */
export interface SampleTarget {
  foundCompany(company: CompanyRow): Promise<void>;
  addUser(user: UserRow): Promise<void>;
  importMaster<Name extends MasterName>(companyCode: string, master: Name, rows: MasterRows[Name]): Promise<void>;
  /** links the two cards of a pair, both sides agreeing */
  linkPartners(companyCode: string, otherCompanyCode: string): Promise<void>;
  foundGroup(group: GroupRow): Promise<void>;
  /** proposes and, where the other side is on the platform, accepts */
  agree(agreement: AgreementRow): Promise<void>;
  addDispatchRules(windowCompanyCode: string, rules: readonly DispatchRuleRow[]): Promise<void>;
  addPurchaseHistory(companyCode: string, rows: readonly PurchaseHistoryRow[]): Promise<void>;
  openBooks(companyCode: string, openingOn: string, stock: readonly OpeningStockRow[], cashYen: bigint): Promise<void>;
  importSalesOrders(companyCode: string, orders: readonly SalesOrderRow[]): Promise<void>;
}

export interface SampleProgress {
  readonly sample: string;
  readonly doneRows: number;
  readonly totalRows: number;
  /** what was just loaded, in both languages */
  readonly ja: string;
  readonly en: string;
}

interface Task {
  readonly ja: string;
  readonly en: string;
  readonly rowCount: number;
  run(target: SampleTarget): Promise<void>;
}

/**
 * Loads a sample: companies and users, each company's masters, links and agreements, the group with its rules, settled
 * purchases, opening books, and at last the maker's orders. One task after the other, so that the target may keep one
 * transaction per task and a broken start can be told by its last report.
 */
export async function loadSample(
  sample: RegionSample,
  target: SampleTarget,
  report: (progress: SampleProgress) => void = () => {},
): Promise<void> {
  const tasks = loadTasks(sample);
  const totalRows = tasks.reduce((sum, { rowCount }) => sum + rowCount, 0);
  let doneRows = 0;
  for (const task of tasks) {
    await task.run(target);
    doneRows += task.rowCount;
    report({ sample: sample.code, doneRows, totalRows, ja: task.ja, en: task.en });
  }
}

function loadTasks(sample: RegionSample): Task[] {
  const { companies, group, agreements, users, dispatchRules, salesOrders, openingOn } = sample;
  const window = group.windowCompanyCode;
  const each = <Row>(rows: readonly Row[], task: (row: Row) => Task): Task[] => rows.map(task);
  const tasks = [
    ...each(companies, ({ company }) => ({
      ja: `${company.name}：会社`,
      en: `${company.nameEn}: company`,
      rowCount: 1,
      run: (target) => target.foundCompany(company),
    })),
    ...each(users, (user) => ({
      ja: `利用者 ${user.email}`,
      en: `user ${user.email}`,
      rowCount: 1,
      run: (target) => target.addUser(user),
    })),
    ...companies.flatMap((rows) =>
      each(MASTER_ORDER, (master) => ({
        ja: `${rows.company.name}：${MASTER_WORDS[master].ja}`,
        en: `${rows.company.nameEn}: ${MASTER_WORDS[master].en}`,
        rowCount: rows[master].length,
        run: (target) => target.importMaster(rows.company.code, master, rows[master]),
      })),
    ),
    ...each(linkedPairs(sample), ([one, other]) => ({
      ja: `取引先の連携 ${one}・${other}`,
      en: `partners linked: ${one}, ${other}`,
      rowCount: 1,
      run: (target) => target.linkPartners(one, other),
    })),
    ...each(agreements, (agreement) => ({
      ja: agreement.name,
      en: `agreement of ${agreement.sellerCompanyCode} and ${agreement.buyerCompanyCode ?? agreement.buyerPartnerCode}`,
      rowCount: agreement.lines.length,
      run: (target) => target.agree(agreement),
    })),
    ...each([group], () => ({
      ja: group.name,
      en: group.nameEn,
      rowCount: group.members.length,
      run: (target) => target.foundGroup(group),
    })),
    ...each([dispatchRules], () => ({
      ja: "振り分けルール",
      en: "dispatch rules",
      rowCount: dispatchRules.length,
      run: (target) => target.addDispatchRules(window, dispatchRules),
    })),
    ...companies.flatMap(({ company, purchaseHistory, openingStock, openingCashYen }) => [
      ...each(purchaseHistory.length > 0 ? [company] : [], () => ({
        ja: `${company.name}：過去の購買`,
        en: `${company.nameEn}: settled purchases`,
        rowCount: purchaseHistory.length,
        run: (target) => target.addPurchaseHistory(company.code, purchaseHistory),
      })),
      ...each([company], () => ({
        ja: `${company.name}：期首残高`,
        en: `${company.nameEn}: opening books`,
        rowCount: openingStock.length + 1,
        run: (target) => target.openBooks(company.code, openingOn, openingStock, openingCashYen),
      })),
    ]),
    ...each([salesOrders], () => ({
      ja: "メーカーの注文",
      en: "the maker's orders",
      rowCount: salesOrders.length,
      run: (target) => target.importSalesOrders(window, salesOrders),
    })),
  ] satisfies Task[];
  return tasks.filter(({ rowCount }) => rowCount > 0);
}

/** Every pair of companies with linked cards, once. */
function linkedPairs({ companies }: RegionSample): (readonly [string, string])[] {
  return companies.flatMap(({ company, partners }) =>
    partners.flatMap(({ linkedCompanyCode: other }) =>
      other !== null && company.code < other ? [[company.code, other] as const] : [],
    ),
  );
}
