import { Button, Group, Modal, Stack, Table, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import {
  type AnswerOf,
  formatUnit,
  type Lookup,
  LookupField,
  type LookupHit,
  readApi,
  useCommand,
  useText,
} from "../platform/index.ts";

type Agreement = AnswerOf<"get", "/api/v1/agreements/{id}">;
type Line = Agreement["items"][number];

/** What a line of the agreement is called here, and how many own units one of the agreement's is. */
export interface Mapping {
  readonly hit: LookupHit | null;
  readonly factor: string;
}
export type Mappings = Readonly<Record<number, Mapping>>;

/** What is mapped already, else the own item of the same code. */
export function knownMappings(agreement: Agreement): Mappings {
  return Object.fromEntries(
    agreement.items.map((line) => {
      const id = line.ownItemId ?? line.suggestedItemId;
      const code = line.ownItemCode ?? line.suggestedItemCode ?? "";
      return [line.lineNumber, { hit: id ? { id, code, name: "" } : null, factor: ownFactor(agreement, line) }];
    }),
  );
}

/** The lines that have an own item, as the API takes them. */
export function mappedItems(mappings: Mappings) {
  return Object.entries(mappings).flatMap(([line, { hit, factor }]) =>
    hit ? [{ lineNumber: Number(line), itemId: hit.id, factor: factor || "1" }] : [],
  );
}

const ownFactor = (agreement: Agreement, line: Line) =>
  agreement.mySide === "seller" ? line.sellerFactor : line.buyerFactor;

const findItems: Lookup = async (typed, signal) => {
  const page = await readApi(
    "/api/v1/items",
    { params: { query: { limit: 20, ...(typed && { search: typed }) } } },
    signal,
  );
  return page.rows.map((row) => ({ id: row.id, code: row.code, name: row.name }));
};

/** One row per line of the agreement: both codes, and the own item it stands for here. */
export function MapItems({
  agreement,
  mappings,
  onChange,
}: {
  readonly agreement: Agreement;
  readonly mappings: Mappings;
  readonly onChange: (mappings: Mappings) => void;
}) {
  const t = useText();
  const set = (line: number, change: Partial<Mapping>) =>
    onChange({ ...mappings, [line]: { ...mappings[line]!, ...change } });
  return (
    <Table.ScrollContainer minWidth={620} mah="50vh" style={{ overflowY: "auto" }}>
      <Table fz={13} verticalSpacing={4} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("agreements.item.code")}</Table.Th>
            <Table.Th>{t("agreements.item.unit")}</Table.Th>
            <Table.Th w={300}>{t("agreements.map.own")}</Table.Th>
            <Table.Th w={120}>{t("agreements.map.factor")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {agreement.items.map((line) => {
            const mapping = mappings[line.lineNumber]!;
            return (
              <Table.Tr key={line.lineNumber}>
                <Table.Td>
                  <div>{line.code}</div>
                  <Text size="xs" c="dimmed">
                    {line.nameJa}
                  </Text>
                </Table.Td>
                <Table.Td>{formatUnit(line.unit)}</Table.Td>
                <Table.Td>
                  <LookupField
                    label={t("agreements.map.ownOf", { item: line.code })}
                    hideLabel
                    lookup={findItems}
                    hit={mapping.hit}
                    onHit={(hit) => set(line.lineNumber, { hit })}
                  />
                </Table.Td>
                <Table.Td>
                  <TextInput
                    aria-label={t("agreements.map.factorOf", { item: line.code })}
                    inputMode="decimal"
                    value={mapping.factor}
                    onChange={(event) => set(line.lineNumber, { factor: event.currentTarget.value })}
                  />
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** Maps own items to an agreement that is in force. The other side keeps its own codes and sees none of this but the own code. */
export function MapDialog({ agreement, onClose }: { readonly agreement: Agreement; readonly onClose: () => void }) {
  const t = useText();
  const [mappings, setMappings] = useState(() => knownMappings(agreement));
  const [wrong, setWrong] = useState("");
  const map = useCommand("put", "/api/v1/agreements/{id}/items", {
    success: t("agreements.mapped"),
    placesRefusals: true,
  });
  const items = mappedItems(mappings);
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t("agreements.map")}
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": t("platform.close") }}
    >
      <Stack gap="sm">
        <Text size="sm">{t("agreements.map.hint")}</Text>
        {wrong && (
          <Text size="sm" c="red" role="alert">
            {wrong}
          </Text>
        )}
        <MapItems agreement={agreement} mappings={mappings} onChange={setMappings} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("platform.cancel")}
          </Button>
          <Button
            loading={map.busy}
            disabled={items.length === 0}
            onClick={async () => {
              const end = await map.run({ params: { path: { id: agreement.id } }, body: { items } });
              if (end?.ok) onClose();
              else if (end?.problem) setWrong(end.problem.detail);
            }}
          >
            {t("agreements.map.save", { count: items.length, all: agreement.items.length })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
