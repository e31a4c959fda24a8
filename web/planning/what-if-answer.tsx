import { Alert, Stack, Table, Tabs, Text } from "@mantine/core";
import { useState } from "react";
import {
  type Column,
  DataTable,
  DateText,
  Empty,
  formatCount,
  formatDate,
  formatQuantity,
  Icon,
  PageLink,
  StateBadge,
  type Tone,
  useLocale,
  useText,
} from "../platform/index.ts";
import { exceptionText } from "./exception-words.ts";
import { LoadView, StockView } from "./what-if-charts.tsx";
import { hoursOf, isOtherLoad, lateWord, summaryOf, type WhatIfAnswer } from "./what-if-words.ts";
import { RecordLink } from "./words.tsx";

type Order = WhatIfAnswer["orders"]["rows"][number];
type Demand = WhatIfAnswer["demands"]["rows"][number];
type Exception = WhatIfAnswer["exceptions"]["rows"][number];

/** The comparison: a sentence first, then the sums, then who waits, what is ordered otherwise, stock and load. */
export function AnswerView({ answer }: { readonly answer: WhatIfAnswer }) {
  const t = useText();
  const locale = useLocale();
  const { texts, isBad } = summaryOf(answer, t, locale);
  const { demands, orders, exceptions, stocks, load } = answer;
  const loads = load.centers.filter(isOtherLoad).length;
  const first = demands.total > 0 ? "demands" : orders.total > 0 ? "orders" : loads > 0 ? "load" : "stock";
  const [chosen, setChosen] = useState<string | null>(null);
  const tab = (id: string, count?: number) => (
    <Tabs.Tab value={id} key={id}>
      {t(`planning.whatIf.tab.${id}`)}
      {count !== undefined && ` (${formatCount(count)})`}
    </Tabs.Tab>
  );
  return (
    <Stack gap="md">
      <Alert color={isBad ? "orange" : "teal"} icon={<Icon name={isBad ? "alert" : "checkCircle"} />} py={10}>
        <Text fw={600} fz={15}>
          {texts.join(t("planning.whatIf.sum.join"))}
        </Text>
      </Alert>
      <Tabs value={chosen ?? first} onChange={setChosen} keepMounted={false}>
        <Tabs.List mb="sm">
          {tab("demands", demands.total)}
          {tab("orders", orders.total)}
          {tab("exceptions", exceptions.total)}
          {tab("stock")}
          {tab("load", loads)}
          {tab("sums")}
        </Tabs.List>
        <Tabs.Panel value="demands">
          <DemandsTable demands={demands} />
        </Tabs.Panel>
        <Tabs.Panel value="orders">
          <OrdersTable orders={orders} />
        </Tabs.Panel>
        <Tabs.Panel value="exceptions">
          <ExceptionsTable exceptions={exceptions} />
        </Tabs.Panel>
        <Tabs.Panel value="stock">
          <StockView stocks={stocks} />
        </Tabs.Panel>
        <Tabs.Panel value="load">
          <LoadView load={load} />
        </Tabs.Panel>
        <Tabs.Panel value="sums">
          <SumsTable answer={answer} />
        </Tabs.Panel>
      </Tabs>
      <Text size="xs" c="dimmed">
        {t("planning.whatIf.basis", { date: formatDate(answer.planFrom, locale), days: answer.horizonDays })}
      </Text>
    </Stack>
  );
}

