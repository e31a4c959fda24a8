import { defineTable, type TableRowOf } from "../shared/index.ts";

/**
 * Prices in force as a file: one row per partner, side, item, first day and quantity break. For partners outside the platform a file
 * adds prices; with a company on it, prices change only by a new version both agree on.
 */
export const priceListTable = defineTable({
  name: { ja: "契約単価", en: "price-lists" },
  columns: [
    {
      key: "side",
      kind: "enum",
      required: true,
      header: { ja: "区分", en: "Side" },
      words: {
        seller: { ja: "販売", en: "sales", aliases: ["売", "受注"] },
        buyer: { ja: "購買", en: "purchase", aliases: ["買", "仕入", "発注"] },
      },
      description: { ja: "自社が売る側か買う側か。", en: "Whether the own company sells or buys." },
      example: "購買",
    },
    {
      key: "partnerCode",
      kind: "code",
      required: true,
      header: { ja: "取引先コード", en: "Partner code" },
      description: { ja: "取引先マスタのコードです。", en: "Code of the partner card." },
      example: "S001",
    },
    {
      key: "item",
      kind: "code",
      maxLength: 60,
      required: true,
      header: { ja: "品目コード", en: "Item code" },
      aliases: ["品番", "item"],
      description: { ja: "自社の品目コードです。", en: "The own item code." },
      example: "BOLT-M8",
    },
    {
      key: "partnerItem",
      kind: "code",
      maxLength: 60,
      header: { ja: "相手品番", en: "Partner's item code" },
      description: { ja: "相手の品目コードです。", en: "The partner's code of the item." },
      example: "M8-20",
    },
    {
      key: "unit",
      kind: "code",
      header: { ja: "単位", en: "Unit" },
      description: { ja: "空欄のときは品目の単位です。", en: "Empty: the item's unit." },
      example: "個",
    },
    {
      key: "validFrom",
      kind: "date",
      required: true,
      header: { ja: "適用開始日", en: "Valid from" },
      description: { ja: "この単価が有効になる日です。", en: "The day the price begins." },
      example: "2026-12-01",
    },
    {
      key: "validTo",
      kind: "date",
      header: { ja: "適用終了日", en: "Valid to" },
      description: { ja: "最後の日。空欄は次の単価まで。", en: "Last day; empty: until a later price." },
      example: "",
    },
    {
      key: "fromQuantity",
      kind: "decimal",
      decimals: 6,
      min: "0",
      required: true,
      header: { ja: "数量から", en: "From quantity" },
      aliases: ["数量"],
      description: { ja: "この数量以上に適用します。", en: "Counts from this quantity on." },
      example: "0",
    },
    {
      key: "unitPrice",
      kind: "decimal",
      decimals: 6,
      min: "0",
      required: true,
      header: { ja: "単価", en: "Unit price" },
      description: { ja: "1単位あたりの円(税抜)です。", en: "Yen per unit without tax." },
      example: "12.5",
    },
    {
      key: "isProvisional",
      kind: "boolean",
      header: { ja: "仮単価", en: "Provisional" },
      description: { ja: "後で決める単価なら「はい」。", en: "Yes when it is settled later." },
      example: "",
    },
    {
      key: "leadTimeDays",
      kind: "integer",
      min: "0",
      max: "999",
      header: { ja: "納入日数", en: "Lead time (days)" },
      description: { ja: "注文から納入までの日数です。", en: "Days from order to delivery." },
      example: "7",
    },
  ],
  naturalKey: ["side", "partnerCode", "item", "validFrom", "fromQuantity"],
});
export type PriceListRow = TableRowOf<typeof priceListTable>;
