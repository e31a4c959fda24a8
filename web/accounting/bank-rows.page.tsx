import { useMemo, useState } from "react";
import {
  type AnswerOf,
  DateText,
  FormDialog,
  type FormField,
  ListPage,
  Money,
  StateBadge,
  sumDecimals,
  todayInJapan,
  useCan,
  useCommand,
  useText,
} from "../platform/index.ts";
import { MatchDialog } from "./match-dialog.tsx";

type BankRow = AnswerOf<"get", "/api/v1/bank-rows">["rows"][number];
const TONES = { open: "waiting", matched: "done", set_aside: "stopped" } as const;

/** 入金消込: what the bank says has arrived, and whose it is. */
export function Page() {
  const t = useText();
  const can = useCan();
  const [matching, setMatching] = useState<BankRow | null>(null);
  const [entering, setEntering] = useState(false);
  const enter = useCommand("post", "/api/v1/bank-rows", { placesRefusals: true });
  const fields = useMemo<FormField[]>(
    () => [
      { name: "receivedOn", label: t("accounting.payment.receivedOn"), kind: "date", required: true },
      {
        name: "number",
        label: t("accounting.bankRow.number"),
        kind: "code",
        required: true,
        hint: t("accounting.bankRow.numberHint"),
      },
      { name: "payerName", label: t("accounting.bankRow.payer"), kind: "text", required: true },
      { name: "amountYen", label: t("accounting.entry.amount"), kind: "yen", required: true, moreThan: "0" },
      { name: "remittanceText", label: t("accounting.bankRow.text"), kind: "text", span: 2 },
      {
        name: "fundRole",
        label: t("accounting.payment.fund"),
        kind: "choice",
        required: true,
        options: (["bank", "checkingDeposit", "cash"] as const).map((value) => ({
          value,
          label: t(`accounting.fund.${value}`),
        })),
      },
    ],
    [t],
  );
  const initial = useMemo(() => ({ receivedOn: todayInJapan(), fundRole: "bank" }), []);
  return (
    <>
      <ListPage
        id="accounting.bankRows"
        title={t("accounting.bankRows.title")}
        path="/api/v1/bank-rows"
        live={["accounting.bankRow", "payment."]}
        rowId={(row) => row.id}
        rowName={(row) => `${row.payerName} ${row.amountYen}`}
        onOpen={(row) => setMatching(row)}
        create={{
          label: t("accounting.bankRow.new"),
          onClick: () => setEntering(true),
          permission: "accounting.write",
        }}
        formPath="/api/v1/bank-rows/export"
        importTo="accounting/bank-rows/import"
        importPermission="accounting.write"
        views={[
          { id: "open", label: t("accounting.bankRow.open"), filters: { state: "open" } },
          { id: "all", label: t("platform.all"), filters: {} },
        ]}
        filters={[
          {
            id: "state",
            label: t("accounting.invoice.state"),
            kind: "choice",
            options: (["open", "matched", "set_aside"] as const).map((value) => ({
              value,
              label: t(`accounting.bankRow.${value}`),
            })),
          },
          { id: "receivedOn", label: t("accounting.payment.receivedOn"), kind: "days" },
        ]}
        columns={[
          {
            id: "receivedOn",
            header: t("accounting.payment.receivedOn"),
            cell: (row) => <DateText value={row.receivedOn} />,
            pinned: true,
            width: 150,
          },
          { id: "number", header: t("accounting.bankRow.number"), cell: (row) => row.number, width: 90 },
          { id: "payer", header: t("accounting.bankRow.payer"), cell: (row) => row.payerName, width: 220 },
          { id: "text", header: t("accounting.bankRow.text"), cell: (row) => row.remittanceText || "–", width: 220 },
          {
            id: "amountYen",
            header: t("accounting.entry.amount"),
            cell: (row) => <Money value={row.amountYen} />,
            align: "right",
            total: (rows) => <Money value={sumDecimals(rows.map((row) => row.amountYen))} />,
          },
          {
            id: "state",
            header: t("accounting.invoice.state"),
            cell: (row) => <StateBadge tone={TONES[row.state]} label={t(`accounting.bankRow.${row.state}`)} />,
          },
          { id: "note", header: t("accounting.entry.note"), cell: (row) => row.note, width: 200 },
        ]}
        empty={{ title: t("accounting.bankRow.none"), hint: t("accounting.bankRow.noneHint") }}
      />
      {matching && (
        <MatchDialog
          row={matching}
          mayMatch={can("accounting.pay")}
          onClose={() => setMatching(null)}
          key={matching.id}
        />
      )}
      <FormDialog
        opened={entering}
        onClose={() => setEntering(false)}
        title={t("accounting.bankRow.new")}
        fields={fields}
        initial={initial}
        submit={(body) => enter.run({ body: { ...body, remittanceText: body["remittanceText"] ?? "" } as never })}
        onDone={() => setEntering(false)}
      />
    </>
  );
}
