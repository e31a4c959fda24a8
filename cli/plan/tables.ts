import { defineTable } from "../../domain/shared/index.ts";

const both = (ja: string, en: string) => ({ ja, en });

const code = <const Key extends string>(key: Key, ja: string, en: string, example: string) =>
  ({ key, kind: "code", required: true, header: both(ja, en), description: both(ja, en), example }) as const;
const optionalCode = <const Key extends string>(key: Key, ja: string, en: string, example: string) =>
  ({ key, kind: "code", header: both(ja, en), description: both(ja, en), example }) as const;
const text = <const Key extends string>(key: Key, ja: string, en: string, example: string) =>
  ({ key, kind: "text", required: true, header: both(ja, en), description: both(ja, en), example }) as const;
const optionalText = <const Key extends string>(key: Key, ja: string, en: string, example: string) =>
  ({ key, kind: "text", header: both(ja, en), description: both(ja, en), example }) as const;
const number = <const Key extends string>(key: Key, ja: string, en: string, example: string) =>
  ({
    key,
    kind: "decimal",
    min: "0",
    required: true,
    header: both(ja, en),
    description: both(ja, en),
    example,
  }) as const;
const optionalNumber = <const Key extends string>(key: Key, ja: string, en: string, example: string) =>
  ({ key, kind: "decimal", min: "0", header: both(ja, en), description: both(ja, en), example }) as const;
const whole = <const Key extends string>(key: Key, ja: string, en: string, example: string) =>
  ({ key, kind: "integer", min: "0", header: both(ja, en), description: both(ja, en), example }) as const;
const date = <const Key extends string>(key: Key, ja: string, en: string, example: string) =>
  ({ key, kind: "date", required: true, header: both(ja, en), description: both(ja, en), example }) as const;
const optionalDate = <const Key extends string>(key: Key, ja: string, en: string, example: string) =>
  ({ key, kind: "date", header: both(ja, en), description: both(ja, en), example }) as const;
const yes = <const Key extends string>(key: Key, ja: string, en: string, example: string) =>
  ({ key, kind: "boolean", header: both(ja, en), description: both(ja, en), example }) as const;

