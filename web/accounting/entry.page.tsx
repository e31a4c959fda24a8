import { Table } from "@mantine/core";
import { useMemo, useState } from "react";
import { TAX_CODE_TABLE } from "../../domain/shared/index.ts";
import {
  type AnswerOf,
  ChainList,
  DateText,
  DocumentPage,
  FormDialog,
  type FormField,
  InstantText,
  Money,
  PageLink,
  StateBadge,
  sumDecimals,
  todayInJapan,
  useApi,
  useCommand,
  useGo,
  useLocale,
  usePathParams,
  useText,
} from "../platform/index.ts";
import { AccountName } from "./words.tsx";

type Entry = AnswerOf<"get", "/api/v1/journal-entries/{id}">;

/** One entry: its lines, the event behind it, and what takes it back. */
export function Page() {
  const t = useText();
  const go = useGo();
  const id = usePathParams()["entryId"] ?? "";
  const entry = useApi("/api/v1/journal-entries/{id}", { params: { path: { id } } });
  const [reversing, setReversing] = useState(false);
  return (
    <>
      <DocumentPage
        answer={entry}
        live="accounting.entry"
        view={(found) => ({
          kind: t("accounting.entry.title"),
          number: found.number,
          state: found.reversedBy ? (
            <StateBadge size="lg" tone="stopped" label={t("accounting.entry.reversed")} />
          ) : undefined,
          partner: found.partnerName ?? undefined,
          facts: [
            { label: t("accounting.entry.postingOn"), value: <DateText value={found.postingOn} /> },
            ...(found.eventOn === found.postingOn
              ? []
              : [{ label: t("accounting.entry.eventOn"), value: <DateText value={found.eventOn} /> }]),
            { label: t("accounting.entry.kind"), value: t(`accounting.kind.${found.kind}`) },
            { label: t("accounting.entry.description"), value: found.description || "–" },
            { label: t("accounting.entry.enteredBy"), value: found.enteredBy || "–" },
            { label: t("accounting.entry.enteredAt"), value: <InstantText value={found.enteredAt} /> },
          ],
          sum: { label: t("accounting.entry.amount"), value: <Money value={found.totalYen} unit /> },
          primary: found.canReverse
            ? {
                id: "reverse",
                label: t("accounting.entry.reverse"),
                permission: "accounting.write",
                run: () => setReversing(true),
              }
            : undefined,
          actions: [
            {
              id: "copy",
              label: t("accounting.entry.copy"),
              permission: "accounting.write",
              run: () => go(`accounting/journal/new?from=${id}`),
            },
          ],
          body: <Lines entry={found} />,
          side: [
            { id: "event", title: t("accounting.entry.behind"), body: <Behind entry={found} /> },
            ...(found.reversedBy || found.reverses
              ? [{ id: "correction", title: t("accounting.entry.correction"), body: <Correction entry={found} /> }]
              : []),
          ],
        })}
      />
      {entry.data && (
        <ReverseDialog entry={entry.data} opened={reversing} onClose={() => setReversing(false)} key={entry.data.id} />
      )}
    </>
  );
}

