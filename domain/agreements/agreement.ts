import { type Outcome, ok, type PlainDate, refuse } from "../shared/index.ts";

export const AGREEMENT_STATES = [
  "proposed",
  "declined",
  "withdrawn",
  "signed",
  "active",
  "superseded",
  "ended",
] as const;
/**
 * State of one version of an agreement: proposed → signed by both → active → ended. `superseded`: a later version became active;
 * its open trades run on under it.
 */
export type AgreementState = (typeof AGREEMENT_STATES)[number];

export type Side = "seller" | "buyer";

export interface AgreementVersion {
  readonly agreementId: string;
  /** 1, 2, 3 … within the agreement. */
  readonly number: number;
  readonly state: AgreementState;
  readonly proposedBy: Side;
  /** Sides that signed. A side that is not on the platform signs on paper; the other records it. */
  readonly signedBy: readonly Side[];
  readonly validFrom: PlainDate;
  /** Last day; null: until ended. */
  readonly validTo: PlainDate | null;
}

export type AgreementMove = "sign" | "decline" | "withdraw" | "activate" | "supersede" | "end";
export type Mover = Side | "system";

/** Every allowed change of state and who may make it. What is not in the list is refused. */
export const AGREEMENT_MOVES: readonly {
  readonly move: AgreementMove;
  readonly from: AgreementState;
  readonly to: AgreementState;
  readonly by: readonly ("proposer" | "other" | "system")[];
}[] = [
  { move: "sign", from: "proposed", to: "signed", by: ["proposer", "other"] },
  { move: "decline", from: "proposed", to: "declined", by: ["other"] },
  { move: "withdraw", from: "proposed", to: "withdrawn", by: ["proposer"] },
  { move: "withdraw", from: "signed", to: "withdrawn", by: ["proposer", "other"] },
  { move: "activate", from: "signed", to: "active", by: ["system"] },
  { move: "supersede", from: "active", to: "superseded", by: ["system"] },
  { move: "end", from: "active", to: "ended", by: ["proposer", "other", "system"] },
];

export type AgreementRefusal =
  | "AGREEMENT_MOVE_NOT_ALLOWED"
  | "AGREEMENT_NOT_YOURS_TO_MOVE"
  | "AGREEMENT_ALREADY_SIGNED"
  | "AGREEMENT_NOT_BEGUN"
  | "AGREEMENT_END_IN_PAST"
  | "AGREEMENT_END_TOO_LATE";

/** A fresh proposal: nobody has signed, the proposer signs by sending it. */
export function proposeVersion(
  version: Pick<AgreementVersion, "agreementId" | "number" | "proposedBy" | "validFrom" | "validTo">,
): AgreementVersion {
  return { ...version, state: "proposed", signedBy: [version.proposedBy] };
}

/**
 * Moves a version one step.
 *
 * `sign` stays `proposed` until both sides signed. `activate` works from its first day on. `end` names the last day; either side
 * can end it, trades that are open run on under it.
 *
 * @param today the day it happens
 * @param lastDay only for `end`: last day in force, today or later
 */
export function moveAgreement(
  version: AgreementVersion,
  move: AgreementMove,
  by: Mover,
  today: PlainDate,
  lastDay: PlainDate = today,
): Outcome<AgreementVersion, AgreementRefusal> {
  const allowed = AGREEMENT_MOVES.find((row) => row.move === move && row.from === version.state);
  if (!allowed) return refuse("AGREEMENT_MOVE_NOT_ALLOWED", { move, state: version.state });
  const role = by === "system" ? "system" : by === version.proposedBy ? "proposer" : "other";
  if (!allowed.by.includes(role)) return refuse("AGREEMENT_NOT_YOURS_TO_MOVE", { move });
  if (move === "sign" && by !== "system") {
    if (version.signedBy.includes(by)) return refuse("AGREEMENT_ALREADY_SIGNED");
    const signedBy = [...version.signedBy, by];
    return ok({ ...version, signedBy, state: signedBy.length === 2 ? "signed" : "proposed" });
  }
  if (move === "activate" && today < version.validFrom) {
    return refuse("AGREEMENT_NOT_BEGUN", { validFrom: version.validFrom });
  }
  if (move === "end") {
    if (lastDay < today) return refuse("AGREEMENT_END_IN_PAST", { lastDay }, "lastDay");
    // One side alone can shorten what both signed, never prolong it.
    if (version.validTo !== null && lastDay > version.validTo) {
      return refuse("AGREEMENT_END_TOO_LATE", { validTo: version.validTo }, "lastDay");
    }
    // Until its last day it stays in force; the daily run ends it then.
    return ok({ ...version, validTo: lastDay, state: lastDay > today ? "active" : "ended" });
  }
  return ok({ ...version, state: allowed.to });
}

/**
 * The version a trade is made under on a day: of those both signed, the one that began last, unless its last day is past; null when
 * there is none. A version that has run out does not bring the one before it back.
 */
export function versionInForce(versions: readonly AgreementVersion[], date: PlainDate): AgreementVersion | null {
  const latest = latestBegun(versions, date);
  return latest && (latest.validTo === null || date <= latest.validTo) ? latest : null;
}

const SIGNED_STATES: ReadonlySet<AgreementState> = new Set(["signed", "active", "superseded", "ended"]);

function latestBegun(versions: readonly AgreementVersion[], date: PlainDate): AgreementVersion | null {
  const begun = versions.filter((version) => SIGNED_STATES.has(version.state) && version.validFrom <= date);
  return begun.reduce<AgreementVersion | null>(
    (latest, version) => (latest === null || isLater(version, latest) ? version : latest),
    null,
  );
}

function isLater(a: AgreementVersion, b: AgreementVersion): boolean {
  return a.validFrom === b.validFrom ? a.number > b.number : a.validFrom > b.validFrom;
}

/**
 * What the daily run does with the versions of one agreement: the signed one whose day has come becomes active, the active one before
 * it is superseded, one past its last day ends.
 */
export function advanceVersions(versions: readonly AgreementVersion[], today: PlainDate): AgreementVersion[] {
  const latest = latestBegun(versions, today);
  return versions.map((version) => {
    if (version.state !== "active" && version.state !== "signed") return version;
    if (version.validFrom > today) return version;
    if (version.number !== latest?.number) return { ...version, state: "superseded" };
    const isOver = version.validTo !== null && version.validTo < today;
    return { ...version, state: isOver ? "ended" : "active" };
  });
}
