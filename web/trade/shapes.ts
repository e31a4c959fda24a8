import type { AnswerOf } from "../platform/index.ts";

/** What the pages of a trade and a delivery are given by the server. */
export type Trade = AnswerOf<"get", "/api/v1/trades/{id}">;
export type TradeLine = Trade["lines"][number];
export type Move = TradeLine["moves"][number];
export type Delivery = AnswerOf<"get", "/api/v1/deliveries/{id}">;
