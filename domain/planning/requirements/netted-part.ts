/** One item, or what one group has of it: what is to be netted against each other, and nothing else. */
export interface Netting {
  readonly item: number;
  readonly group: number;
  /** Rows of the needs at hand, by day. */
  readonly needFrom: number;
  readonly needTo: number;
  /** Rows of the supplies at hand, by day. */
  readonly receiptFrom: number;
  readonly receiptTo: number;
  readonly stock: number;
  /** Kept in store beside what is needed; 0 inside a group, and of an item that runs out. */
  readonly safety: number;
  /** True where a step trade supplies the group: then nothing is proposed, and what lacks is a shortfall. */
  readonly isSuppliedByStep: boolean;
}
