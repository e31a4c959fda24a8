import { daysBetween } from "../../domain/shared/index.ts";
import type { AgreementLineRow, AgreementRow } from "../records.ts";
import type { AdventureWorks } from "./adventureworks.ts";
import { MAKER, memberAt, WINDOW } from "./companies.ts";
import type { PricedItem, PricedStep, RegionPrices } from "./company-costs.ts";
import { leadTimeDays, stepName } from "./member-items.ts";
import type { WorkLocation } from "./routings.ts";
import { madeLines } from "./sales-prices.ts";
import type { Structure } from "./structure.ts";
import { usageOf } from "./usage.ts";

/** ASSUMED. Up to this many pieces a member's order needs no person; every line of the 26 orders is within it. */
const STANDING_QUANTITY = "50";
/** ASSUMED. Here a person always confirms: special paint looks at its booth first. */
export const ASKS_A_PERSON: WorkLocation = 45;
/** ASSUMED. Polishing and the paint shops share a building: one scan hands over. */
const ONE_BUILDING: readonly WorkLocation[] = [30, 40, 45];

type Buyer = WorkLocation | "window";

/**
 * Who sells what to whom at what price: every stage item to the member of the next step, every component to the members
 * that use it, every catalogue item to the window, and the window's catalogue to the maker.
 */
export function regionAgreements(
  source: AdventureWorks,
  structure: Structure,
  prices: RegionPrices,
  validFrom: string,
): AgreementRow[] {
  const usage = usageOf(structure);
  const pairs = new Map<string, { seller: WorkLocation; buyer: Buyer; lines: AgreementLineRow[] }>();
  const sell = (priced: PricedItem, step: PricedStep, buyer: Buyer, unitPriceYen: bigint) => {
    const seller = step.step.location;
    const key = `${seller}-${buyer}`;
    const pair = pairs.get(key) ?? { seller, buyer, lines: [] };
    pairs.set(key, pair);
    pair.lines.push(line(priced, step, unitPriceYen));
  };
  for (const priced of prices.items.values()) {
    priced.steps.forEach((step, at) => {
      const next = priced.steps[at + 1];
      if (next) sell(priced, step, next.step.location, step.priceYen);
    });
    const last = priced.steps.at(-1)!;
    for (const user of usage.get(priced.item.product.id) ?? []) {
      if (user !== priced.item.owner) sell(priced, last, user, last.priceYen);
    }
    const offered = prices.catalogue.get(priced.item.product.id);
    if (offered) sell(priced, last, "window", offered.netYen);
  }
  const members = [...pairs.values()]
    .sort((a, b) => a.seller - b.seller || String(a.buyer).localeCompare(String(b.buyer)))
    .map(({ seller, buyer, lines }): AgreementRow => {
      const buyerCompany = buyer === "window" ? WINDOW : memberAt(buyer);
      const isOneStep = buyer !== "window" && ONE_BUILDING.includes(seller) && ONE_BUILDING.includes(buyer);
      return {
        ...TERMS,
        name: `${memberAt(seller).name}・${buyerCompany.name} 取引基本契約`,
        sellerCompanyCode: memberAt(seller).code,
        buyerCompanyCode: buyerCompany.code,
        buyerPartnerCode: null,
        validFrom,
        isOneStep,
        pricesByWeight: true,
        lines,
      };
    });
  return [...members, makerAgreement(source, prices, validFrom)];
}

const TERMS = { closingDay: 31, paymentMonthOffset: 1, paymentDay: 31 } as const;

function line(priced: PricedItem, step: PricedStep, unitPriceYen: bigint): AgreementLineRow {
  return {
    code: step.step.itemCode,
    description: stepName(priced.item.product, step).ja,
    unit: "EA",
    form: "goods",
    sellerItemCode: step.step.itemCode,
    buyerItemCode: step.step.itemCode,
    leadTimeDays: leadTimeDays(step, priced),
    standingQuantity: step.step.location === ASKS_A_PERSON ? null : STANDING_QUANTITY,
    prices: [{ fromQuantity: "0", unitPrice: String(unitPriceYen) }],
    freeIssue: [],
  };
}

/** The maker's price list. The lead time is the one of its orders: all of them are due the same number of days later. */
function makerAgreement(source: AdventureWorks, prices: RegionPrices, validFrom: string): AgreementRow {
  const orderIds = new Set(madeLines(source).map(({ orderId }) => orderId));
  const days = source.salesOrders
    .filter(({ id }) => orderIds.has(id))
    .map(({ orderedOn, dueOn }) => daysBetween(orderedOn, dueOn));
  return {
    ...TERMS,
    name: `${WINDOW.name}・${MAKER.name} 取引基本契約`,
    sellerCompanyCode: WINDOW.code,
    buyerCompanyCode: null,
    buyerPartnerCode: MAKER.code,
    validFrom,
    isOneStep: false,
    pricesByWeight: false,
    lines: [...prices.catalogue.values()].map(({ item, priceYen, breaks }) => {
      const { steps } = prices.items.get(item.product.id)!;
      return {
        ...line(prices.items.get(item.product.id)!, steps.at(-1)!, priceYen),
        buyerItemCode: null,
        leadTimeDays: Math.min(...days),
        standingQuantity: null,
        prices: [
          { fromQuantity: "0", unitPrice: String(priceYen) },
          ...breaks.map(({ fromQuantity, priceYen: at }) => ({
            fromQuantity: String(fromQuantity),
            unitPrice: String(at),
          })),
        ],
      };
    }),
  };
}
