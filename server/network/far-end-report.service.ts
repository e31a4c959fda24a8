import { type MakerWord, type MakerWordRefusal, matchMakerWords } from "../../domain/network/index.ts";
import { type Outcome, ok, type PlainDate, refuse } from "../../domain/shared/index.ts";
import { newId, type Tx } from "../platform/index.ts";
import { bookFarEnd, type FarEndRefusal } from "./far-end.service.ts";
import { closeReport, findReport, insertReport, loadReportableLines, permitReports } from "./far-end-report.store.ts";
import { listGroups } from "./group.store.ts";

export type PermitRefusal = "NOT_FOUND" | "NOT_WINDOW" | "GROUP_MEMBER_UNKNOWN";

/** The window lets a member report what the maker took of its deliveries, or ends it. Both see it; saying it twice changes nothing. */
export async function permitFarEnd(
  tx: Tx,
  groupId: string,
  member: { readonly memberId: string; readonly isAllowed: boolean },
  today: PlainDate,
): Promise<Outcome<null, PermitRefusal>> {
  const group = (await listGroups(tx, today)).find((one) => one.id === groupId);
  if (!group) return refuse("NOT_FOUND");
  if (!group.isWindow) return refuse("NOT_WINDOW");
  const known = group.members.find((one) => one.companyId === member.memberId && !one.isSelf);
  if (!known) return refuse("GROUP_MEMBER_UNKNOWN", undefined, "memberId");
  await permitReports(tx, groupId, member.memberId, member.isAllowed);
  return ok(null);
}

export interface FarEndReportInput {
  readonly deliveryId: string;
  readonly judgedOn: PlainDate;
  readonly lines: readonly MakerWord[];
}
export type ReportRefusal = MakerWordRefusal | "REPORT_NOT_PERMITTED" | "REPORT_WAITS";

/**
 * What the maker said at the door, as the member of the last step heard it. It is the member's word: nothing is booked until the window
 * does, with one click. The member needs to know neither the maker's order nor its price for it.
 */
export async function reportFarEnd(
  tx: Tx,
  input: FarEndReportInput,
): Promise<Outcome<{ readonly id: string }, ReportRefusal>> {
  const lines = await loadReportableLines(tx, input.deliveryId);
  if (lines.length === 0) return refuse("NOT_LAST_STEP", undefined, "deliveryId");
  if (!lines.some((line) => line.allowed)) return refuse("REPORT_NOT_PERMITTED", undefined, "deliveryId");
  const matched = matchMakerWords(
    input.lines,
    lines.filter((line) => line.allowed),
  );
  if (!matched.ok) return matched;
  if (await findReport(tx, { deliveryId: input.deliveryId })) return refuse("REPORT_WAITS", undefined, "deliveryId");
  const id = newId();
  await insertReport(tx, { ...input, id });
  return ok({ id });
}

/** The member takes back what it said, while the window has not booked it. */
export async function withdrawReport(tx: Tx, reportId: string): Promise<Outcome<null, "REPORT_CLOSED">> {
  return (await closeReport(tx, reportId, "withdrawn")) ? ok(null) : refuse("REPORT_CLOSED");
}

/** The window sends a report back, with a word why; the member may report again. */
export async function declineReport(tx: Tx, reportId: string, words: string): Promise<Outcome<null, "REPORT_CLOSED">> {
  return (await closeReport(tx, reportId, "declined", words)) ? ok(null) : refuse("REPORT_CLOSED");
}

/** The window books what was reported, unchanged: the same booking as its own record, in both trades on the day the member named. */
export async function applyReport(
  tx: Tx,
  reportId: string,
): Promise<
  Outcome<{ readonly deliveryId: string | null; readonly number: string | null }, FarEndRefusal | "REPORT_CLOSED">
> {
  // Closed first: of two clicks at once the second waits here and finds it ended.
  if (!(await closeReport(tx, reportId, "applied"))) return refuse("REPORT_CLOSED");
  const report = await findReport(tx, { id: reportId });
  return report ? bookFarEnd(tx, report) : refuse("REPORT_CLOSED");
}
