import { Alert, Button, Group, Modal, Table, Textarea } from "@mantine/core";
import { useMemo, useState } from "react";
import {
  type AnswerOf,
  DateText,
  DayField,
  DocumentPage,
  FormDialog,
  type FormField,
  formatYen,
  HistoryList,
  Money,
  StateBadge,
  useApi,
  useCommand,
  useGo,
  usePathParams,
  useText,
} from "../platform/index.ts";
import { freeYen, keyOf, partsTyped } from "./opening-cover.ts";
import { CoverTable } from "./opening-cover-table.tsx";
import { OPENING_TONES } from "./words.tsx";

type Item = AnswerOf<"get", "/api/v1/opening-items/{id}">;
const write = "accounting.write";

/** One opening item: what was proposed, what was said to it, and what of own books it stands for. */
export function Page() {
  const t = useText();
  const go = useGo();
  const id = usePathParams()["itemId"] ?? "";
  const path = { path: { id } };
  const item = useApi("/api/v1/opening-items/{id}", { params: path });
  const [open, setOpen] = useState<"agree" | "repropose" | "dispute" | null>(null);
  const close = () => setOpen(null);
  const withdraw = useCommand("post", "/api/v1/opening-items/{id}/withdraw", {
    success: t("accounting.openingItem.withdrawnDone"),
  });
  return (
    <>
      <DocumentPage
        answer={item}
        live={["accounting.opening_item.", "invoice."]}
        view={(found) => {
          const may = (move: Item["moves"][number]) => found.moves.includes(move);
          const action = (move: "agree" | "repropose" | "dispute") => ({
            id: move,
            label: t(`accounting.openingItem.${move}`),
            permission: write,
            run: () => setOpen(move),
          });
          return {
            kind: t("accounting.openingItem.title"),
            number: found.number,
            partner: found.partnerName,
            state: (
              <StateBadge
                size="lg"
                tone={OPENING_TONES[found.state]}
                label={t(`accounting.openingItem.${found.state}`)}
              />
            ),
            facts: [
              { label: t("accounting.openingItem.side"), value: t(`accounting.openingItem.side.${found.side}`) },
              {
                label: t("accounting.openingItem.by"),
                value: found.isMine ? t("accounting.openingItem.us") : found.partnerName,
              },
              { label: t("accounting.openingItem.documentedOn"), value: <DateText value={found.documentedOn} /> },
              { label: t("accounting.invoice.dueOn"), value: <DateText value={found.dueOn} /> },
              ...(found.agreedOn
                ? [{ label: t("accounting.openingItem.agreedOn"), value: <DateText value={found.agreedOn} /> }]
                : []),
            ],
            sum: { label: t("accounting.entry.amount"), value: <Money value={found.amountYen} unit /> },
            notes: found.state === "differs" && (
              <Alert color="yellow" mb="sm" title={t("accounting.openingItem.differs")}>
                {found.answerYen !== null && (
                  <>
                    <Money value={found.answerYen} unit />{" "}
                  </>
                )}
                {found.answerWords}
              </Alert>
            ),
            primary: may("agree")
              ? action("agree")
              : may("repropose")
                ? action("repropose")
                : found.state === "agreed"
                  ? {
                      id: "invoice",
                      label: t("accounting.openingItem.toInvoice"),
                      permission: "trade.bills",
                      run: () => go(`accounting/invoices/${id}`),
                    }
                  : undefined,
            actions: [
              ...(may("dispute") ? [action("dispute")] : []),
              ...(may("withdraw")
                ? [
                    {
                      id: "withdraw",
                      label: t("accounting.openingItem.withdraw"),
                      permission: write,
                      danger: true,
                      busy: withdraw.busy,
                      run: () => withdraw.run({ params: path }),
                      confirm: {
                        title: t("accounting.openingItem.withdraw"),
                        text: t("accounting.openingItem.withdrawAsk"),
                      },
                    },
                  ]
                : []),
            ],
            body: <OwnParts item={found} />,
            side: [{ id: "said", title: t("accounting.openingItem.said"), body: <Said item={found} /> }],
          };
        }}
      />
      {item.data && (open === "agree" || open === "repropose") && (
        <CoverDialog key={item.data.round} item={item.data} move={open} onClose={close} />
      )}
      {item.data && <DisputeDialog item={item.data} opened={open === "dispute"} onClose={close} />}
    </>
  );
}

function Said({ item }: { readonly item: Item }) {
  const t = useText();
  return (
    <HistoryList
      none="–"
      entries={item.said.toReversed().map((one) => ({
        id: one.saidAt,
        at: one.saidAt,
        who: one.isMine ? t("accounting.openingItem.us") : item.partnerName,
        text: [
          t(`accounting.openingItem.said.${one.kind}`),
          one.amountYen !== null && one.kind !== "withdrawn" && `${formatYen(one.amountYen)} ${t("platform.yen")}`,
          one.words,
        ]
          .filter(Boolean)
          .join(t("accounting.openingItem.colon")),
      }))}
    />
  );
}

