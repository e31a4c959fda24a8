import type { MakerWord } from "../../domain/network/index.ts";
import type { Decimal, Outcome, PlainDate } from "../../domain/shared/index.ts";
import { query, toJson } from "../platform/db/index.ts";
import { listPage, type Page, type Tx } from "../platform/index.ts";

/** A line of the acting member's delivery that ends a chain. */
export interface ReportableLine {
  readonly lineNumber: number;
  readonly quantity: Decimal;
  readonly open: Decimal;
  /** The window lets this member report. */
  readonly allowed: boolean;
}

/** Lines of the acting member's own delivery that end a chain; empty for any other delivery. */
export async function loadReportableLines(tx: Tx, deliveryId: string): Promise<ReportableLine[]> {
  return query<ReportableLine>(
    tx,
    {
      name: "farEnd.reportable",
      text: `select line_number "lineNumber", quantity, open, allowed from guard.far_end_lines($1)`,
    },
    [deliveryId],
  );
}

export interface Report {
  readonly id: string;
  readonly deliveryId: string;
  readonly judgedOn: PlainDate;
  readonly lines: readonly MakerWord[];
}

/** What was reported: by its id, or the one still open of a delivery. */
export async function findReport(
  tx: Tx,
  by: { readonly id: string } | { readonly deliveryId: string },
): Promise<Report | undefined> {
  const rows = await query<Omit<Report, "lines"> & MakerWord>(
    tx,
    {
      name: "farEnd.report",
      text: `select r.id, r.delivery_id "deliveryId", r.judged_on "judgedOn", l.line_number "lineNumber", l.accepted, l.rejected, l.reason
        from app.far_end_report r join app.far_end_report_line l on l.report_id = r.id
        where $1 in (r.member_id, r.window_id) and ($2::uuid is null or r.id = $2) and ($3::uuid is null or r.delivery_id = $3 and r.state = 'reported') order by l.line_number`,
    },
    [tx.companyId, "id" in by ? by.id : null, "deliveryId" in by ? by.deliveryId : null],
  );
  const [first] = rows;
  return first && { id: first.id, deliveryId: first.deliveryId, judgedOn: first.judgedOn, lines: rows };
}

/** Writes the acting member's word of its own delivery; the database asks again whether it may. */
export async function insertReport(tx: Tx, report: Report): Promise<void> {
  await query(tx, { name: "farEnd.insertReport", text: "select guard.report_far_end($1, $2, $3, $4::jsonb)" }, [
    report.id,
    report.deliveryId,
    report.judgedOn,
    toJson(
      report.lines.map((line) => ({
        line_number: line.lineNumber,
        accepted: line.accepted,
        rejected: line.rejected,
        reason: line.reason,
      })),
    ),
  ]);
}

/** Ends a report. @returns false when it is not this company's to end so, or has ended */
export async function closeReport(
  tx: Tx,
  reportId: string,
  state: "applied" | "corrected" | "declined" | "withdrawn",
  words = "",
): Promise<boolean> {
  const [row] = await query<{ closed: boolean }>(
    tx,
    { name: "farEnd.closeReport", text: "select guard.close_far_end_report($1, $2, $3) closed" },
    [reportId, state, words],
  );
  return row!.closed;
}

/** The acting window lets a member report, or ends it. @returns false when it was so already */
export async function permitReports(tx: Tx, groupId: string, memberId: string, allowed: boolean): Promise<boolean> {
  const [row] = await query<{ changed: boolean }>(
    tx,
    { name: "farEnd.permit", text: "select guard.permit_far_end($1, $2, $3) changed" },
    [groupId, memberId, allowed],
  );
  return row!.changed;
}

/** A delivery of the acting member's last step, with what it has said of it. */
export interface OwnFarEndRow {
  readonly deliveryId: string;
  readonly number: string;
  readonly windowName: string;
  readonly shippedOn: PlainDate;
  /** The window lets it report; false where a report waits that was made before this ended. */
  readonly isAllowed: boolean;
  /** How the last report stands; null before the first. */
  readonly reportId: string | null;
  readonly state: "reported" | "applied" | "corrected" | "overtaken" | "declined" | "withdrawn" | null;
  readonly words: string;
  readonly lines: readonly {
    readonly lineNumber: number;
    readonly code: string;
    readonly description: string;
    readonly unit: string;
    readonly quantity: string;
    readonly open: string;
  }[];
}

/** The acting member's deliveries whose inspection at the far end it may report, until the window has booked them. */
export async function listOwnFarEnd(
  tx: Tx,
  asked: {
    readonly search?: string | undefined;
    readonly sort?: string | undefined;
    readonly cursor?: string | undefined;
    readonly limit: number;
  },
): Promise<Outcome<Page<OwnFarEndRow>>> {
  return listPage<OwnFarEndRow, "shippedOn" | "number">(
    tx,
    {
      select: `f.delivery_id "deliveryId", f.own_number number, coalesce(p.name, '') "windowName", f.shipped_on "shippedOn", x.allowed "isAllowed", r.id "reportId", r.state, coalesce(r.words, '') words, x.lines`,
      from: `app.delivery_face f join app.delivery d on d.id = f.delivery_id left join app.partner p on p.company_id = f.company_id and p.id = f.partner_id
        left join lateral (select q.id, q.state, q.words from app.far_end_report q where q.delivery_id = f.delivery_id order by q.reported_at desc limit 1) r on true
        cross join lateral (select bool_or(e.allowed) allowed, jsonb_agg(jsonb_build_object('lineNumber', e.line_number, 'code', l.code, 'description', l.description, 'unit', l.unit, 'quantity', trim_scale(e.quantity)::text, 'open', trim_scale(e.open)::text) order by e.line_number) lines
          from guard.far_end_lines(f.delivery_id) e join app.delivery_line n on n.delivery_id = f.delivery_id and n.line_number = e.line_number
          join app.trade_line_face l on l.company_id = $1 and l.trade_id = n.trade_id and l.line_number = n.trade_line_number where e.open > 0) x`,
      where: [
        "f.company_id = $1 and f.side = 'S' and f.state <> 'judged' and (x.allowed or r.state = 'reported')",
        // Whoever may report nothing and waits for nothing is asked about no delivery.
        "(exists (select from app.far_end_permission a where a.member_id = $1 and a.window_id = d.buyer_id and a.ended_at is null) or r.state = 'reported')",
        "($2::text is null or f.own_number ilike $2 || '%' or position(lower($2) in lower(coalesce(p.name, ''))) > 0)",
      ],
      values: [tx.companyId, asked.search?.trim() || null],
      sorts: {
        shippedOn: { sql: "f.shipped_on", kind: "date", of: (row) => row.shippedOn },
        number: { sql: "f.own_number", kind: "text", of: (row) => row.number },
      },
      sortedBy: "shippedOn",
      id: { sql: "f.delivery_id", kind: "uuid", of: (row) => row.deliveryId },
    },
    asked,
  );
}
