import { decimal, type Outcome, ok, refuse, refuseAll } from "../shared/index.ts";
import { checkMembers, type DispatchRule, type DispatchStep, type StepMember } from "./dispatch-rule.ts";

/** Whom a person named for a step of one order, in place of what the rule says. */
export interface MembersByHand {
  readonly stepNumber: number;
  readonly members: readonly StepMember[];
}

export type MembersRefusal =
  | "MEMBERS_TO_CHOOSE"
  | "NO_MEMBER_FOR_PROCESS"
  | "PROCESS_AMBIGUOUS"
  | "SHARES_NOT_HUNDRED"
  | "MEMBER_TWICE"
  | "NOT_A_MEMBER_OF_GROUP";

/** Members of the rule's group that are in it today, with the processes they offer. */
export interface GroupProcess {
  readonly groupId: string;
  readonly companyId: string;
  readonly processCodes: readonly string[];
}

/**
 * Who does a step of this order: named by hand, else by the rule, else the one member of the group that has the process. Two members
 * with the same process are not chosen between: that goes to a person.
 *
 * @returns at least one member, shares adding up to 100
 */
export function membersOf(
  rule: DispatchRule,
  step: DispatchStep,
  byHand: readonly MembersByHand[],
  members: readonly GroupProcess[],
  windowId: string,
): Outcome<readonly StepMember[], MembersRefusal> {
  const values = { step: step.processName };
  const own = members.filter((member) => member.groupId === rule.groupId);
  const named = byHand.find((one) => one.stepNumber === step.stepNumber)?.members ?? [];
  const chosen = named.length > 0 ? named : rule.choice === "by_hand" ? [] : step.members;
  if (chosen.length > 0) {
    const outside = chosen.find(
      (one) => one.memberId !== windowId && !own.some((member) => member.companyId === one.memberId),
    );
    if (outside) return refuse("NOT_A_MEMBER_OF_GROUP", values);
    return refuseAll(checkMembers({ stepNumber: step.stepNumber, members: chosen }, "members")) ?? ok(chosen);
  }
  if (rule.choice === "by_hand") return refuse("MEMBERS_TO_CHOOSE", values);
  const able = own.filter((member) => member.processCodes.includes(step.processCode));
  const [only, another] = able;
  if (!only) return refuse("NO_MEMBER_FOR_PROCESS", values);
  if (another) return refuse("PROCESS_AMBIGUOUS", values);
  return ok([{ memberId: only.companyId, sharePercent: decimal(100) }]);
}
