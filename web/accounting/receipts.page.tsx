import { Button, Group, Modal, Select, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { findPartners } from "../parties/index.ts";
import {
  DayField,
  LookupField,
  type LookupHit,
  todayInJapan,
  useCan,
  useCommand,
  useGo,
  useText,
} from "../platform/index.ts";
import { AllocationTable } from "./allocation-table.tsx";
import { type AllocationSums, allocationsToSend, readYen, type Typed } from "./allocations.ts";
import { PaymentTable } from "./payment-table.tsx";

const KINDS = ["transfer", "cash", "claim", "advance", "offset"] as const;
const FUNDS = ["bank", "checkingDeposit", "cash"] as const;
const HINTS: Readonly<Record<string, string>> = {
  offset: "accounting.receipt.offsetHint",
  advance: "accounting.advance.receiveHint",
};

/** 入金: what customers paid, and an advance before any invoice. */
export function Page() {
  const t = useText();
  const can = useCan();
  const [recording, setRecording] = useState<"money" | "advance" | null>(null);
  return (
    <>
      <PaymentTable
        side="S"
        title={t("accounting.receipts.title")}
        create={{
          label: t("accounting.receipt.new"),
          onClick: () => setRecording("money"),
          permission: "accounting.pay",
        }}
        actions={
          can("accounting.pay") && (
            <Button variant="default" onClick={() => setRecording("advance")}>
              {t("accounting.advance.receive")}
            </Button>
          )
        }
      />
      {recording && <ReceiptDialog isAdvance={recording === "advance"} onClose={() => setRecording(null)} />}
    </>
  );
}

/**
 * Money of a customer outside the platform, with the invoices it settles; a credit note set against invoices, without money; or an
 * advance (前受金), which later invoices take.
 */
function ReceiptDialog({ isAdvance, onClose }: { readonly isAdvance: boolean; readonly onClose: () => void }) {
  const t = useText();
  const go = useGo();
  const [partner, setPartner] = useState<LookupHit | null>(null);
  const [kind, setKind] = useState<(typeof KINDS)[number]>(isAdvance ? "advance" : "transfer");
  const [fundRole, setFundRole] = useState<(typeof FUNDS)[number]>("bank");
  const [receivedOn, setReceivedOn] = useState(todayInJapan());
  const [amount, setAmount] = useState("");
  const [reference, setReference] = useState("");
  const [typed, setTyped] = useState<Readonly<Record<string, Typed>>>({});
  const [sums, setSums] = useState<AllocationSums | null>(null);
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const record = useCommand("post", "/api/v1/receipts", {
    success: ({ number }) => t("accounting.match.done", { number }),
    placesRefusals: true,
  });
  const isOffset = kind === "offset";
  const amountYen = isOffset ? 0n : readYen(amount);
  const allocations = kind === "advance" ? [] : allocationsToSend(typed);
  const isWrong = sums !== null && kind !== "advance" && (sums.wrong.size > 0 || sums.leftYen < 0n);
  const isReady =
    partner !== null && receivedOn !== "" && amountYen !== null && (isOffset ? allocations.length > 1 : amountYen > 0n);
  const submit = async () => {
    if (!partner || amountYen === null) return;
    const end = await record.run({
      body: {
        partnerId: partner.id,
        receivedOn,
        amountYen: amountYen.toString(),
        kind,
        fundRole,
        reference,
        allocations,
      },
    });
    if (end?.ok) {
      onClose();
      go(`accounting/payments/${end.value.paymentId}`);
    } else if (end?.problem)
      setProblems(Object.fromEntries(end.problem.errors.map((one) => [(one.field ?? "").split(".")[0]!, one.detail])));
  };
  const choices = <Value extends string>(values: readonly Value[], prefix: string) =>
    values.map((value) => ({ value, label: t(`${prefix}.${value}`) }));
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t(isAdvance ? "accounting.advance.receive" : "accounting.receipt.new")}
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": t("platform.close") }}
    >
      <Stack gap="sm">
        <Group align="flex-start" grow>
          <LookupField
            label={t("accounting.payment.from")}
            required
            lookup={findPartners.customers}
            hit={partner}
            {...(problems["partnerId"] && { error: problems["partnerId"] })}
            onHit={(hit) => {
              setPartner(hit);
              setTyped({});
              setSums(null);
            }}
          />
          <DayField
            label={t("accounting.payment.receivedOn")}
            required
            value={receivedOn}
            onChange={setReceivedOn}
            error={problems["receivedOn"] ?? problems["postingOn"]}
          />
        </Group>
        <Group align="flex-start" grow>
          {!isAdvance && (
            <Select
              label={t("accounting.payment.kind")}
              data={choices(KINDS, "accounting.payment")}
              value={kind}
              allowDeselect={false}
              onChange={(value) => value && setKind(value as typeof kind)}
            />
          )}
          {!isOffset && (
            <TextInput
              label={t("accounting.entry.amount")}
              required
              inputMode="numeric"
              value={amount}
              onChange={(event) => setAmount(event.currentTarget.value)}
              error={problems["amountYen"] ?? (amountYen === null ? t("refusals.YEN_INVALID") : undefined)}
            />
          )}
          {!isOffset && kind !== "claim" && (
            <Select
              label={t("accounting.payment.fund")}
              data={choices(FUNDS, "accounting.fund")}
              value={fundRole}
              allowDeselect={false}
              onChange={(value) => value && setFundRole(value as typeof fundRole)}
            />
          )}
        </Group>
        <TextInput
          label={t("accounting.payment.reference")}
          value={reference}
          maxLength={200}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
        {partner && kind !== "advance" && (
          <AllocationTable
            side="S"
            partnerId={partner.id}
            amountYen={amountYen ?? 0n}
            typed={typed}
            withFee={kind === "transfer" || kind === "cash"}
            onTyped={(next, total) => {
              setTyped(next);
              setSums(total);
            }}
          />
        )}
        {problems["allocations"] && (
          <p role="alert" style={{ color: "var(--mantine-color-red-8)", margin: 0 }}>
            {problems["allocations"]}
          </p>
        )}
        <p className="quiet" style={{ margin: 0 }}>
          {t(HINTS[kind] ?? "accounting.match.restWaits")}
        </p>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("platform.cancel")}
          </Button>
          <Button disabled={!isReady || isWrong} loading={record.busy} onClick={() => void submit()}>
            {t("accounting.match.book")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
