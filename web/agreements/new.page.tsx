import { useSearch } from "@tanstack/react-router";
import { Answered, todayInJapan, useApi } from "../platform/index.ts";
import { AgreementDraftView } from "./draft-view.tsx";

/** A new agreement, or the next version of one. */
export function Page() {
  const { from = "" } = useSearch({ strict: false }) as { from?: string };
  const answer = useApi("/api/v1/agreements/{id}", { params: { path: { id: from } } }, { when: from !== "" });
  if (from === "") return <AgreementDraftView partner={null} />;
  return (
    <Answered answer={answer}>
      {(agreement) => (
        <AgreementDraftView
          key={agreement.id}
          partner={{ id: agreement.partnerId ?? "", code: agreement.partnerName, name: agreement.partnerName }}
          body={{
            partnerId: agreement.partnerId ?? "",
            mySide: agreement.mySide,
            previousId: agreement.id,
            name: agreement.name,
            validFrom: todayInJapan(),
            terms: { ...agreement.terms, items: agreement.items },
          }}
        />
      )}
    </Answered>
  );
}
