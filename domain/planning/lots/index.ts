export { planCapacitatedLots } from "./capacitated.ts";
export type { CapacitatedLots } from "./capacitated-lots.ts";
export { type PieceSequencing, sequencePieces } from "./sequence-pieces.ts";
export { wagnerWhitin } from "./wagner-whitin.ts";
