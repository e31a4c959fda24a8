import { useMemo } from "react";
import { FormPage, useCommand, useGo, useText } from "../platform/index.ts";
import { NEW_PARTNER, partnerBody, partnerFields } from "./partner-fields.ts";

/** A new partner; sites and accounts are added on its page. */
export function Page() {
  const t = useText();
  const go = useGo();
  const fields = useMemo(() => partnerFields(t), [t]);
  const add = useCommand("post", "/api/v1/partners", { success: t("parties.partner.added"), placesRefusals: true });
  return (
    <FormPage
      title={t("parties.partner.new")}
      fields={fields}
      initial={NEW_PARTNER}
      draft="parties.partner.new"
      submit={(body) => add.run({ body: { ...partnerBody(fields, body), sites: [], bankAccounts: [] } as never })}
      onDone={(partner) => go(`parties/partners/${partner.id}`)}
      onCancel={() => go("parties/partners")}
    />
  );
}
