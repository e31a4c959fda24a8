import { type PriceListRow, priceListTable } from "../../domain/agreements/index.ts";
import { changedColumns, type TableRow } from "../../domain/shared/index.ts";
import { type ImportTarget, newId, type PlannedAction, type RowDecision, type Tx } from "../platform/index.ts";
import { insertAgreement, insertItems, insertPrices } from "./agreement.store.ts";
import { UNSAID } from "./agreement-view.ts";
import {
  findPriceLists,
  listPricesForExport,
  type PricedOwnItem,
  type PriceList,
  type PriceListPartner,
} from "./price-list.store.ts";

interface PriceAction {
  readonly row: PriceListRow;
  readonly partner: PriceListPartner;
  readonly item: PricedOwnItem;
}
type Decision = RowDecision<PriceListRow, PriceAction>;

/**
 * Prices from a file, for partners outside the platform: they are in force at once, in the partner's agreement, which is begun where
 * there is none. A price that stands is never changed; a new one begins on another day.
 */
export const priceListImport: ImportTarget<PriceListRow, Tx, PriceAction> = {
  spec: priceListTable,
  async resolve(tx, rows, { isFromShiftJis }) {
    const found = await findPriceLists(
      tx,
      [...new Set(rows.map((row) => row.values.partnerCode))],
      [...new Set(rows.map((row) => row.values.item))],
    );
    // What stands with a company on the platform is in the file too: it is unchanged, not refused.
    const isShared = found.partners.some((partner) => partner.linkedCompanyId);
    const standing = new Map((isShared ? await listPricesForExport(tx) : []).map((row) => [keyOf(row), row]));
    return rows.map((row) => {
      const stored = standing.get(keyOf(row.values));
      const isSame = stored && changedColumns(priceListTable, stored, row.values, isFromShiftJis).length === 0;
      return isSame ? { does: "unchanged" } : decide(row, found);
    });
  },
  async apply(tx, actions) {
    const groups = new Map<string, PlannedAction<PriceAction>[]>();
    for (const action of actions) {
      const key = `${action.action.partner.id}/${action.action.row.side}`;
      groups.set(key, [...(groups.get(key) ?? []), action]);
    }
    for (const group of groups.values())
      await addPrices(
        tx,
        group.map(({ action }) => action),
      );
  },
};

const keyOf = (row: PriceListRow) => JSON.stringify(priceListTable.naturalKey.map((key) => row[key] ?? null));

type Found = Awaited<ReturnType<typeof findPriceLists>>;

function decide({ values: row }: TableRow<PriceListRow>, found: Found): Decision {
  const no = (field: keyof PriceListRow & string, code: string, values?: Record<string, string>): Decision => ({
    does: "problem",
    problems: [{ field, code, ...(values && { values }) }],
  });
  const partner = found.partners.find((one) => one.code === row.partnerCode);
  if (!partner) return no("partnerCode", "PARTNER_UNKNOWN");
  if (partner.linkedCompanyId) return no("partnerCode", "PRICES_NEED_BOTH", { partner: partner.name });
  const item = found.items.find((one) => one.code === row.item);
  if (!item) return no("item", "ITEM_UNKNOWN", { item: row.item });
  const list = listOf(found.lists, partner, row.side);
  const line = list?.items.find((one) => one.itemId === item.id);
  if (line && row.unit && row.unit !== line.unit) return no("unit", "PRICE_UNIT_DIFFERS", { unit: line.unit });
  if (!line && row.unit && row.unit !== item.unit && !item.factors[row.unit])
    return no("unit", "UNIT_WITHOUT_CONVERSION", { unit: row.unit, item: item.code });
  const stands = line?.prices.find(
    (price) => price.validFrom === row.validFrom && price.fromQuantity.equals(row.fromQuantity),
  );
  if (!stands) return { does: "insert", action: { row, partner, item } };
  if (stands.unitPrice.equals(row.unitPrice)) return { does: "unchanged" };
  return no("unitPrice", "PRICE_STANDS", { price: stands.unitPrice.toFixed() });
}

function listOf(lists: readonly PriceList[], partner: PriceListPartner, side: "seller" | "buyer") {
  return lists.find((list) => list.partnerId === partner.id && list.side === side);
}

async function addPrices(tx: Tx, actions: readonly PriceAction[]): Promise<void> {
  const { partner, row: first } = actions[0]!;
  const isSeller = first.side === "seller";
  const pair = { sellerId: isSeller ? tx.companyId : null, buyerId: isSeller ? null : tx.companyId };
  const found = await findPriceLists(tx, [partner.code], [...new Set(actions.map(({ item }) => item.code))]);
  let list = listOf(found.lists, partner, first.side);
  if (!list) {
    const id = newId();
    await insertAgreement(tx, {
      id,
      ...pair,
      outsidePartnerId: partner.id,
      sellerPartnerId: isSeller ? partner.id : null,
      buyerPartnerId: isSeller ? null : partner.id,
      sellerTaxStatus: isSeller ? found.ownTaxStatus : partner.taxStatus,
      sellerRegistrationNumber: isSeller ? null : partner.registrationNumber,
      versionNumber: 1,
      isSubcontractLaw: false,
      items: [],
      draft: {
        partnerId: partner.id,
        mySide: first.side,
        previousId: null,
        name: priceListTable.name.ja,
        validFrom: actions.map(({ row }) => row.validFrom).sort()[0]!,
        terms: {
          ...UNSAID,
          items: [],
          payment: { ...UNSAID.payment, ...partner.payment },
          taxRounding: partner.taxRounding,
        },
      },
    });
    list = { id, partnerId: partner.id, side: first.side, items: [], lastLine: 0 };
  }
  let lineNumber = list.lastLine;
  const fresh = new Map<string, PriceAction[]>();
  const prices = [];
  for (const action of actions) {
    const known = list.items.find((one) => one.itemId === action.item.id);
    if (known) prices.push({ lineNumber: known.lineNumber, ...priceOf(action.row) });
    else fresh.set(action.item.id, [...(fresh.get(action.item.id) ?? []), action]);
  }
  await insertItems(
    tx,
    list.id,
    pair,
    [...fresh.values()].map((group) => {
      const { item, row } = group[0]!;
      lineNumber += 1;
      const unit = row.unit || item.unit;
      const factor = unit === item.unit ? "1" : item.factors[unit]!;
      return {
        lineNumber,
        code: item.code,
        description: item.name,
        unit,
        taxCategory: item.taxCategory,
        sellerItemId: isSeller ? item.id : null,
        sellerItemCode: isSeller ? item.code : (row.partnerItem ?? ""),
        sellerFactor: isSeller ? factor : "1",
        buyerItemId: isSeller ? null : item.id,
        buyerItemCode: isSeller ? (row.partnerItem ?? "") : item.code,
        buyerFactor: isSeller ? "1" : factor,
        form: item.category === "processing" ? "processing" : "goods",
        leadTimeDays: row.leadTimeDays ?? item.leadTimeDays,
        standingQuantity: null,
        minimumQuantity: null,
        prices: group.map(({ row }) => priceOf(row)),
      };
    }),
  );
  await insertPrices(tx, list.id, pair, prices);
}

function priceOf(row: PriceListRow) {
  return {
    validFrom: row.validFrom,
    validTo: row.validTo ?? null,
    fromQuantity: row.fromQuantity,
    unitPrice: row.unitPrice,
    isProvisional: row.isProvisional ?? false,
  };
}
