import type { PartnerLink } from "../../domain/parties/index.ts";
import { insertAll, query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

export interface CompanyProfile {
  readonly companyId: string;
  readonly name: string;
  readonly nameEn: string;
  readonly address: string;
}

/** Companies that publish themselves and whose name or reading holds the words; at most 50, without the own one. */
export function findCompanyProfiles(tx: Tx, search: string): Promise<CompanyProfile[]> {
  return query<CompanyProfile>(
    tx,
    `select id "companyId", name, name_en "nameEn", address from app.company_profile
      where id <> $1 and strpos(lower(normalize(name || ' ' || name_en || ' ' || kana, NFKC)), $2) > 0
      order by kana, name, id limit 50`,
    [tx.companyId, search.normalize("NFKC").toLowerCase()],
  );
}

export async function loadCompanyProfile(tx: Tx, companyId: string): Promise<CompanyProfile | null> {
  const rows = await query<CompanyProfile>(
    tx,
    `select id "companyId", name, name_en "nameEn", address from app.company_profile where id = $1`,
    [companyId],
  );
  return rows[0] ?? null;
}

/** The acting company's proposals and those made to it, newest first. The other side's card is never shown. */
export function listLinks(tx: Tx, filter: { state?: string | undefined; id?: string }): Promise<PartnerLink[]> {
  return query<PartnerLink>(
    tx,
    `select l.id, l.state, case when l.from_company_id = $1 then 'sent' else 'received' end direction,
            case when l.from_company_id = $1 then l.to_company_id else l.from_company_id end "otherCompanyId",
            coalesce(case when l.from_company_id = $1 then c.name else l.from_name end, p.name, '') "otherName",
            p.id "partnerId", p.code "partnerCode", p.name "partnerName", l.message, l.proposed_at "proposedAt", l.answered_at "answeredAt"
       from app.partner_link l
       left join app.partner p on p.company_id = $1 and p.id = case when l.from_company_id = $1 then l.from_partner_id else l.to_partner_id end
       left join app.company_profile c on c.id = l.to_company_id
      where $1 in (l.from_company_id, l.to_company_id) and ($2::text is null or l.state = $2) and ($3::uuid is null or l.id = $3)
      order by l.proposed_at desc, l.id limit 500`,
    [tx.companyId, filter.state ?? null, filter.id ?? null],
  );
}

export async function hasOpenLink(tx: Tx, companyId: string): Promise<boolean> {
  const rows = await query(
    tx,
    `select from app.partner_link where state in ('proposed', 'linked')
       and ((from_company_id = $1 and to_company_id = $2) or (from_company_id = $2 and to_company_id = $1))`,
    [tx.companyId, companyId],
  );
  return rows.length > 0;
}

export async function insertLink(
  tx: Tx,
  link: { id: string; companyId: string; partnerId: string; message: string },
): Promise<void> {
  const [own] = await query<{ name: string }>(tx, "select name from app.company where company_id = $1", [tx.companyId]);
  await insertAll(tx, "partner_link", [
    {
      id: link.id,
      from_company_id: tx.companyId,
      to_company_id: link.companyId,
      from_partner_id: link.partnerId,
      message: link.message,
      from_name: own!.name,
    },
  ]);
}

export async function answerLink(tx: Tx, id: string, accept: boolean, partnerId: string | null): Promise<void> {
  await query(tx, "select guard.answer_partner_link($1, $2, $3)", [id, accept, partnerId]);
}

export async function withdrawLink(tx: Tx, id: string): Promise<void> {
  await query(tx, "select guard.withdraw_partner_link($1)", [id]);
}
