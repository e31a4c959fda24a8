import { Alert, Button, Group, Modal, Stack, Tabs, TextInput } from "@mantine/core";
import { useState } from "react";
import { findPartners } from "../parties/index.ts";
import {
  Answered,
  type AnswerOf,
  DateText,
  Empty,
  FactList,
  Icon,
  LookupField,
  type LookupHit,
  Money,
  PageLink,
  useApi,
  useCommand,
  useText,
} from "../platform/index.ts";
import { AllocationTable } from "./allocation-table.tsx";
import { type AllocationSums, allocationsToSend, type Typed } from "./allocations.ts";

type BankRow = AnswerOf<"get", "/api/v1/bank-rows">["rows"][number];
type Proposal = AnswerOf<"get", "/api/v1/bank-rows/{id}/proposals">["proposals"][number];

/** A row of the bank's statement: what it may be, the surest first; or by hand; or none of ours. */
export function MatchDialog(props: {
  readonly row: BankRow;
  readonly mayMatch: boolean;
  readonly onClose: () => void;
}) {
  const t = useText();
  const { row, onClose } = props;
  const isOpen = row.state !== "matched";
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t("accounting.match.title")}
      closeButtonProps={{ "aria-label": t("platform.close") }}
    >
      <FactList
        facts={[
          { label: t("accounting.payment.receivedOn"), value: <DateText value={row.receivedOn} /> },
          { label: t("accounting.bankRow.payer"), value: row.payerName },
          { label: t("accounting.bankRow.text"), value: row.remittanceText || "–" },
          { label: t("accounting.entry.amount"), value: <Money value={row.amountYen} unit /> },
        ]}
      />
      {row.paymentId && (
        <p>
          <PageLink to={`accounting/payments/${row.paymentId}`}>{t("accounting.match.booked")}</PageLink>
        </p>
      )}
      {isOpen && props.mayMatch && (
        <Tabs defaultValue="proposals" mt="md" keepMounted={false}>
          <Tabs.List mb="sm">
            <Tabs.Tab value="proposals">{t("accounting.match.proposals")}</Tabs.Tab>
            <Tabs.Tab value="hand">{t("accounting.match.byHand")}</Tabs.Tab>
            <Tabs.Tab value="aside">{t("accounting.match.setAside")}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="proposals">
            <Proposals row={row} onDone={onClose} />
          </Tabs.Panel>
          <Tabs.Panel value="hand">
            <ByHand row={row} onDone={onClose} />
          </Tabs.Panel>
          <Tabs.Panel value="aside">
            <SetAside row={row} onDone={onClose} />
          </Tabs.Panel>
        </Tabs>
      )}
    </Modal>
  );
}

interface PartProps {
  readonly row: BankRow;
  readonly onDone: () => void;
}

function useMatch() {
  const t = useText();
  return useCommand("post", "/api/v1/bank-rows/{id}/match", {
    success: ({ number }) => t("accounting.match.done", { number }),
  });
}

function Proposals({ row, onDone }: PartProps) {
  const t = useText();
  const match = useMatch();
  const found = useApi("/api/v1/bank-rows/{id}/proposals", { params: { path: { id: row.id } } });
  const take = async (proposal: Proposal) => {
    const end = await match.run({
      params: { path: { id: row.id } },
      body: {
        version: row.version,
        paymentId: proposal.paymentId,
        partnerId: proposal.partnerId,
        allocations: proposal.parts.map(({ invoiceId, amountYen, allowanceYen }) => ({
          invoiceId,
          amountYen,
          ...(allowanceYen !== "0" && { allowanceYen }),
        })),
      },
    });
    if (end?.ok) onDone();
  };
  return (
    <Answered answer={found} lines={4}>
      {({ proposals }) =>
        proposals.length === 0 ? (
          <Empty title={t("accounting.match.none")} hint={t("accounting.match.noneHint")} />
        ) : (
          <Stack gap="sm">
            {proposals.map((proposal, i) => (
              <Alert
                // biome-ignore lint/suspicious/noArrayIndexKey: proposals come in a fixed order
                key={i}
                variant="light"
                color={proposal.isAmbiguous ? "yellow" : "indigo"}
                title={`${t(`accounting.reason.${proposal.reason}`)} · ${proposal.partnerName}`}
                icon={<Icon name={proposal.isAmbiguous ? "alert" : "check"} />}
              >
                {proposal.isAmbiguous && <div>{t("accounting.match.ambiguous")}</div>}
                {proposal.paymentNumber && <div>{t("accounting.match.told", { number: proposal.paymentNumber })}</div>}
                {proposal.parts.map((part) => (
                  <div key={part.invoiceId}>
                    {part.number} <DateText value={part.dueOn} /> <Money value={part.amountYen} />
                    {part.allowanceYen !== "0" && (
                      <>
                        {" "}
                        {t("accounting.payment.allowance")} <Money value={part.allowanceYen} />
                      </>
                    )}
                    {part.openYen !== part.amountYen && (
                      <span className="quiet">
                        {" "}
                        / {t("accounting.invoice.open")} <Money value={part.openYen} />
                      </span>
                    )}
                  </div>
                ))}
                <Button size="xs" mt="xs" loading={match.busy} onClick={() => void take(proposal)}>
                  {t("accounting.match.take")}
                </Button>
              </Alert>
            ))}
          </Stack>
        )
      }
    </Answered>
  );
}

function ByHand({ row, onDone }: PartProps) {
  const t = useText();
  const match = useMatch();
  const [partner, setPartner] = useState<LookupHit | null>(null);
  const [typed, setTyped] = useState<Readonly<Record<string, Typed>>>({});
  const [sums, setSums] = useState<AllocationSums | null>(null);
  const submit = async () => {
    if (!partner) return;
    const end = await match.run({
      params: { path: { id: row.id } },
      body: { version: row.version, partnerId: partner.id, allocations: allocationsToSend(typed) },
    });
    if (end?.ok) onDone();
  };
  const isWrong = sums !== null && (sums.wrong.size > 0 || sums.leftYen < 0n);
  return (
    <Stack gap="sm">
      <LookupField
        label={t("accounting.payment.from")}
        lookup={findPartners.customers}
        hit={partner}
        onHit={(hit) => {
          setPartner(hit);
          setTyped({});
          setSums(null);
        }}
      />
      {partner && (
        <AllocationTable
          side="S"
          partnerId={partner.id}
          amountYen={BigInt(row.amountYen)}
          typed={typed}
          onTyped={(next, total) => {
            setTyped(next);
            setSums(total);
          }}
        />
      )}
      <p className="quiet">{t("accounting.match.restWaits")}</p>
      <Group justify="flex-end">
        <Button disabled={!partner || isWrong} loading={match.busy} onClick={() => void submit()}>
          {t("accounting.match.book")}
        </Button>
      </Group>
    </Stack>
  );
}

function SetAside({ row, onDone }: PartProps) {
  const t = useText();
  const [note, setNote] = useState(row.note);
  const aside = useCommand("post", "/api/v1/bank-rows/{id}/set-aside", { success: t("accounting.match.asideDone") });
  const submit = async () => {
    const end = await aside.run({ params: { path: { id: row.id } }, body: { version: row.version, note } });
    if (end?.ok) onDone();
  };
  return (
    <Stack gap="sm">
      <p className="quiet">{t("accounting.match.asideHint")}</p>
      <TextInput
        label={t("accounting.reason")}
        required
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Group justify="flex-end">
        <Button disabled={note.trim() === ""} loading={aside.busy} onClick={() => void submit()}>
          {t("accounting.match.setAside")}
        </Button>
      </Group>
    </Stack>
  );
}
