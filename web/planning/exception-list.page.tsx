import { DateText, ListPage, PageLink, StateBadge, type Tone, useLocale, useText } from "../platform/index.ts";
import { RunBar, RunButton } from "./run-bar.tsx";
import { EXCEPTION_KINDS, exceptionAction, exceptionText, type PlanException } from "./words.tsx";

const TONES: Partial<Record<PlanException["kind"], Tone>> = {
  past_due_start: "late",
  shortfall: "late",
  overdue_receipt: "late",
  negative_stock: "late",
  inside_fence: "late",
  overdue_demand: "late",
  bom_cyclic: "late",
  lower: "waiting",
  delay: "waiting",
  cancel: "waiting",
  beyond_horizon: "waiting",
};

/** What a person should look at, each with what to do and the page to do it on. */
export function Page() {
  const t = useText();
  const locale = useLocale();
  return (
    <ListPage
      id="planning.exceptions"
      title={t("planning.exceptions.title")}
      path="/api/v1/plan-exceptions"
      live="planning.run"
      rowId={(row) => `${row.runId}/${row.seq}`}
      rowName={(row) => exceptionText(t, locale, row)}
      columns={[
        {
          id: "kind",
          header: t("planning.exception.kind"),
          cell: (row) => (
            <StateBadge tone={TONES[row.kind] ?? "attention"} label={t(`planning.exception.${row.kind}.name`)} />
          ),
          sort: true,
          width: 150,
        },
        {
          id: "itemCode",
          header: t("planning.item.code"),
          cell: (row) => <PageLink to={`planning/items/${row.itemId}`}>{row.itemCode}</PageLink>,
          sort: true,
          width: 140,
        },
        {
          id: "text",
          header: t("planning.exception.text"),
          cell: (row) => <span style={{ whiteSpace: "normal" }}>{exceptionText(t, locale, row)}</span>,
          width: 520,
        },
        {
          id: "onDate",
          header: t("planning.exception.onDate"),
          cell: (row) => <DateText value={row.onDate} />,
          sort: true,
          width: 130,
        },
        {
          id: "action",
          header: t("planning.exception.action"),
          cell: (row) => {
            const { to, label } = exceptionAction(row);
            return <PageLink to={to}>{t(label)}</PageLink>;
          },
          width: 150,
        },
      ]}
      filters={[
        {
          id: "kind",
          label: t("planning.exception.kind"),
          kind: "choice",
          options: EXCEPTION_KINDS.map((value) => ({ value, label: t(`planning.exception.${value}.name`) })),
        },
      ]}
      actions={<RunButton />}
      above={<RunBar />}
      empty={{ title: t("planning.exceptions.none"), hint: t("planning.exceptions.noneHint") }}
    />
  );
}