function SumsTable({ answer }: { readonly answer: WhatIfAnswer }) {
  const t = useText();
  const { before, after } = answer.sums;
  const rows: readonly (readonly [string, number, number])[] = [
    [t("planning.whatIf.sums.make"), before.orders.make, after.orders.make],
    [t("planning.whatIf.sums.buy"), before.orders.buy, after.orders.buy],
    [t("planning.whatIf.sums.subcontract"), before.orders.subcontract, after.orders.subcontract],
    [t("planning.whatIf.sums.pastDue"), before.pastDueOrders, after.pastDueOrders],
    [t("planning.whatIf.sums.late"), before.lateDemands, after.lateDemands],
    [t("planning.whatIf.sums.exceptions"), before.exceptions, after.exceptions],
    [t("planning.whatIf.sums.hours"), hoursOf(answer, "before"), hoursOf(answer, "after")],
  ];
  return (
    <Table fz={13} aria-label={t("planning.whatIf.tab.sums")} maw={620} verticalSpacing={3}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("planning.whatIf.sums")}</Table.Th>
          <Table.Th ta="right">{t("planning.whatIf.before")}</Table.Th>
          <Table.Th ta="right">{t("planning.whatIf.after")}</Table.Th>
          <Table.Th ta="right">{t("planning.whatIf.difference")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(([label, was, now]) => (
          <Table.Tr key={label}>
            <Table.Td>{label}</Table.Td>
            <Table.Td ta="right">{formatCount(was)}</Table.Td>
            <Table.Td ta="right">{formatCount(now)}</Table.Td>
            <Table.Td ta="right" fw={now === was ? 400 : 600} c={now === was ? "dimmed" : undefined}>
              {now > was ? "+" : ""}
              {now === was ? "±0" : formatCount(now - was)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** Says so where a list was cut. */
function Cut({ total, shown }: { readonly total: number; readonly shown: number }) {
  const t = useText();
  if (total <= shown) return null;
  return (
    <Text size="sm" c="dimmed" mt={6}>
      {t("planning.whatIf.cut", { total: formatCount(total), shown: formatCount(shown) })}
    </Text>
  );
}

const itemColumn = <Row extends { readonly itemId: string; readonly itemCode: string; readonly itemName: string }>(
  header: string,
  width = 220,
): Column<Row> => ({
  id: "item",
  header,
  cell: (row) => (
    <PageLink to={`planning/items/${row.itemId}`}>
      {row.itemCode} {row.itemName}
    </PageLink>
  ),
  width,
});

function DemandsTable({ demands: { rows, total } }: { readonly demands: WhatIfAnswer["demands"] }) {
  const t = useText();
  if (total === 0) return <Empty title={t("planning.whatIf.noDemands")} hint={t("planning.whatIf.noDemandsHint")} />;
  const late = (days: number | null) => <StateBadge tone={days === 0 ? "done" : "late"} label={lateWord(t, days)} />;
  const columns: Column<Demand>[] = [
    { id: "record", header: t("planning.whatIf.order"), cell: (row) => <RecordLink record={row.record} />, width: 225 },
    // What the question is about stands where a narrow screen still shows it.
    { id: "before", header: t("planning.whatIf.before"), cell: (row) => late(row.lateDaysBefore), width: 98 },
    { id: "after", header: t("planning.whatIf.after"), cell: (row) => late(row.lateDaysAfter), width: 98 },
    itemColumn(t("planning.item"), 165),
    {
      id: "quantity",
      header: t("planning.quantity"),
      cell: (row) => formatQuantity(row.quantity, row.unit),
      align: "right",
      width: 80,
    },
    {
      id: "neededOn",
      header: t("planning.whatIf.promised"),
      cell: (row) => <DateText value={row.neededOn} />,
      width: 125,
    },
  ];
  return (
    <>
      <DataTable
        inline
        label={t("planning.whatIf.tab.demands")}
        rows={rows}
        rowId={(row) => `${row.record.id}/${row.record.line}/${row.itemId}`}
        rowTone={(row) => (row.lateDaysAfter === 0 ? undefined : "late")}
        columns={columns}
      />
      <Cut total={total} shown={rows.length} />
    </>
  );
}

const becomes = ({ was, now }: Order) => (was === null ? "comes" : now === null ? "goes" : "changed");
const TONES: Record<"comes" | "goes" | "changed", Tone> = { comes: "active", goes: "stopped", changed: "waiting" };

function OrdersTable({ orders: { rows, total } }: { readonly orders: WhatIfAnswer["orders"] }) {
  const t = useText();
  const locale = useLocale();
  if (total === 0) return <Empty title={t("planning.whatIf.noOrders")} />;
  const told = ({ was, now }: Order, of: (order: NonNullable<Order["was"]>) => string) => {
    const [old, fresh] = [was && of(was), now && of(now)];
    if (old !== null && fresh !== null && old !== fresh) return t("planning.whatIf.fromTo", { was: old, now: fresh });
    return fresh ?? old;
  };
  const columns: Column<Order>[] = [
    {
      id: "becomes",
      header: t("planning.whatIf.change"),
      cell: (row) => <StateBadge tone={TONES[becomes(row)]} label={t(`planning.whatIf.${becomes(row)}`)} />,
      width: 110,
    },
    itemColumn(t("planning.item")),
    { id: "supply", header: t("planning.supply"), cell: (row) => t(`planning.supply.${row.supply}`), width: 80 },
    {
      id: "quantity",
      header: t("planning.quantity"),
      cell: (row) => told(row, (one) => formatQuantity(one.quantity, row.unit)),
      align: "right",
      width: 170,
    },
    {
      id: "startOn",
      header: t("planning.startOn"),
      cell: (row) => told(row, (one) => formatDate(one.startOn, locale)),
      width: 230,
    },
    {
      id: "dueOn",
      header: t("planning.dueOn"),
      cell: (row) => told(row, (one) => formatDate(one.dueOn, locale)),
      width: 230,
    },
    {
      id: "pastDue",
      header: t("planning.whatIf.state"),
      cell: (row) => (row.now ?? row.was)!.isPastDue && <StateBadge tone="late" label={t("planning.order.pastDue")} />,
      width: 120,
    },
  ];
  return (
    <>
      <DataTable
        inline
        label={t("planning.whatIf.tab.orders")}
        rows={rows}
        rowId={(row) => String(rows.indexOf(row))}
        columns={columns}
      />
      <Cut total={total} shown={rows.length} />
    </>
  );
}

function ExceptionsTable({ exceptions: { rows, total } }: { readonly exceptions: WhatIfAnswer["exceptions"] }) {
  const t = useText();
  const locale = useLocale();
  if (total === 0) return <Empty title={t("planning.whatIf.noExceptions")} />;
  const columns: Column<Exception>[] = [
    {
      id: "becomes",
      header: t("planning.whatIf.change"),
      cell: (row) => <StateBadge tone={TONES[row.becomes]} label={t(`planning.whatIf.${row.becomes}`)} />,
      width: 110,
    },
    {
      id: "kind",
      header: t("planning.exception.kind"),
      cell: (row) => t(`planning.exception.${row.kind}.name`),
      width: 130,
    },
    itemColumn(t("planning.item")),
    {
      id: "text",
      header: t("planning.exception.text"),
      cell: (row) => <span style={{ whiteSpace: "normal" }}>{exceptionText(t, locale, row)}</span>,
      width: 460,
    },
  ];
  return (
    <>
      <DataTable
        inline
        label={t("planning.whatIf.tab.exceptions")}
        rows={rows}
        rowId={(row) => String(rows.indexOf(row))}
        columns={columns}
      />
      <Cut total={total} shown={rows.length} />
    </>
  );
}
