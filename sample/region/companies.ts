import { corporateNumber } from "../corporate-number.ts";
import type { CompanyRow } from "../records.ts";
import type { WorkLocation } from "./routings.ts";

export interface MemberCompany extends CompanyRow {
  readonly location: WorkLocation;
  readonly processCode: string;
  readonly processNameEn: string;
  /** what its stage items are called after the item: 成形済 … */
  readonly stageWord: string;
  readonly stageKana: string;
  readonly stageEn: string;
}

/** One member company per work location of the data. All names, addresses and numbers are invented. */
export const MEMBERS: readonly MemberCompany[] = [
  member(10, "MIKASANO", "みかさの鋼管成形株式会社", "Mikasano Tube Forming", "ミカサノコウカンセイケイ", 38, 30, [
    "成形",
    "Frame forming",
    "成形済",
    "セイケイズミ",
    "formed",
  ]),
  member(20, "HOMURA", "ほむら野溶接工業株式会社", "Homurano Welding", "ホムラノヨウセツコウギョウ", 46, 20, [
    "溶接",
    "Frame welding",
    "溶接済",
    "ヨウセツズミ",
    "welded",
  ]),
  member(30, "TSUYANO", "有限会社つやの郷研磨所", "Tsuyanosato Polishing", "ツヤノサトケンマジョ", 14, 5, [
    "研磨",
    "Deburring and polishing",
    "研磨済",
    "ケンマズミ",
    "polished",
  ]),
  member(40, "IROHAMA", "いろはま塗装株式会社", "Irohama Painting", "イロハマトソウ", 22, 10, [
    "塗装",
    "Painting",
    "塗装済",
    "トソウズミ",
    "painted",
  ]),
  member(45, "SHIRATSUYU", "しらつゆ特殊塗装株式会社", "Shiratsuyu Special Coating", "シラツユトクシュトソウ", 17, 10, [
    "特殊塗装",
    "Special painting",
    "特殊塗装済",
    "トクシュトソウズミ",
    "specially painted",
  ]),
  member(
    50,
    "KUMIHIMO",
    "くみひも谷部品組立株式会社",
    "Kumihimodani Subassembly",
    "クミヒモダニブヒンクミタテ",
    64,
    40,
    ["部品組立", "Subassembly", "部品組付済", "ブヒンクミツケズミ", "subassembled"],
  ),
  member(
    60,
    "AKATSUKINO",
    "あかつき野車輪工業株式会社",
    "Akatsukino Cycle Assembly",
    "アカツキノシャリンコウギョウ",
    88,
    50,
    ["最終組立", "Final assembly", "最終組立済", "サイシュウクミタテズミ", "assembled"],
  ),
];

/** The window company (ダミー法人): takes the maker's orders and makes nothing itself. */
export const WINDOW: CompanyRow = {
  ...registered("YUINOWA", 8),
  name: "ゆいのわ共同受注株式会社",
  nameEn: "Yuinowa Joint Orders",
  kana: "ユイノワキョウドウジュチュウ",
  isWindow: true,
  employeeCount: 5,
  capitalYen: 8_000_000n,
  process: "共同受注窓口",
};

export const GROUP_NAME = { ja: "ゆいのわ自転車ものづくり会", en: "Yuinowa Bicycle Makers' Group" } as const;

/** The maker that orders: stands outside the platform. */
export const MAKER = {
  code: "KAZAMINO",
  name: "かざみの自転車株式会社",
  nameEn: "Kazamino Bicycles",
  kana: "カザミノジテンシャ",
  registrationNumber: `T${corporateNumber(990_000_000_090)}`,
} as const;

export function memberAt(location: WorkLocation): MemberCompany {
  return MEMBERS.find((company) => company.location === location)!;
}

function member(
  location: WorkLocation,
  code: string,
  name: string,
  nameEn: string,
  kana: string,
  employeeCount: number,
  capitalMillionYen: number,
  [process, processNameEn, stageWord, stageKana, stageEn]: readonly [string, string, string, string, string],
): MemberCompany {
  return {
    ...registered(code, location),
    location,
    name,
    nameEn,
    kana,
    isWindow: false,
    employeeCount,
    capitalYen: BigInt(capitalMillionYen) * 1_000_000n,
    process,
    processCode: String(location),
    processNameEn,
    stageWord,
    stageKana,
    stageEn,
  };
}

function registered(code: string, number: number) {
  const corporate = corporateNumber(990_000_000_000 + number);
  return {
    code,
    corporateNumber: corporate,
    registrationNumber: `T${corporate}`,
    postalCode: "000-0000",
    address: `見本県ゆいのわ市ものづくり台${number}番地`,
    phone: `000-0000-00${String(number).padStart(2, "0")}`,
  };
}
