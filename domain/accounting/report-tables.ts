import { defineTable } from "../shared/index.ts";

/** What is read out of the books, as files. They are not imported again. */
const column = <const Key extends string, const Kind extends "text" | "date" | "yen" | "integer">(
  key: Key,
  kind: Kind,
  ja: string,
  en: string,
  example = "",
) => ({ key, kind, header: { ja, en }, description: { ja, en }, example }) as const;

const moved = [
  column("debitYen", "yen", "借方", "Debit", "1000"),
  column("creditYen", "yen", "貸方", "Credit", "1000"),
] as const;

/** 合計残高試算表. */
export const trialBalanceTable = defineTable({
  name: { ja: "合計残高試算表", en: "trial balance" },
  naturalKey: ["accountCode"],
  columns: [
    column("accountCode", "text", "科目コード", "Account code", "1130"),
    column("accountName", "text", "勘定科目", "Account", "普通預金"),
    column("openingYen", "yen", "繰越残高", "Opening", "0"),
    ...moved,
    column("closingYen", "yen", "当月残高", "Closing", "0"),
  ],
});

/** 売掛金・買掛金の残高と年齢. */
export const openItemsTable = defineTable({
  name: { ja: "残高一覧", en: "open items" },
  naturalKey: ["partnerCode"],
  columns: [
    column("partnerCode", "text", "取引先コード", "Partner code", "C-001"),
    column("partnerName", "text", "取引先", "Partner", "丸山製作所"),
    column("unbilledYen", "yen", "未請求", "Not billed", "0"),
    column("otherYen", "yen", "繰越・手入力", "Brought forward", "0"),
    column("notDueYen", "yen", "期日前", "Not due", "0"),
    column("days30Yen", "yen", "1〜30日", "1–30 days", "0"),
    column("days60Yen", "yen", "31〜60日", "31–60 days", "0"),
    column("days90Yen", "yen", "61〜90日", "61–90 days", "0"),
    column("olderYen", "yen", "91日以上", "Over 90 days", "0"),
    column("totalYen", "yen", "残高", "Total", "0"),
    column("nextDueOn", "date", "次の期日", "Next due", "2026-12-31"),
  ],
});

/** 消費税集計. */
export const taxSummaryTable = defineTable({
  name: { ja: "消費税集計", en: "consumption tax" },
  naturalKey: ["taxCode", "deductiblePercent"],
  columns: [
    column("taxCode", "text", "税区分", "Tax code", "課税売上10%"),
    column("deductiblePercent", "integer", "控除割合", "Deductible share", "70"),
    column("baseYen", "yen", "税抜金額", "Base", "0"),
    column("taxYen", "yen", "消費税額", "Tax", "0"),
  ],
});
