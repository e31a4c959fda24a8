import { useText, VisibleTo } from "../platform/index.ts";

/** What leaves the company with a command on a trade. */
export type Leaving = "order" | "move" | "change" | "shipment" | "handOver" | "receipt" | "judgement" | "return";

/** Says before sending what the partner will see of it; nothing for a partner without an account, who sees no screen. */
export function WhoSees({ partner, of }: { readonly partner: string | null; readonly of: Leaving }) {
  const t = useText();
  if (!partner) return null;
  return <VisibleTo {...whoSees(t, partner, of)} />;
}

/** The same for a confirmation with a preview. */
export function whoSees(t: ReturnType<typeof useText>, company: string, of: Leaving) {
  return { company, sees: t(`trade.sees.${of}`).split("、"), hidden: t("trade.hidden").split("、") };
}
