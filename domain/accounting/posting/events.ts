import type { BusinessEvent, PlainDate } from "../../shared/index.ts";

/**
 * An event of one company (shapes: `domain/shared/business-events.ts`, told by the areas below) with the day it takes in that
 * company's books (`resolvePostingDate`).
 */
export type PostingEvent = BusinessEvent & { readonly postingOn: PlainDate };

export type PostingRefusal = "REDUCTION_UNLAWFUL" | "FEE_DEDUCTION_UNLAWFUL" | "PAYMENT_DOES_NOT_ADD_UP";
