import { GoodsView } from "../trade/index.ts";

/** Goods leave. */
export function Page() {
  return <GoodsView side="S" />;
}
