import { Alert, Button, Checkbox, Group, List, Progress, SegmentedControl, Table } from "@mantine/core";
import { useEffect, useMemo, useState } from "react";
import {
  Answered,
  type AnswerOf,
  DateText,
  DayField,
  Empty,
  formatYen,
  Icon,
  Money,
  PageHead,
  PageLink,
  Quantity,
  sumDecimals,
  todayInJapan,
  useApi,
  useCan,
  useCommand,
  usePageTitle,
  useText,
} from "../platform/index.ts";
import { useAddressQuery } from "./address-query.ts";
import { chosenAtFirst, issueInPieces } from "./invoice-run.ts";
import { ReportBar } from "./report-parts.tsx";

type Row = AnswerOf<"get", "/api/v1/invoice-run">["rows"][number];
interface Issued {
  readonly invoiceId: string;
  readonly number: string;
  readonly partnerName: string;
  readonly totalYen: string;
}
interface Refusal {
  readonly partnerName: string;
  readonly sentence: string;
}

/** 締日請求: what a closing day would bill, and, after a look, the invoices. One partner that refuses does not hold up the others. */
export function Page() {
  const t = useText();
  const { query, change } = useAddressQuery();
  const side = query["side"] === "B" ? "B" : "S";
  usePageTitle(t(`accounting.run.${side}`));
  const closingOn = query["closingOn"] ?? todayInJapan();
  const single = query["single"] === "true";
  const run = useApi("/api/v1/invoice-run", {
    params: { query: { side, closingOn, ...(single && { single: "true" as never }) } },
  });
  return (
    <>
      <PageHead title={t(`accounting.run.${side}`)} hint={t(`accounting.run.hint.${side}`)} />
      <ReportBar>
        <SegmentedControl
          aria-label={t("accounting.openItems.side")}
          value={side}
          onChange={(next) => change({ side: next })}
          data={[
            { value: "S", label: t("accounting.run.side.S") },
            { value: "B", label: t("accounting.run.side.B") },
          ]}
        />
        <DayField
          label={t("accounting.run.closingOn")}
          value={closingOn}
          onChange={(day) => day && change({ closingOn: day })}
          w={180}
        />
        <Checkbox
          label={t(side === "S" ? "accounting.run.single" : "accounting.run.singleStatement")}
          checked={single}
          onChange={(event) => change({ single: event.currentTarget.checked ? "true" : "" })}
          mb={8}
        />
      </ReportBar>
      {closingOn > todayInJapan() && (
        <Alert color="yellow" icon={<Icon name="alert" />} mb="sm">
          {t("accounting.run.future")}
        </Alert>
      )}
      <Answered answer={run}>
        {({ rows }) => (
          <Preview key={`${side}${closingOn}${single}`} side={side} closingOn={closingOn} single={single} rows={rows} />
        )}
      </Answered>
    </>
  );
}

