import { defineTable, type TableRowOf } from "../shared/index.ts";

const both = (ja: string, en: string) => ({ ja, en });

/** Places in files 置き場. What kind of place it is never changes: its ledger means something else then. */
export const placeTable = defineTable({
  name: both("置き場", "places"),
  naturalKey: ["code"],
  columns: [
    {
      key: "code",
      kind: "code",
      required: true,
      header: both("置き場コード", "Place code"),
      aliases: ["コード", "倉庫コード"],
      description: both("重複しないコード", "a code of its own"),
      example: "MAIN",
    },
    {
      key: "name",
      kind: "text",
      maxLength: 200,
      required: true,
      header: both("置き場名", "Name"),
      aliases: ["名称", "倉庫名"],
      description: both("置き場の名前", "the name"),
      example: "本社倉庫",
    },
    {
      key: "nameEn",
      kind: "text",
      maxLength: 200,
      header: both("英語名", "Name in English"),
      description: both("英語の画面に出る名前", "the name on English screens"),
      example: "Main warehouse",
    },
    {
      key: "kind",
      kind: "enum",
      required: true,
      header: both("種類", "Kind"),
      words: {
        storage: both("倉庫", "storage"),
        receiving: { ...both("受入場", "receiving"), aliases: ["検収場", "入荷場"] },
        production: both("製造現場", "production"),
        at_partner: { ...both("預け先", "at a partner"), aliases: ["外注先"] },
        transit: both("移動中", "in transit"),
        customer: both("得意先", "customers"),
        supplier: both("仕入先", "suppliers"),
        scrap: both("仕損置き場", "scrap"),
        adjustment: both("調整", "correction"),
        opening: both("期首", "opening"),
      },
      description: both("登録した後は変えられません", "cannot be changed later"),
      example: "倉庫",
    },
    {
      key: "partnerCode",
      kind: "code",
      header: both("取引先コード", "Partner code"),
      description: both("預け先だけに必要です", "only for a place at a partner, and needed there"),
      example: "",
    },
    {
      key: "isActive",
      kind: "boolean",
      header: both("使用中", "In use"),
      description: both("× にすると新しい入出庫に使えません", "no: takes part in no new move"),
      example: "○",
    },
  ],
});
export type PlaceTableRow = TableRowOf<typeof placeTable>;
