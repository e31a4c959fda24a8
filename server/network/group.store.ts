import type { PlainDate } from "../../domain/shared/index.ts";
import { query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

export interface GroupRow {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly purpose: string;
  readonly foundedOn: PlainDate;
  readonly windowCompanyId: string;
  readonly windowName: string;
  readonly isWindow: boolean;
  readonly isMember: boolean;
  readonly dispatchSignedOn: PlainDate | null;
  readonly members: {
    companyId: string;
    name: string;
    joinedOn: PlainDate;
    dispatchSignedOn: PlainDate | null;
    processCodes: string[];
    /** Since when the window lets it report what the maker took; only the two know. */
    farEndSince: PlainDate | null;
    /** A report of it waits for the window; only the two know. */
    reportWaits: boolean;
    isSelf: boolean;
  }[];
}

/** The groups the acting company is in, as a member or as their window, with who else is. */
export async function listGroups(tx: Tx, today: PlainDate): Promise<GroupRow[]> {
  return query<GroupRow>(
    tx,
    {
      name: "network.groups",
      text: `select g.id, g.name, g.name_en "nameEn", g.purpose, g.founded_on "foundedOn", g.window_company_id "windowCompanyId",
          coalesce((select c.name from app.company c where c.company_id = $1 and c.company_id = g.window_company_id), (select p.name from app.partner p where p.company_id = $1 and p.linked_company_id = g.window_company_id),
            (select m.name from app.group_member m where m.group_id = g.id and m.company_id = g.window_company_id), '') "windowName", g.window_company_id = $1 "isWindow",
          exists (select from app.group_member m where m.group_id = g.id and m.company_id = $1 and (m.left_on is null or m.left_on > $2::date)) "isMember",
          (select m.dispatch_signed_on from app.group_member m where m.group_id = g.id and m.company_id = $1) "dispatchSignedOn",
          coalesce((select jsonb_agg(jsonb_build_object('companyId', m.company_id, 'name', m.name, 'joinedOn', m.joined_on, 'dispatchSignedOn', m.dispatch_signed_on, 'processCodes', m.process_codes, 'farEndSince', (select (f.granted_at at time zone 'Asia/Tokyo')::date from app.far_end_permission f where $1 in (f.member_id, f.window_id) and f.group_id = m.group_id and f.member_id = m.company_id and f.ended_at is null), 'reportWaits', exists (select from app.far_end_report r where $1 in (r.member_id, r.window_id) and r.member_id = m.company_id and r.window_id = g.window_company_id and r.state = 'reported'), 'isSelf', m.company_id = $1) order by m.joined_on, m.name)
            from app.group_member m where m.group_id = g.id and (m.left_on is null or m.left_on > $2::date)), '[]') members
        from app.company_group g order by g.name`,
    },
    [tx.companyId, today],
  );
}

/** The acting company signs for itself that the window may place, change and cancel trades between members within their own agreements. */
export async function signDispatch(tx: Tx, groupId: string): Promise<void> {
  await query(tx, { name: "network.sign", text: "select guard.sign_dispatch($1)" }, [groupId]);
}
