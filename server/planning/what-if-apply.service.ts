import { permissionsOf } from "../../domain/companies/index.ts";
import {
  applyChanges,
  dayOfReceipt,
  type PlanInput,
  type WhatIfApplied,
  type WhatIfApplyPreview,
  type WhatIfApplyWish,
  type WhatIfCapacity,
  type WhatIfChange,
  type WhatIfItem,
  type WhatIfNeed,
  type WhatIfReceipt,
} from "../../domain/planning/index.ts";
import {
  Decimal,
  decimal,
  type Outcome,
  ok,
  type PlainDate,
  type Refusal,
  refuse,
  refuseAll,
} from "../../domain/shared/index.ts";
import { changeItem, loadItem } from "../items/index.ts";
import { audit, createDraft, newId, type Tx } from "../platform/index.ts";
import { editWorkOrder, findWorkOrder } from "../production/index.ts";
import { proposeChange } from "../trade/index.ts";
import { addForecast, changeForecast } from "./forecast.service.ts";
import { findForecast } from "./forecast.store.ts";
import { findItemName } from "./record-names.store.ts";
import { earlierOf, loadRecords, unknownCenters } from "./what-if.service.ts";
import { findForecastOf, findPartnerName, findPurchaseLine, orderedFor, type PurchaseLine } from "./what-if.store.ts";

type Told = WhatIfApplyPreview["steps"][number];
type Written = Omit<WhatIfApplied["done"][number], "change" | "does">;

/** What one change writes: how it is told, and the writing itself. A purchase's lines are asked for together. */
interface Step {
  readonly told: Omit<Told, "change">;
  readonly write?: () => Promise<Outcome<Written>>;
  readonly purchase?: { readonly line: PurchaseLine; readonly wanted: WantedLine };
}
type WantedLine = Parameters<typeof proposeChange>[1]["lines"][number];

/** What applying the changes would write, change by change, with what stands in the way. Writes nothing. */
export async function previewApply(
  tx: Tx,
  wish: WhatIfApplyWish,
  today: PlainDate,
): Promise<Outcome<WhatIfApplyPreview>> {
  const steps = await prepare(tx, wish, today);
  return steps.ok ? ok({ steps: steps.value.map(({ told }, change) => ({ change, ...told })) }) : steps;
}

/**
 * Carries the assumed changes into the records, all or none: a need becomes a forecast or a draft of a sales order, a later receipt the work
 * order's new day or a change request, parameters those of the item. What is done elsewhere (lost days, overtime) is left out.
 *
 * @param seen versions the person looked at in the preview; what somebody changed since is refused
 */
export async function applyWhatIf(
  tx: Tx,
  wish: WhatIfApplyWish & { readonly seen: readonly { readonly change: number; readonly version: number }[] },
  today: PlainDate,
): Promise<Outcome<WhatIfApplied>> {
  const prepared = await prepare(tx, wish, today);
  if (!prepared.ok) return prepared;
  const steps = prepared.value;
  const inTheWay = steps.flatMap(({ told }, at) => [
    ...told.refusals.map((refusal) => atChange(refusal, at)),
    ...staleness(told.version, wish.seen.find(({ change }) => change === at)?.version, at),
  ]);
  const refused = refuseAll(inTheWay);
  if (refused) return refused;
  const done: WhatIfApplied["done"] = [];
  for (const [change, { told, write }] of steps.entries()) {
    if (!write) continue;
    const written = await write();
    if (!written.ok) return { ok: false, refusals: allAt(written.refusals, change) };
    done.push({ change, does: told.does, ...written.value });
  }
  const asked = await askSuppliers(tx, steps, today);
  if (!asked.ok) return asked;
  done.push(...asked.value);
  if (done.length === 0) return refuse("WHAT_IF_NOTHING_TO_WRITE");
  done.sort((a, b) => a.change - b.change);
  const details = { changes: done.map(({ does, number }) => `${does} ${number}`) };
  await audit(tx, [{ command: "planning.what-if-applied", subjectKind: "what_if", subjectId: newId(), details }]);
  return ok({ done });
}