/** The files `npx musubi plan` reads: NAME.csv each, in either language's headers. Those not needed for a plan may be missing. */
export const PLAN_TABLES = {
  shifts: defineTable({
    name: both("シフト", "shifts"),
    naturalKey: ["calendar", "from"],
    columns: [
      code("calendar", "カレンダー", "Calendar", "DAY"),
      text("days", "曜日（1=月〜7=日）", "Days (1 Monday to 7 Sunday)", "12345"),
      yes("keepsHolidays", "祝日休み", "Keeps holidays", "はい"),
      text("from", "開始", "From", "08:00"),
      text("to", "終了", "To", "17:00"),
      optionalText("breaks", "休憩", "Breaks", "12:00-13:00 15:00-15:10"),
    ],
  }),
  closures: defineTable({
    name: both("休業日・稼働日", "closures"),
    naturalKey: ["calendar", "onDate"],
    columns: [
      code("calendar", "カレンダー", "Calendar", "DAY"),
      date("onDate", "日付", "Date", "2026-12-29"),
      yes("isWorking", "稼働", "Works", "いいえ"),
      optionalText("reason", "理由", "Reason", "年末休業"),
    ],
  }),
  machines: defineTable({
    name: both("設備", "machines"),
    naturalKey: ["code"],
    columns: [
      code("code", "設備コード", "Machine", "L-1"),
      code("group", "設備グループ", "Machine group", "LATHE"),
      optionalCode("calendar", "カレンダー", "Calendar", "DAY"),
      optionalNumber("rate", "速さ（標準=1）", "Rate (standard 1)", "1.2"),
    ],
  }),
  maintenance: defineTable({
    name: both("保全", "maintenance"),
    naturalKey: ["machine", "fromDate", "from"],
    columns: [
      code("machine", "設備コード", "Machine", "L-1"),
      date("fromDate", "開始日", "From date", "2026-12-08"),
      text("from", "開始", "From", "13:00"),
      date("toDate", "終了日", "To date", "2026-12-08"),
      text("to", "終了", "To", "17:00"),
    ],
  }),
  people: defineTable({
    name: both("作業者", "people"),
    naturalKey: ["code"],
    columns: [
      code("code", "作業者", "Person", "SATO"),
      optionalCode("calendar", "カレンダー", "Calendar", "DAY"),
      text("skills", "技能", "Skills", "TIG CRANE"),
    ],
  }),
  setups: defineTable({
    name: both("段取替え", "setups"),
    naturalKey: ["machine", "fromGroup", "toGroup"],
    columns: [
      code("machine", "設備コード", "Machine", "L-1"),
      code("fromGroup", "前の段取グループ", "From group", "STEEL"),
      code("toGroup", "次の段取グループ", "To group", "BRASS"),
      number("minutes", "分", "Minutes", "45"),
    ],
  }),
  items: defineTable({
    name: both("品目", "items"),
    naturalKey: ["code"],
    columns: [
      code("code", "品目コード", "Item", "SHAFT"),
      {
        key: "supply",
        kind: "enum",
        required: true,
        header: both("調達", "Supply"),
        description: both("内作・購買・外注", "make, buy or subcontract"),
        example: "内作",
        words: {
          make: both("内作", "make"),
          buy: both("購買", "buy"),
          subcontract: both("外注", "subcontract"),
        },
      },
      code("unit", "単位", "Unit", "個"),
      whole("decimals", "小数桁", "Decimals", "0"),
      whole("leadTimeDays", "リードタイム（日）", "Lead time (days)", "3"),
      optionalNumber("safetyStock", "安全在庫", "Safety stock", "10"),
      {
        key: "lotRule",
        kind: "enum",
        header: both("ロットまとめ", "Lot rule"),
        description: both(
          "空欄は都度（最小ロット・倍数があれば最小最大）",
          "empty: lot for lot, or min-max where a minimum or multiple is given",
        ),
        example: "経済ロット",
        words: {
          lot_for_lot: both("都度", "lot for lot"),
          fixed: both("固定", "fixed"),
          period: both("期間", "period"),
          min_max: both("最小最大", "min-max"),
          economic: both("経済ロット", "economic lot"),
          wagner_whitin: both("最小費用", "least cost"),
        },
      },
      optionalNumber("lotFixed", "固定ロット", "Fixed lot", ""),
      whole("lotPeriodDays", "まとめ日数", "Period (days)", ""),
      optionalNumber("setupCostYen", "手配1回の費用（円）", "Cost per order (yen)", "8000"),
      optionalNumber("holdingCostYenPerYear", "年間保管費（円/単位）", "Holding cost (yen a year)", "120"),
      optionalNumber("lotMinimum", "最小ロット", "Minimum lot", "20"),
      optionalNumber("lotMultiple", "ロット倍数", "Lot multiple", "10"),
      optionalNumber("lotMaximum", "最大ロット", "Maximum lot", ""),
      optionalNumber("yield", "歩留まり", "Yield", "0.98"),
      yes("isPhantom", "ファントム", "Phantom", "いいえ"),
      whole("fenceDays", "確定期間（日）", "Firm fence (days)", "5"),
      optionalCode("successor", "後継品", "Successor", ""),
      optionalNumber("successorRatio", "切替比", "Successor per one", "1"),
      optionalDate("successorFrom", "切替日", "Changes over on", ""),
    ],
  }),
  bom: defineTable({
    name: both("部品表", "bom"),
    naturalKey: ["parent", "component"],
    columns: [
      code("parent", "親品目", "Parent item", "PUMP"),
      code("component", "子品目", "Component item", "SHAFT"),
      number("quantity", "員数", "Quantity", "1"),
      {
        key: "kind",
        kind: "enum",
        header: both("種類", "Kind"),
        description: both("空欄は構成部品", "empty: component"),
        example: "構成部品",
        words: { component: both("構成部品", "component"), by_product: both("副産物", "by-product") },
      },
      optionalNumber("scrapRate", "仕損率", "Scrap rate", "0.02"),
    ],
  }),
  demands: defineTable({
    name: both("所要", "demands"),
    naturalKey: ["number"],
    columns: [
      code("number", "番号", "Number", "SO-1"),
      code("item", "品目コード", "Item", "PUMP"),
      number("quantity", "数量", "Quantity", "12"),
      date("neededOn", "納期", "Needed on", "2026-12-18"),
    ],
  }),
  receipts: defineTable({
    name: both("受入予定", "receipts"),
    naturalKey: ["number"],
    columns: [
      code("number", "番号", "Number", "PO-1"),
      code("item", "品目コード", "Item", "BAR"),
      number("quantity", "数量", "Quantity", "100"),
      date("dueOn", "入荷予定日", "Due on", "2026-12-10"),
    ],
  }),
  stock: defineTable({
    name: both("在庫", "stock"),
    naturalKey: ["item"],
    columns: [code("item", "品目コード", "Item", "BAR"), number("quantity", "数量", "Quantity", "40")],
  }),
  routings: defineTable({
    name: both("工順", "routings"),
    naturalKey: ["item", "step"],
    columns: [
      code("item", "品目コード", "Item", "SHAFT"),
      { ...whole("step", "工程順", "Step", "10"), required: true } as const,
      optionalCode("group", "設備グループ", "Machine group", "LATHE"),
      optionalText("machines", "設備（空白区切り）", "Machines", "L-1 L-2"),
      number("minutesPerUnit", "1個当たり分", "Minutes per unit", "6"),
      optionalNumber("setupMinutes", "段取分", "Set-up minutes", "20"),
      optionalCode("setupGroup", "段取グループ", "Set-up group", "STEEL"),
      optionalCode("skill", "技能", "Skill", "TIG"),
      optionalNumber("lagMinutes", "前工程からの待ち分", "Waiting minutes", "60"),
      optionalNumber("overlapUnits", "先送り数量", "Overlap units", "5"),
      whole("splitInto", "分割数", "Split into", "2"),
      optionalCode("partner", "外注先", "Partner", "MEKKI"),
      whole("partnerDays", "外注日数", "Partner's days", "3"),
    ],
  }),
  orders: defineTable({
    name: both("製造指図", "orders"),
    naturalKey: ["number"],
    columns: [
      code("number", "指図番号", "Work order", "W-1"),
      code("item", "品目コード", "Item", "SHAFT"),
      number("quantity", "数量", "Quantity", "20"),
      date("dueOn", "納期", "Due on", "2026-12-11"),
      optionalDate("releasedOn", "着手可能日", "Released on", "2026-12-07"),
      yes("isMaterialIssued", "材料出庫済み", "Material issued", "はい"),
    ],
  }),
} as const;

export type PlanFile = keyof typeof PLAN_TABLES;
/** Without these there is nothing to plan. */
export const NEEDED_FILES: readonly PlanFile[] = ["shifts", "machines", "items", "demands", "routings"];
