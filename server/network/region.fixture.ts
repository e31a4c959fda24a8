import type { DispatchRule, DispatchStep } from "../../domain/network/index.ts";
import { decimal } from "../../domain/shared/index.ts";
import {
  createWorld,
  plantAgreement,
  plantItems,
  plantPartner,
  plantPlaces,
  type TestCompany,
  type World,
} from "../../tests/support/world.ts";
import { insertAll, query } from "../platform/db/index.ts";
import { newId } from "../platform/index.ts";
import { insertRules } from "./rule.store.ts";

/** A small region for tests: a maker outside, a window, and members one after the other, each with its stage item. */
export interface Region {
  readonly world: World;
  readonly window: TestCompany;
  readonly members: readonly TestCompany[];
  readonly groupId: string;
  readonly maker: string;
  /** The window's item. */
  readonly itemId: string;
  readonly ruleId: string;
  close(): Promise<void>;
}

export interface RegionOptions {
  readonly form?: "relay" | "processing";
  readonly earning?: "agreed_price" | "weights";
  readonly feePercent?: string;
  readonly standingQuantity?: string;
  /** One per member: process, yield, lead time, weight, agreed price. */
  readonly steps: readonly { process: string; yield?: string; leadTimeDays?: number; weight?: bigint; price: string }[];
  readonly unsigned?: readonly number[];
  readonly isAutomatic?: boolean;
  /** In processing the window owns the goods: without this its masters say what comes out of each step, FR-S1, FR-S2 … of BAR. */
  readonly withoutMasters?: boolean;
}

/** Members step by step: member i sells `FR-1-<i>` to member i+1 (relay) or to the window (processing, and the last one always). */
export async function createRegion(options: RegionOptions): Promise<Region> {
  const { form = "relay", earning = "agreed_price" } = options;
  const world = await createWorld();
  const window = await world.company("結び窓口", { isWindow: true });
  const members: TestCompany[] = [];
  for (const { process } of options.steps) members.push(await world.company(`${process}工業`));
  const groupId = newId();
  await world.databases.auth.query("select guard.found_group($1, $2, '', $3, '共同受注')", [
    groupId,
    "結び共同受注会",
    window.id,
  ]);
  for (const [index, member] of members.entries()) {
    await world.databases.auth.query("select guard.join_group($1, $2, $3, $4)", [
      groupId,
      member.id,
      member.name,
      [options.steps[index]!.process],
    ]);
    if (!options.unsigned?.includes(index))
      await world.as(member, (tx) => query(tx, "select guard.sign_dispatch($1)", [groupId]));
  }
  for (const company of [window, ...members]) await world.as(company, plantPlaces);
  const codes = options.steps.map((_step, index) => `FR-1-${index + 1}`);
  const last = options.steps.length - 1;
  const windowItems = await world.as(window, (tx) =>
    plantItems(tx, [
      { code: "FR-1", name: "フレーム", sales_price: "1000", supply: "buy", category: "finished" },
      ...codes.map((code) => ({ code, category: "processing", supply: "subcontract" })),
    ]),
  );
  const maker = await plantPartner(world, window, "MAKER");
  for (const [index, seller] of members.entries()) {
    const isLast = index === last || form === "processing";
    const buyer = isLast ? window : members[index + 1]!;
    const code = codes[index]!;
    const category = form === "processing" ? "processing" : "stage";
    const sold = await world.as(seller, (tx) => plantItems(tx, [{ code, category }]));
    const bought = isLast
      ? form === "processing"
        ? windowItems[code]!
        : windowItems["FR-1"]!
      : (await world.as(buyer, (tx) => plantItems(tx, [{ code: `${code}-IN`, category: "stage", supply: "buy" }])))[
          `${code}-IN`
        ]!;
    const { agreementId } = await plantAgreement(
      world,
      seller,
      buyer,
      [
        {
          code,
          sellerItemId: sold[code]!,
          buyerItemId: bought,
          unitPrice: options.steps[index]!.price,
          standingQuantity: options.standingQuantity ?? "500",
          leadTimeDays: options.steps[index]!.leadTimeDays ?? 0,
          form: form === "processing" ? "processing" : "goods",
        },
      ],
      earning === "weights" ? { terms: { pricesByWeight: true } } : {},
    );
    if (!agreementId) throw new Error("no agreement");
  }
  const rule: DispatchRule = {
    id: newId(),
    name: "フレーム",
    groupId,
    itemId: windowItems["FR-1"]!,
    itemGroupCode: "",
    priority: 100,
    form,
    earning,
    choice: "by_item",
    feePercent: decimal(options.feePercent ?? 0),
    isAutomatic: options.isAutomatic ?? true,
    isActive: true,
    steps: options.steps.map(
      (step, index): DispatchStep => ({
        stepNumber: (index + 1) * 10,
        feedsStepNumber: index === last ? null : (index + 2) * 10,
        quantityPer: decimal(1),
        processCode: step.process,
        processName: step.process,
        code: codes[index]!,
        unitDecimals: 0,
        yield: decimal(step.yield ?? 1),
        leadTimeDays: step.leadTimeDays ?? 0,
        weight: step.weight ?? 1n,
        members: [{ memberId: members[index]!.id, sharePercent: decimal(100) }],
      }),
    ),
  };
  await world.as(window, (tx) => insertRules(tx, [rule]));
  const region: Region = {
    world,
    window,
    members,
    groupId,
    maker,
    itemId: windowItems["FR-1"]!,
    ruleId: rule.id,
    close: () => world.close(),
  };
  if (form === "processing" && !options.withoutMasters) await plantGoods(region, options.steps);
  return region;
}

/** What comes out of each step is an item of the window's, made out of house of what came before. */
export async function plantGoods(region: Region, steps: RegionOptions["steps"]): Promise<void> {
  const { window, world, members } = region;
  await world.admin.query("update app.item set supply = 'subcontract' where company_id = $1 and code = 'FR-1'", [
    window.id,
  ]);
  await world.as(window, async (tx) => {
    await plantItems(tx, [
      { code: "BAR", category: "material", supply: "buy" },
      ...steps.slice(1).map((_, at) => ({ code: `FR-S${at + 1}`, category: "stage", supply: "subcontract" })),
    ]);
    const items = await query<{ id: string; code: string }>(tx, "select id, code from app.item where company_id = $1", [
      window.id,
    ]);
    const id = (code: string) => items.find((one) => one.code === code)!.id;
    for (const [at, step] of steps.entries()) {
      const output = id(at === steps.length - 1 ? "FR-1" : `FR-S${at + 1}`);
      const [partner] = await query<{ id: string }>(
        tx,
        "select id from app.partner where company_id = $1 and linked_company_id = $2",
        [window.id, members[at]!.id],
      );
      await insertAll(tx, "routing_operation", [
        {
          ...{ company_id: window.id, id: newId(), item_id: output, operation_number: 10, name: step.process },
          ...{ work_center_id: null, yield: step.yield ?? "1", subcontract_partner_id: partner!.id },
          ...{ subcontract_item_id: id(`FR-1-${at + 1}`), subcontract_lead_time_days: step.leadTimeDays ?? 0 },
        },
      ]);
      const component = id(at === 0 ? "BAR" : `FR-S${at}`);
      await insertAll(tx, "bill_of_material_line", [
        {
          ...{ company_id: window.id, id: newId(), parent_item_id: output, component_item_id: component },
          ...{ quantity: "1", operation_number: 10 },
        },
      ]);
    }
  });
}
