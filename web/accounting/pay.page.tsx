import { Button, Checkbox, Group, Select, Table, TextInput } from "@mantine/core";
import { useState } from "react";
import {
  Answered,
  type AnswerOf,
  ConfirmDialog,
  DateText,
  DayField,
  Empty,
  formatYen,
  Money,
  PageHead,
  PageLink,
  StateBadge,
  sumDecimals,
  todayInJapan,
  useApi,
  useCan,
  useCommand,
  useLive,
  useText,
} from "../platform/index.ts";
import { useAddressQuery } from "./address-query.ts";
import { readYen } from "./allocations.ts";
import { canPropose, chosenYen, proposedAtFirst } from "./pay.ts";
import { ReportBar } from "./report-parts.tsx";
import { INVOICE_TONES } from "./words.tsx";

type Supplier = AnswerOf<"get", "/api/v1/payment-proposals">["rows"][number];
type Draft = AnswerOf<"get", "/api/v1/payment-drafts">["rows"][number];

/** 支払予定: what falls due, proposed, approved by a second look, and sent. */
export function Page() {
  const t = useText();
  const { query, change } = useAddressQuery();
  const dueUntil = query["dueUntil"] ?? endOfNextMonth(todayInJapan());
  const proposals = useApi("/api/v1/payment-proposals", { params: { query: { dueUntil } } });
  const drafts = useApi("/api/v1/payment-drafts");
  useLive(["draft.", "payment.", "invoice."], () => {
    void proposals.refetch();
    void drafts.refetch();
  });
  return (
    <>
      <PageHead title={t("accounting.pay.title")} hint={t("accounting.pay.hint")} />
      <Answered answer={drafts} lines={2}>
        {({ rows }) => (rows.length > 0 ? <Drafts rows={rows} /> : null)}
      </Answered>
      <h2 style={{ fontSize: 17 }}>{t("accounting.pay.due")}</h2>
      <ReportBar>
        <DayField
          label={t("accounting.pay.dueUntil")}
          value={dueUntil}
          onChange={(day) => day && change({ dueUntil: day })}
          w={190}
        />
      </ReportBar>
      <Answered answer={proposals}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty title={t("accounting.pay.none")} hint={t("accounting.pay.noneHint")} />
          ) : (
            <Proposal key={dueUntil} suppliers={rows} />
          )
        }
      </Answered>
    </>
  );
}

/** Invoices of a month fall due at the end of the next one, mostly. */
function endOfNextMonth(today: string): string {
  const [year, month] = today.split("-").map(Number) as [number, number];
  return new Date(Date.UTC(year, month + 1, 0)).toISOString().slice(0, 10);
}

