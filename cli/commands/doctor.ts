import { examinePlans } from "../../server/planning/index.ts";
import { checkWalls } from "../../server/platform/db/check-walls.ts";
import { examine } from "../../server/platform/doctor/index.ts";
import { openDatabases } from "../../server/platform/index.ts";
import type { Command } from "../command.ts";
import { type Installation, placeOf, reachInstallation } from "../installation.ts";
import { DATA_HELP, DATA_OPTION, readOptions } from "../options.ts";

/** What each invariant promises, in the operator's words. */
const WORDS: Readonly<Record<string, { ja: string; en: string }>> = {
  books_balance: { ja: "すべての仕訳の貸借が一致している", en: "every journal entry balances" },
  stock_value_equals_accounts: { ja: "在庫金額が棚卸資産勘定と一致している", en: "stock value equals its accounts" },
  item_stock_equals_ledgers: {
    ja: "品目別在庫が受払台帳の合計と一致している",
    en: "each item's stock is the sum of its ledgers",
  },
  balance_equals_moves: {
    ja: "在庫残高が入出庫の合計と一致している",
    en: "no stock balance differs from the sum of its moves",
  },
  quantity_is_conserved: {
    ja: "数量は入出庫以外で増減していない",
    en: "quantities change only by receipts, issues, production and adjustments",
  },
  reserved_within_stock: { ja: "引当が在庫を超えていない", en: "no reservation exceeds stock" },
  receivable_meets_payable: {
    ja: "請求書・伝票ごとに売り手の売掛金と買い手の買掛金の差が未達と一致している",
    en: "per invoice and paper, receivable less payable is what is in transit",
  },
  opening_items_agreed: {
    ja: "同意済みの引継残高が両社の帳簿に一致している",
    en: "agreed opening items stand in both sides' books alike",
  },
  faces_agree: { ja: "一つの取引の両社の見え方が一致している", en: "both faces of a trade agree with it" },
  invoices_add_up: { ja: "請求書が明細と消込の合計に一致している", en: "invoices add up to their lines and payments" },
  chains_fit: { ja: "連鎖の各工程の数量が取引と合っている", en: "each chain's quantities fit its trades" },
  work_in_process_equals_orders: {
    ja: "仕掛品勘定が製造指図の原価と一致している",
    en: "work in process equals the work orders",
  },
  folded_balances_equal_lines: {
    ja: "集計済み残高が仕訳明細の合計と一致している",
    en: "folded balances equal their lines",
  },
  title_passes_whole: {
    ja: "所有権の移る数量が両社で一致している",
    en: "as many pieces come in as went out where title passes",
  },
  promises_fit: {
    ja: "仮押さえの合計が各日の空きに収まっている",
    en: "held dates add up and stay within what is free",
  },
  plans_are_current: {
    ja: "生産計画が、記録から計算し直した計画と一致している",
    en: "each kept plan is what planning its records anew gives",
  },
  audit_is_sealed: { ja: "監査記録の連鎖が切れていない", en: "the audit chain is unbroken" },
};

/** What may be on its way between two companies. */
const TRANSIT: Readonly<Record<string, { ja: string; en: string }>> = {
  payments: { ja: "送金済み・未入金の支払", en: "payments sent and not yet received" },
  openingItems: { ja: "回答待ちの引継残高", en: "opening items that wait for an answer" },
  acceptances: { ja: "片側だけに記帳された検収", en: "acceptances only one side has booked" },
};

/** Plans are compared by planning anew, which no statement can do. */
async function examineKeptPlans(installation: Installation) {
  const databases = openDatabases(installation);
  try {
    return await examinePlans(databases);
  } finally {
    await databases.close();
  }
}

export const doctorCommand: Command = {
  name: "doctor",
  summary: {
    ja: "設置・移行・取引モデルの不変条件を実データで確かめます",
    en: "examine the installation, its migrations and every invariant on live data",
  },
  usage: "[--data DIR]",
  options: [DATA_HELP],
  async run(args, { env, say, progress, language }) {
    const { values } = readOptions(args, DATA_OPTION);
    const installation = await reachInstallation(placeOf(values.data, env), env, progress);
    try {
      const walls = await checkWalls(installation);
      const { findings: stated, inTransit, marks } = await examine(installation.job);
      const findings = [...stated, await examineKeptPlans(installation)];
      const lines = findings.map(({ invariant, compared, broken, examples }) => {
        const words = WORDS[invariant]?.[language] ?? invariant;
        if (broken > 0) return `✗ ${words} [${invariant}]: ${broken}/${compared} (${examples.join(", ")})`;
        return compared > 0 ? `✓ ${words} [${invariant}]: ${compared}` : `– ${words} [${invariant}]: 0`;
      });
      for (const { what, count, ids } of inTransit)
        lines.push(`→ ${TRANSIT[what]?.[language] ?? what}: ${[count, ...ids].join(" ")}`);
      const broken = findings.filter((finding) => finding.broken > 0);
      const unseen = findings.filter((finding) => finding.compared === 0);
      const sound = broken.length === 0 && walls.length === 0;
      const behind = marks.map(({ name, seconds }) => `${name} ${seconds.toFixed(1)}s`).join(", ");
      say({
        ja: [
          walls.length === 0 ? "✓ データベースの壁は立っています。" : `✗ 壁に穴があります: ${walls.join("; ")}`,
          ...lines,
          `封印・集計の遅れ: ${behind}`,
          sound
            ? `壊れた不変条件はありません（${findings.length - unseen.length}件を確認、${unseen.length}件は比べる対象なし）。`
            : `壊れています: ${[...broken.map((one) => one.invariant), ...(walls.length ? ["walls"] : [])].join(", ")}`,
        ].join("\n"),
        en: [
          walls.length === 0 ? "✓ the database's walls stand." : `✗ the walls have holes: ${walls.join("; ")}`,
          ...lines,
          `behind: ${behind}`,
          sound
            ? `Nothing is broken (${findings.length - unseen.length} invariants passed, ${unseen.length} had nothing to compare and are not passed).`
            : `Broken: ${[...broken.map((one) => one.invariant), ...(walls.length ? ["walls"] : [])].join(", ")}`,
        ].join("\n"),
      });
      return sound ? 0 : 1;
    } finally {
      await installation.stop();
    }
  },
};
