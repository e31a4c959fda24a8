import { RequestView } from "./request-view.tsx";

/** A new purchase request. */
export function Page() {
  return <RequestView />;
}
