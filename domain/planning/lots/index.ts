export { type PieceSequencing, sequencePieces } from "./sequence-pieces.ts";
export { wagnerWhitin } from "./wagner-whitin.ts";
