import { Answered, useApi, usePathParams } from "../platform/index.ts";
import { AgreementDraftView } from "./draft-view.tsx";

/** An agreement being prepared. */
export function Page() {
  const { id = "" } = usePathParams();
  const draft = useApi("/api/v1/agreement-drafts/{id}", { params: { path: { id } } });
  const partnerId = draft.data?.body.partnerId ?? "";
  const partner = useApi("/api/v1/partners/{id}", { params: { path: { id: partnerId } } }, { when: partnerId !== "" });
  const waiting = draft.data !== undefined && partner.data === undefined && !partner.error;
  return (
    <Answered answer={waiting ? { ...draft, data: undefined } : draft}>
      {(kept) => (
        <AgreementDraftView
          key={kept.id}
          kept={kept}
          body={kept.body}
          partner={partner.data ? { id: partner.data.id, code: partner.data.code, name: partner.data.name } : null}
        />
      )}
    </Answered>
  );
}
