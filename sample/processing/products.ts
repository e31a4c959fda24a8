import type { Operation } from "./companies.ts";

/** One machined part: its material and its steps. Everything here is invented. */
export interface MachinedPart {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly kana: string;
  readonly drawing: string;
  /** the maker's price, whole yen a piece */
  readonly priceYen: number;
  readonly material: { readonly code: string; readonly kilogramsPerPiece: string };
  readonly steps: readonly PartStep[];
}

export interface PartStep {
  readonly operation: Operation;
  /** what the workshop gets for its processing, whole yen a good piece */
  readonly feeYen: number;
  readonly setupMinutes: string;
  readonly runMinutesPerUnit: string;
  readonly yield: string;
  readonly leadTimeDays: number;
}

/** Steel the window buys, owns from first to last, and hands over free of charge. */
export const STEELS = [
  {
    code: "S45C-R30",
    name: "S45C 丸棒 φ30",
    nameEn: "S45C round bar 30 mm",
    kana: "エスヨンゴシーマルボウ30",
    yenPerKilogram: "182",
    openingKilograms: "1200",
  },
  {
    code: "SCM435-R20",
    name: "SCM435 丸棒 φ20",
    nameEn: "SCM435 round bar 20 mm",
    kana: "エスシーエムヨンサンゴマルボウ20",
    yenPerKilogram: "265",
    openingKilograms: "400",
  },
  {
    code: "S45C-R80",
    name: "S45C 丸棒 φ80",
    nameEn: "S45C round bar 80 mm",
    kana: "エスヨンゴシーマルボウ80",
    yenPerKilogram: "190",
    openingKilograms: "600",
  },
] as const;

export const MACHINED_PARTS: readonly MachinedPart[] = [
  {
    code: "SH-2401",
    name: "駆動シャフト",
    nameEn: "Drive shaft",
    kana: "クドウシャフト",
    drawing: "HK-D-2401 B",
    priceYen: 2480,
    material: { code: "S45C-R30", kilogramsPerPiece: "2.2" },
    steps: [
      step(10, 980, "45", "9.5", "0.985", 5),
      step(20, 240, "30", "0.9", "0.995", 3),
      step(30, 330, "25", "1.6", "0.99", 3),
    ],
  },
  {
    code: "PN-1802",
    name: "連結ピン",
    nameEn: "Link pin",
    kana: "レンケツピン",
    drawing: "HK-P-1802 A",
    priceYen: 560,
    material: { code: "SCM435-R20", kilogramsPerPiece: "0.31" },
    steps: [
      step(10, 210, "30", "2.1", "0.99", 4),
      step(20, 75, "30", "0.25", "0.995", 3),
      step(30, 90, "25", "0.4", "0.99", 3),
    ],
  },
  {
    code: "FG-3105",
    name: "取付フランジ",
    nameEn: "Mounting flange",
    kana: "トリツケフランジ",
    drawing: "HK-F-3105 C",
    priceYen: 1860,
    material: { code: "S45C-R80", kilogramsPerPiece: "1.9" },
    steps: [step(10, 840, "50", "8", "0.98", 5), step(30, 260, "25", "1.3", "0.99", 3)],
  },
  {
    code: "SL-4007",
    name: "焼入スリーブ",
    nameEn: "Hardened sleeve",
    kana: "ヤキイレスリーブ",
    drawing: "HK-S-4007 A",
    priceYen: 1320,
    material: { code: "S45C-R80", kilogramsPerPiece: "0.9" },
    steps: [step(10, 620, "40", "5.5", "0.985", 4), step(20, 190, "30", "0.7", "0.995", 3)],
  },
];

/** The maker's orders: customer's number, days from order to due date, lines of item and quantity. */
export const MACHINING_ORDERS = [
  {
    number: "HK-26-0711",
    daysAgo: 8,
    dueInDays: 24,
    lines: [
      ["SH-2401", 120],
      ["PN-1802", 480],
    ],
  },
  {
    number: "HK-26-0718",
    daysAgo: 4,
    dueInDays: 21,
    lines: [
      ["FG-3105", 80],
      ["SL-4007", 160],
    ],
  },
  {
    number: "HK-26-0724",
    daysAgo: 1,
    dueInDays: 18,
    lines: [
      ["SH-2401", 60],
      ["FG-3105", 40],
      ["PN-1802", 200],
    ],
  },
] as const;

function step(
  operation: Operation,
  feeYen: number,
  setupMinutes: string,
  runMinutesPerUnit: string,
  stepYield: string,
  leadTimeDays: number,
): PartStep {
  return { operation, feeYen, setupMinutes, runMinutesPerUnit, yield: stepYield, leadTimeDays };
}
