import { defineTable, type TableRowOf } from "../shared/index.ts";

const both = (ja: string, en: string) => ({ ja, en });
const role = <Key extends string>(key: Key, ja: string, en: string) => ({
  key,
  kind: "boolean" as const,
  header: both(ja, en),
  description: both(`○ で${ja}の役割を与えます`, `yes gives the role ${en}`),
  example: "×",
});

/** Who may act for the company, in files 利用者: one column a role. The name is written for reading; the person keeps it. */
export const memberTable = defineTable({
  name: both("利用者と権限", "members"),
  naturalKey: ["email"],
  columns: [
    {
      key: "email",
      kind: "code",
      maxLength: 200,
      required: true,
      header: both("メールアドレス", "E-mail"),
      aliases: ["メール"],
      description: both("登録済みの利用者のメールアドレス", "the e-mail address of a person who has an account"),
      example: "sato@example.co.jp",
    },
    role("president", "経営者", "President"),
    role("sales", "営業", "Sales"),
    role("production", "生産管理", "Production"),
    role("purchasing", "購買", "Purchasing"),
    role("warehouse", "倉庫", "Warehouse"),
    role("floor", "現場", "Shop floor"),
    role("finance", "経理", "Finance"),
    role("secretariat", "事務局", "Secretariat"),
    role("admin", "管理者", "Administrator"),
    {
      key: "endsOn",
      kind: "date",
      header: both("利用終了日", "Ends on"),
      description: both("この日から使えません。空欄は期限なし", "the first day without access; empty: without end"),
      example: "",
    },
  ],
});
export type MemberTableRow = TableRowOf<typeof memberTable>;
