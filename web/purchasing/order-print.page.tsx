import { usePathParams } from "../platform/index.ts";
import { PrintOrderView } from "../trade/index.ts";

/** An order as paper. */
export function Page() {
  const { id = "" } = usePathParams();
  return <PrintOrderView key={id} id={id} side="B" />;
}
