import { usePathParams } from "../platform/index.ts";
import { TradeView } from "../trade/index.ts";

/** One order. */
export function Page() {
  const { id = "" } = usePathParams();
  return <TradeView key={id} id={id} side="B" />;
}
