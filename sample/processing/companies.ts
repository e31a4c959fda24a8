import { corporateNumber } from "../corporate-number.ts";
import type { CompanyRow } from "../records.ts";

/** The steps of the second sample and who does them. Everything here is invented. */
export const PROCESSES = [
  {
    operation: 10,
    name: "機械加工",
    nameEn: "Machining",
    stageWord: "加工済",
    stageKana: "カコウズミ",
    rateYenPerHour: 4200,
    machineCount: 6,
  },
  {
    operation: 20,
    name: "熱処理",
    nameEn: "Heat treatment",
    stageWord: "熱処理済",
    stageKana: "ネツショリズミ",
    rateYenPerHour: 5600,
    machineCount: 2,
  },
  {
    operation: 30,
    name: "めっき",
    nameEn: "Plating",
    stageWord: "めっき済",
    stageKana: "メッキズミ",
    rateYenPerHour: 4800,
    machineCount: 2,
  },
] as const;
export type Process = (typeof PROCESSES)[number];
export type Operation = Process["operation"];

export const WORKSHOPS: Readonly<Record<Operation, CompanyRow>> = {
  10: company(
    "SEKIREISEIKI",
    201,
    "せきれい谷精機株式会社",
    "Sekireidani Machining",
    "セキレイダニセイキ",
    32,
    20,
    "機械加工",
  ),
  20: company(
    "KAMADONO",
    202,
    "かまどの熱処理株式会社",
    "Kamadono Heat Treatment",
    "カマドノネツショリ",
    24,
    15,
    "熱処理",
  ),
  30: company(
    "SHIZUKUNO",
    203,
    "しずく野鍍金工業株式会社",
    "Shizukuno Plating",
    "シズクノトキンコウギョウ",
    19,
    10,
    "めっき",
  ),
};

export const PROCESSING_WINDOW: CompanyRow = {
  ...company(
    "MORINOKI",
    208,
    "もりのき共同受注株式会社",
    "Morinoki Joint Orders",
    "モリノキキョウドウジュチュウ",
    4,
    5,
    "共同受注窓口",
  ),
  isWindow: true,
};

export const MACHINE_MAKER = {
  code: "HARUKANO",
  name: "はるかの産業機械株式会社",
  nameEn: "Harukano Machinery",
  kana: "ハルカノサンギョウキカイ",
  registrationNumber: `T${corporateNumber(990_000_000_290)}`,
} as const;

export const STEEL_MERCHANT = {
  code: "TSUBAKINO",
  name: "つばきの鋼材株式会社",
  nameEn: "Tsubakino Steel",
  kana: "ツバキノコウザイ",
  registrationNumber: `T${corporateNumber(990_000_000_291)}`,
} as const;

function company(
  code: string,
  number: number,
  name: string,
  nameEn: string,
  kana: string,
  employeeCount: number,
  capitalMillionYen: number,
  process: string,
): CompanyRow {
  const corporate = corporateNumber(990_000_000_000 + number);
  return {
    code,
    name,
    nameEn,
    kana,
    isWindow: false,
    corporateNumber: corporate,
    registrationNumber: `T${corporate}`,
    postalCode: "000-0000",
    address: `見本県もりのき市みほん町${number}番地`,
    phone: `000-0000-0${number}`,
    employeeCount,
    capitalYen: BigInt(capitalMillionYen) * 1_000_000n,
    process,
  };
}
