import { DateText, StateBadge, useText } from "../platform/index.ts";

/** When the whole order is promised; where lines still wait for an answer, that it is not the whole yet. */
export function Promised({
  of: { promisedOn, unansweredCount },
}: {
  readonly of: { readonly promisedOn: string | null; readonly unansweredCount: number };
}) {
  const t = useText();
  if (unansweredCount === 0) return <DateText value={promisedOn} relative />;
  if (!promisedOn) return <StateBadge tone="waiting" label={t("network.chain.unanswered")} />;
  return (
    <span style={{ display: "inline-flex", gap: 6, alignItems: "center", flexWrap: "wrap" }}>
      <DateText value={promisedOn} relative />
      <StateBadge tone="waiting" label={t("network.chain.partlyUnanswered")} />
    </span>
  );
}
