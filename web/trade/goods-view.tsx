import { Alert, Button, Group, NumberInput, Select, Stack, Table, Text, TextInput } from "@mantine/core";
import { useSearch } from "@tanstack/react-router";
import { useMemo, useRef, useState } from "react";
import {
  Answered,
  DateText,
  DayField,
  Empty,
  LookupField,
  type LookupHit,
  PageHead,
  Quantity,
  todayInJapan,
  useApi,
  useCommand,
  useGo,
  useText,
} from "../platform/index.ts";
import type { OpenLine } from "./hand-over.ts";
import { HandOver } from "./hand-over-view.tsx";
import { partnerLookup } from "./lookups.ts";
import { WhoSees } from "./who-sees.tsx";
import { PLACES, type TradeSide } from "./words.tsx";

/** Goods leave for one customer, or arrive from one supplier outside the platform: its open lines, in part or whole, with lots. */
export function GoodsView({ side }: { readonly side: TradeSide }) {
  const t = useText();
  const { partner: asked } = useSearch({ strict: false }) as { partner?: string };
  const [partner, setPartner] = useState<LookupHit | null>(null);
  const partnerId = partner?.id ?? asked ?? null;
  const find = useMemo(() => partnerLookup(side), [side]);
  const answer = useApi("/api/v1/open-lines", {
    params: { query: { side, ...(partnerId && { partnerId }) } },
  });
  const known = answer.data?.rows.find((line) => line.partnerId === partnerId)?.partnerName;
  // The name stays when the last line has gone.
  const named = useRef("");
  if (known) named.current = known;
  const shown =
    partner ?? (partnerId && named.current ? { id: partnerId, code: named.current, name: named.current } : null);
  return (
    <Stack gap="sm">
      <PageHead title={t(side === "S" ? "trade.ship" : "trade.receiveOutside")} hint={t(`trade.goodsHint.${side}`)} />
      <Group>
        <div style={{ width: 320 }}>
          <LookupField label={t(`trade.${side}.partner`)} required lookup={find} hit={shown} onHit={setPartner} />
        </div>
      </Group>
      <Answered answer={answer}>
        {(data) =>
          partnerId ? (
            <Chosen
              key={partnerId}
              side={side}
              lines={data.rows.filter((line) => line.partnerId === partnerId)}
              onDone={() => void answer.refetch()}
            />
          ) : data.rows.length === 0 ? (
            <Empty title={t(`trade.${side}.nothingOpen`)} hint={t(`trade.${side}.nothingOpenHint`)} />
          ) : (
            <Waiting lines={data.rows} side={side} onPartner={setPartner} />
          )
        }
      </Answered>
    </Stack>
  );
}

/** The open lines of one partner: those one scan hands over stand by themselves, because they are booked at once. */
function Chosen({
  side,
  lines,
  onDone,
}: {
  readonly side: TradeSide;
  readonly lines: readonly OpenLine[];
  readonly onDone: () => void;
}) {
  const t = useText();
  const isAtOnce = (line: OpenLine) => side === "S" && line.isOneStep;
  const [before] = useState(() => lines.filter(isAtOnce).length);
  const atOnce = lines.filter(isAtOnce);
  const others = lines.filter((line) => !isAtOnce(line));
  return (
    <>
      {(atOnce.length > 0 || before > 0) && <HandOver lines={atOnce} onDone={onDone} />}
      {others.length > 0 && <Goods side={side} lines={others} />}
      {lines.length === 0 && before === 0 && <Empty title={t(`trade.${side}.nothingOpenOfPartner`)} />}
    </>
  );
}

