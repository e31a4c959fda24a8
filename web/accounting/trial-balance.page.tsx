import { Table } from "@mantine/core";
import {
  Answered,
  Empty,
  formatMonth,
  Money,
  PageHead,
  PageLink,
  useApi,
  useLocale,
  useText,
} from "../platform/index.ts";
import { daysOfMonth } from "./months.ts";
import { MonthRange, ReportBar, ReportButtons, useMonths } from "./report-parts.tsx";
import { AccountName, onOwnSide } from "./words.tsx";

/** Opening, movement and closing of every account over a range of months; a balance on the other side than its kind's is △. */
export function Page() {
  const t = useText();
  const locale = useLocale();
  const months = useMonths();
  const balance = useApi("/api/v1/trial-balance", { params: { query: months } }, { keep: true });
  const ledger = (code: string) =>
    `accounting/ledger?accountCode=${code}&postedOnFrom=${daysOfMonth(months.from).first}&postedOnTo=${daysOfMonth(months.to).last}`;
  return (
    <>
      <PageHead
        title={t("accounting.trialBalance.title")}
        hint={`${formatMonth(months.from, locale)} – ${formatMonth(months.to, locale)}`}
      >
        <ReportButtons path="/api/v1/trial-balance/export" query={months} />
      </PageHead>
      <ReportBar>
        <MonthRange />
      </ReportBar>
      <Answered answer={balance}>
        {(data) =>
          data.rows.length === 0 ? (
            <Empty title={t("accounting.trialBalance.none")} hint={t("accounting.journal.noneHint")} />
          ) : (
            <Table stickyHeader aria-label={t("accounting.trialBalance.title")}>
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
                      <PageLink to={ledger(row.accountCode)}>
                        <AccountName code={row.accountCode} ja={row.nameJa} en={row.nameEn} />
                      </PageLink>
                      {row.isUnusual && <span className="quiet"> {t("accounting.trialBalance.unusual")}</span>}
                    </Table.Td>
                    <Table.Td ta="right">
                      <Money value={onOwnSide(row.openingYen, row.type)} />
                    </Table.Td>
                    <Table.Td ta="right">
                      <Money value={row.debitYen} />
                    </Table.Td>
                    <Table.Td ta="right">
                      <Money value={row.creditYen} />
                    </Table.Td>
                    <Table.Td ta="right">
                      <Money value={onOwnSide(row.closingYen, row.type)} />
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
              <Table.Tfoot>
                <Table.Tr>
                  <Table.Th>{t("accounting.total")}</Table.Th>
                  <Table.Th />
                  <Table.Th ta="right">
                    <Money value={data.debitYen} />
                  </Table.Th>
                  <Table.Th ta="right">
                    <Money value={data.creditYen} />
                  </Table.Th>
                  <Table.Th />
                </Table.Tr>
                <Table.Tr>
                  <Table.Th colSpan={4}>{t("accounting.trialBalance.profit")}</Table.Th>
                  <Table.Th ta="right">
                    <Money value={data.profitYen} />
                  </Table.Th>
                </Table.Tr>
              </Table.Tfoot>
            </Table>
          )
        }
      </Answered>
    </>
  );
}
