import type { Role } from "../companies/index.ts";
import type { PlainDate } from "../shared/index.ts";
import { decimal } from "../shared/index.ts";
import { adviseOnException, EXCEPTION_OWNERS, type ExceptionOwner } from "./advise-on-exception.ts";
import { type ItemSupply, PLAN_EXCEPTION_KINDS, type PlanExceptionKind, type SubjectKind } from "./plan-records.ts";

/** Whose exceptions a role of the company sees first. The president answers for all; who plans is production. */
const OWNERS_BY_ROLE: Partial<Record<Role, readonly ExceptionOwner[]>> = {
  president: EXCEPTION_OWNERS,
  purchasing: ["purchasing"],
  production: ["production", "planning"],
  sales: ["sales"],
  secretariat: ["sales"],
  warehouse: ["inventory"],
};

/** What is "mine" for somebody with these roles; nothing, for who answers for none of it. */
export function exceptionOwnersOf(roles: readonly string[]): readonly ExceptionOwner[] {
  const mine = new Set(roles.flatMap((role) => OWNERS_BY_ROLE[role as Role] ?? []));
  return EXCEPTION_OWNERS.filter((owner) => mine.has(owner));
}

const ANY = { id: "", line: null };
const ANY_DAY: PlainDate = "2000-01-01";
const SUPPLIES: readonly ItemSupply[] = ["make", "buy", "subcontract"];
const SUBJECTS = [
  "",
  "planned",
  "purchase",
  "work_order",
  "step",
  "sales",
  "forecast",
  "promise",
  "request",
  "order_draft",
] as const satisfies readonly ("" | "planned" | SubjectKind)[];

/** The case an exception is: with the kind of its subject and how its item is supplied. The owner depends on nothing else. */
export const exceptionCase = (kind: PlanExceptionKind, subjectKind: string, supply: ItemSupply): string =>
  `${kind}/${subjectKind}/${supply}`;

const OWNER_OF_CASE: ReadonlyMap<string, ExceptionOwner> = new Map(
  PLAN_EXCEPTION_KINDS.flatMap((kind) =>
    SUBJECTS.flatMap((subject) =>
      SUPPLIES.map((supply): [string, ExceptionOwner] => {
        const one = subject === "planned" ? { kind: subject, seq: 0 } : { kind: subject as SubjectKind, ...ANY };
        const about = { kind, subject: subject === "" ? null : one, quantity: "1", onDate: ANY_DAY, wantedDate: null };
        return [exceptionCase(kind, subject, supply), adviseOnException(about, supply).owner];
      }),
    ),
  ),
);

/** Every case these owners see to, so that a list can be asked for them. */
export function casesOwnedBy(owners: readonly ExceptionOwner[]): string[] {
  return [...OWNER_OF_CASE].flatMap(([name, owner]) => (owners.includes(owner) ? [name] : []));
}

/** Who sees to a case; a case nobody named is for whoever plans. */
export const ownerOfCase = (name: string): ExceptionOwner => OWNER_OF_CASE.get(name) ?? "planning";

/** How bad an exception is, as the plan says it. */
export interface ExceptionExtent {
  readonly quantity: string;
  readonly onDate: PlainDate;
  readonly wantedDate: PlainDate | null;
}

/** Which way each figure gets worse: 1 more or later, -1 less or earlier, 0 it does not matter. What the days mean: docs/rules/planning.md. */
const WORSE: Record<PlanExceptionKind, readonly [quantity: number, onDate: number, wantedDate: number]> = {
  past_due_start: [1, 1, -1],
  inside_fence: [1, 1, -1],
  expedite: [1, 1, -1],
  delay: [1, 0, 1],
  cancel: [1, 0, 0],
  shortfall: [1, -1, 0],
  no_bom: [1, -1, 0],
  below_safety: [-1, -1, 1],
  overdue_receipt: [1, 0, 0],
  raise: [1, 0, -1],
  lower: [1, 0, 0],
  overdue_demand: [1, 0, 0],
  bom_cyclic: [0, 0, 0],
  beyond_horizon: [1, -1, 0],
  negative_stock: [-1, 0, 0],
  requested: [1, 0, -1],
};

/** Whether an exception is worse now than it was. */
export function hasBecomeWorse(kind: PlanExceptionKind, before: ExceptionExtent, now: ExceptionExtent): boolean {
  const [quantity, onDate, wantedDate] = WORSE[kind];
  const days = (was: PlainDate | null, is: PlainDate | null) =>
    was === null || is === null || was === is ? 0 : was < is ? 1 : -1;
  return (
    quantity * decimal(now.quantity).comparedTo(before.quantity) > 0 ||
    onDate * days(before.onDate, now.onDate) > 0 ||
    wantedDate * days(before.wantedDate, now.wantedDate) > 0
  );
}

/** What a person did about an exception. */
export interface ExceptionCare extends ExceptionExtent {
  readonly state: "aside" | "applied";
  readonly untilOn: PlainDate;
  /** The other side refused the change that was asked for. */
  readonly isRefused: boolean;
}

/**
 * Whether an exception still rests: set aside until its day unless it has become worse; with its remedy applied until the plan
 * says something else, the other side refuses, or the day comes by which it should have settled.
 */
export function isResting(
  kind: PlanExceptionKind,
  care: ExceptionCare,
  now: ExceptionExtent,
  today: PlainDate,
): boolean {
  if (care.untilOn <= today) return false;
  if (care.state === "aside") return !hasBecomeWorse(kind, care, now);
  return !care.isRefused && decimal(care.quantity).equals(now.quantity) && care.onDate === now.onDate;
}
