import type { PlainDate } from "../shared/index.ts";
import { decimal } from "../shared/index.ts";
import type { ItemSupply, PlanException } from "./plan-records.ts";

/** Who should see to an exception, as a role. */
export const EXCEPTION_OWNERS = ["purchasing", "production", "sales", "planning", "inventory"] as const;
export type ExceptionOwner = (typeof EXCEPTION_OWNERS)[number];

/** What would settle it; `null` where only a person can know. */
export type Remedy =
  | { readonly kind: "move_receipt"; readonly to: PlainDate }
  | { readonly kind: "change_quantity"; readonly by: string }
  | { readonly kind: "cancel" }
  | { readonly kind: "give_back" }
  | { readonly kind: "start_now"; readonly readyOn: PlainDate }
  | { readonly kind: "promise_new_date"; readonly to: PlainDate }
  | { readonly kind: "ask_for_delivery" }
  | { readonly kind: "count_stock" }
  | { readonly kind: "complete_bill_of_material" }
  | { readonly kind: "plan_longer" };

export interface ExceptionAdvice {
  readonly owner: ExceptionOwner;
  readonly remedy: Remedy | null;
}

/**
 * Who should see to an exception, and what would settle it: what is bought is for purchasing, what is made for
 * production, what a customer must be told for sales, and bills of material for whoever plans. A step of a value chain
 * has no remedy of its own: it changes along the chain, with the consent of its members. A firm planned order is moved or changed
 * like a receipt; one nobody needs is given back to planning, and one whose start is over is begun.
 *
 * @param supply of the exception's item
 */
export function adviseOnException(
  exception: Pick<PlanException, "kind" | "subject" | "quantity" | "onDate" | "wantedDate">,
  supply: ItemSupply,
): ExceptionAdvice {
  const { kind, subject, quantity, onDate, wantedDate } = exception;
  const maker: ExceptionOwner =
    subject?.kind === "purchase" ? "purchasing" : subject?.kind === "work_order" ? "production" : ownerOf(supply);
  const to = wantedDate ?? onDate;
  const isFirm = subject?.kind === "planned";
  const ofReceipt = (remedy: Remedy): ExceptionAdvice => ({
    owner: maker,
    remedy: subject?.kind === "step" ? null : remedy,
  });
  switch (kind) {
    case "past_due_start":
    case "inside_fence":
      return { owner: maker, remedy: { kind: "start_now", readyOn: onDate } };
    case "expedite":
    case "delay":
      return ofReceipt({ kind: "move_receipt", to });
    case "cancel":
      return ofReceipt({ kind: isFirm ? "give_back" : "cancel" });
    case "raise":
      return ofReceipt({ kind: "change_quantity", by: quantity });
    case "lower":
      return ofReceipt({ kind: "change_quantity", by: decimal(quantity).negated().toString() });
    case "overdue_receipt":
      // What the own works is late with is given a new day; a supplier is asked.
      return ofReceipt(
        subject?.kind === "work_order" || isFirm ? { kind: "move_receipt", to } : { kind: "ask_for_delivery" },
      );
    case "overdue_demand":
      if (subject?.kind === "work_order") return { owner: "production", remedy: null };
      // What a firm planned order uses was needed at its start.
      if (isFirm) return { owner: "production", remedy: { kind: "start_now", readyOn: to } };
      return { owner: "sales", remedy: subject?.kind === "sales" ? { kind: "promise_new_date", to } : null };
    case "beyond_horizon":
      return { owner: "planning", remedy: { kind: "plan_longer" } };
    case "negative_stock":
      return { owner: "inventory", remedy: { kind: "count_stock" } };
    case "no_bom":
    case "bom_cyclic":
      return { owner: "planning", remedy: { kind: "complete_bill_of_material" } };
    case "requested":
      return { owner: "purchasing", remedy: null };
    case "shortfall":
    case "below_safety":
      return { owner: maker, remedy: null };
  }
}

function ownerOf(supply: ItemSupply): ExceptionOwner {
  return supply === "make" ? "production" : "purchasing";
}
