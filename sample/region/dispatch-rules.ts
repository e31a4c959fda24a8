import type { DispatchRuleRow } from "../records.ts";
import { type Chain, chainOf } from "./chains.ts";
import { memberAt } from "./companies.ts";
import { isBicycle, isFrame, type RegionPrices } from "./company-costs.ts";
import { japaneseName } from "./japanese-names.ts";
import { STAGE_LEAD_TIME_DAYS } from "./member-items.ts";
import { WINDOW_FEE_PERCENT } from "./sales-prices.ts";

/**
 * How the window splits an order of each catalogue item. Relay throughout: each step buys from the step before.
 *
 * Frames, and items one member makes alone, go at agreed prices. Bicycles, handlebars, forks and derailleurs go by weight
 * of step cost, because their parts are agreed at what is left for them inside a bicycle. Orders of parts need nobody at
 * the window.
 */
export function dispatchRules(prices: RegionPrices): DispatchRuleRow[] {
  return [...prices.catalogue.keys()].flatMap((productId) => {
    const chain = chainOf(prices, productId);
    return chain ? [ruleOf(chain)] : [];
  });
}

function ruleOf({ priced, steps }: Chain): DispatchRuleRow {
  const { item } = priced;
  const name = japaneseName(item.product.name).ja;
  return {
    name: `${name}：工程別`,
    itemCode: item.product.number,
    form: "relay",
    earning: isFrame(item) || steps.length === 1 ? "agreed_price" : "weights",
    choice: "by_process",
    feePercent: String(WINDOW_FEE_PERCENT),
    isAutomatic: !isFrame(item) && !isBicycle(item),
    steps: steps.map(({ location, code, weight }, at) => {
      const isLast = at === steps.length - 1;
      const { code: memberCode, process, processCode } = memberAt(location);
      return {
        stepNumber: at + 1,
        feedsStepNumber: isLast ? null : at + 2,
        quantityPer: "1",
        processCode,
        processName: process,
        memberCode,
        code,
        yield: "1",
        leadTimeDays: isLast ? item.product.daysToManufacture : STAGE_LEAD_TIME_DAYS,
        weight,
      };
    }),
  };
}
