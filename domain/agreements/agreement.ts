import { type Outcome, ok, type PlainDate, refuse } from "../shared/index.ts";

export const AGREEMENT_STATES = ["proposed", "active", "declined", "ended"] as const;
/**
 * State of one version of an agreement. Proposing signs for the proposer; the answer of the other side makes it active or
 * declines it. An agreement with a partner outside the platform is active at once: the paper was signed elsewhere.
 */
export type AgreementState = (typeof AGREEMENT_STATES)[number];

export type AgreementMove = "accept" | "decline" | "end";

/** What a version's moves depend on. */
export interface AgreementVersion {
  readonly state: AgreementState;
  readonly isMyProposal: boolean;
  /** First day it holds. */
  readonly validFrom: PlainDate;
  /** First day it no longer holds; null: until ended. */
  readonly endedOn: PlainDate | null;
}

export type AgreementRefusal =
  | "AGREEMENT_MOVE_NOT_ALLOWED"
  | "AGREEMENT_NOT_YOURS_TO_MOVE"
  | "AGREEMENT_END_IN_PAST"
  | "AGREEMENT_END_TOO_LATE";

/**
 * What the acting side may do with a version: the other side answers a proposal, the proposer takes it back (`end`), and either
 * ends what is in force. The database holds the same (guard.answer_agreement, guard.end_agreement).
 */
export function agreementMoves(version: Pick<AgreementVersion, "state" | "isMyProposal">): AgreementMove[] {
  if (version.state === "proposed") return version.isMyProposal ? ["end"] : ["accept", "decline"];
  return version.state === "active" ? ["end"] : [];
}

/**
 * Whether the acting side may make this move.
 *
 * @param endsOn only for `end`: the first day it no longer holds, today or later. One side alone can shorten what both signed, never prolong it.
 */
export function checkAgreementMove(
  version: AgreementVersion,
  move: AgreementMove,
  today: PlainDate,
  endsOn: PlainDate = today,
): Outcome<null, AgreementRefusal> {
  if (!agreementMoves(version).includes(move)) {
    const isOthers = version.state === "proposed";
    return refuse(isOthers ? "AGREEMENT_NOT_YOURS_TO_MOVE" : "AGREEMENT_MOVE_NOT_ALLOWED", {
      move,
      state: version.state,
    });
  }
  if (move !== "end" || version.state === "proposed") return ok(null);
  if (endsOn < today) return refuse("AGREEMENT_END_IN_PAST", { lastDay: endsOn }, "endsOn");
  if (version.endedOn !== null && endsOn >= version.endedOn)
    return refuse("AGREEMENT_END_TOO_LATE", { validTo: version.endedOn }, "endsOn");
  return ok(null);
}

/** Whether new trades are made under a version on a day. Open trades run on under the version they were made with. */
export function isInForce(
  version: Pick<AgreementVersion, "state" | "validFrom" | "endedOn">,
  date: PlainDate,
): boolean {
  return (
    version.state === "active" && version.validFrom <= date && (version.endedOn === null || date < version.endedOn)
  );
}