async function prepare(tx: Tx, { changes, needsAs }: WhatIfApplyWish, today: PlainDate): Promise<Outcome<Step[]>> {
  const input = await loadRecords(tx, today);
  const checked = applyChanges(input, changes as readonly WhatIfChange[]);
  const refused = refuseAll([
    ...(checked.ok ? [] : checked.refusals),
    ...(await unknownCenters(tx, changes as readonly WhatIfChange[])),
  ]);
  if (refused) return refused;
  const steps: Step[] = [];
  for (const [at, change] of (changes as readonly WhatIfChange[]).entries()) {
    const as = needsAs.find((one) => one.change === at)?.as ?? "forecast";
    if (change.kind === "need") steps.push(await needStep(tx, change, as, today));
    if (change.kind === "receipt") steps.push(await receiptStep(tx, change, input));
    if (change.kind === "item") steps.push(await itemStep(tx, change));
    if (change.kind === "capacity") steps.push(capacityStep(change));
  }
  return ok(steps);
}

const NOTHING: Step["told"] = {
  does: "nothing",
  subject: "",
  partnerName: null,
  isAsked: false,
  values: [],
  page: null,
  notes: [],
  refusals: [],
  version: null,
};

/**
 * A forecast is what planning counts without an order, and the order that comes uses it up: nothing is planned twice. A draft of a sales
 * order is for a customer who said yes; planning counts it when it has become an order.
 */
async function needStep(
  tx: Tx,
  { itemId, quantity, neededOn, partnerId }: WhatIfNeed,
  as: "forecast" | "sales_draft",
  today: PlainDate,
): Promise<Step> {
  const item = (await findItemName(tx, itemId))!;
  const partnerName = partnerId === null ? null : ((await findPartnerName(tx, partnerId)) ?? null);
  const unknown: Refusal[] =
    partnerId !== null && partnerName === null ? [{ code: "PARTNER_UNKNOWN", field: "partnerId" }] : [];
  const told = { ...NOTHING, subject: item.code, partnerName };
  const day = { field: "neededOn", was: null, now: neededOn };
  if (as === "sales_draft") {
    const missing: Refusal[] = partnerId === null ? [{ code: "REQUIRED", field: "partnerId" }] : [];
    const body = {
      ...{ partnerId, orderedOn: today, validUntil: null, outsideNumber: "", title: "", deliverTo: "", form: "goods" },
      lines: [{ item: item.code, description: "", quantity, unit: "", unitPrice: "", wantedOn: neededOn }],
    };
    return {
      told: {
        ...told,
        does: "sales_draft",
        values: [{ field: "quantity", was: null, now: quantity }, day],
        page: "sales/drafts",
        notes: [{ code: "WHAT_IF_DRAFT_UNCOUNTED" }],
        refusals: [...missing, ...unknown, ...mayNot(tx, "sales.write")],
      },
      write: async () => {
        const draft = await createDraft(tx, { kind: "sales_order", partnerId, body });
        return ok({ number: draft.number, page: `sales/drafts/${draft.id}`, isAsked: false });
      },
    };
  }
  const known = await findForecastOf(tx, itemId, partnerId, neededOn);
  const before = known === undefined ? undefined : await findForecast(tx, known);
  const used = await orderedFor(tx, itemId, partnerId, neededOn);
  const notes: Refusal[] = used === null ? [] : [{ code: "WHAT_IF_FORECAST_USED_UP", values: { quantity: used } }];
  const sum = decimal(before?.quantity ?? "0")
    .plus(quantity)
    .toFixed();
  const forecast = {
    ...{ itemId, partnerId, periodFrom: neededOn, periodTo: before?.periodTo ?? neededOn },
    ...{ quantity: sum, isFirm: before?.isFirm ?? false },
  };
  return {
    told: {
      ...told,
      does: before ? "raise_forecast" : "add_forecast",
      values: [{ field: "quantity", was: before?.quantity ?? null, now: sum }, day],
      page: "planning/forecasts",
      notes,
      refusals: unknown,
      version: before?.version ?? null,
    },
    write: async () => {
      const saved = before
        ? await changeForecast(tx, before.id, before.version, forecast)
        : await addForecast(tx, forecast);
      return saved.ok ? ok({ number: item.code, page: "planning/forecasts", isAsked: false }) : saved;
    },
  };
}

