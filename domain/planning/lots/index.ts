export { type CapacitatedLots, planCapacitatedLots } from "./capacitated.ts";
export { type PieceSequencing, sequencePieces } from "./sequence-pieces.ts";
export { wagnerWhitin } from "./wagner-whitin.ts";
