import type { ReactNode } from "react";
import { DateText, ListPage, Money, StateBadge, sumDecimals, useText } from "../platform/index.ts";
import { PAYMENT_TONES } from "./words.tsx";

const STATES = ["sent", "received", "matched", "reversed"] as const;
const KINDS = ["transfer", "cash", "claim", "offset", "advance"] as const;

/** Payments of one side: what came in (S), what went out (B). */
export function PaymentTable(props: {
  readonly side: "S" | "B";
  readonly title: string;
  readonly create?: {
    readonly label: string;
    readonly to?: string;
    readonly onClick?: () => void;
    readonly permission: string;
  };
  readonly actions?: ReactNode;
}) {
  const t = useText();
  const { side } = props;
  return (
    <ListPage
      id={`accounting.payments.${side}`}
      title={props.title}
      path="/api/v1/payments"
      options={{ fixed: { side } }}
      live="payment."
      rowId={(row) => row.id}
      rowName={(row) => row.number}
      rowTo={(row) => `accounting/payments/${row.id}`}
      {...(props.create && { create: props.create })}
      actions={props.actions}
      views={[
        { id: "all", label: t("platform.all"), filters: {} },
        { id: "sent", label: t(`accounting.payment.waiting.${side}`), filters: { state: "sent" } },
        ...(side === "S"
          ? [{ id: "unapplied", label: t("accounting.payment.unappliedOnes"), filters: { unapplied: "true" } }]
          : []),
        {
          id: "advances",
          label: t(`accounting.advance.waiting.${side}`),
          filters: { kind: "advance", unapplied: "true" },
        },
      ]}
      filters={[
        {
          id: "state",
          label: t("accounting.invoice.state"),
          kind: "choice",
          options: STATES.map((state) => ({ value: state, label: t(`accounting.payment.${state}`) })),
        },
        {
          id: "kind",
          label: t("accounting.payment.kind"),
          kind: "choice",
          options: KINDS.map((kind) => ({ value: kind, label: t(`accounting.payment.${kind}`) })),
        },
        { id: "sentOn", label: t("accounting.payment.sentOn"), kind: "days" },
      ]}
      columns={[
        {
          id: "number",
          header: t("accounting.payment.number"),
          cell: (row) => row.number,
          sort: true,
          pinned: true,
          width: 140,
        },
        { id: "partner", header: t("accounting.entry.partner"), cell: (row) => row.partnerName, width: 240 },
        {
          id: "state",
          header: t("accounting.invoice.state"),
          cell: (row) => (
            <StateBadge tone={PAYMENT_TONES[row.state] ?? "waiting"} label={t(`accounting.payment.${row.state}`)} />
          ),
        },
        {
          id: "kind",
          header: t("accounting.payment.kind"),
          cell: (row) => t(`accounting.payment.${row.kind}`),
          width: 120,
        },
        {
          id: "sentOn",
          header: t("accounting.payment.sentOn"),
          cell: (row) => <DateText value={row.sentOn} />,
          sort: true,
          width: 145,
        },
        {
          id: "receivedOn",
          header: t("accounting.payment.receivedOn"),
          cell: (row) => <DateText value={row.receivedOn} />,
          width: 145,
        },
        {
          id: "amountYen",
          header: t("accounting.entry.amount"),
          cell: (row) => <Money value={row.amountYen} />,
          sort: true,
          align: "right",
          total: (rows) => <Money value={sumDecimals(rows.map((row) => row.amountYen))} />,
        },
        {
          id: "unappliedYen",
          header: t("accounting.payment.unapplied"),
          cell: (row) => <Money value={row.unappliedYen} />,
          align: "right",
        },
      ]}
      empty={{ title: t("accounting.payment.none"), hint: t(`accounting.payment.noneHint.${side}`) }}
    />
  );
}
