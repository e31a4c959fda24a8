import { usePathParams } from "../platform/index.ts";
import { PrintDeliveryView } from "../trade/index.ts";

/** A delivery as paper. */
export function Page() {
  const { id = "" } = usePathParams();
  return <PrintDeliveryView key={id} id={id} side="S" />;
}
