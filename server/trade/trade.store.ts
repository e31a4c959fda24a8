import type { Decimal, PlainDate, Rounding, SellerTaxStatus, TaxCategory } from "../../domain/shared/index.ts";
import type { LineState } from "../../domain/trade/index.ts";
import { camel, insertAll, query } from "../platform/db/index.ts";
import { settleAll, type Tx } from "../platform/index.ts";

/** The two sides of a shared record: a company outside the platform is null, and a partner card of the other stands in its place. */
export interface Pair {
  readonly sellerId: string | null;
  readonly buyerId: string | null;
  readonly outsidePartnerId: string | null;
}

export const pairColumns = (pair: Pair) => ({ seller_id: pair.sellerId, buyer_id: pair.buyerId });

export interface PartnerCard {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly linkedCompanyId: string | null;
  readonly taxStatus: SellerTaxStatus;
  readonly registrationNumber: string | null;
  readonly taxRounding: Rounding;
  readonly creditLimitYen: bigint | null;
  readonly isActive: boolean;
}

export async function findPartner(tx: Tx, partnerId: string): Promise<PartnerCard | undefined> {
  const [row] = await query<{
    id: string;
    code: string;
    name: string;
    linked_company_id: string | null;
    tax_status: SellerTaxStatus;
    registration_number: string | null;
    tax_rounding: Rounding;
    credit_limit_yen: bigint | null;
    is_active: boolean;
  }>(
    tx,
    {
      name: "trade.partner",
      text: "select id, code, name, linked_company_id, tax_status, registration_number, tax_rounding, credit_limit_yen, is_active from app.partner where company_id = $1 and id = $2",
    },
    [tx.companyId, partnerId],
  );
  return (
    row && {
      id: row.id,
      code: row.code,
      name: row.name,
      linkedCompanyId: row.linked_company_id,
      taxStatus: row.tax_status,
      registrationNumber: row.registration_number,
      taxRounding: row.tax_rounding,
      creditLimitYen: row.credit_limit_yen,
      isActive: row.is_active,
    }
  );
}

export interface OwnItem {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly category: string;
  readonly taxCategory: TaxCategory;
  readonly salesPrice: Decimal | null;
  readonly purchasePrice: Decimal | null;
  readonly leadTimeDays: number;
  readonly isActive: boolean;
  readonly factors: Readonly<Record<string, string>>;
}

/** Own items by id or code, with their unit conversions. */
export async function findOwnItems(tx: Tx, ids: readonly string[], codes: readonly string[]): Promise<OwnItem[]> {
  const rows = await query<{
    id: string;
    code: string;
    name: string;
    unit: string;
    category: string;
    tax_category: TaxCategory;
    sales_price: Decimal | null;
    purchase_price: Decimal | null;
    lead_time_days: number;
    is_active: boolean;
    factors: Record<string, string>;
  }>(
    tx,
    {
      name: "trade.items",
      // The words stand behind a select, which keeps their number from the planner: with it in sight, each call is planned anew.
      text: `select i.id, i.code, i.name, i.unit, i.category, i.tax_category, i.sales_price, i.purchase_price, i.lead_time_days, i.is_active,
          coalesce((select jsonb_object_agg(u.unit, u.factor::text) from app.item_unit u where u.company_id = i.company_id and u.item_id = i.id), '{}') factors
        from app.item i where i.company_id = $1 and (i.id = any(array(select unnest($2::uuid[]))) or i.code = any(array(select unnest($3::text[]))))`,
    },
    [tx.companyId, ids, codes],
  );
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    name: row.name,
    unit: row.unit,
    category: row.category,
    taxCategory: row.tax_category,
    salesPrice: row.sales_price,
    purchasePrice: row.purchase_price,
    leadTimeDays: row.lead_time_days,
    isActive: row.is_active,
    factors: row.factors,
  }));
}

export interface NewTrade extends Pair {
  readonly id: string;
  readonly agreementId: string | null;
  readonly dispatcherId?: string | null;
  readonly chainId?: string | null;
  readonly number: string;
  readonly outsideNumber: string;
  readonly form: "goods" | "processing";
  readonly firstState: LineState;
  readonly bookedAt: string;
  readonly isOneStep: boolean;
  readonly orderedOn: PlainDate;
  readonly validUntil?: PlainDate | null;
  readonly title: string;
  readonly deliverTo: string;
  readonly isHistory?: boolean;
  readonly lines: readonly NewTradeLine[];
}

