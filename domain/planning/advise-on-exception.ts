import type { PlainDate } from "../shared/index.ts";
import { decimal } from "../shared/index.ts";
import type { ItemSupply, PlanException } from "./plan-records.ts";

/** Who should see to an exception, as a role. */
export type ExceptionOwner = "purchasing" | "production" | "sales" | "planning" | "inventory";

/** What would settle it; `null` where only a person can know. */
export type Remedy =
  | { readonly kind: "move_receipt"; readonly to: PlainDate }
  | { readonly kind: "change_quantity"; readonly by: string }
  | { readonly kind: "cancel" }
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
 * production, what a customer must be told for sales, and bills of material for whoever plans.
 *
 * @param supply of the exception's item
 */
export function adviseOnException(exception: PlanException, supply: ItemSupply): ExceptionAdvice {
  const { kind, subject, quantity, onDate, wantedDate } = exception;
  const maker: ExceptionOwner =
    subject?.kind === "purchase" ? "purchasing" : subject?.kind === "work_order" ? "production" : ownerOf(supply);
  const to = wantedDate ?? onDate;
  switch (kind) {
    case "past_due_start":
      return { owner: maker, remedy: { kind: "start_now", readyOn: onDate } };
    case "inside_fence":
      return { owner: maker, remedy: { kind: "start_now", readyOn: onDate } };
    case "expedite":
    case "delay":
      return { owner: maker, remedy: { kind: "move_receipt", to } };
    case "cancel":
      return { owner: maker, remedy: { kind: "cancel" } };
    case "raise":
      return { owner: maker, remedy: { kind: "change_quantity", by: quantity } };
    case "lower":
      return { owner: maker, remedy: { kind: "change_quantity", by: decimal(quantity).negated().toString() } };
    case "overdue_receipt":
      return { owner: maker, remedy: { kind: "ask_for_delivery" } };
    case "overdue_demand":
      return {
        owner: subject?.kind === "work_order" ? "production" : "sales",
        remedy: { kind: "promise_new_date", to },
      };
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