async function receiptStep(tx: Tx, change: WhatIfReceipt, input: PlanInput): Promise<Step> {
  const { record } = change;
  const receipt = input.receipts.find(
    (one) => one.kind === record.kind && one.id === record.id && one.line === record.line,
  )!;
  const dueOn = dayOfReceipt(receipt.dueOn, change.daysLater, input.planFrom);
  const less = change.quantity === null ? null : decimal(receipt.quantity).minus(change.quantity);
  if (record.kind === "work_order") return workOrderStep(tx, record.id, { was: receipt.dueOn, now: dueOn }, less);
  const line = (await findPurchaseLine(tx, record.id, record.line!))!;
  const page = `purchasing/orders/${record.id}`;
  const told = { ...NOTHING, subject: line.number, partnerName: line.partnerName, page };
  // Along a chain a change is one of all its members, and theirs to agree to.
  if (record.kind === "step") return { told: { ...told, notes: [{ code: "WHAT_IF_CHAIN_ELSEWHERE" }] } };
  const day = line.promisedOn === null ? ("wantedOn" as const) : ("promisedOn" as const);
  const quantity =
    less === null ? null : line.quantity.minus(less.dividedBy(line.factor).toDecimalPlaces(6, Decimal.ROUND_HALF_UP));
  const isCancel = quantity !== null && !quantity.greaterThan(0);
  const values = [
    { field: day, was: line[day], now: dueOn },
    ...(quantity === null ? [] : [{ field: "quantity", was: line.quantity.toFixed(), now: quantity.toFixed() }]),
  ].filter(({ was, now }) => was !== now);
  return {
    told: {
      ...told,
      does: "change_purchase",
      isAsked: line.isShared,
      values,
      notes: isCancel ? [{ code: "WHAT_IF_LINE_CANCELLED" }] : [],
      refusals: mayNot(tx, "purchasing.order"),
      version: line.revision,
    },
    purchase: {
      line,
      wanted: {
        lineNumber: line.line,
        seenRevision: line.revision,
        ...(isCancel ? { isCancel } : { [day]: dueOn, ...(quantity !== null && { quantity }) }),
      },
    },
  };
}

/** @param comesOn when its pieces come as it stands, and when they are to; its operations are planned within that day */
async function workOrderStep(
  tx: Tx,
  id: string,
  comesOn: { readonly was: PlainDate; readonly now: PlainDate },
  less: Decimal | null,
): Promise<Step> {
  const dueOn = comesOn.now;
  const { order } = (await findWorkOrder(tx, id))!;
  const quantity = less === null ? order.quantity : order.quantity.minus(less);
  const startOn = earlierOf(order.startOn, dueOn);
  const refusals = mayNot(tx, "production.write");
  if (!quantity.equals(order.quantity) && order.state !== "planned")
    refusals.push({ code: "QUANTITY_RELEASED", field: "quantity" });
  else if (!quantity.greaterThan(0)) refusals.push({ code: "QUANTITY_NOT_POSITIVE", field: "quantity" });
  return {
    told: {
      ...NOTHING,
      does: "move_work_order",
      subject: order.number,
      page: `production/orders/${id}`,
      values: [
        { field: "startOn", was: order.startOn as string, now: startOn as string },
        { field: "dueOn", was: comesOn.was, now: dueOn },
        { field: "quantity", was: order.quantity.toFixed(), now: quantity.toFixed() },
      ].filter(({ was, now }) => was !== now),
      notes: [],
      refusals,
      version: order.version,
    },
    write: async () => {
      const { version, lotCode, note, number } = order;
      const edited = await editWorkOrder(tx, id, { version, quantity, startOn, dueOn, lotCode, note });
      return edited.ok ? ok({ number, page: `production/orders/${id}`, isAsked: false }) : edited;
    },
  };
}