export interface NewTradeLine {
  readonly lineNumber: number;
  readonly agreementLineNumber: number | null;
  readonly code: string;
  readonly description: string;
  readonly sellerItemId: string | null;
  readonly buyerItemId: string | null;
  readonly sellerFactor: Decimal | string;
  readonly buyerFactor: Decimal | string;
  readonly quantity: Decimal;
  readonly unit: string;
  readonly unitPrice: Decimal;
  readonly isProvisional: boolean;
  readonly amountYen: bigint;
  readonly taxCategory: TaxCategory;
  readonly wantedOn: PlainDate;
  readonly promisedOn: PlainDate | null;
  /** Of a quotation. */
  readonly validUntil?: PlainDate | null;
  readonly state: LineState;
}

/** Writes shared trades and their lines; the faces of both sides are made by the database. */
export async function insertTrades(tx: Tx, trades: readonly NewTrade[]): Promise<void> {
  // Sent together: the connection keeps their order, so the lines find their trade.
  await settleAll([
    insertAll(
      tx,
      "trade",
      trades.map((trade) => ({
        id: trade.id,
        ...pairColumns(trade),
        outside_partner_id: trade.outsidePartnerId,
        agreement_id: trade.agreementId,
        dispatcher_id: trade.dispatcherId ?? null,
        chain_id: trade.chainId ?? null,
        number: trade.number,
        outside_number: trade.outsideNumber,
        form: trade.form,
        first_state: trade.firstState,
        booked_at: trade.bookedAt,
        is_one_step: trade.isOneStep,
        ordered_on: trade.orderedOn,
        wanted_on: trade.lines.map((line) => line.wantedOn).sort()[0] ?? null,
        valid_until: trade.validUntil ?? null,
        total_yen: trade.lines.reduce((sum, line) => sum + line.amountYen, 0n),
        title: trade.title,
        deliver_to: trade.deliverTo,
        is_history: trade.isHistory ?? false,
      })),
    ),
    insertAll(
      tx,
      "trade_line",
      trades.flatMap((trade) =>
        trade.lines.map((line) => ({
          trade_id: trade.id,
          line_number: line.lineNumber,
          ...pairColumns(trade),
          agreement_line_number: line.agreementLineNumber,
          code: line.code,
          description: line.description,
          seller_item_id: line.sellerItemId,
          buyer_item_id: line.buyerItemId,
          seller_factor: line.sellerFactor,
          buyer_factor: line.buyerFactor,
          quantity: line.quantity,
          unit: line.unit,
          unit_price: line.unitPrice,
          is_provisional: line.isProvisional,
          amount_yen: line.amountYen,
          tax_category: line.taxCategory,
          wanted_on: line.wantedOn,
          promised_on: line.promisedOn,
          valid_until: line.validUntil ?? null,
          state: line.state,
        })),
      ),
    ),
  ]);
}

export interface TradeHead extends Pair {
  readonly id: string;
  readonly number: string;
  readonly agreementId: string | null;
  readonly dispatcherId: string | null;
  readonly chainId: string | null;
  readonly form: "goods" | "processing";
  readonly bookedAt: "shipment" | "receipt" | "acceptance";
  readonly isOneStep: boolean;
  readonly orderedOn: PlainDate;
}

export interface TradeLineRow {
  readonly tradeId: string;
  readonly lineNumber: number;
  readonly code: string;
  readonly description: string;
  readonly quantity: Decimal;
  readonly unit: string;
  readonly unitPrice: Decimal;
  readonly amountYen: bigint;
  readonly taxCategory: TaxCategory;
  readonly wantedOn: PlainDate;
  readonly promisedOn: PlainDate | null;
  readonly validUntil: PlainDate | null;
  readonly state: LineState;
  readonly answer: string;
  readonly revision: number;
  readonly isProvisional: boolean;
  readonly agreementLineNumber: number | null;
  readonly sellerItemId: string | null;
  readonly buyerItemId: string | null;
  readonly sellerFactor: Decimal;
  readonly buyerFactor: Decimal;
}

