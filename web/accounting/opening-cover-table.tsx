import { Table, TextInput } from "@mantine/core";
import { DateText, formatYen, Money, useText } from "../platform/index.ts";
import { freeYen, keyOf, partsTyped, type Source } from "./opening-cover.ts";

type Row = Source & { readonly number: string; readonly documentedOn: string | null };

/** Own balances an opening item can stand for, and beside each how much of it. Never shown to the partner. */
export function CoverTable(props: {
  readonly sources: readonly Row[];
  /** What the parts must sum to; null where the sum is the amount. */
  readonly amountYen: string | null;
  readonly typed: Readonly<Record<string, string>>;
  readonly onTyped: (typed: Readonly<Record<string, string>>) => void;
}) {
  const t = useText();
  const { sources, typed } = props;
  const { sumYen, wrong } = partsTyped(sources, typed);
  return (
    <>
      <Table aria-label={t("accounting.openingItem.parts")}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("accounting.openingItem.kindTitle")}</Table.Th>
            <Table.Th>{t("accounting.openingItem.number")}</Table.Th>
            <Table.Th>{t("accounting.openingItem.documentedOn")}</Table.Th>
            <Table.Th ta="right">{t("accounting.openingItem.open")}</Table.Th>
            <Table.Th ta="right">{t("accounting.openingItem.use")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sources.map((source) => {
            const key = keyOf(source);
            const kind = t(`accounting.openingItem.kind.${source.kind}`);
            return (
              <Table.Tr key={key}>
                <Table.Td>{kind}</Table.Td>
                <Table.Td>{source.number || "–"}</Table.Td>
                <Table.Td>{source.documentedOn ? <DateText value={source.documentedOn} /> : "–"}</Table.Td>
                <Table.Td ta="right">
                  <Money value={freeYen(source).toString()} />
                </Table.Td>
                <Table.Td>
                  <TextInput
                    aria-label={t("accounting.openingItem.useOf", { number: source.number || kind })}
                    inputMode="numeric"
                    size="xs"
                    w={120}
                    ml="auto"
                    styles={{ input: { textAlign: "right" } }}
                    value={typed[key] ?? ""}
                    error={wrong.has(key)}
                    onChange={(event) => props.onTyped({ ...typed, [key]: event.currentTarget.value })}
                  />
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
      <p role="status" style={{ textAlign: "right" }}>
        {t("accounting.openingItem.sum", {
          sum: formatYen(sumYen.toString()),
          amount: formatYen(props.amountYen ?? sumYen.toString()),
        })}
      </p>
    </>
  );
}
