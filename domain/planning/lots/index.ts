export { type PieceRefusal, type PieceSequence, type PieceSequencing, sequencePieces } from "./sequence-pieces.ts";
export { type Lot, type LotCosts, wagnerWhitin } from "./wagner-whitin.ts";
