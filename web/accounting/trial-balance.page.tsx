import { Group, Table } from "@mantine/core";
import { MonthPickerInput } from "@mantine/dates";
import { useState } from "react";
import { Answered, Money, PageHead, useApi, useLocale, useText } from "../platform/index.ts";

/** Opening, movement and closing of every account over a range of months; debit plus, credit △. */
export function Page() {
  const t = useText();
  const locale = useLocale();
  const thisMonth = new Date().toLocaleDateString("sv-SE", { timeZone: "Asia/Tokyo" }).slice(0, 7);
  const [from, setFrom] = useState(thisMonth);
  const [to, setTo] = useState(thisMonth);
  const balance = useApi("/api/v1/trial-balance", { params: { query: { from, to } } });
  return (
    <>
      <PageHead title={t("accounting.trialBalance.title")} />
      <Group mb="md">
        <MonthPickerInput
          label={t("accounting.trialBalance.from")}
          value={`${from}-01`}
          onChange={(day) => day && setFrom(day.slice(0, 7))}
          valueFormat="YYYY/MM"
          w={160}
        />
        <MonthPickerInput
          label={t("accounting.trialBalance.to")}
          value={`${to}-01`}
          onChange={(day) => day && setTo(day.slice(0, 7))}
          valueFormat="YYYY/MM"
          w={160}
        />
      </Group>
      <Answered answer={balance}>
        {(data) => (
          <Table stickyHeader>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("accounting.entry.account")}</Table.Th>
                <Table.Th ta="right">{t("accounting.trialBalance.opening")}</Table.Th>
                <Table.Th ta="right">{t("accounting.entry.debit")}</Table.Th>
                <Table.Th ta="right">{t("accounting.entry.credit")}</Table.Th>
                <Table.Th ta="right">{t("accounting.trialBalance.closing")}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.rows.map((row) => (
                <Table.Tr key={row.accountCode}>
                  <Table.Td>
                    {row.accountCode} {locale === "en" ? row.nameEn : row.nameJa}
                  </Table.Td>
                  <Table.Td ta="right">
                    <Money value={row.openingYen} />
                  </Table.Td>
                  <Table.Td ta="right">
                    <Money value={row.debitYen} />
                  </Table.Td>
                  <Table.Td ta="right">
                    <Money value={row.creditYen} />
                  </Table.Td>
                  <Table.Td ta="right">
                    <Money value={row.closingYen} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Answered>
    </>
  );
}