/** Shared heads by id, as far as the acting company may see them. */
export async function loadTrades(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, TradeHead>> {
  const rows = await query<Record<string, unknown>>(
    tx,
    {
      name: "trade.heads",
      text: "select id, seller_id, buyer_id, outside_partner_id, number, agreement_id, dispatcher_id, chain_id, form, booked_at, is_one_step, ordered_on from app.trade where id = any(array(select unnest($1::uuid[])))",
    },
    [ids],
  );
  return new Map(rows.map((row) => [row.id as string, camel<TradeHead>(row)]));
}

const LINE_COLUMNS =
  "trade_id, line_number, code, description, quantity, unit, unit_price, amount_yen, tax_category, wanted_on, promised_on, valid_until, state, answer, revision, is_provisional, agreement_line_number, seller_item_id, buyer_item_id, seller_factor, buyer_factor";

/** Lines of trades; locked when a command is about to move them. */
export async function loadTradeLines(tx: Tx, tradeIds: readonly string[], lock = false): Promise<TradeLineRow[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    {
      name: lock ? "trade.lines.lock" : "trade.lines",
      text: `select ${LINE_COLUMNS} from app.trade_line where trade_id = any(array(select unnest($1::uuid[]))) order by trade_id, line_number${lock ? " for update" : ""}`,
    },
    [tradeIds],
  );
  return rows.map((row) => camel<TradeLineRow>(row));
}

export interface SideFacts {
  readonly tradeId: string;
  readonly lineNumber: number;
  readonly companyId: string;
  readonly side: "S" | "B";
  readonly partnerId: string | null;
  readonly itemId: string | null;
  readonly category: string | null;
  readonly isLotTracked: boolean;
  readonly factor: Decimal;
  readonly purpose: "material" | "merchandise" | "expense" | "asset" | "outside_processing";
  readonly workOrderId: string | null;
  readonly places: {
    readonly storage: string | null;
    readonly receiving: string | null;
    readonly transit: string | null;
    readonly customer: string | null;
    readonly supplier: string | null;
    readonly production: string | null;
  };
  readonly taxStatus: SellerTaxStatus;
  readonly taxRounding: Rounding;
}

/** What must be known of each side of these trades to write both sides' reactions: own items, places, purpose, tax settings. The other side only once its door is open. */
export async function loadSideFacts(tx: Tx, tradeIds: readonly string[]): Promise<SideFacts[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    {
      name: "trade.sides",
      text: "select trade_id, line_number, company_id, side, partner_id, item_id, category, is_lot_tracked, factor, purpose, work_order_id, storage_place_id, receiving_place_id, transit_place_id, customer_place_id, supplier_place_id, production_place_id, tax_status, tax_rounding from guard.side_facts($1::uuid[])",
    },
    [tradeIds],
  );
  return rows.map((row) => {
    const facts = camel<Omit<SideFacts, "places"> & Record<`${keyof SideFacts["places"]}PlaceId`, string | null>>(row);
    const { storagePlaceId, receivingPlaceId, transitPlaceId, customerPlaceId, supplierPlaceId, productionPlaceId } =
      facts;
    const places = {
      storage: storagePlaceId,
      receiving: receivingPlaceId,
      transit: transitPlaceId,
      customer: customerPlaceId,
      supplier: supplierPlaceId,
      production: productionPlaceId,
    };
    return { ...facts, places };
  });
}

/** Closing and payment days on my card of a partner, where no agreement says otherwise. */
export async function loadPartnerTerms(
  tx: Tx,
  partnerId: string,
): Promise<{ closingDay: number; paymentMonthOffset: number; paymentDay: number; holidayShift: "previous" | "next" }> {
  const [row] = await query<Record<string, unknown>>(
    tx,
    {
      name: "trade.partnerTerms",
      text: "select closing_day, payment_month_offset, payment_day, holiday_shift from app.partner where company_id = $1 and id = $2",
    },
    [tx.companyId, partnerId],
  );
  return camel(row!);
}

/** How the acting company stands in the consumption tax, and how it rounds. */
export async function loadOwnTaxStatus(tx: Tx): Promise<{ taxStatus: SellerTaxStatus; taxRounding: Rounding }> {
  const [row] = await query<{ tax_status: SellerTaxStatus; tax_rounding: Rounding }>(
    tx,
    { name: "trade.ownTax", text: "select tax_status, tax_rounding from app.company where company_id = $1" },
    [tx.companyId],
  );
  return { taxStatus: row!.tax_status, taxRounding: row!.tax_rounding };
}

/** Which side the acting company has in a trade; undefined for a trade of others. */
export async function sideOf(tx: Tx, tradeId: string): Promise<"S" | "B" | undefined> {
  const [row] = await query<{ side: "S" | "B" }>(
    tx,
    { name: "trade.side", text: "select side from app.trade_face where company_id = $1 and trade_id = $2" },
    [tx.companyId, tradeId],
  );
  return row?.side;
}
