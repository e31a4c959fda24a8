import { decimal, type Outcome } from "../../domain/shared/index.ts";
import {
  plantCalendar,
  plantItems,
  plantPartner,
  plantPlaces,
  type TestCompany,
  type World,
} from "../../tests/support/world.ts";
import { insertAll } from "../platform/db/index.ts";
import { newId, type Tx } from "../platform/index.ts";
import { placeTrade } from "../trade/index.ts";
import { planNow } from "./plan-run.service.ts";
import { listPlannedOrders, type PlannedOrderRow } from "./planned-order.store.ts";

/** A Wednesday; 2026-04-29 is a holiday. */
export const TODAY = "2026-04-01";

/** The value of what was not refused. */
export function done<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
}

type Columns = Readonly<Record<string, unknown>>;
type Item = Columns & { readonly code: string };
type Lines = readonly (readonly [parent: string, component: string, quantity: string])[];

/** A company that makes things, with its items by code and a card each of who buys of it and who sells to it, both outside the platform. */
export interface Factory {
  readonly company: TestCompany;
  readonly items: Record<string, string>;
  readonly customer: string;
  readonly supplier: string;
  readonly workCenter: string;
}

/** What a factory makes, what it buys of its supplier, and how: each of `routed` in one operation at the one work centre. */
interface Making {
  readonly roles?: string[];
  readonly made: readonly Item[];
  readonly bought: readonly Item[];
  readonly structure: Lines;
  readonly workCenter?: Columns;
  readonly routed: readonly string[];
  readonly operation?: Columns;
}

/** A company and what it makes. */
async function plantMaker(world: World, name: string, making: Making): Promise<Factory> {
  const company = await world.company(name, making.roles && { roles: making.roles });
  const customer = await plantPartner(world, company, "C1");
  const supplier = await plantPartner(world, company, "S1");
  const workCenter = newId();
  const items = await world.as(company, async (tx) => {
    await plantPlaces(tx);
    const bought = { supply: "buy", category: "part", purchase_price: "100", purchase_partner_id: supplier };
    const planted = await plantItems(tx, [...making.made, ...making.bought.map((item) => ({ ...bought, ...item }))]);
    await plantStructure(tx, planted, making.structure);
    const center = { company_id: tx.companyId, id: workCenter, code: "W1", name: "組立", ...making.workCenter };
    await plantCalendar(tx);
    await insertAll(tx, "work_center", [center]);
    await insertAll(
      tx,
      "routing_operation",
      making.routed.map((code) => ({
        ...{ company_id: tx.companyId, id: newId(), item_id: planted[code], operation_number: 10 },
        ...{ name: center.name, work_center_id: workCenter, run_minutes_per_unit: "1", ...making.operation },
      })),
    );
    return planted;
  });
  return { company, items, customer, supplier, workCenter };
}

/** Bicycles of a frame and two wheels; frames are welded of four tubes; wheels and tubes are bought. */
function plantFactory(world: World, name: string): Promise<Factory> {
  return plantMaker(world, name, {
    made: [
      { code: "BIKE", lead_time_days: 2, sales_price: "50000" },
      { code: "FRAME", category: "assembly", lead_time_days: 3, yield: "0.9" },
    ],
    bought: [
      { code: "WHEEL", lead_time_days: 5 },
      { code: "TUBE", lead_time_days: 10 },
    ],
    structure: [
      ["BIKE", "FRAME", "1"],
      ["BIKE", "WHEEL", "2"],
      ["FRAME", "TUBE", "4"],
    ],
    routed: ["BIKE", "FRAME"],
  });
}

/** What items are made of. */
export async function plantStructure(tx: Tx, items: Readonly<Record<string, string>>, lines: Lines): Promise<void> {
  await insertAll(
    tx,
    "bill_of_material_line",
    lines.map(([parent, component, quantity]) => ({
      ...{ company_id: tx.companyId, id: newId(), quantity },
      ...{ parent_item_id: items[parent], component_item_id: items[component] },
    })),
  );
}

interface OrderLine {
  readonly item: string;
  readonly quantity: string | number;
  readonly on: string;
}

/** An order of either side, agreed today at 1000 yen unless said. @returns its trade */
function placeOrder(
  world: World,
  company: TestCompany,
  side: "S" | "B",
  partnerId: string,
  lines: readonly OrderLine[],
  more: { readonly firstState?: "confirmed" | "placed"; readonly orderedOn?: string; readonly unitPrice?: number } = {},
): Promise<string> {
  const { firstState = "confirmed", orderedOn = TODAY, unitPrice = 1000 } = more;
  return world.as(company, async (tx) => {
    const priced = lines.map(({ item, quantity, on }) => ({
      ...{ item, quantity: decimal(quantity), wantedOn: on, unitPrice: decimal(unitPrice) },
    }));
    return done(await placeTrade(tx, { side, partnerId, firstState, orderedOn, lines: priced })).tradeId;
  });
}

/** The customer orders an item. @returns the trade */
function sell(world: World, { company, customer }: Factory, item: string, quantity: string, on: string) {
  return placeOrder(world, company, "S", customer, [{ item, quantity, on }]);
}

/** Plans a year from today on. */
function plan(world: World, company: TestCompany) {
  return world.as(company, (tx) => planNow(tx, { planFrom: TODAY, horizonDays: 365 }));
}

/** What the plan proposes. */
function orders(world: World, company: TestCompany, state: "open" | "all" = "open"): Promise<PlannedOrderRow[]> {
  return world.as(company, async (tx) => done(await listPlannedOrders(tx, { limit: 200, state })).rows);
}

/** What can be planted and done in a test's world: `const { plantFactory, sell } = factoriesIn(() => world)`. */
export function factoriesIn(world: () => World) {
  return {
    plantMaker: bound(world, plantMaker),
    plantFactory: bound(world, plantFactory),
    placeOrder: bound(world, placeOrder),
    sell: bound(world, sell),
    plan: bound(world, plan),
    orders: bound(world, orders),
  };
}
function bound<Given extends unknown[], Answer>(world: () => World, work: (world: World, ...given: Given) => Answer) {
  return (...given: Given) => work(world(), ...given);
}
