import { Button, Group, Table, TextInput } from "@mantine/core";
import { Answered, DateText, Empty, formatYen, Money, PageLink, useApi, useText } from "../platform/index.ts";
import { type AllocationSums, suggestAllocations, sumAllocations, type Typed } from "./allocations.ts";

/** Open invoices of one partner, and beside each what the money settles of it. */
export function AllocationTable(props: {
  readonly side: "S" | "B";
  readonly partnerId: string;
  readonly amountYen: bigint;
  readonly typed: Readonly<Record<string, Typed>>;
  readonly onTyped: (typed: Readonly<Record<string, Typed>>, sums: AllocationSums) => void;
  /** A fee the payer took off can only be noted when the money is recorded. */
  readonly withFee?: boolean;
  /** The money is in the books already and only to be set against invoices. */
  readonly isRecorded?: boolean;
}) {
  const t = useText();
  const { side, partnerId, amountYen, typed, withFee = true, isRecorded = false } = props;
  const invoices = useApi("/api/v1/invoices", {
    params: { query: { side, partnerId, open: "true" as never, sort: "dueOn", limit: 200 } },
  });
  return (
    <Answered answer={invoices} lines={3}>
      {({ rows }) => {
        const sums = sumAllocations(amountYen, rows, typed);
        const set = (next: Readonly<Record<string, Typed>>) =>
          props.onTyped(next, sumAllocations(amountYen, rows, next));
        const field = (id: string, name: "amount" | "fee", label: string) => (
          <TextInput
            aria-label={label}
            inputMode="numeric"
            size="xs"
            w={110}
            ml="auto"
            styles={{ input: { textAlign: "right" } }}
            value={typed[id]?.[name] ?? ""}
            error={sums.wrong.has(id)}
            onChange={(event) => set({ ...typed, [id]: { ...typed[id], [name]: event.currentTarget.value } })}
          />
        );
        if (rows.length === 0)
          return (
            <Empty
              title={t("accounting.match.noInvoices")}
              hint={t(isRecorded ? "accounting.match.waitsForInvoice" : "accounting.match.noInvoicesHint")}
            />
          );
        return (
          <>
            <Group justify="space-between" mb={6}>
              <span role="status">
                {t("accounting.match.allocated")} <Money value={sums.allocatedYen.toString()} />{" "}
                <strong style={{ color: sums.leftYen < 0n ? "var(--mantine-color-red-8)" : undefined }}>
                  {t("accounting.match.left", { amount: formatYen(sums.leftYen.toString()) })}
                </strong>
              </span>
              <Button variant="default" size="xs" onClick={() => set(suggestAllocations(amountYen, rows))}>
                {t("accounting.match.suggest")}
              </Button>
            </Group>
            <Table aria-label={t("accounting.match.invoices")}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t("accounting.invoice.number")}</Table.Th>
                  <Table.Th>{t("accounting.invoice.dueOn")}</Table.Th>
                  <Table.Th ta="right">{t("accounting.invoice.open")}</Table.Th>
                  <Table.Th ta="right">{t("accounting.match.amount")}</Table.Th>
                  {withFee && <Table.Th ta="right">{t("accounting.match.fee")}</Table.Th>}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rows.map((row) => (
                  <Table.Tr key={row.id}>
                    <Table.Td>
                      <PageLink to={`accounting/invoices/${row.id}`}>{row.number}</PageLink>
                    </Table.Td>
                    <Table.Td>
                      <DateText value={row.dueOn} />
                    </Table.Td>
                    <Table.Td ta="right">
                      <Money value={row.openYen} />
                    </Table.Td>
                    <Table.Td ta="right">
                      {field(row.id, "amount", t("accounting.match.amountOf", { number: row.number }))}
                    </Table.Td>
                    {withFee && (
                      <Table.Td ta="right">
                        {field(row.id, "fee", t("accounting.match.feeOf", { number: row.number }))}
                      </Table.Td>
                    )}
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </>
        );
      }}
    </Answered>
  );
}
