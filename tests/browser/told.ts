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

/** An order of one line. */
export const order = (partnerId: string, item: string, quantity: string, unitPrice: string) => ({
  ...{ partnerId, orderedOn: today, validUntil: null, outsideNumber: "", title: "", deliverTo: "", form: "goods" },
  lines: [{ item, description: "", quantity, unit: "", unitPrice, wantedOn: dayFromNow(20) }],
});

/** A draft that is sent at once; its trade. */
export async function placed(person: Person, kind: "sales" | "purchase", body: unknown): Promise<string> {
  const draft = await tellProgram(person, `/${kind}-drafts`, { kind: `${kind}_order`, body });
  const sent = await tellProgram(person, `/${kind}-drafts/${draft.id}/send`, { version: 1, isConfirmed: true });
  return sent.tradeId;
}
