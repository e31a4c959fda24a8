import { Table } from "@mantine/core";
import { DateText, DocumentPage, Money, useApi, useLocale, usePathParams, useText } from "../platform/index.ts";

/** One entry: its lines, and the accounts in the reader's language. */
export function Page() {
  const t = useText();
  const locale = useLocale();
  const id = usePathParams()["entryId"] ?? "";
  const entry = useApi("/api/v1/journal-entries/{id}", { params: { path: { id } } });
  return (
    <DocumentPage
      answer={entry}
      view={(found) => ({
        kind: t("accounting.entry.title"),
        number: found.number,
        facts: [
          { label: t("accounting.entry.postingOn"), value: <DateText value={found.postingOn} /> },
          { label: t("accounting.entry.description"), value: found.description || "–" },
          { label: t("accounting.entry.enteredBy"), value: found.enteredBy || "–" },
        ],
        actions: [],
        body: (
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("accounting.entry.account")}</Table.Th>
                <Table.Th>{t("accounting.entry.partner")}</Table.Th>
                <Table.Th ta="right">{t("accounting.entry.debit")}</Table.Th>
                <Table.Th ta="right">{t("accounting.entry.credit")}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {found.lines.map((line) => (
                <Table.Tr key={line.lineNumber}>
                  <Table.Td>
                    {line.accountCode} {locale === "en" ? line.accountNameEn : line.accountNameJa}
                  </Table.Td>
                  <Table.Td>{line.partnerName ?? "–"}</Table.Td>
                  <Table.Td ta="right">
                    <Money value={line.debitYen} />
                  </Table.Td>
                  <Table.Td ta="right">
                    <Money value={line.creditYen} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        ),
      })}
    />
  );
}
