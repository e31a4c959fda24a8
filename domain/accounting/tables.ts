import { defineTable, TAX_CODE_TABLE, TAX_CODES, type TableRowOf, type TaxCode } from "../shared/index.ts";
import type { ACCOUNT_TYPES, STATEMENT_SECTIONS } from "./statement-section.ts";

const both = (ja: string, en: string) => ({ ja, en });
const TYPE_WORDS: Record<(typeof ACCOUNT_TYPES)[number], { ja: string; en: string }> = {
  asset: both("資産", "asset"),
  liability: both("負債", "liability"),
  equity: both("純資産", "equity"),
  revenue: both("収益", "revenue"),
  expense: both("費用", "expense"),
};
const SECTION_WORDS: Record<(typeof STATEMENT_SECTIONS)[number], { ja: string; en: string }> = {
  current_assets: both("流動資産", "current assets"),
  inventories: both("棚卸資産", "inventories"),
  fixed_assets: both("固定資産", "fixed assets"),
  current_liabilities: both("流動負債", "current liabilities"),
  fixed_liabilities: both("固定負債", "fixed liabilities"),
  net_assets: both("純資産の部", "net assets"),
  sales: both("売上高", "sales"),
  cost_of_sales: both("売上原価", "cost of sales"),
  manufacturing_material: both("製造原価（材料費）", "manufacturing: material"),
  manufacturing_labour: both("製造原価（労務費）", "manufacturing: labour"),
  manufacturing_overhead: both("製造原価（経費）", "manufacturing: overhead"),
  selling_and_administration: both("販売費及び一般管理費", "selling and administration"),
  non_operating_income: both("営業外収益", "non-operating income"),
  non_operating_expense: both("営業外費用", "non-operating expense"),
  extraordinary: both("特別損益", "extraordinary"),
  income_taxes: both("法人税等", "income taxes"),
};

/** Chart of accounts in files 勘定科目. */
export const accountTable = defineTable({
  name: both("勘定科目", "accounts"),
  naturalKey: ["code"],
  columns: [
    {
      key: "code",
      kind: "code",
      required: true,
      header: both("科目コード", "Account code"),
      aliases: ["コード", "勘定科目コード"],
      description: both("会社の中で一意", "unique in the company"),
      example: "7391",
    },
    {
      key: "nameJa",
      kind: "text",
      maxLength: 200,
      required: true,
      header: both("科目名", "Name"),
      aliases: ["勘定科目名", "名称"],
      description: both("帳票に出る名前", "the name in the books"),
      example: "研修費",
    },
    {
      key: "nameEn",
      kind: "text",
      maxLength: 200,
      header: both("英語名", "English name"),
      description: both("英語の画面に出る名前", "the name on English screens"),
      example: "Training",
    },
    {
      key: "kana",
      kind: "text",
      maxLength: 200,
      header: both("フリガナ", "Furigana"),
      description: both("検索に使う読み", "how it is read, for searching"),
      example: "ケンシュウヒ",
    },
    {
      key: "type",
      kind: "enum",
      required: true,
      words: TYPE_WORDS,
      header: both("種類", "Type"),
      description: both("資産・負債・純資産・収益・費用", "asset, liability, equity, revenue or expense"),
      example: "費用",
    },
    {
      key: "section",
      kind: "enum",
      required: true,
      words: SECTION_WORDS,
      header: both("決算書の区分", "Section"),
      description: both("決算書のどこに出るか", "where it stands in the statements"),
      example: "販売費及び一般管理費",
    },
    {
      key: "isContra",
      kind: "boolean",
      header: both("控除科目", "Contra"),
      description: both(
        "種類と反対側に残高が立つ科目（売上戻りなど）",
        "its balance stands on the other side than its type",
      ),
      example: "いいえ",
    },
    {
      key: "etaxCode",
      kind: "text",
      maxLength: 20,
      header: both("e-Taxコード", "e-Tax code"),
      description: both("電子申告の勘定科目コード", "the tax office's code"),
      example: "",
    },
    {
      key: "isActive",
      kind: "boolean",
      header: both("使用中", "Active"),
      description: both("いいえ: 新しい仕訳に使えない", "no: not for new entries"),
      example: "はい",
    },
  ],
});
export type AccountTableRow = TableRowOf<typeof accountTable>;

