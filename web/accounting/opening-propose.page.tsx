import { Alert, Button, Checkbox, Group, SegmentedControl, Table, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { findPartners } from "../parties/index.ts";
import {
  Answered,
  type AnswerOf,
  DayField,
  Empty,
  Icon,
  LookupField,
  Money,
  PageHead,
  todayInJapan,
  useApi,
  useCommand,
  useGo,
  useText,
} from "../platform/index.ts";
import { useAddressQuery } from "./address-query.ts";
import { freeYen, keyOf, partsTyped } from "./opening-cover.ts";

type Sources = AnswerOf<"get", "/api/v1/opening-sources">;
type Source = Sources["rows"][number];

/** What stood open with a partner before the link, chosen and proposed to it. */
export function Page() {
  const t = useText();
  const { query, change } = useAddressQuery();
  const partnerId = query["partnerId"] ?? "";
  const sources = useApi("/api/v1/opening-sources", { params: { query: { partnerId } } }, { when: partnerId !== "" });
  const name = sources.data?.partnerName ?? "";
  return (
    <>
      <PageHead title={t("accounting.openingItem.propose")} hint={t("accounting.openingItems.hint")} />
      <div style={{ maxWidth: 420, marginBottom: 12 }}>
        <LookupField
          label={t("accounting.entry.partner")}
          required
          lookup={findPartners.any}
          hit={partnerId === "" ? null : { id: partnerId, code: name, name }}
          onHit={(hit) => change({ partnerId: hit?.id ?? "" })}
        />
      </div>
      {partnerId === "" ? (
        <p className="quiet">{t("accounting.openingItem.notLinked")}</p>
      ) : (
        <Answered answer={sources}>
          {({ rows }) =>
            rows.length === 0 ? (
              <Empty title={t("accounting.openingItem.nothing")} hint={t("accounting.openingItem.nothingHint")} />
            ) : (
              <Proposal key={partnerId} partnerId={partnerId} rows={rows} />
            )
          }
        </Answered>
      )}
    </>
  );
}

interface Typed {
  readonly number: string;
  readonly documentedOn: string;
  readonly dueOn: string;
  readonly amount: string;
}

function Proposal({ partnerId, rows }: { readonly partnerId: string; readonly rows: readonly Source[] }) {
  const t = useText();
  const go = useGo();
  const [side, setSide] = useState<"S" | "B">(rows[0]!.side);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [typed, setTyped] = useState<Readonly<Record<string, Typed>>>({});
  const [words, setWords] = useState("");
  const propose = useCommand("post", "/api/v1/opening-items", { success: t("accounting.openingItem.proposedDone") });
  const shown = rows.filter((row) => row.side === side && freeYen(row) !== 0n);
  const of = (row: Source): Typed =>
    typed[keyOf(row)] ?? {
      number: row.number,
      documentedOn: row.documentedOn ?? todayInJapan(),
      dueOn: row.dueOn ?? "",
      amount: freeYen(row).toString(),
    };
  const set = (row: Source, more: Partial<Typed>) => setTyped({ ...typed, [keyOf(row)]: { ...of(row), ...more } });
  const items = shown
    .filter((row) => chosen.has(keyOf(row)))
    .map((row) => {
      const { number, documentedOn, dueOn, amount } = of(row);
      const { parts, sumYen } = partsTyped([row], { [keyOf(row)]: amount });
      return { number: number.trim(), documentedOn, dueOn, amountYen: sumYen.toString(), words, parts };
    });
  const isReady = items.length > 0 && items.every((one) => one.number && one.documentedOn && one.dueOn && one.parts);
  const send = async () => {
    const body = { partnerId, side, items: items.map((one) => ({ ...one, parts: one.parts! })) };
    if ((await propose.run({ body }))?.ok) go("accounting/opening-items");
  };
  return (
    <>
      <SegmentedControl
        mb="sm"
        aria-label={t("accounting.openingItem.side")}
        value={side}
        onChange={(next) => {
          setSide(next as "S" | "B");
          setChosen(new Set());
        }}
        data={(["S", "B"] as const).map((value) => ({ value, label: t(`accounting.openingItem.side.${value}`) }))}
      />
      {shown.length === 0 ? (
        <Empty title={t("accounting.openingItem.nothing")} hint={t("accounting.openingItem.nothingHint")} />
      ) : (
        <>
          <p className="quiet">{t("accounting.openingItem.chooseOne")}</p>
          <Table.ScrollContainer minWidth={900}>
            <Table aria-label={t("accounting.openingItem.propose")}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th w={36} />
                  <Table.Th>{t("accounting.openingItem.kindTitle")}</Table.Th>
                  <Table.Th>{t("accounting.openingItem.number")}</Table.Th>
                  <Table.Th>{t("accounting.openingItem.documentedOn")}</Table.Th>
                  <Table.Th>{t("accounting.invoice.dueOn")}</Table.Th>
                  <Table.Th ta="right">{t("accounting.openingItem.open")}</Table.Th>
                  <Table.Th ta="right">{t("accounting.entry.amount")}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {shown.map((row) => {
                  const key = keyOf(row);
                  const on = chosen.has(key);
                  const now = of(row);
                  const kind = t(`accounting.openingItem.kind.${row.kind}`);
                  const label = (field: string) => `${row.number || kind} ${field}`;
                  return (
                    <Table.Tr key={key}>
                      <Table.Td>
                        <Checkbox
                          aria-label={t("accounting.openingItem.selectOf", { number: row.number || kind })}
                          checked={on}
                          onChange={() => {
                            const next = new Set(chosen);
                            on ? next.delete(key) : next.add(key);
                            setChosen(next);
                          }}
                        />
                      </Table.Td>
                      <Table.Td>{kind}</Table.Td>
                      <Table.Td>
                        <TextInput
                          aria-label={label(t("accounting.openingItem.number"))}
                          maxLength={60}
                          value={now.number}
                          error={on && now.number.trim() === ""}
                          onChange={(event) => set(row, { number: event.currentTarget.value })}
                        />
                      </Table.Td>
                      <Table.Td>
                        <DayField
                          aria-label={label(t("accounting.openingItem.documentedOn"))}
                          value={now.documentedOn}
                          onChange={(documentedOn) => set(row, { documentedOn })}
                          error={on && now.documentedOn === ""}
                          w={150}
                        />
                      </Table.Td>
                      <Table.Td>
                        <DayField
                          aria-label={label(t("accounting.invoice.dueOn"))}
                          value={now.dueOn}
                          onChange={(dueOn) => set(row, { dueOn })}
                          error={on && now.dueOn === ""}
                          w={150}
                        />
                      </Table.Td>
                      <Table.Td ta="right">
                        <Money value={freeYen(row).toString()} />
                      </Table.Td>
                      <Table.Td>
                        <TextInput
                          aria-label={label(t("accounting.entry.amount"))}
                          inputMode="numeric"
                          w={130}
                          ml="auto"
                          styles={{ input: { textAlign: "right" } }}
                          disabled={row.kind === "delivery"}
                          value={now.amount}
                          error={on && partsTyped([row], { [key]: now.amount }).parts === null}
                          onChange={(event) => set(row, { amount: event.currentTarget.value })}
                        />
                      </Table.Td>
                    </Table.Tr>
                  );
                })}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
          <Textarea
            mt="sm"
            maw={560}
            label={t("accounting.openingItem.words")}
            maxLength={1000}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <Alert color="indigo" my="sm" icon={<Icon name="user" />}>
            {t("accounting.openingItem.theySee")}
          </Alert>
          <Group>
            <Button disabled={!isReady} loading={propose.busy} onClick={() => void send()}>
              {t("accounting.openingItem.proposeCount", { count: items.length })}
            </Button>
          </Group>
        </>
      )}
    </>
  );
}
