import type { UnitRow } from "./records.ts";

/** Units of both samples. A pack's contents are the item's own conversion, not the unit's. */
export const UNITS: readonly UnitRow[] = [
  { code: "EA", nameJa: "個", nameEn: "each", decimals: 0 },
  { code: "OZ", nameJa: "オンス", nameEn: "fluid ounce", decimals: 2 },
  { code: "IN", nameJa: "インチ", nameEn: "inch", decimals: 2 },
  { code: "KG", nameJa: "キログラム", nameEn: "kilogram", decimals: 3 },
  { code: "SHT", nameJa: "枚・本（定尺）", nameEn: "stock sheet or bar", decimals: 0 },
  { code: "CS", nameJa: "ケース", nameEn: "case", decimals: 0 },
  { code: "CTN", nameJa: "コンテナ", nameEn: "container", decimals: 0 },
  { code: "CAN", nameJa: "缶", nameEn: "can", decimals: 0 },
  { code: "DZ", nameJa: "ダース箱", nameEn: "dozen box", decimals: 0 },
  { code: "GAL", nameJa: "ガロン", nameEn: "gallon", decimals: 0 },
  { code: "PAK", nameJa: "パック", nameEn: "pack", decimals: 0 },
];
