import { usePathParams } from "../platform/index.ts";
import { DeliveryView } from "../trade/index.ts";

/** One delivery. */
export function Page() {
  const { id = "" } = usePathParams();
  return <DeliveryView key={id} id={id} side="S" />;
}
