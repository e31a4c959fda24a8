import { randomUUID } from "node:crypto";
import pg from "pg";
import type { BenchDatabase } from "./bench-database.ts";
import { agreementId, companyId, itemId } from "./region.ts";
import { countFilledTables } from "./statistics.ts";

/** Chains of three members each unless said otherwise: chain k runs through members k, k+1, k+2 of the ring 1…`members`. */
export interface WindowPlan {
  readonly members: number;
  /** Items of the window with a rule of their own, spread over the chains. */
  readonly items: number;
  /** Members of each chain. */
  readonly steps?: number;
}

export interface WindowWorld {
  readonly makerId: string;
  /** Codes of the items each chain makes: an order takes three of one chain. */
  readonly itemsOfChain: readonly (readonly string[])[];
  /** Members of each chain, the first step first. */
  readonly membersOfChain: readonly (readonly string[])[];
  /** The window's items with a rule, in the order they were planted. */
  readonly itemIds: readonly string[];
}

/**
 * Makes company 0 of a planted region the window of a group of all others: a maker outside, items with stage items at the members, prices
 * and standing rules in the existing agreements, and one automatic relay rule per item.
 */
export async function plantWindow(database: BenchDatabase, plan: WindowPlan): Promise<WindowWorld> {
  const client = new pg.Client(database.admin);
  client.on("error", () => undefined);
  await client.connect();
  const run = (text: string, values: unknown[] = []) => client.query(text, values);
  const window = companyId(0);
  const group = randomUUID();
  const maker = randomUUID();
  await run("insert into app.company_group (id, name, window_company_id) values ($1, 'ベンチ会', $2)", [group, window]);
  for (let m = 1; m <= plan.members; m++) {
    await run(
      "insert into app.group_member (group_id, company_id, name, dispatch_signed_on, process_codes) values ($1, $2, $3, current_date, '{}')",
      [group, companyId(m), `会社${m}`],
    );
  }
  await run(
    "insert into app.partner (company_id, id, code, name, is_customer) values ($1, $2, 'MAKER', '完成車メーカー', true)",
    [window, maker],
  );
  const length = plan.steps ?? 3;
  const ring = (chain: number) => Array.from({ length }, (_, step) => 1 + ((chain + step) % plan.members));
  const itemIds: string[] = [];
  const itemsOfChain: string[][] = Array.from({ length: plan.members }, () => []);
  let next = 50_000;
  const newItem = async (company: number, code: string, category: string): Promise<string> => {
    const id = itemId(company, next++);
    await run(
      "insert into app.item (company_id, id, code, name, supply, category, unit, sales_price) values ($1, $2, $3, $3, 'make', $4, '個', 1000)",
      [companyId(company), id, code, category],
    );
    return id;
  };
  const lines = new Map<string, number>();
  for (let i = 0; i < plan.items; i++) {
    const chain = i % plan.members;
    const members = ring(chain);
    const code = `F-${String(i).padStart(4, "0")}`;
    const finished = await newItem(0, code, "merchandise");
    itemIds.push(finished);
    const rule = randomUUID();
    await run(
      "insert into app.dispatch_rule (company_id, id, name, group_id, item_id, form, earning, choice, fee_percent, is_automatic) values ($1, $2, $3, $4, $5, 'relay', 'agreed_price', 'by_item', 3, true)",
      [window, rule, code, group, finished],
    );
    for (const [step, seller] of members.entries()) {
      const buyer = members[step + 1] ?? 0;
      const stage = `${code}-${step + 1}0`;
      const sold = await newItem(seller, stage, "stage");
      const bought = buyer === 0 ? finished : await newItem(buyer, `${stage}-IN`, "stage");
      const agreement = agreementId(seller, buyer);
      const line = (lines.get(agreement) ?? 0) + 1;
      lines.set(agreement, line);
      const pair = [agreement, line, companyId(seller), companyId(buyer)];
      // The agreements were planted as answered: what they hold is planted beside the trigger that would ask.
      await run("set session_replication_role = replica");
      await run(
        "insert into app.agreement_item (agreement_id, line_number, seller_id, buyer_id, code, description, unit, seller_item_id, seller_item_code, buyer_item_id, buyer_item_code, lead_time_days, standing_quantity) values ($1, $2, $3, $4, $5, $5, '個', $6, $5, $7, $5, 1, 100000)",
        [...pair, stage, sold, bought],
      );
      await run(
        "insert into app.agreement_price (agreement_id, line_number, seller_id, buyer_id, valid_from, unit_price) values ($1, $2, $3, $4, '2020-01-01', $5)",
        [...pair, (step + 1) * 300],
      );
      await run("set session_replication_role = origin");
      await run(
        "insert into app.dispatch_step (company_id, rule_id, step_number, feeds_step_number, process_code, process_name, member_id, code, lead_time_days, weight) values ($1, $2, $3, $4, $5, $5, $6, $7, 1, 1)",
        [
          window,
          rule,
          (step + 1) * 10,
          step === length - 1 ? null : (step + 2) * 10,
          `P${step + 1}`,
          companyId(seller),
          stage,
        ],
      );
    }
    itemsOfChain[chain]!.push(code);
  }
  await countFilledTables(client);
  await client.end();
  return {
    makerId: maker,
    itemsOfChain,
    membersOfChain: itemsOfChain.map((_, chain) => ring(chain).map(companyId)),
    itemIds,
  };
}