function OwnParts({ item }: { readonly item: Item }) {
  const t = useText();
  if (item.parts.length === 0) return <OwnSources item={item} />;
  return (
    <section>
      <h2 style={{ fontSize: 17 }}>{t("accounting.openingItem.parts")}</h2>
      <p className="quiet">{t("accounting.openingItem.partsHint")}</p>
      <Table aria-label={t("accounting.openingItem.parts")}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("accounting.openingItem.kindTitle")}</Table.Th>
            <Table.Th>{t("accounting.openingItem.number")}</Table.Th>
            <Table.Th ta="right">{t("accounting.entry.amount")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {item.parts.map((part) => (
            <Table.Tr key={keyOf(part)}>
              <Table.Td>{t(`accounting.openingItem.kind.${part.kind}`)}</Table.Td>
              <Table.Td>{part.number || "–"}</Table.Td>
              <Table.Td ta="right">
                <Money value={part.amountYen} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

/** Before the answer: what own books hold with this partner, to compare with what was proposed. */
function OwnSources({ item }: { readonly item: Item }) {
  const t = useText();
  if (!item.moves.includes("agree"))
    return item.state === "differs" ? <p className="quiet">{t("accounting.openingItem.waits")}</p> : null;
  const sources = item.sources.filter((source) => freeYen(source) !== 0n);
  return (
    <section>
      <h2 style={{ fontSize: 17 }}>{t("accounting.openingItem.ownBooks")}</h2>
      <p className="quiet">{t(`accounting.openingItem.${sources.length > 0 ? "toAnswer" : "noCover"}`)}</p>
      {sources.length > 0 && (
        <Table aria-label={t("accounting.openingItem.ownBooks")}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("accounting.openingItem.kindTitle")}</Table.Th>
              <Table.Th>{t("accounting.openingItem.number")}</Table.Th>
              <Table.Th>{t("accounting.openingItem.documentedOn")}</Table.Th>
              <Table.Th ta="right">{t("accounting.openingItem.open")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sources.map((source) => (
              <Table.Tr key={keyOf(source)}>
                <Table.Td>{t(`accounting.openingItem.kind.${source.kind}`)}</Table.Td>
                <Table.Td>{source.number || "–"}</Table.Td>
                <Table.Td>
                  <DateText value={source.documentedOn} />
                </Table.Td>
                <Table.Td ta="right">
                  <Money value={freeYen(source).toString()} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
  );
}

/** Which own balances it stands for: agreeing, they must sum to what was proposed; proposing anew, they are what is proposed. */
function CoverDialog(props: {
  readonly item: Item;
  readonly move: "agree" | "repropose";
  readonly onClose: () => void;
}) {
  const t = useText();
  const { item, move, onClose } = props;
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(item.suggested.map((part) => [keyOf(part), part.amountYen])),
  );
  const [dueOn, setDueOn] = useState(item.dueOn);
  const [words, setWords] = useState("");
  const agree = useCommand("post", "/api/v1/opening-items/{id}/agree", {
    success: t("accounting.openingItem.agreedDone"),
  });
  const repropose = useCommand("post", "/api/v1/opening-items/{id}/repropose", {
    success: t("accounting.openingItem.proposedDone"),
  });
  // What other proposals have taken is not offered.
  const sources = item.sources.filter((source) => freeYen(source) !== 0n);
  const { parts, sumYen } = partsTyped(sources, typed);
  const isReady =
    parts !== null && (move === "agree" ? sumYen === BigInt(item.amountYen) : sumYen !== 0n && dueOn !== "");
  const send = async () => {
    const params = { path: { id: item.id } };
    const end =
      move === "agree"
        ? await agree.run({ params, body: { round: item.round, parts: parts! } })
        : await repropose.run({
            params,
            body: { round: item.round, dueOn, amountYen: sumYen.toString(), words, parts: parts! },
          });
    if (end?.ok) onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t(`accounting.openingItem.${move}`)}
      closeButtonProps={{ "aria-label": t("platform.close") }}
    >
      {sources.length === 0 ? (
        <p>{t("accounting.openingItem.noCover")}</p>
      ) : (
        <>
          <p className="quiet">{t(`accounting.openingItem.${move === "agree" ? "cover" : "coverAnew"}`)}</p>
          <CoverTable
            sources={sources}
            amountYen={move === "agree" ? item.amountYen : null}
            typed={typed}
            onTyped={setTyped}
          />
        </>
      )}
      {move === "repropose" && (
        <>
          <DayField label={t("accounting.invoice.dueOn")} value={dueOn} onChange={setDueOn} w={180} />
          <Textarea
            mt="sm"
            label={t("accounting.openingItem.words")}
            maxLength={1000}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        </>
      )}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {t("platform.cancel")}
        </Button>
        <Button disabled={!isReady} loading={agree.busy || repropose.busy} onClick={() => void send()}>
          {t(`accounting.openingItem.${move}`)}
        </Button>
      </Group>
    </Modal>
  );
}

function DisputeDialog(props: { readonly item: Item; readonly opened: boolean; readonly onClose: () => void }) {
  const t = useText();
  const { item, onClose } = props;
  const dispute = useCommand("post", "/api/v1/opening-items/{id}/dispute", {
    success: t("accounting.openingItem.disputedDone"),
    placesRefusals: true,
  });
  const fields = useMemo<FormField[]>(
    () => [
      { name: "amountYen", label: t("accounting.openingItem.ownAmount"), kind: "yen" },
      { name: "words", label: t("accounting.openingItem.words"), kind: "note", maxLength: 1000 },
    ],
    [t],
  );
  return (
    <FormDialog
      opened={props.opened}
      onClose={onClose}
      title={t("accounting.openingItem.dispute")}
      fields={fields}
      columns={1}
      submitLabel={t("accounting.openingItem.dispute")}
      submit={({ amountYen, words }) =>
        dispute.run({
          params: { path: { id: item.id } },
          body: {
            round: item.round,
            amountYen: amountYen === null || amountYen === undefined || amountYen === "" ? null : String(amountYen),
            words: String(words ?? ""),
          },
        })
      }
      onDone={onClose}
    />
  );
}
