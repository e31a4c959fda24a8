import { Answered, useApi, useText } from "../platform/index.ts";
import { type DraftKind, DraftView } from "./draft-view.tsx";
import type { TradeSide } from "./words.tsx";

/** A draft that was kept, to be worked on again. */
export function DraftPageView({ id, side }: { readonly id: string; readonly side: TradeSide }) {
  const t = useText();
  const draft = useApi(side === "S" ? "/api/v1/sales-drafts/{id}" : "/api/v1/purchase-drafts/{id}", {
    params: { path: { id } },
  });
  const partnerId = draft.data?.body.partnerId ?? "";
  const partner = useApi("/api/v1/partners/{id}", { params: { path: { id: partnerId } } }, { when: partnerId !== "" });
  const waiting = partnerId !== "" && partner.data === undefined && !partner.error;
  return (
    <Answered answer={waiting ? { ...draft, data: undefined } : draft}>
      {({ id, kind, number, version, body, state }) =>
        state === "draft" ? (
          <DraftView
            key={id}
            kind={kind as DraftKind}
            draft={{
              id,
              number,
              version,
              body,
              partner: partner.data ? { id: partner.data.id, code: partner.data.code, name: partner.data.name } : null,
            }}
          />
        ) : (
          <p>{t("trade.draft.closed", { number })}</p>
        )
      }
    </Answered>
  );
}
