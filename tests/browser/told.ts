import { expect } from "vitest";
import type { Person } from "./people.ts";

/** What happened before a story, told to the program as the screens tell it. */

/** The day in Japan, so many days from now. */
export const dayFromNow = (days: number) =>
  new Date(Date.now() + (9 + 24 * days) * 3_600_000).toISOString().slice(0, 10);
const today = dayFromNow(0);

// biome-ignore lint/suspicious/noExplicitAny: a test knows what it asked for
export async function tellProgram(person: Person, path: string, body: unknown, method = "POST"): Promise<any> {
  const answer = await person.page.evaluate(
    async ([path, company, body, method]) => {
      const headers = { "musubi-company": company!, "content-type": "application/json" };
      const answer = await fetch(`/api/v1${path}`, {
        method: method!,
        headers,
        ...(method !== "GET" && { body: body! }),
      });
      return { ok: answer.ok, body: await answer.json() };
    },
    [path, companyOf(person), JSON.stringify(body), method],
  );
  expect(answer.ok, JSON.stringify(answer.body)).toBe(true);
  return answer.body;
}
/** The company a person acts for. */
export const companyOf = (person: Person) => person.page.url().replace(/.*\/c\/([^/?]+).*/, "$1");

/** A card of a partner, with nothing on it but code and name. */
export const card = (code: string, name: string, more: Readonly<Record<string, unknown>> = {}) => ({
  ...{ code, name, nameEn: "", kana: "", isCustomer: true, isSupplier: true, registrationNumber: null },
  ...{ corporateNumber: null, taxStatus: "unregistered", capitalYen: null, employeeCount: null, postalCode: "" },
  ...{ address: "", phone: "", email: "", contactName: "", closingDay: 31, paymentMonthOffset: 1, paymentDay: 31 },
  ...{ holidayShift: "next", paymentKind: "transfer", taxRounding: "down", creditLimitYen: null, note: "" },
  ...{ isActive: true, sites: [], bankAccounts: [] },
  ...more,
});

/** A card of an item, with nothing on it but code, name and what is said. */
export const item = (code: string, name: string, more: Readonly<Record<string, unknown>>) => ({
  ...{ code, name, nameEn: "", kana: "", category: "part", groupCode: "", specification: "", drawingNumber: "" },
  ...{ unit: "EA", purchaseUnit: null, salesUnit: null, unitConversions: [], taxCategory: "taxable_10" },
  ...{ isLotTracked: false, isStocked: true, isOrderBound: false, isDispatched: false, needsInspection: false },
  ...{ isBackflushed: true, leadTimeDays: 0, safetyStock: "0", lotRule: "lot_for_lot", lotFixed: null },
  ...{ lotPeriodDays: null, lotMinimum: null, lotMaximum: null, lotMultiple: null, yield: "1", standardCost: "0" },
  ...{ salesPrice: null, purchasePrice: null, purchasePartnerId: null, defaultPlaceId: null, note: "", isActive: true },
  ...more,
});

/** A work centre of one machine, eight hours a day. @returns its id */
export async function plantCenter(person: Person, code: string, name: string, nameEn: string): Promise<string> {
  const center = { code, name, nameEn, calendarId: null, machineCount: 1, minutesPerDay: 480 };
  const costs = { laborYenPerHour: "0", machineYenPerHour: "0", isActive: true };
  return (await tellProgram(person, "/work-centers", { ...center, ...costs })).id;
}

interface Made {
  /** The item it takes one of. */
  readonly of: string;
  /** Its one operation. */
  readonly operation: {
    readonly name: string;
    readonly workCenterId: string;
    readonly setupMinutes?: string;
    readonly runMinutesPerUnit: string;
  };
}

/** An item made of one of another in one operation. @returns its id */
export async function plantMade(
  person: Person,
  made: ReturnType<typeof item>,
  { of, operation }: Made,
): Promise<string> {
  const forEver = { validFrom: null, validTo: null };
  const { id, version } = await tellProgram(person, "/items", made);
  const line = { componentItemId: of, operationNumber: null, quantity: "1", scrapRate: "0", note: "", ...forEver };
  await tellProgram(person, `/items/${id}/bill-of-material`, { version, lines: [line] }, "PUT");
  const now = await tellProgram(person, `/items/${id}`, null, "GET");
  const nobody = { subcontractPartnerId: null, subcontractItemId: null, subcontractLeadTimeDays: 0 };
  const alone = { operationNumber: 10, setupMinutes: "0", yield: "1", needsInspection: false };
  const operations = [{ ...alone, ...nobody, ...forEver, ...operation }];
  await tellProgram(person, `/items/${id}/routing`, { version: now.version, operations }, "PUT");
  return id;
}

/** An order of one line. */
export const order = (
  partnerId: string,
  item: string,
  quantity: string,
  unitPrice: string,
  wantedOn = dayFromNow(20),
) => ({
  ...{ partnerId, orderedOn: today, validUntil: null, outsideNumber: "", title: "", deliverTo: "", form: "goods" },
  lines: [{ item, description: "", quantity, unit: "", unitPrice, wantedOn }],
});

/** A draft that is sent at once; its trade. */
export async function placed(person: Person, kind: "sales" | "purchase", body: unknown): Promise<string> {
  const draft = await tellProgram(person, `/${kind}-drafts`, { kind: `${kind}_order`, body });
  const sent = await tellProgram(person, `/${kind}-drafts/${draft.id}/send`, { version: 1, isConfirmed: true });
  return sent.tradeId;
}