/** Whom anything is waiting for, before a partner was chosen. */
function Waiting({
  lines,
  side,
  onPartner,
}: {
  readonly lines: readonly OpenLine[];
  readonly side: TradeSide;
  readonly onPartner: (hit: LookupHit) => void;
}) {
  const t = useText();
  const partners = new Map<string, { name: string; count: number; first: string }>();
  for (const line of lines) {
    if (!line.partnerId) continue;
    const day = line.promisedOn ?? line.wantedOn;
    const known = partners.get(line.partnerId);
    partners.set(line.partnerId, {
      name: line.partnerName,
      count: (known?.count ?? 0) + 1,
      first: known && known.first < day ? known.first : day,
    });
  }
  return (
    <Table fz={13} withTableBorder maw={640}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t(`trade.${side}.partner`)}</Table.Th>
          <Table.Th style={{ textAlign: "right" }}>{t("trade.openLines")}</Table.Th>
          <Table.Th>{t("trade.firstDue")}</Table.Th>
          <Table.Th />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {[...partners].map(([id, { name, count, first }]) => (
          <Table.Tr key={id}>
            <Table.Td>{name}</Table.Td>
            <Table.Td style={{ textAlign: "right" }}>{count}</Table.Td>
            <Table.Td>
              <DateText value={first} relative />
            </Table.Td>
            <Table.Td>
              <Button size="compact-sm" variant="default" onClick={() => onPartner({ id, code: name, name })}>
                {t(side === "S" ? "trade.ship" : "trade.receiveOutside")}
              </Button>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Goods({ side, lines }: { readonly side: TradeSide; readonly lines: readonly OpenLine[] }) {
  const t = useText();
  const go = useGo();
  const [day, setDay] = useState(todayInJapan());
  const [expectedOn, setExpectedOn] = useState("");
  const [paper, setPaper] = useState("");
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(lines.map((line) => [keyOf(line), line.open])),
  );
  const [lots, setLots] = useState<Readonly<Record<string, string>>>({});
  const [wrong, setWrong] = useState<readonly { readonly key?: string; readonly text: string }[]>([]);
  const ship = useCommand("post", "/api/v1/shipments", { success: t("trade.shipped"), placesRefusals: true });
  const receive = useCommand("post", "/api/v1/arrivals", { success: t("trade.received"), placesRefusals: true });
  const chosen = lines.filter((line) => Number(typed[keyOf(line)] ?? 0) > 0);
  const send = async () => {
    const body = chosen.map((line) => {
      const lot = lots[keyOf(line)];
      const known = line.lots.find((one) => `${one.lotId}/${one.placeId}` === lot);
      return {
        tradeId: line.tradeId,
        lineNumber: line.lineNumber,
        quantity: typed[keyOf(line)]!,
        ...(side === "S" && known && { lotId: known.lotId, placeId: known.placeId }),
        ...(side === "B" && lot && { lotCode: lot }),
      };
    });
    const end =
      side === "S"
        ? await ship.run({
            body: { shippedOn: day, expectedOn: expectedOn || null, carrier: paper, note: "", lines: body },
          })
        : await receive.run({ body: { receivedOn: day, supplierNumber: paper, note: "", lines: body } });
    if (end?.ok) go(`${PLACES[side].deliveries}/${end.value.deliveryId}`);
    else if (end?.problem)
      setWrong(
        end.problem.errors.map((error) => {
          const index = Number(/^lines\.(\d+)\./.exec(error.field ?? "")?.[1] ?? -1);
          const line = chosen[index];
          return { text: error.detail, ...(line && { key: keyOf(line) }) };
        }),
      );
  };
  const homeless = wrong.filter((one) => !one.key);
  const hasLots = side === "B" || lines.some((line) => line.lots.length > 0);
  return (
    <>
      {homeless.length > 0 && (
        <Alert color="red" role="alert" py={8}>
          {homeless.map((one) => (
            <Text size="sm" key={one.text}>
              {one.text}
            </Text>
          ))}
        </Alert>
      )}
      <Group align="flex-end">
        <DayField
          label={t(side === "S" ? "trade.shippedOn" : "trade.receivedOn")}
          value={day}
          onChange={setDay}
          required
        />
        {side === "S" && <DayField label={t("trade.expectedOn")} value={expectedOn} onChange={setExpectedOn} />}
        <TextInput
          label={t(side === "S" ? "trade.carrier" : "trade.supplierNote")}
          value={paper}
          onChange={(event) => setPaper(event.currentTarget.value)}
        />
      </Group>
      <Table.ScrollContainer minWidth={hasLots ? 860 : 680}>
        <Table fz={13} verticalSpacing={4} withTableBorder>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t(`trade.${side}.order`)}</Table.Th>
              <Table.Th>{t("trade.item")}</Table.Th>
              <Table.Th>{t("trade.promisedOn")}</Table.Th>
              <Table.Th style={{ textAlign: "right" }}>{t("trade.open")}</Table.Th>
              {side === "S" && <Table.Th style={{ textAlign: "right" }}>{t("trade.available")}</Table.Th>}
              {hasLots && <Table.Th w={200}>{t("trade.lot")}</Table.Th>}
              <Table.Th w={150}>{t(side === "S" ? "trade.shipNow" : "trade.receiveNow")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map((line) => {
              const key = keyOf(line);
              const problem = wrong.find((one) => one.key === key);
              return (
                <Table.Tr key={key}>
                  <Table.Td>
                    {line.number}-{line.lineNumber}
                    <Text size="xs" c="dimmed">
                      {line.outsideNumber}
                    </Text>
                  </Table.Td>
                  <Table.Td>
                    {line.code} <span className="quiet">{line.description}</span>
                  </Table.Td>
                  <Table.Td>
                    <DateText value={line.promisedOn ?? line.wantedOn} />
                  </Table.Td>
                  <Table.Td style={{ textAlign: "right" }}>
                    <Quantity value={line.open} unit={line.unit} />
                  </Table.Td>
                  {side === "S" && (
                    <Table.Td style={{ textAlign: "right" }}>
                      <Quantity value={line.available} />
                    </Table.Td>
                  )}
                  {hasLots && (
                    <Table.Td>
                      {side === "S" && line.lots.length > 0 && (
                        <Select
                          aria-label={t("trade.lot")}
                          searchable
                          clearable
                          data={line.lots.map((lot) => ({
                            value: `${lot.lotId}/${lot.placeId}`,
                            label: `${lot.code} ${lot.placeName} ${lot.quantity.replace(/\.?0+$/, "")}`,
                          }))}
                          value={lots[key] ?? null}
                          onChange={(value) => setLots({ ...lots, [key]: value ?? "" })}
                        />
                      )}
                      {side === "B" && (
                        <TextInput
                          aria-label={t("trade.lot")}
                          value={lots[key] ?? ""}
                          onChange={(event) => setLots({ ...lots, [key]: event.currentTarget.value })}
                        />
                      )}
                    </Table.Td>
                  )}
                  <Table.Td>
                    <NumberInput
                      aria-label={t(side === "S" ? "trade.shipNow" : "trade.receiveNow")}
                      hideControls
                      min={0}
                      decimalScale={6}
                      thousandSeparator=","
                      valueIsNumericString
                      value={typed[key] ?? ""}
                      error={problem?.text}
                      onChange={(value) => setTyped({ ...typed, [key]: String(value) })}
                    />
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {side === "S" && !lines[0]?.isOutside && <WhoSees partner={lines[0]?.partnerName ?? null} of="shipment" />}
      <Group>
        <Button loading={ship.busy || receive.busy} disabled={chosen.length === 0} onClick={() => void send()}>
          {t(side === "S" ? "trade.ship" : "trade.receiveOutside")} ({chosen.length})
        </Button>
      </Group>
    </>
  );
}

const keyOf = (line: OpenLine) => `${line.tradeId}/${line.lineNumber}`;
