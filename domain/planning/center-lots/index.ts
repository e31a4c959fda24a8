export { type CenterLots, type CenterLotsRefusal, centerLots } from "./center-lots.ts";
export { type CenterOffer, centerOffer } from "./center-offer.ts";
export * from "./contract.ts";
export type { CenterProposal, CenterRecords, LotsQuestion } from "./records.ts";
