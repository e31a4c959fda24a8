import { defineTable, type TableRowOf } from "../shared/index.ts";

const both = (ja: string, en: string) => ({ ja, en });

/** Where partners are paid 振込先, one row per account. */
export const bankAccountTable = defineTable({
  name: both("振込先", "bank accounts"),
  naturalKey: ["partnerCode", "bankCode", "branchCode", "accountNumber"],
  columns: [
    {
      key: "partnerCode",
      kind: "code",
      required: true,
      header: both("取引先コード", "Partner code"),
      description: both("登録済みの取引先", "a partner that exists"),
      example: "C0001",
    },
    {
      key: "bankCode",
      kind: "code",
      required: true,
      header: both("銀行コード", "Bank code"),
      description: both("数字 4 桁", "4 digits"),
      example: "0143",
    },
    {
      key: "branchCode",
      kind: "code",
      required: true,
      header: both("支店コード", "Branch code"),
      description: both("数字 3 桁", "3 digits"),
      example: "001",
    },
    {
      key: "accountKind",
      kind: "enum",
      required: true,
      words: {
        ordinary: both("普通", "ordinary"),
        current: both("当座", "current"),
        savings: both("貯蓄", "savings"),
        other: both("その他", "other"),
      },
      header: both("預金種目", "Kind of account"),
      description: both("預金種目", "kind of account"),
      example: "普通",
    },
    {
      key: "accountNumber",
      kind: "code",
      required: true,
      header: both("口座番号", "Account number"),
      description: both("数字 7 桁まで", "up to 7 digits"),
      example: "1234567",
    },
    {
      key: "holderKana",
      kind: "text",
      maxLength: 30,
      required: true,
      header: both("口座名義カナ", "Holder (katakana)"),
      description: both("振込データに使う半角カナの名義", "the holder as bank files take it"),
      example: "ｶ)ﾀｶﾊｼｾｲｻｸｼﾖ",
    },
  ],
});
export type BankAccountTableRow = TableRowOf<typeof bankAccountTable>;
