import { type AnswerOf, type Tone, useLocale } from "../platform/index.ts";

export const INVOICE_TONES: Readonly<Record<string, Tone>> = {
  issued: "waiting",
  acknowledged: "active",
  disputed: "attention",
  settled: "done",
};
export const PAYMENT_TONES: Readonly<Record<string, Tone>> = {
  sent: "waiting",
  received: "attention",
  matched: "done",
  reversed: "stopped",
};
/** Where entries come from, as the journal is filtered by. */
export const SOURCE_KINDS = [
  "delivery",
  "invoice",
  "payment",
  "work_order",
  "stock_move",
  "stocktake",
  "opening",
  "manual",
] as const;

type AccountType = AnswerOf<"get", "/api/v1/trial-balance">["rows"][number]["type"];

/** A balance as books write it: plus on the side its kind of account belongs to, so that capital and debts are no △. The books count debit plus. */
export function onOwnSide(yen: string, type: AccountType | undefined): string {
  return type === undefined || type === "asset" || type === "expense" ? yen : (-BigInt(yen)).toString();
}

/** An account as people call it: code and name in the reader's language. */
export function AccountName(props: { readonly code: string; readonly ja: string; readonly en: string }) {
  const locale = useLocale();
  return (
    <>
      {props.code} {(locale === "en" && props.en) || props.ja}
    </>
  );
}

export const OPENING_STATES = ["proposed", "differs", "agreed", "withdrawn"] as const;
export const OPENING_TONES: Readonly<Record<(typeof OPENING_STATES)[number], Tone>> = {
  proposed: "waiting",
  differs: "attention",
  agreed: "done",
  withdrawn: "stopped",
};
