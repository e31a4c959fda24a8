import { Answered, useApi, usePathParams } from "../platform/index.ts";
import { RequestView } from "./request-view.tsx";

/** One purchase request. */
export function Page() {
  const { id = "" } = usePathParams();
  const request = useApi("/api/v1/purchase-requests/{id}", { params: { path: { id } } });
  return (
    <Answered answer={request}>{(data) => <RequestView key={`${data.id}${data.version}`} request={data} />}</Answered>
  );
}