function Preview(props: {
  readonly side: "S" | "B";
  readonly closingOn: string;
  readonly single: boolean;
  readonly rows: readonly Row[];
}) {
  const t = useText();
  const can = useCan();
  const { side, closingOn, single, rows } = props;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => chosenAtFirst(rows));
  const [opened, setOpened] = useState<string | null>(null);
  const [issuedOn, setIssuedOn] = useState(() => [closingOn, todayInJapan()].toSorted().at(-1)!);
  const [done, setDone] = useState<{ readonly count: number; readonly of: number } | null>(null);
  const [issued, setIssued] = useState<readonly Issued[]>([]);
  const [refused, setRefused] = useState<readonly Refusal[]>([]);
  const sales = useCommand("post", "/api/v1/invoice-run/sales", { placesRefusals: true });
  const purchases = useCommand("post", "/api/v1/invoice-run/purchases", { placesRefusals: true });
  const names = useMemo(() => new Map(rows.map((row) => [row.partnerId, row.partnerName])), [rows]);
  const busy = done !== null && done.count < done.of;
  // What was issued is gone from a preview read anew: it may not stay chosen.
  useEffect(() => setChosen((before) => new Set([...before].filter((id) => names.has(id)))), [names]);

  const issue = async () => {
    const pieces = issueInPieces(rows, chosen, 1);
    setDone({ count: 0, of: pieces.length });
    setRefused([]);
    for (const [index, partnerIds] of pieces.entries()) {
      const body = { closingOn, issuedOn, partnerIds, ...(single && { single }) };
      const last = index === pieces.length - 1;
      const end = await (side === "S" ? sales : purchases).run({ body });
      const partnerName = names.get(partnerIds[0]!) ?? "";
      if (end?.ok) setIssued((before) => [...before, ...end.value.rows.map((row) => ({ ...row, partnerName }))]);
      else if (end?.problem) {
        const sentence =
          end.problem.errors.map((one) => one.detail).join(" ") || end.problem.detail || end.problem.title;
        setRefused((before) => [...before, { partnerName, sentence }]);
      }
      setDone({ count: index + 1, of: pieces.length });
      if (last) setChosen(new Set());
    }
  };
  const billed = rows.filter((row) => chosen.has(row.partnerId));
  const toggle = (id: string) =>
    setChosen((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  return (
    <>
      {done && (
        <div role="status" style={{ marginBottom: 12 }}>
          <Progress
            value={done.of === 0 ? 100 : (done.count / done.of) * 100}
            aria-label={t("accounting.run.progress")}
          />
          <p>{t("accounting.run.progressText", done)}</p>
        </div>
      )}
      {issued.length > 0 && (
        <Alert
          color="green"
          icon={<Icon name="checkCircle" />}
          mb="sm"
          title={t("accounting.run.issued", { count: issued.length })}
        >
          <List size="sm">
            {issued.map((one) => (
              <List.Item key={one.invoiceId}>
                <PageLink to={`accounting/invoices/${one.invoiceId}`}>{one.number}</PageLink> {one.partnerName}{" "}
                <Money value={one.totalYen} unit />
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      {refused.length > 0 && (
        <Alert
          color="red"
          icon={<Icon name="alert" />}
          mb="sm"
          title={t("accounting.run.refused", { count: refused.length })}
        >
          <List size="sm">
            {refused.map((one) => (
              <List.Item key={one.partnerName}>
                {one.partnerName}: {one.sentence}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      {rows.length === 0 ? (
        <Empty title={t("accounting.run.none")} hint={t("accounting.run.noneHint")} />
      ) : (
        <>
          <Table aria-label={t(`accounting.run.${side}`)}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th w={36}>
                  <Checkbox
                    aria-label={t("accounting.run.chooseAll")}
                    checked={chosen.size === names.size}
                    indeterminate={chosen.size > 0 && chosen.size < names.size}
                    onChange={() =>
                      setChosen(new Set(chosen.size === names.size ? [] : rows.map((row) => row.partnerId)))
                    }
                  />
                </Table.Th>
                <Table.Th>{t("accounting.entry.partner")}</Table.Th>
                <Table.Th>{t("accounting.invoice.period")}</Table.Th>
                <Table.Th>{t("accounting.invoice.dueOn")}</Table.Th>
                <Table.Th ta="right">{t("accounting.run.lines")}</Table.Th>
                <Table.Th ta="right">{t("accounting.invoice.net")}</Table.Th>
                <Table.Th ta="right">{t("accounting.tax.tax")}</Table.Th>
                <Table.Th ta="right">
                  {t(side === "S" ? "accounting.invoice.total" : "accounting.invoice.statementTotal")}
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            {rows.map((row) => (
              <Table.Tbody key={`${row.partnerId} ${row.isBeforeLink}`}>
                <Table.Tr>
                  <Table.Td>
                    <Checkbox
                      aria-label={row.partnerName}
                      checked={chosen.has(row.partnerId)}
                      onChange={() => toggle(row.partnerId)}
                    />
                  </Table.Td>
                  <Table.Td>
                    {row.partnerName}
                    {row.isBeforeLink && <span className="quiet"> {t("accounting.run.beforeLink")}</span>}
                    {!row.closesToday && <span className="quiet"> {t("accounting.run.otherDay")}</span>}
                  </Table.Td>
                  <Table.Td>
                    <DateText value={row.periodFrom} /> – <DateText value={row.closingOn} />
                  </Table.Td>
                  <Table.Td>
                    <DateText value={row.dueOn} />
                  </Table.Td>
                  <Table.Td ta="right">
                    <Button
                      variant="subtle"
                      size="compact-sm"
                      aria-expanded={opened === row.partnerId}
                      onClick={() => setOpened(opened === row.partnerId ? null : row.partnerId)}
                    >
                      {t("accounting.run.lineCount", { count: row.lineCount })}
                    </Button>
                  </Table.Td>
                  <Table.Td ta="right">
                    <Money value={row.netYen} />
                  </Table.Td>
                  <Table.Td ta="right">
                    <Money value={row.taxYen} />
                  </Table.Td>
                  <Table.Td ta="right">
                    <Money value={row.totalYen} />
                  </Table.Td>
                </Table.Tr>
                {opened === row.partnerId &&
                  row.lines.map((line, i) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: parts of deliveries in a fixed order
                    <Table.Tr key={i} bg="var(--mantine-color-gray-0)">
                      <Table.Td />
                      <Table.Td colSpan={2}>
                        <DateText value={line.happenedOn} /> {line.tradeNumber} {line.code} {line.description}
                      </Table.Td>
                      <Table.Td colSpan={2} ta="right">
                        <Quantity value={line.quantity} unit={line.unit} />
                      </Table.Td>
                      <Table.Td ta="right">
                        <Money value={line.amountYen} />
                      </Table.Td>
                      <Table.Td colSpan={2} />
                    </Table.Tr>
                  ))}
              </Table.Tbody>
            ))}
            <Table.Tfoot>
              <Table.Tr>
                <Table.Th colSpan={5}>{t("accounting.run.chosen", { count: billed.length })}</Table.Th>
                <Table.Th ta="right">
                  <Money value={sumDecimals(billed.map((row) => row.netYen))} />
                </Table.Th>
                <Table.Th ta="right">
                  <Money value={sumDecimals(billed.map((row) => row.taxYen))} />
                </Table.Th>
                <Table.Th ta="right">
                  <Money value={sumDecimals(billed.map((row) => row.totalYen))} />
                </Table.Th>
              </Table.Tr>
            </Table.Tfoot>
          </Table>
          {can(side === "S" ? "sales.bill" : "accounting.pay") && (
            <Group mt="md" align="flex-end">
              <DayField label={t("accounting.invoice.issuedOn")} value={issuedOn} onChange={setIssuedOn} w={180} />
              <Button disabled={billed.length === 0 || issuedOn === ""} loading={busy} onClick={() => void issue()}>
                {t("accounting.run.issue", {
                  count: billed.length,
                  total: formatYen(sumDecimals(billed.map((row) => row.totalYen)) ?? "0"),
                })}
              </Button>
            </Group>
          )}
        </>
      )}
    </>
  );
}
