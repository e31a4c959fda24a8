import { planNow, USUAL_HORIZON_DAYS } from "../../server/planning/index.ts";
import type { Databases } from "../../server/platform/index.ts";
import type { SampleTarget } from "../load-sample.ts";
import { type RegionSample, SAMPLE_PASSWORD, type UserRow } from "../records.ts";
import { createActors, type SampleActors } from "./acting.ts";
import { acceptAgreement, answerLink, proposeAgreement, proposeLink } from "./agreements.store.ts";
import {
  answerDates,
  describeCompany,
  findPerson,
  foundCompany,
  foundGroup,
  foundMember,
  signDispatch,
} from "./companies.store.ts";
import { insertDispatchRules } from "./dispatch-rules.store.ts";
import { importMaster } from "./import-master.ts";
import { DispatchRefused, enterOrder, isDispatchedAtOnce } from "./maker-orders.ts";
import { loadOwnCodes, type OwnCodes } from "./masters.store.ts";
import { found, must } from "./must.ts";
import { openCompany } from "./open-company.ts";
import { insertPurchaseHistory } from "./purchase-history.store.ts";
import { sampleId } from "./sample-id.ts";

/** A target that must be waited for at the end: passwords are hashed while masters are written. */
export interface LoadTarget extends SampleTarget {
  finish(): Promise<void>;
}

/**
 * Writes a sample into an installation through the product's own services: each company's rows by its own president, both sides
 * of what two share by both. Every task is one transaction that notes itself, so an interrupted load is taken up where it ended.
 */
export function createLoadTarget(databases: Databases, sample: RegionSample): LoadTarget {
  const actors = createActors(databases, sample);
  const { as, once, companyId } = actors;
  const waiting: Promise<void>[] = [];
  const companyOf = new Map(sample.companies.map(({ company }) => [company.code, company]));
  const codes = new Map<string, Promise<OwnCodes>>();
  const ownCodes = (code: string) => {
    const known = codes.get(code) ?? as(code, loadOwnCodes);
    codes.set(code, known);
    return known;
  };
  const groupId = sampleId(sample.code, "group");

  return {
    foundCompany: (company) => foundCompany(databases, companyId(company.code), company),

    async addUser(user) {
      const adding = addUser(databases, actors, user);
      const presided = user.memberships.find(({ roles }) => roles.includes("president"));
      if (!presided) {
        // Only the presidents act while loading; the others have to be there at the end.
        adding.catch(() => {});
        waiting.push(adding);
        return;
      }
      await adding;
      const company = found(companyOf, presided.companyCode, "company");
      await once(company.code, "company", (tx) => describeCompany(tx, company));
    },

    async importMaster(code, master, rows) {
      await once(code, master, (tx) => importMaster(tx, master, rows, sample.openingOn));
      codes.delete(code);
    },

    async linkPartners(one, other) {
      const linkId = sampleId(sample.code, "link", one, other);
      const [ownCodesOfOne, ownCodesOfOther] = [await ownCodes(one), await ownCodes(other)];
      await once(one, `link ${other}`, (tx) =>
        proposeLink(tx, {
          id: linkId,
          toCompanyId: companyId(other),
          partnerId: found(ownCodesOfOne.partners, other, "partner").id,
          ownName: found(companyOf, one, "company").name,
        }),
      );
      await once(other, `link ${one}`, (tx) =>
        answerLink(tx, linkId, found(ownCodesOfOther.partners, one, "partner").id),
      );
    },

    async agree(agreement) {
      const { sellerCompanyCode: seller, buyerCompanyCode: buyer, buyerPartnerCode: outsider } = agreement;
      const id = sampleId(sample.code, "agreement", seller, buyer ?? outsider!);
      const own = await ownCodes(seller);
      const card = found(own.partners, buyer ?? outsider!, "partner");
      await once(seller, `agreement ${buyer ?? outsider}`, (tx) =>
        proposeAgreement(
          tx,
          id,
          agreement,
          {
            sellerId: companyId(seller),
            buyerId: buyer === null ? null : companyId(buyer),
            outsidePartnerId: buyer === null ? card.id : null,
            ownPartnerId: card.id,
          },
          (line) => found(own.items, line.sellerItemCode, "item"),
        ),
      );
      if (buyer === null) return;
      const theirs = await ownCodes(buyer);
      await once(buyer, `agreement ${seller}`, (tx) =>
        acceptAgreement(
          tx,
          id,
          found(theirs.partners, seller, "partner").id,
          agreement.lines.map((line, at) => ({
            lineNumber: at + 1,
            item: found(theirs.items, line.buyerItemCode ?? line.code, "item"),
          })),
        ),
      );
    },

    async foundGroup(group) {
      const windowId = companyId(group.windowCompanyCode);
      const members = group.members.map(({ companyCode, processCodes }) => ({
        companyId: companyId(companyCode),
        name: found(companyOf, companyCode, "company").name,
        processCodes,
      }));
      // The window is of its group too, so that its people see it; it has no process of its own.
      const window = {
        companyId: windowId,
        name: found(companyOf, group.windowCompanyCode, "company").name,
        processCodes: [],
      };
      await foundGroup(databases, { ...group, id: groupId, windowId }, [window, ...members]);
      for (const code of [group.windowCompanyCode, ...group.members.map(({ companyCode }) => companyCode)])
        await once(code, "dispatch signed", (tx) => signDispatch(tx, groupId));
      for (const { companyCode, answersDates } of group.members)
        if (answersDates) await once(companyCode, "answers dates", (tx) => answerDates(tx, windowId));
    },

    async addDispatchRules(window, rules) {
      const own = await ownCodes(window);
      await once(window, "dispatch rules", (tx) => insertDispatchRules(tx, groupId, rules, own, companyId));
    },

    async addPurchaseHistory(code, rows) {
      const own = await ownCodes(code);
      await once(code, "settled purchases", (tx) => insertPurchaseHistory(tx, rows, own));
    },

    async openBooks(code, openingOn, stock, cashYen) {
      const own = await ownCodes(code);
      const { capitalYen } = found(companyOf, code, "company");
      await once(code, "opening books", (tx) => openCompany(tx, { on: openingOn, stock, cashYen, capitalYen }, own));
    },

    async importSalesOrders(window, orders) {
      const own = await ownCodes(window);
      for (const [at, order] of orders.entries()) {
        const enter = (isDispatched: boolean) =>
          once(window, `order ${order.customerOrderNumber}`, (tx) =>
            enterOrder(tx, order, own, { today: sample.today, isDispatched }),
          );
        try {
          await enter(isDispatchedAtOnce(at));
        } catch (error) {
          if (!(error instanceof DispatchRefused)) throw error;
          await enter(false);
        }
      }
    },

    async finish() {
      await Promise.all(waiting);
      // Nobody waits for a night to see a plan: every company has its first one when its people first look.
      for (const { company } of sample.companies)
        await once(company.code, "first plan", async (tx) => {
          must(await planNow(tx, { planFrom: sample.today, horizonDays: USUAL_HORIZON_DAYS }), "first plan");
        });
      await actors.signOut();
    },
  };
}

async function addUser(databases: Databases, { login, companyId }: SampleActors, user: UserRow): Promise<void> {
  const { email, name } = user;
  // Hashing a password takes its time on purpose; a load taken up again need not spend it twice.
  const userId =
    (await findPerson(databases, email)) ?? (await login.createPerson({ email, name, password: SAMPLE_PASSWORD }));
  for (const { companyCode, roles } of user.memberships)
    await foundMember(databases, { userId, companyId: companyId(companyCode), roles });
}
