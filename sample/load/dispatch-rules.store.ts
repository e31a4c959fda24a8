import { insertAll } from "../../server/platform/db/index.ts";
import { newId, settleAll, type Tx } from "../../server/platform/index.ts";
import type { DispatchRuleRow } from "../records.ts";
import type { OwnCodes } from "./masters.store.ts";
import { found } from "./must.ts";

/** The window's rules: how each of its items is split along the chain, and who does which step. */
export async function insertDispatchRules(
  tx: Tx,
  groupId: string,
  rules: readonly DispatchRuleRow[],
  own: OwnCodes,
  companyId: (code: string) => string,
): Promise<void> {
  const withIds = rules.map((rule) => ({ id: newId(), rule, item: found(own.items, rule.itemCode, "item") }));
  await settleAll([
    insertAll(
      tx,
      "dispatch_rule",
      withIds.map(({ id, rule, item }) => ({
        company_id: tx.companyId,
        id,
        name: rule.name,
        group_id: groupId,
        item_id: item.id,
        form: rule.form,
        earning: rule.earning,
        choice: rule.choice,
        // Agreed prices leave the window its fee already; a rule names one only where it is taken off before shares by weight.
        fee_percent: rule.earning === "weights" ? rule.feePercent : "0",
        is_automatic: rule.isAutomatic,
      })),
    ),
    insertAll(
      tx,
      "dispatch_step",
      withIds.flatMap(({ id, rule, item }) =>
        rule.steps.map((step) => ({
          company_id: tx.companyId,
          rule_id: id,
          step_number: step.stepNumber,
          feeds_step_number: step.feedsStepNumber,
          quantity_per: step.quantityPer,
          process_code: step.processCode,
          process_name: step.processName,
          member_id: companyId(step.memberCode),
          code: step.code,
          unit_decimals: item.unitDecimals,
          yield: step.yield,
          lead_time_days: step.leadTimeDays,
          weight: step.weight,
        })),
      ),
    ),
  ]);
}
