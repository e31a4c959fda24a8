import type { HttpStatus } from "../platform/index.ts";

/** Refusals of trades that are not the usual 422. */
export const refusalStatus = {
  TRADE_UNKNOWN: 404,
  CHANGE_UNKNOWN: 404,
  DELIVERY_UNKNOWN: 404,
  LINK_INVALID: 404,
  CHANGE_ANSWERED: 409,
  CHANGE_PENDING: 409,
  DRAFT_CLOSED: 409,
  ORDER_DIFFERS: 409,
  PAYMENT_ARRIVED: 409,
  PAYMENT_REVERSED_ALREADY: 409,
  PAYMENT_NOT_YOURS: 403,
  CHANGE_NOT_YOURS_TO_ANSWER: 403,
} as const satisfies Record<string, HttpStatus>;
