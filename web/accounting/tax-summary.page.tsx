import { Table } from "@mantine/core";
import { DEDUCTIBLE_SHARES, TAX_CODE_TABLE } from "../../domain/shared/index.ts";
import {
  Answered,
  DateText,
  Empty,
  formatMonth,
  Money,
  PageHead,
  useApi,
  useLocale,
  useText,
} from "../platform/index.ts";
import { MonthRange, ReportBar, ReportButtons, useMonths } from "./report-parts.tsx";

/** 消費税集計: what stands under each tax code, sales and purchases apart, and the share of unregistered suppliers that may be deducted. */
export function Page() {
  const t = useText();
  const locale = useLocale();
  const months = useMonths();
  const summary = useApi("/api/v1/tax-summary", { params: { query: months } }, { keep: true });
  const nameOf = (code: string) => {
    const found = TAX_CODE_TABLE.find((one) => one.code === code);
    return (locale === "en" ? found?.nameEn : found?.nameJa) ?? code;
  };
  return (
    <>
      <PageHead
        title={t("accounting.tax.title")}
        hint={`${formatMonth(months.from, locale)} – ${formatMonth(months.to, locale)}`}
      >
        <ReportButtons path="/api/v1/tax-summary/export" query={months} />
      </PageHead>
      <ReportBar>
        <MonthRange />
      </ReportBar>
      <Answered answer={summary}>
        {(data) =>
          data.rows.length === 0 ? (
            <Empty title={t("accounting.tax.none")} hint={t("accounting.journal.noneHint")} />
          ) : (
            <Table aria-label={t("accounting.tax.title")} maw={860}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t("accounting.entry.tax")}</Table.Th>
                  <Table.Th ta="right">{t("accounting.tax.share")}</Table.Th>
                  <Table.Th ta="right">{t("accounting.tax.base")}</Table.Th>
                  <Table.Th ta="right">{t("accounting.tax.tax")}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              {(["sale", "purchase"] as const).map((side) => (
                <Table.Tbody key={side}>
                  <Table.Tr>
                    <Table.Th colSpan={4} scope="colgroup">
                      {t(`accounting.tax.${side}`)}
                    </Table.Th>
                  </Table.Tr>
                  {data.rows
                    .filter((row) => row.side === side)
                    .map((row) => (
                      <Table.Tr key={`${row.taxCode}/${row.deductiblePercent}`}>
                        <Table.Td>{nameOf(row.taxCode)}</Table.Td>
                        <Table.Td ta="right">
                          {row.deductiblePercent === null ? "–" : `${row.deductiblePercent} %`}
                        </Table.Td>
                        <Table.Td ta="right">
                          <Money value={row.baseYen} />
                        </Table.Td>
                        <Table.Td ta="right">
                          <Money value={row.taxYen} />
                        </Table.Td>
                      </Table.Tr>
                    ))}
                  <Table.Tr>
                    <Table.Th colSpan={3}>{t(`accounting.tax.${side}Total`)}</Table.Th>
                    <Table.Th ta="right">
                      <Money value={side === "sale" ? data.receivedYen : data.paidYen} />
                    </Table.Th>
                  </Table.Tr>
                </Table.Tbody>
              ))}
              <Table.Tfoot>
                <Table.Tr>
                  <Table.Th colSpan={3}>{t("accounting.tax.difference")}</Table.Th>
                  <Table.Th ta="right">
                    <Money value={data.differenceYen} />
                  </Table.Th>
                </Table.Tr>
              </Table.Tfoot>
            </Table>
          )
        }
      </Answered>
      <details className="no-print" style={{ marginTop: 16 }}>
        <summary>{t("accounting.tax.shares")}</summary>
        <Table maw={420} mt="xs">
          <Table.Tbody>
            {DEDUCTIBLE_SHARES.toReversed().map(({ from, percent }) => (
              <Table.Tr key={from}>
                <Table.Td>
                  <DateText value={from} /> {t("accounting.tax.onwards")}
                </Table.Td>
                <Table.Td ta="right">{percent} %</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </details>
    </>
  );
}
