import { NumberInput, Table, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { Quantity, useText } from "../platform/index.ts";

/** A delivered line the maker has still to inspect. */
export interface OpenLine {
  readonly lineNumber: number;
  readonly code: string;
  readonly description: string;
  readonly unit: string;
  readonly open: string;
}
interface Said {
  readonly lineNumber: number;
  readonly accepted: string;
  readonly rejected: string;
  readonly reason: string;
}
type Typed = Omit<Said, "lineNumber">;
const isSome = (text: string) => text !== "" && Number(text) > 0;

/** What the maker said of each line: all good unless typed otherwise, or what was reported. The window's dialog and the member's use it alike. */
export function useMakerWords(lines: readonly OpenLine[], reported: readonly Said[] | null = null) {
  const [typed, setTyped] = useState<Readonly<Record<number, Typed>>>(() =>
    Object.fromEntries(
      lines.map((line) => {
        const said = reported?.find((one) => one.lineNumber === line.lineNumber);
        if (!reported) return [line.lineNumber, { accepted: line.open, rejected: "", reason: "" }];
        return [
          line.lineNumber,
          {
            accepted: said?.accepted ?? "",
            rejected: said && isSome(said.rejected) ? said.rejected : "",
            reason: said?.reason ?? "",
          },
        ];
      }),
    ),
  );
  const said = lines.flatMap(({ lineNumber }): Said[] => {
    const one = typed[lineNumber]!;
    if (!isSome(one.accepted) && !isSome(one.rejected)) return [];
    const reason = isSome(one.rejected) ? one.reason : "";
    return [{ lineNumber, accepted: one.accepted || "0", rejected: one.rejected || "0", reason }];
  });
  const lacksReason = said.some((line) => isSome(line.rejected) && line.reason.trim() === "");
  const set = (line: number, change: Partial<Typed>) => setTyped({ ...typed, [line]: { ...typed[line]!, ...change } });
  return { lines, typed, set, said, lacksReason };
}

/** The lines to fill in. */
export function MakerWords({ words }: { readonly words: ReturnType<typeof useMakerWords> }) {
  const t = useText();
  const { lines, typed, set, lacksReason } = words;
  const number = (line: number, name: "accepted" | "rejected", label: string) => (
    <NumberInput
      aria-label={label}
      hideControls
      min={0}
      decimalScale={6}
      thousandSeparator=","
      valueIsNumericString
      value={typed[line]![name]}
      onChange={(value) => set(line, { [name]: String(value) })}
    />
  );
  return (
    <>
      <Table.ScrollContainer minWidth={640}>
        <Table fz={13} verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("network.order.item")}</Table.Th>
              <Table.Th ta="right">{t("network.farEnd.open")}</Table.Th>
              <Table.Th w={110}>{t("network.farEnd.accepted")}</Table.Th>
              <Table.Th w={110}>{t("network.farEnd.rejected")}</Table.Th>
              <Table.Th w={220}>{t("network.farEnd.reason")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map((line) => {
              const one = typed[line.lineNumber]!;
              const at = (word: string) => `${line.code} ${word}`;
              return (
                <Table.Tr key={line.lineNumber}>
                  <Table.Td>
                    {line.code} <span className="quiet">{line.description !== line.code && line.description}</span>
                  </Table.Td>
                  <Table.Td ta="right">
                    <Quantity value={line.open} unit={line.unit} />
                  </Table.Td>
                  <Table.Td>{number(line.lineNumber, "accepted", at(t("network.farEnd.accepted")))}</Table.Td>
                  <Table.Td>{number(line.lineNumber, "rejected", at(t("network.farEnd.rejected")))}</Table.Td>
                  <Table.Td>
                    {isSome(one.rejected) && (
                      <TextInput
                        aria-label={at(t("network.farEnd.reason"))}
                        required
                        value={one.reason}
                        onChange={(event) => set(line.lineNumber, { reason: event.currentTarget.value })}
                      />
                    )}
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {lacksReason && (
        <Text size="sm" role="status">
          {t("network.farEnd.reasonMissing")}
        </Text>
      )}
    </>
  );
}