function Proposal({ suppliers }: { readonly suppliers: readonly Supplier[] }) {
  const t = useText();
  const can = useCan();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => proposedAtFirst(suppliers));
  const [sentOn, setSentOn] = useState(todayInJapan());
  const [kind, setKind] = useState<"transfer" | "cash" | "claim">("transfer");
  const draft = useCommand("post", "/api/v1/payment-drafts", { success: t("accounting.pay.proposed") });
  const isFree = (id: string) => suppliers.some((one) => one.invoices.some((x) => x.invoiceId === id && canPropose(x)));
  const invoiceIds = [...chosen].filter(isFree);
  const total = suppliers.reduce((sum, one) => sum + chosenYen(one.invoices, new Set(invoiceIds)), 0n);
  const toggle = (ids: readonly string[], on: boolean) =>
    setChosen((before) => {
      const next = new Set(before);
      for (const id of ids) on ? next.add(id) : next.delete(id);
      return next;
    });
  return (
    <>
      <Table aria-label={t("accounting.pay.due")}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={36} />
            <Table.Th>{t("accounting.invoice.number")}</Table.Th>
            <Table.Th>{t("accounting.invoice.state")}</Table.Th>
            <Table.Th>{t("accounting.invoice.issuedOn")}</Table.Th>
            <Table.Th>{t("accounting.invoice.dueOn")}</Table.Th>
            <Table.Th ta="right">{t("accounting.invoice.open")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        {suppliers.map((supplier) => {
          const free = supplier.invoices.filter(canPropose).map((one) => one.invoiceId);
          const on = free.filter((id) => chosen.has(id));
          return (
            <Table.Tbody key={supplier.partnerId}>
              <Table.Tr bg="var(--mantine-color-gray-0)">
                <Table.Td>
                  <Checkbox
                    aria-label={supplier.partnerName}
                    disabled={free.length === 0}
                    checked={free.length > 0 && on.length === free.length}
                    indeterminate={on.length > 0 && on.length < free.length}
                    onChange={() => toggle(free, on.length < free.length)}
                  />
                </Table.Td>
                <Table.Th colSpan={4} scope="rowgroup">
                  {supplier.partnerCode} {supplier.partnerName}
                  {!supplier.hasBankAccount && <span className="quiet"> {t("accounting.pay.noBank")}</span>}
                </Table.Th>
                <Table.Th ta="right">
                  <Money value={chosenYen(supplier.invoices, new Set(on)).toString()} />
                </Table.Th>
              </Table.Tr>
              {supplier.invoices.map((one) => (
                <Table.Tr key={one.invoiceId}>
                  <Table.Td>
                    <Checkbox
                      aria-label={one.number}
                      disabled={!canPropose(one)}
                      checked={canPropose(one) && chosen.has(one.invoiceId)}
                      onChange={(event) => toggle([one.invoiceId], event.currentTarget.checked)}
                    />
                  </Table.Td>
                  <Table.Td>
                    <PageLink to={`accounting/invoices/${one.invoiceId}`}>{one.number}</PageLink>
                  </Table.Td>
                  <Table.Td>
                    <StateBadge
                      tone={one.isInDraft ? "active" : (INVOICE_TONES[one.state] ?? "waiting")}
                      label={t(one.isInDraft ? "accounting.pay.inDraft" : `accounting.invoice.${one.state}`)}
                    />
                  </Table.Td>
                  <Table.Td>
                    <DateText value={one.issuedOn} />
                  </Table.Td>
                  <Table.Td>
                    <DateText value={one.dueOn} relative />
                  </Table.Td>
                  <Table.Td ta="right">
                    <Money value={one.openYen} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          );
        })}
      </Table>
      {can("accounting.write") && (
        <Group mt="md" align="flex-end">
          <DayField label={t("accounting.payment.sentOn")} value={sentOn} onChange={setSentOn} w={180} />
          <Select
            label={t("accounting.payment.kind")}
            w={190}
            allowDeselect={false}
            value={kind}
            onChange={(value) => value && setKind(value as typeof kind)}
            data={(["transfer", "cash", "claim"] as const).map((value) => ({
              value,
              label: t(`accounting.payment.${value}`),
            }))}
          />
          <Button
            disabled={invoiceIds.length === 0 || sentOn === ""}
            loading={draft.busy}
            onClick={() =>
              void draft.run({ body: { sentOn, kind, fundRole: kind === "cash" ? "cash" : "bank", invoiceIds } })
            }
          >
            {t("accounting.pay.propose", { count: invoiceIds.length, total: formatYen(total.toString()) })}
          </Button>
        </Group>
      )}
    </>
  );
}

/** Payments that wait for approval or sending. */
function Drafts({ rows }: { readonly rows: readonly Draft[] }) {
  const t = useText();
  return (
    <section style={{ marginBottom: 24 }}>
      <h2 style={{ fontSize: 17 }}>{t("accounting.pay.waiting")}</h2>
      <Table aria-label={t("accounting.pay.waiting")}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("accounting.payment.number")}</Table.Th>
            <Table.Th>{t("accounting.entry.partner")}</Table.Th>
            <Table.Th>{t("accounting.invoice.state")}</Table.Th>
            <Table.Th>{t("accounting.payment.sentOn")}</Table.Th>
            <Table.Th>{t("accounting.payment.kind")}</Table.Th>
            <Table.Th>{t("accounting.match.invoices")}</Table.Th>
            <Table.Th ta="right">{t("accounting.entry.amount")}</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <DraftRow key={row.id} row={row} />
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th colSpan={6}>{t("accounting.total")}</Table.Th>
            <Table.Th ta="right">
              <Money value={sumDecimals(rows.map((row) => row.amountYen))} />
            </Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </section>
  );
}

function DraftRow({ row }: { readonly row: Draft }) {
  const t = useText();
  const can = useCan();
  const [asking, setAsking] = useState(false);
  const [fee, setFee] = useState("0");
  const approve = useCommand("post", "/api/v1/payment-drafts/{id}/approve", { success: t("accounting.pay.approved") });
  const send = useCommand("post", "/api/v1/payment-drafts/{id}/send", { success: t("accounting.pay.sent") });
  const discard = useCommand("post", "/api/v1/payment-drafts/{id}/discard", { success: t("accounting.pay.discarded") });
  const at = { params: { path: { id: row.id } } };
  const feeYen = readYen(fee);
  return (
    <Table.Tr>
      <Table.Td>{row.number}</Table.Td>
      <Table.Td>{row.partnerName}</Table.Td>
      <Table.Td>
        <StateBadge
          tone={row.state === "approved" ? "active" : "draft"}
          label={t(row.state === "approved" ? "accounting.pay.stateApproved" : "accounting.pay.stateDraft")}
        />
      </Table.Td>
      <Table.Td>
        <DateText value={row.sentOn} />
      </Table.Td>
      <Table.Td>{t(`accounting.payment.${row.kind}`)}</Table.Td>
      <Table.Td>{row.invoiceNumbers.join(", ")}</Table.Td>
      <Table.Td ta="right">
        <Money value={row.amountYen} />
      </Table.Td>
      <Table.Td>
        <Group gap={6} justify="flex-end" wrap="nowrap">
          {row.state === "draft" && can("accounting.pay") && (
            <Button
              size="xs"
              loading={approve.busy}
              onClick={() => void approve.run({ ...at, body: { version: row.version } })}
            >
              {t("accounting.pay.approve")}
            </Button>
          )}
          {row.state === "approved" && can("accounting.pay") && (
            <>
              {row.kind === "transfer" && (
                <TextInput
                  aria-label={t("accounting.pay.feeOf", { number: row.number })}
                  placeholder={t("accounting.payment.feeBorne")}
                  size="xs"
                  w={90}
                  inputMode="numeric"
                  value={fee}
                  error={feeYen === null}
                  onChange={(event) => setFee(event.currentTarget.value)}
                />
              )}
              <Button size="xs" disabled={feeYen === null} loading={send.busy} onClick={() => setAsking(true)}>
                {t("accounting.pay.send")}
              </Button>
            </>
          )}
          {can("accounting.write") && (
            <Button
              size="xs"
              variant="default"
              loading={discard.busy}
              onClick={() => void discard.run({ ...at, body: { version: row.version } })}
            >
              {t("accounting.pay.discard")}
            </Button>
          )}
        </Group>
        {asking && (
          <ConfirmDialog
            onClose={() => setAsking(false)}
            action={{
              id: "send",
              label: t("accounting.pay.send"),
              run: () => send.run({ ...at, body: { version: row.version, feeYen: (feeYen ?? 0n).toString() } }),
              confirm: {
                title: t("accounting.pay.sendTitle", { partner: row.partnerName }),
                text: t("accounting.pay.sendText", {
                  amount: formatYen(row.amountYen),
                  invoices: row.invoiceNumbers.join(", "),
                }),
              },
            }}
          />
        )}
      </Table.Td>
    </Table.Tr>
  );
}
