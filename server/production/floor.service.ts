import { createHash, randomBytes } from "node:crypto";
import { decimal, type Instant, type Outcome, ok, type PlainDate, refuse } from "../../domain/shared/index.ts";
import { audit, type Tx } from "../platform/index.ts";
import { checkPin } from "../resources/index.ts";
import { findFloorSession, insertFloorSession } from "./floor.store.ts";
import { type Reported, type ReportInput, type ReportWorkRefusal, reportWork } from "./report-work.service.ts";

/** A person stays signed in on a tablet for a long shift. */
const SESSION_HOURS = 12;

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

export type FloorSignIn =
  | {
      readonly result: "signed_in";
      readonly token: string;
      readonly person: { readonly id: string; readonly name: string };
    }
  | { readonly result: "wrong_pin"; readonly attemptsLeft: number }
  | { readonly result: "locked"; readonly untilAt: Instant };

/**
 * Signs a person in on a shared tablet. A wrong PIN is an answer, not a refusal: the count of wrong tries must be kept.
 *
 * @returns a token that later reports bring; only its hash is stored
 */
export async function signInOnFloor(
  tx: Tx,
  personId: string,
  pin: string,
  now: Instant,
): Promise<Outcome<FloorSignIn, "PERSON_UNKNOWN">> {
  const check = await checkPin(tx, personId, pin, now);
  if (!check) return refuse("PERSON_UNKNOWN", undefined, "personId");
  const { judgement } = check;
  if (judgement.answer === "locked") return ok({ result: "locked", untilAt: judgement.lockedUntil });
  if (judgement.answer === "wrong") return ok({ result: "wrong_pin", attemptsLeft: judgement.triesLeft });
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(Date.parse(now) + SESSION_HOURS * 3_600_000).toISOString();
  await insertFloorSession(tx, personId, hashOf(token), expiresAt);
  await audit(tx, [{ command: "production.floorSignedIn", subjectKind: "floor_person", subjectId: personId }]);
  return ok({ result: "signed_in", token, person: { id: personId, name: check.name } });
}

/** A report from the floor: by the person who holds the token, never more than planned. */
export async function reportFromFloor(
  tx: Tx,
  token: string,
  input: Omit<ReportInput, "personId" | "minutes" | "allowsOver" | "quantity" | "reportedOn"> & {
    readonly quantity?: string;
  },
  today: PlainDate,
): Promise<Outcome<Reported, ReportWorkRefusal | "FLOOR_SIGN_IN_NEEDED">> {
  const session = await findFloorSession(tx, hashOf(token));
  if (!session) return refuse("FLOOR_SIGN_IN_NEEDED");
  const { quantity, ...report } = input;
  return reportWork(tx, {
    ...report,
    ...(quantity && { quantity: decimal(quantity) }),
    personId: session.personId,
    reportedOn: today,
  });
}
