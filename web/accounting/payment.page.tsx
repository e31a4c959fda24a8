import { Button, Group, Modal, Stack, Table } from "@mantine/core";
import { useMemo, useState } from "react";
import {
  type AnswerOf,
  ChainList,
  DateText,
  DayField,
  DocumentPage,
  FormDialog,
  type FormField,
  Money,
  PageLink,
  StateBadge,
  sumDecimals,
  todayInJapan,
  useApi,
  useCommand,
  useGo,
  usePathParams,
  useText,
} from "../platform/index.ts";
import { AllocationTable } from "./allocation-table.tsx";
import { type AllocationSums, allocationsToSend, type Typed } from "./allocations.ts";
import { journalPanel } from "./journal-panel.tsx";
import { PAYMENT_TONES } from "./words.tsx";

type Payment = AnswerOf<"get", "/api/v1/payments/{id}">;
type Asking = "receive" | "apply" | "mature" | "takeBack" | null;

/** One payment, in or out: what it settled, where it stands in the books, and what can still be done. */
export function Page() {
  const t = useText();
  const id = usePathParams()["paymentId"] ?? "";
  const payment = useApi("/api/v1/payments/{id}", { params: { path: { id } } });
  const [asking, setAsking] = useState<Asking>(null);
  const close = () => setAsking(null);
  return (
    <>
      <DocumentPage
        answer={payment}
        live={["payment.", "invoice."]}
        view={(found) => ({
          kind: t(found.side === "S" ? "accounting.receipt.title" : "accounting.payment.title"),
          number: found.number,
          partner: found.partnerName,
          state: (
            <StateBadge
              size="lg"
              tone={PAYMENT_TONES[found.state] ?? "waiting"}
              label={t(`accounting.payment.${found.state}`)}
            />
          ),
          facts: [
            { label: t("accounting.payment.kind"), value: t(`accounting.payment.${found.kind}`) },
            { label: t("accounting.payment.sentOn"), value: <DateText value={found.sentOn} /> },
            { label: t("accounting.payment.receivedOn"), value: <DateText value={found.receivedOn} /> },
            ...(found.side === "B" && found.kind !== "advance"
              ? [{ label: t("accounting.payment.feeBorne"), value: <Money value={found.feeYen} unit /> }]
              : [{ label: t("accounting.payment.unapplied"), value: <Money value={found.unappliedYen} unit /> }]),
            { label: t("accounting.payment.reference"), value: found.reference || "–" },
          ],
          sum: { label: t("accounting.entry.amount"), value: <Money value={found.amountYen} unit /> },
          primary: found.canReceive
            ? {
                id: "receive",
                label: t("accounting.payment.receive"),
                permission: "accounting.pay",
                run: () => setAsking("receive"),
              }
            : found.canApply
              ? {
                  id: "apply",
                  label: t("accounting.payment.apply"),
                  permission: "accounting.pay",
                  run: () => setAsking("apply"),
                }
              : found.canMature
                ? {
                    id: "mature",
                    label: t("accounting.payment.mature"),
                    permission: "accounting.pay",
                    run: () => setAsking("mature"),
                  }
                : undefined,
          actions: found.canTakeBack
            ? [
                {
                  id: "takeBack",
                  label: t("accounting.payment.takeBack"),
                  permission: "accounting.pay",
                  danger: true,
                  run: () => setAsking("takeBack"),
                },
              ]
            : [],
          body: <Settled payment={found} />,
          side: [
            ...(found.reverses || found.reversedBy
              ? [{ id: "correction", title: t("accounting.entry.correction"), body: <Correction payment={found} /> }]
              : []),
            journalPanel(found.journal, t),
          ],
        })}
      />
      {payment.data && asking === "receive" && <ReceiveDialog payment={payment.data} onClose={close} />}
      {payment.data && asking === "apply" && <ApplyDialog payment={payment.data} onClose={close} />}
      {payment.data && asking === "mature" && <MatureDialog payment={payment.data} onClose={close} />}
      {payment.data && asking === "takeBack" && <TakeBackDialog payment={payment.data} onClose={close} />}
    </>
  );
}

