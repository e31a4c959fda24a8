import type { PromiseAnswer } from "../../domain/planning/index.ts";
import { query } from "../platform/db/index.ts";
import { settleAll, type Tx } from "../platform/index.ts";

export interface NamedItem {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
}
export interface NamedCenter {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
}

/** Items and work centres an answer speaks of, as people call them. */
export async function nameAnswer(
  tx: Tx,
  answer: PromiseAnswer,
): Promise<{ readonly items: NamedItem[]; readonly workCenters: NamedCenter[] }> {
  const links = [answer.binding, ...answer.chain];
  const itemIds = [answer, ...links, ...answer.uses.supply, ...answer.orders].map((one) => one.itemId);
  const centerIds = [
    ...links.flatMap((link) => link.workCenterId ?? []),
    ...answer.uses.capacity.map((one) => one.workCenterId),
    ...answer.alternatives.flatMap((one) => {
      if (one.kind === "split") return [];
      return one.kind === "overtime" ? [one.workCenterId] : [one.workCenterId, one.otherWorkCenterId];
    }),
  ];
  const [items, workCenters] = await settleAll([
    query<NamedItem>(
      tx,
      "select id, code, name, unit from app.item where company_id = $1 and id = any ($2::uuid[]) order by code",
      [tx.companyId, [...new Set(itemIds)]],
    ),
    query<NamedCenter>(
      tx,
      `select id, code, name, name_en "nameEn" from app.work_center where company_id = $1 and id = any ($2::uuid[]) order by code`,
      [tx.companyId, [...new Set(centerIds)]],
    ),
  ] as const);
  return { items, workCenters };
}
