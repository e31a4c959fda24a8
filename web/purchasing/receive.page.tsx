import { GoodsView } from "../trade/index.ts";

/** Goods of a supplier outside the platform arrive. */
export function Page() {
  return <GoodsView side="B" />;
}
