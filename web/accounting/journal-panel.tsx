import { ChainList, type useText } from "../platform/index.ts";

/** Beside a document: the journal entries it made, each a door to its page. */
export function journalPanel(
  entries: readonly { readonly id: string; readonly number: string; readonly kind: string }[],
  t: ReturnType<typeof useText>,
) {
  return {
    id: "journal",
    title: t("accounting.journal.title"),
    body: (
      <ChainList
        none={t("accounting.invoice.noJournal")}
        steps={entries.map((one) => ({
          id: one.id,
          label: one.number,
          detail: t(`accounting.kind.${one.kind}`),
          to: `accounting/journal/${one.id}`,
        }))}
      />
    ),
  };
}
