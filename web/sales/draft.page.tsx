import { usePathParams } from "../platform/index.ts";
import { DraftPageView } from "../trade/index.ts";

/** One draft. */
export function Page() {
  const { id = "" } = usePathParams();
  return <DraftPageView key={id} id={id} side="S" />;
}