function Settled({ payment }: { readonly payment: Payment }) {
  const t = useText();
  if (payment.allocations.length === 0) return <p className="quiet">{t("accounting.payment.settlesNothing")}</p>;
  return (
    <Table aria-label={t("accounting.payment.settles")}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("accounting.invoice.number")}</Table.Th>
          <Table.Th>{t("accounting.invoice.dueOn")}</Table.Th>
          <Table.Th ta="right">{t("accounting.match.amount")}</Table.Th>
          <Table.Th ta="right">{t("accounting.payment.allowance")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {payment.allocations.map((one) => (
          <Table.Tr key={one.invoiceId}>
            <Table.Td>
              <PageLink to={`accounting/invoices/${one.invoiceId}`}>{one.number}</PageLink>
            </Table.Td>
            <Table.Td>
              <DateText value={one.dueOn} />
            </Table.Td>
            <Table.Td ta="right">
              <Money value={one.amountYen} />
            </Table.Td>
            <Table.Td ta="right">
              <Money value={one.allowanceYen} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
      <Table.Tfoot>
        <Table.Tr>
          <Table.Th colSpan={2}>{t("accounting.total")}</Table.Th>
          <Table.Th ta="right">
            <Money value={sumDecimals(payment.allocations.map((one) => one.amountYen))} />
          </Table.Th>
          <Table.Th ta="right">
            <Money value={sumDecimals(payment.allocations.map((one) => one.allowanceYen))} />
          </Table.Th>
        </Table.Tr>
      </Table.Tfoot>
    </Table>
  );
}

function Correction({ payment }: { readonly payment: Payment }) {
  const t = useText();
  const steps = [
    ...(payment.reverses ? [{ ...payment.reverses, label: t("accounting.entry.reverses", payment.reverses) }] : []),
    ...(payment.reversedBy
      ? [{ ...payment.reversedBy, label: t("accounting.entry.reversedBy", payment.reversedBy) }]
      : []),
  ];
  return <ChainList none="" steps={steps.map((step) => ({ ...step, to: `accounting/payments/${step.id}` }))} />;
}

interface DialogProps {
  readonly payment: Payment;
  readonly onClose: () => void;
}

function ReceiveDialog({ payment, onClose }: DialogProps) {
  const t = useText();
  const receive = useCommand("post", "/api/v1/payments/{id}/receive", {
    success: t("accounting.payment.receiveDone"),
    placesRefusals: true,
  });
  const fields = useMoneyFields("receivedOn");
  const initial = useMemo(() => ({ receivedOn: todayInJapan(), fundRole: "bank" }), []);
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t("accounting.payment.receive")}
      fields={fields}
      initial={initial}
      submitLabel={t("accounting.payment.receive")}
      submit={(body) => receive.run({ params: { path: { id: payment.id } }, body: body as never })}
      onDone={onClose}
    />
  );
}

/** 電子記録債権・債務: its day has come, the money moves. Each side records its own. */
function MatureDialog({ payment, onClose }: DialogProps) {
  const t = useText();
  const mature = useCommand("post", "/api/v1/payments/{id}/mature", {
    success: t("accounting.payment.matureDone"),
    placesRefusals: true,
  });
  const fields = useMoneyFields("maturedOn");
  const initial = useMemo(() => ({ maturedOn: todayInJapan(), fundRole: "bank" }), []);
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t("accounting.payment.mature")}
      fields={fields}
      initial={initial}
      submitLabel={t("accounting.payment.mature")}
      submit={(body) => mature.run({ params: { path: { id: payment.id } }, body: body as never })}
      onDone={onClose}
    />
  );
}

/** The day money moved, and where. */
function useMoneyFields(day: "receivedOn" | "maturedOn"): FormField[] {
  const t = useText();
  return useMemo<FormField[]>(
    () => [
      { name: day, label: t(`accounting.payment.${day}`), kind: "date", required: true },
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
    [t, day],
  );
}

function ApplyDialog({ payment, onClose }: DialogProps) {
  const t = useText();
  const [appliedOn, setAppliedOn] = useState(todayInJapan());
  const [typed, setTyped] = useState<Readonly<Record<string, Typed>>>({});
  const [sums, setSums] = useState<AllocationSums | null>(null);
  const apply = useCommand("post", "/api/v1/payments/{id}/apply", { success: t("accounting.payment.applyDone") });
  const allocations = allocationsToSend(typed);
  const isWrong = sums === null || sums.wrong.size > 0 || sums.leftYen < 0n || allocations.length === 0;
  const submit = async () => {
    const end = await apply.run({ params: { path: { id: payment.id } }, body: { appliedOn, allocations } });
    if (end?.ok) onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t("accounting.payment.apply")}
      closeButtonProps={{ "aria-label": t("platform.close") }}
    >
      <Stack gap="sm">
        <DayField label={t("accounting.payment.appliedOn")} value={appliedOn} onChange={setAppliedOn} w={200} />
        {payment.partnerId && (
          <AllocationTable
            side={payment.side}
            partnerId={payment.partnerId}
            amountYen={BigInt(payment.unappliedYen)}
            typed={typed}
            withFee={false}
            isRecorded
            onTyped={(next, total) => {
              setTyped(next);
              setSums(total);
            }}
          />
        )}
        <Group justify="flex-end">
          <Button disabled={isWrong || appliedOn === ""} loading={apply.busy} onClick={() => void submit()}>
            {t("accounting.payment.apply")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** 赤伝: the payment's mirror, on a day of its own; what it settled is open again. */
function TakeBackDialog({ payment, onClose }: DialogProps) {
  const t = useText();
  const go = useGo();
  const takeBack = useCommand("post", "/api/v1/payments/{id}/take-back", {
    success: ({ number }) => t("accounting.payment.takeBackDone", { number }),
    placesRefusals: true,
  });
  const fields = useMemo<FormField[]>(
    () => [
      { name: "reversedOn", label: t("accounting.payment.reversedOn"), kind: "date", required: true },
      { name: "reason", label: t("accounting.reason"), kind: "note", required: true, maxLength: 400, span: 2 },
    ],
    [t],
  );
  const initial = useMemo(() => ({ reversedOn: todayInJapan() }), []);
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t("accounting.payment.takeBackTitle", { number: payment.number })}
      fields={fields}
      initial={initial}
      submitLabel={t("accounting.payment.takeBack")}
      submit={(body) => takeBack.run({ params: { path: { id: payment.id } }, body: body as never })}
      onDone={({ paymentId }) => {
        onClose();
        go(`accounting/payments/${paymentId}`);
      }}
    >
      <p>{t(payment.isShared ? "accounting.payment.takeBackShared" : "accounting.payment.takeBackText")}</p>
    </FormDialog>
  );
}
