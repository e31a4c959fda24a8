import { addDays, firstDayOfMonth } from "../../domain/shared/index.ts";
import { linkedPartners } from "../partners.ts";
import { floorPersons, sampleUsers } from "../people.ts";
import type { AgreementRow, DispatchRuleRow, RegionSample, UserRow } from "../records.ts";
import { MACHINE_MAKER, PROCESSES, PROCESSING_WINDOW, WORKSHOPS } from "./companies.ts";
import { freeIssueOf, PROCESSING_FEE_PERCENT, processingCode, processOf } from "./parts.ts";
import { MACHINED_PARTS, MACHINING_ORDERS, type MachinedPart } from "./products.ts";
import { processingWindowRows, workshopRows } from "./rows.ts";

/** ASSUMED. Up to this many pieces an order of processing needs no person at the workshop. */
const STANDING_QUANTITY = "300";
const TERMS = {
  closingDay: 20,
  paymentMonthOffset: 1,
  paymentDay: 31,
  isOneStep: false,
  pricesByWeight: false,
} as const;

/**
 * The second sample, invented from end to end: machined part → heat treatment → plating, where the window owns the goods
 * from first to last and every workshop sells its processing (form *processing*, material issued free of charge).
 */
export function buildProcessingSample(today: string): RegionSample {
  const oldestOrderDays = Math.max(...MACHINING_ORDERS.map(({ daysAgo }) => daysAgo));
  const openingOn = firstDayOfMonth(addDays(today, -oldestOrderDays));
  const workshops = PROCESSES.map(({ operation }) => WORKSHOPS[operation]);
  const companies = [PROCESSING_WINDOW, ...workshops];
  const agreements = [
    ...PROCESSES.map(({ operation }) => workshopAgreement(operation, openingOn)),
    makerTerms(openingOn),
  ];
  const linked = (company: (typeof companies)[number]) =>
    linkedPartners(company, companies, agreements, PROCESSING_WINDOW.code);
  return {
    code: "machining",
    name: "機械加工の共同受注（創作データ）",
    nameEn: "Joint orders of machined parts (invented)",
    isInvented: true,
    today,
    openingOn,
    companies: [
      processingWindowRows(linked(PROCESSING_WINDOW)),
      ...PROCESSES.map(({ operation }) =>
        workshopRows(operation, linked(WORKSHOPS[operation]), floorPersons(operation + 1)),
      ),
    ],
    group: {
      name: "もりのき部品加工会",
      nameEn: "Morinoki Parts Group",
      purpose: "機械加工・熱処理・めっきを一つの窓口で受ける",
      windowCompanyCode: PROCESSING_WINDOW.code,
      members: PROCESSES.map(({ operation }) => ({
        companyCode: WORKSHOPS[operation].code,
        processCodes: [String(operation)],
        answersDates: true,
      })),
    },
    agreements,
    dispatchRules: MACHINED_PARTS.map(dispatchRule),
    salesOrders: MACHINING_ORDERS.map(({ number, daysAgo, dueInDays, lines }) => ({
      sellerCompanyCode: PROCESSING_WINDOW.code,
      buyerPartnerCode: MACHINE_MAKER.code,
      customerOrderNumber: number,
      sourceNumber: number,
      orderedOn: addDays(today, -daysAgo),
      wantedOn: addDays(today, dueInDays - daysAgo),
      lines: lines.map(([itemCode, quantity], at) => ({
        lineNumber: at + 1,
        itemCode,
        quantity: String(quantity),
        unitPrice: String(MACHINED_PARTS.find(({ code }) => code === itemCode)!.priceYen),
      })),
    })),
    users: sampleUsers(
      companies,
      { email: "kyodo-keiri@morinoki.example", companyCodes: workshops.map(({ code }) => code) },
      70,
    ).map(planning),
  };
}

/** The window owns the routings here, so its secretariat plans and releases the work too. */
function planning(user: UserRow): UserRow {
  const isSecretariat = user.memberships.some(({ roles }) => roles.includes("secretariat"));
  if (!isSecretariat) return user;
  return { ...user, memberships: user.memberships.map((one) => ({ ...one, roles: [...one.roles, "production"] })) };
}

function workshopAgreement(operation: (typeof PROCESSES)[number]["operation"], validFrom: string): AgreementRow {
  const workshop = WORKSHOPS[operation];
  return {
    ...TERMS,
    name: `${workshop.name}・${PROCESSING_WINDOW.name} 加工委託契約`,
    sellerCompanyCode: workshop.code,
    buyerCompanyCode: PROCESSING_WINDOW.code,
    buyerPartnerCode: null,
    validFrom,
    lines: MACHINED_PARTS.flatMap((part) =>
      part.steps
        .filter((step) => step.operation === operation)
        .map((step) => ({
          code: processingCode(part, step),
          description: `${part.name} ${processOf(step).name}`,
          unit: "EA",
          form: "processing" as const,
          sellerItemCode: processingCode(part, step),
          buyerItemCode: processingCode(part, step),
          leadTimeDays: step.leadTimeDays,
          standingQuantity: STANDING_QUANTITY,
          prices: [{ fromQuantity: "0", unitPrice: String(step.feeYen) }],
          freeIssue: [freeIssueOf(part, step)],
        })),
    ),
  };
}

function makerTerms(validFrom: string): AgreementRow {
  return {
    ...TERMS,
    name: `${PROCESSING_WINDOW.name}・${MACHINE_MAKER.name} 取引基本契約`,
    sellerCompanyCode: PROCESSING_WINDOW.code,
    buyerCompanyCode: null,
    buyerPartnerCode: MACHINE_MAKER.code,
    validFrom,
    lines: MACHINED_PARTS.map((part) => ({
      code: part.code,
      description: part.name,
      unit: "EA",
      form: "goods" as const,
      sellerItemCode: part.code,
      buyerItemCode: null,
      leadTimeDays: part.steps.reduce((days, step) => days + step.leadTimeDays, 0),
      standingQuantity: null,
      prices: [{ fromQuantity: "0", unitPrice: String(part.priceYen) }],
      freeIssue: [],
    })),
  };
}

function dispatchRule(part: MachinedPart): DispatchRuleRow {
  return {
    name: `${part.name}：工程別`,
    itemCode: part.code,
    form: "processing",
    earning: "agreed_price",
    choice: "by_process",
    feePercent: String(PROCESSING_FEE_PERCENT),
    isAutomatic: false,
    steps: part.steps.map((step, at) => ({
      stepNumber: at + 1,
      feedsStepNumber: at === part.steps.length - 1 ? null : at + 2,
      quantityPer: "1",
      processCode: String(step.operation),
      processName: processOf(step).name,
      memberCode: WORKSHOPS[step.operation].code,
      code: processingCode(part, step),
      yield: step.yield,
      leadTimeDays: step.leadTimeDays,
      weight: BigInt(step.feeYen),
    })),
  };
}