function Lines({ entry }: { readonly entry: Entry }) {
  const t = useText();
  const locale = useLocale();
  const taxName = (code: string | null, percent: number | null) => {
    const found = TAX_CODE_TABLE.find((one) => one.code === code);
    if (!found) return "";
    const name = locale === "en" ? found.nameEn : found.nameJa;
    return percent === null ? name : `${name} ${t("accounting.tax.deductible", { percent })}`;
  };
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("accounting.entry.account")}</Table.Th>
          <Table.Th>{t("accounting.entry.partner")}</Table.Th>
          <Table.Th ta="right">{t("accounting.entry.debit")}</Table.Th>
          <Table.Th ta="right">{t("accounting.entry.credit")}</Table.Th>
          <Table.Th>{t("accounting.entry.tax")}</Table.Th>
          <Table.Th>{t("accounting.entry.note")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {entry.lines.map((line) => (
          <Table.Tr key={line.lineNumber}>
            <Table.Td>
              <PageLink to={ledgerOf(line.accountCode, entry.postingOn)}>
                <AccountName code={line.accountCode} ja={line.accountNameJa} en={line.accountNameEn} />
              </PageLink>
            </Table.Td>
            <Table.Td>{line.partnerName ?? "–"}</Table.Td>
            <Table.Td ta="right">
              <Money value={line.debitYen} />
            </Table.Td>
            <Table.Td ta="right">
              <Money value={line.creditYen} />
            </Table.Td>
            <Table.Td>{taxName(line.taxCode, line.deductiblePercent)}</Table.Td>
            <Table.Td>{line.note}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
      <Table.Tfoot>
        <Table.Tr>
          <Table.Th colSpan={2}>{t("accounting.total")}</Table.Th>
          <Table.Th ta="right">
            <Money value={sumDecimals(entry.lines.flatMap((line) => line.debitYen ?? []))} />
          </Table.Th>
          <Table.Th ta="right">
            <Money value={sumDecimals(entry.lines.flatMap((line) => line.creditYen ?? []))} />
          </Table.Th>
          <Table.Th colSpan={2} />
        </Table.Tr>
      </Table.Tfoot>
    </Table>
  );
}

function ledgerOf(code: string, day: string): string {
  return `accounting/ledger?accountCode=${code}&postedOnFrom=${day.slice(0, 7)}-01&postedOnTo=${day}`;
}

/** Why this entry is there: the delivery, the invoice, the payment or the order it follows. */
function Behind({ entry }: { readonly entry: Entry }) {
  const t = useText();
  const { sourceTo, id } = entry;
  if (!sourceTo || sourceTo.to.endsWith(id))
    return <span className="quiet">{t(`accounting.source.${entry.sourceKind}`)}</span>;
  return (
    <ChainList
      none=""
      steps={[
        { id: "source", label: t(`accounting.source.${sourceTo.label}`), detail: entry.description, to: sourceTo.to },
      ]}
    />
  );
}

function Correction({ entry }: { readonly entry: Entry }) {
  const t = useText();
  const steps = [
    ...(entry.reverses ? [{ ...entry.reverses, label: t("accounting.entry.reverses", entry.reverses) }] : []),
    ...(entry.reversedBy ? [{ ...entry.reversedBy, label: t("accounting.entry.reversedBy", entry.reversedBy) }] : []),
  ];
  return <ChainList none="" steps={steps.map((step) => ({ ...step, to: `accounting/journal/${step.id}` }))} />;
}

/** 赤伝: the same lines with their signs turned, on a day of its own. */
function ReverseDialog(props: { readonly entry: Entry; readonly opened: boolean; readonly onClose: () => void }) {
  const t = useText();
  const go = useGo();
  const reverse = useCommand("post", "/api/v1/journal-entries/{id}/reverse", {
    success: t("accounting.entry.reverseDone"),
    placesRefusals: true,
  });
  const fields = useMemo<FormField[]>(
    () => [
      { name: "postingOn", label: t("accounting.entry.postingOn"), kind: "date", required: true },
      { name: "description", label: t("accounting.entry.reverseWhy"), kind: "note", span: 2 },
    ],
    [t],
  );
  const initial = useMemo(() => ({ postingOn: todayInJapan() }), []);
  return (
    <FormDialog
      opened={props.opened}
      onClose={props.onClose}
      title={t("accounting.entry.reverseTitle", { number: props.entry.number })}
      fields={fields}
      initial={initial}
      submitLabel={t("accounting.entry.reverse")}
      submit={({ postingOn, description }) =>
        reverse.run({
          params: { path: { id: props.entry.id } },
          body: { postingOn: String(postingOn), ...(description ? { description: String(description) } : {}) },
        })
      }
      onDone={({ id }) => {
        props.onClose();
        go(`accounting/journal/${id}`);
      }}
    >
      <p>{t("accounting.entry.reverseHint")}</p>
    </FormDialog>
  );
}