/** Entries typed elsewhere 仕訳: rows with the same slip number are one entry. */
export const journalTable = defineTable({
  name: both("仕訳", "journal"),
  naturalKey: ["reference", "lineNumber"],
  columns: [
    {
      key: "reference",
      kind: "text",
      maxLength: 60,
      required: true,
      header: both("伝票番号", "Slip number"),
      aliases: ["伝票No", "伝票No."],
      description: both(
        "同じ番号の行が一つの仕訳。二度取り込んでも増えません",
        "rows with one number are one entry; importing twice adds nothing",
      ),
      example: "給与-2026-11",
    },
    {
      key: "lineNumber",
      kind: "integer",
      min: "1",
      max: "500",
      required: true,
      header: both("行", "Line"),
      aliases: ["行番号"],
      description: both("伝票の中の行番号", "line within the slip"),
      example: "1",
    },
    {
      key: "postedOn",
      kind: "date",
      required: true,
      header: both("日付", "Date"),
      aliases: ["計上日", "伝票日付"],
      description: both("計上する日", "the day in the books"),
      example: "2026/11/25",
    },
    {
      key: "accountCode",
      kind: "code",
      required: true,
      header: both("科目コード", "Account code"),
      aliases: ["勘定科目コード", "勘定科目"],
      description: both("登録済みの勘定科目", "an account that exists"),
      example: "6210",
    },
    {
      key: "debitYen",
      kind: "yen",
      header: both("借方金額", "Debit"),
      aliases: ["借方"],
      description: both("借方・貸方のどちらか一方", "debit or credit, one of them"),
      example: "1200000",
    },
    {
      key: "creditYen",
      kind: "yen",
      header: both("貸方金額", "Credit"),
      aliases: ["貸方"],
      description: both("借方・貸方のどちらか一方", "debit or credit, one of them"),
      example: "",
    },
    {
      key: "taxCode",
      kind: "enum",
      words: Object.fromEntries(
        TAX_CODES.map((code) => {
          const row = TAX_CODE_TABLE.find((one) => one.code === code)!;
          return [code, { ...both(row.nameJa, row.nameEn), aliases: [code] }];
        }),
      ) as Record<TaxCode, { ja: string; en: string; aliases: string[] }>,
      header: both("税区分", "Tax code"),
      description: both(
        "消費税の区分。税額の行にも同じ区分を付けます",
        "consumption tax; the line of the tax carries it too",
      ),
      example: "",
    },
    {
      key: "partnerCode",
      kind: "code",
      header: both("取引先コード", "Partner code"),
      description: both("売掛金・買掛金には必要", "needed on receivables and payables"),
      example: "",
    },
    {
      key: "description",
      kind: "text",
      maxLength: 200,
      header: both("摘要", "Description"),
      description: both("帳簿に残る説明", "words for the books"),
      example: "11月分 賃金",
    },
  ],
});
export type JournalTableRow = TableRowOf<typeof journalTable>;

/** What arrived at the bank 入金明細. */
export const bankRowTable = defineTable({
  name: both("入金明細", "bank receipts"),
  naturalKey: ["receivedOn", "number"],
  columns: [
    {
      key: "receivedOn",
      kind: "date",
      required: true,
      header: both("入金日", "Received on"),
      aliases: ["勘定日", "取引日", "日付"],
      description: both("銀行に入った日", "the day it reached the bank"),
      example: "2026/11/30",
    },
    {
      key: "number",
      kind: "text",
      maxLength: 40,
      required: true,
      header: both("取引番号", "Bank number"),
      aliases: ["照会番号", "番号", "連番"],
      description: both("銀行の番号、またはその日の連番", "the bank's number, or a running number of the day"),
      example: "1",
    },
    {
      key: "amountYen",
      kind: "yen",
      moreThan: "0",
      required: true,
      header: both("入金額", "Amount"),
      aliases: ["お預り金額", "金額"],
      description: both("円", "yen"),
      example: "11443",
    },
    {
      key: "payerName",
      kind: "text",
      maxLength: 200,
      header: both("振込依頼人", "Payer"),
      aliases: ["依頼人名", "摘要"],
      description: both("銀行の表示どおり", "as the bank shows it"),
      example: "ｶ)ｻｶｲｸﾐﾀﾃ",
    },
    {
      key: "remittanceText",
      kind: "text",
      maxLength: 500,
      header: both("EDI情報", "Remittance text"),
      aliases: ["EDI", "備考"],
      description: both("請求書番号などが入る欄", "may hold invoice numbers"),
      example: "IV-000001",
    },
  ],
});
export type BankRowTableRow = TableRowOf<typeof bankRowTable>;