async function itemStep(tx: Tx, { itemId, parameters }: WhatIfItem): Promise<Step> {
  const item = (await loadItem(tx, itemId))!;
  const named = Object.entries(parameters).filter(([, value]) => value !== undefined);
  const text = (value: unknown) => (value === null ? null : String(value));
  const values = named
    .map(([field, value]) => ({ field, was: text(item[field as keyof typeof item]), now: text(value) }))
    .filter(({ was, now }) => was !== now);
  return {
    told: {
      ...NOTHING,
      does: "change_item",
      subject: item.code,
      page: `items/${itemId}`,
      values,
      refusals: mayNot(tx, "items.write"),
      version: item.version,
    },
    write: async () => {
      const saved = await changeItem(tx, itemId, { ...item, ...Object.fromEntries(named) } as never);
      return saved.ok ? ok({ number: item.code, page: `items/${itemId}`, isAsked: false }) : saved;
    },
  };
}

/** Closures stand in calendars and overtime in shifts, which other work centres may share: a person decides that there. */
function capacityStep({ workCenterId }: WhatIfCapacity): Step {
  return {
    told: {
      ...NOTHING,
      page: `resources/work-centers/${workCenterId}`,
      notes: [{ code: "WHAT_IF_CAPACITY_ELSEWHERE" }],
    },
  };
}

/** One change request for each order, with all its lines. */
async function askSuppliers(tx: Tx, steps: readonly Step[], today: PlainDate): Promise<Outcome<WhatIfApplied["done"]>> {
  const byTrade = new Map<string, { readonly at: number; readonly step: Step }[]>();
  steps.forEach((step, at) => {
    const tradeId = step.purchase?.line.tradeId;
    if (tradeId !== undefined) byTrade.set(tradeId, [...(byTrade.get(tradeId) ?? []), { at, step }]);
  });
  const done: WhatIfApplied["done"] = [];
  for (const [tradeId, asked] of byTrade) {
    const proposed = await proposeChange(tx, {
      ...{ tradeId, reason: "", costYen: 0n, expiresOn: null, today },
      lines: asked.map(({ step }) => step.purchase!.wanted),
    });
    if (!proposed.ok) {
      const [first, ...rest] = proposed.refusals.map((refusal) => {
        const place = /^lines\.(\d+)\.(.*)$/.exec(refusal.field ?? "");
        const { at } = asked[place ? Number(place[1]) : 0]!;
        return atChange(place ? { ...refusal, field: place[2]! } : refusal, at);
      });
      return { ok: false, refusals: [first!, ...rest] };
    }
    for (const { at, step } of asked)
      done.push({
        change: at,
        does: step.told.does,
        number: step.told.subject,
        page: step.told.page!,
        isAsked: proposed.value.state === "proposed",
      });
  }
  return ok(done);
}

function mayNot(tx: Tx, permission: string): Refusal[] {
  return permissionsOf(tx.roles).has(permission) ? [] : [{ code: "WHAT_IF_NOT_YOURS" }];
}

function staleness(current: number | null, seen: number | undefined, at: number): Refusal[] {
  if (seen === undefined || current === seen) return [];
  return [atChange({ code: "STALE_VERSION", values: { seen, current: current ?? 0 } }, at)];
}

function atChange(refusal: Refusal, at: number): Refusal {
  return { ...refusal, field: `changes.${at}${refusal.field === undefined ? "" : `.${refusal.field}`}` };
}

function allAt(refusals: readonly [Refusal, ...Refusal[]], at: number): readonly [Refusal, ...Refusal[]] {
  const [first, ...rest] = refusals;
  return [atChange(first, at), ...rest.map((one) => atChange(one, at))];
}
