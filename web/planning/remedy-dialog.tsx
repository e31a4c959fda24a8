import { Alert, Button, CopyButton, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import {
  type AnswerOf,
  DayField,
  Failure,
  formatDate,
  formatQuantity,
  Icon,
  Loading,
  type Locale,
  PageLink,
  refusalText,
  type Translate,
  useCommand,
  useLocale,
  usePosted,
  useText,
} from "../platform/index.ts";
import { type Ask, choiceOf, documentPage, exceptionText, kindOf } from "./exception-words.ts";
import classes from "./remedy-dialog.module.css";
import { recordName } from "./words.tsx";

type Preview = AnswerOf<"post", "/api/v1/plan-exceptions/remedy-preview">["rows"][number];
type Result = AnswerOf<"post", "/api/v1/plan-exceptions/remedies">["rows"][number];
/** How a row ended: what it made, beside what was looked at before; or why not. */
type End = { readonly made: Result; readonly seen: Preview } | { readonly refused: string };

/** Remedies whose day a person may choose otherwise. */
const WITH_DAY = new Set(["move_receipt", "promise_new_date"]);
const WITH_WORDS = new Set(["move_receipt", "change_quantity", "cancel", "promise_new_date", "ask_for_delivery"]);
const MOST_WORDS = 400;
/** Requests somebody outside reads words with. */
const SAYS: ReadonlySet<Preview["reach"]> = new Set(["asked", "at_once", "told", "noted"]);

/**
 * Shows what a remedy changes and whom it reaches, then applies it; of several, each says how it ended. What was refused stays and can be
 * tried again, with another day or other words.
 */
export function RemedyDialog({
  asks,
  onClose,
  onDone,
}: {
  readonly asks: readonly Ask[];
  readonly onClose: () => void;
  /** Closed after some of them went through. */
  readonly onDone: (made: readonly Ask[]) => void;
}) {
  const t = useText();
  const locale = useLocale();
  const [day, setDay] = useState("");
  const [words, setWords] = useState<string | null>(null);
  const [ends, setEnds] = useState<ReadonlyMap<number, End>>(new Map());
  const [busy, setBusy] = useState(false);
  const apply = useCommand("post", "/api/v1/plan-exceptions/remedies", { placesRefusals: true });
  const first = asks[0]!;
  const kind = kindOf(first);
  const takesDay = asks.length === 1 && WITH_DAY.has(kind);
  const choices = asks.map((one) => ({ ...choiceOf(one), ...(takesDay && day !== "" && { on: day }) }));
  const answer = usePosted("/api/v1/plan-exceptions/remedy-preview", { choices });
  const isMade = (n: number) => "made" in (ends.get(n) ?? {});
  // Once it is done, a row stays as it was looked at: asked again, it would be gone.
  const preview = answer.data?.rows.map((row, n) => {
    const end = ends.get(n);
    return end && "made" in end ? end.seen : row;
  });
  const fit = (preview ?? []).flatMap((row, n) => (row.refusals.length === 0 && !isMade(n) ? [n] : []));
  const made = asks.filter((_, n) => isMade(n));
  const says = fit.some((n) => WITH_WORDS.has(kind) && SAYS.has(preview![n]!.reach));
  const reason = words ?? wordsFor(t, locale, asks, kind);

  const run = async () => {
    setBusy(true);
    const ended = new Map(ends);
    const groups = new Map<string, number[]>();
    for (const n of fit) groups.set(preview![n]!.group, [...(groups.get(preview![n]!.group) ?? []), n]);
    for (const places of groups.values()) {
      const end = await apply.run({
        body: { choices: places.map((n) => choices[n]!), ...(says && { reason }) },
      });
      for (const [at, n] of places.entries()) ended.set(n, endOf(t, end, at, preview![n]!));
      setEnds(new Map(ended));
    }
    setBusy(false);
    if (asks.length === 1 && "made" in (ended.get(0) ?? {})) onDone(asks);
  };
  const isOver = made.length > 0 && fit.length === 0 && !busy;
  const close = () => (made.length > 0 ? onDone(made) : onClose());
  /** What was refused is another question now. */
  const corrected = () => setEnds(new Map([...ends].filter(([n]) => isMade(n))));

  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={t(`planning.remedy.${kind}.title`, { count: asks.length })}
      closeButtonProps={{ "aria-label": t("platform.close") }}
    >
      <Stack gap="sm">
        {takesDay && (
          <DayField
            label={t(`planning.remedy.${kind}.day`)}
            value={day !== "" ? day : (preview?.[0]?.on ?? (first.customer ? "" : first.row.remedy!.on) ?? "")}
            onChange={(chosen) => {
              setDay(chosen);
              corrected();
            }}
            w={190}
          />
        )}
        {answer.error && <Failure error={answer.error} retry={() => void answer.refetch()} />}
        {answer.isPending && <Loading lines={3} />}
        {preview && (
          <ul className={classes.rows}>
            {asks.map((one, n) => (
              <PreviewRow
                key={`${one.row.runId}/${one.row.seq}/${one.customer?.id}/${one.customer?.line}`}
                ask={one}
                seen={preview[n]!}
                end={ends.get(n)}
                isAlone={asks.length === 1}
              />
            ))}
          </ul>
        )}
        {says && !isOver && (
          <Words
            value={reason}
            onChange={(typed) => {
              setWords(typed);
              corrected();
            }}
            reader={readerOf(fit.map((n) => preview![n]!.reach))}
          />
        )}
        {preview && fit.length + made.length < asks.length && asks.length > 1 && !isOver && (
          <Alert color="yellow" py={8} icon={<Icon name="alert" />}>
            {t("planning.remedy.onlyFit", { count: fit.length, all: asks.length - made.length })}
          </Alert>
        )}
        <Group justify="flex-end">
          {isOver ? (
            <Button onClick={close}>{t("platform.close")}</Button>
          ) : (
            <>
              <Button variant="default" onClick={close}>
                {t(made.length > 0 ? "platform.close" : "platform.cancel")}
              </Button>
              <Button
                loading={busy}
                disabled={fit.length === 0 || answer.isFetching || answer.isError}
                color={kind === "cancel" ? "red" : "indigo"}
                onClick={() => void run()}
              >
                {t(`planning.remedy.${kind}.apply`, { count: fit.length })}
              </Button>
            </>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

type CommandEnd = Awaited<ReturnType<ReturnType<typeof useCommand<"post", "/api/v1/plan-exceptions/remedies">>["run"]>>;

function endOf(t: Translate, end: CommandEnd, at: number, seen: Preview): End {
  if (end?.ok) return { made: end.value.rows[at]!, seen };
  const errors = end?.problem?.errors ?? [];
  const own = errors.find(({ field }) => field === `choices.${at}`);
  const text = own?.detail ?? errors[0]?.detail ?? end?.problem?.detail ?? t("platform.unreachable.title");
  return { refused: own || errors.length === 0 ? text : t("planning.remedy.notAlone", { why: text }) };
}

function PreviewRow({
  ask: { row, customer },
  seen,
  end,
  isAlone,
}: {
  readonly ask: Ask;
  readonly seen: Preview;
  readonly end: End | undefined;
  readonly isAlone: boolean;
}) {
  const t = useText();
  const locale = useLocale();
  const { document } = seen;
  const reach = t(`planning.reach.${seen.reach}`, { partner: document?.partnerName ?? t("planning.reach.supplier") });
  return (
    <li className={classes.row}>
      <Text size="sm" fw={600}>
        {document
          ? documentName(t, document)
          : `${row.itemCode} ${row.itemName}${row.subject && "seq" in row.subject ? ` #${row.subject.seq}` : ""}`}
      </Text>
      <Text size="sm" c="dimmed">
        {exceptionText(t, locale, row)}
      </Text>
      {seen.changes.length > 0 && (
        <ul className={classes.changes}>
          {seen.changes.map((change) => (
            <li key={change.field}>
              {t(`planning.change.${change.field}`)} {valueText(t, locale, change, change.from)} →{" "}
              <strong>{valueText(t, locale, change, change.to)}</strong>
            </li>
          ))}
        </ul>
      )}
      {seen.refusals.length === 0 && !end && (isAlone || seen.reach !== "inside") && (
        <Text size="sm" c={seen.reach === "at_once" ? "orange.9" : undefined}>
          {reach}
        </Text>
      )}
      {seen.refusals.length === 0 && !end && isAlone && row.need && !customer && (
        <Text size="sm">
          {t("planning.remedy.serves", {
            need: recordName(t, row.need),
            date: formatDate(row.need.neededOn, locale),
          })}
        </Text>
      )}
      {seen.refusals.map((refusal) => (
        <Text size="sm" c="red.8" key={refusal.code} role="alert">
          {refusalText(t, refusal)}
        </Text>
      ))}
      {end && "refused" in end && (
        <Text size="sm" c="red.8" role="alert">
          {end.refused}
        </Text>
      )}
      {end && "made" in end && (
        <Text size="sm" c="teal.9" role="status">
          {t(end.made.isAsked ? "planning.remedy.asked" : "planning.remedy.done")}{" "}
          {end.made.documentId && (
            <PageLink to={documentPage(end.made, end.made.side ?? "B")}>{end.made.documentNumber}</PageLink>
          )}
        </Text>
      )}
    </li>
  );
}

/** Who reads the words: the other side; nobody but the own people; or whoever they are sent to by other means. */
type Reader = "partner" | "own" | "sent";
function readerOf(reaches: readonly Preview["reach"][]): Reader {
  if (reaches.every((reach) => reach === "noted")) return "sent";
  return reaches.every((reach) => reach === "at_once") ? "own" : "partner";
}

/** What is written with a request; for a partner outside the platform a text to copy and send. */
function Words({
  value,
  onChange,
  reader,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly reader: Reader;
}) {
  const t = useText();
  return (
    <Stack gap={6}>
      <Textarea
        label={t(`planning.remedy.words.${reader}`)}
        description={t(`planning.remedy.wordsHint.${reader}`)}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        autosize
        minRows={2}
        maxLength={MOST_WORDS}
      />
      {reader === "sent" && (
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy} style={{ alignSelf: "flex-start" }}>
              {t(copied ? "planning.remedy.copied" : "planning.remedy.copy")}
            </Button>
          )}
        </CopyButton>
      )}
    </Stack>
  );
}

function documentName(t: Translate, document: NonNullable<Preview["document"]>): string {
  const kind = document.kind === "work_order" ? "work_order" : document.side === "S" ? "sales" : "purchase";
  return recordName(t, { ...document, kind });
}

/** States that are no work order's. */
const OWN_STATES = new Set(["firm", "proposed", "ordered"]);

function valueText(t: Translate, locale: Locale, change: Preview["changes"][number], value: string | null): string {
  if (value === null) return "–";
  if (change.field === "state") return t(`${OWN_STATES.has(value) ? "planning.change" : "production"}.state.${value}`);
  return change.field === "quantity" ? formatQuantity(value, change.unit ?? "") : formatDate(value, locale);
}

/** A polite first version of what the other side reads; nothing where nobody outside is asked. */
function wordsFor(t: Translate, locale: Locale, asks: readonly Ask[], kind: string): string {
  if (!WITH_WORDS.has(kind)) return "";
  const text = t(`planning.remedy.${kind}.words`);
  if (kind !== "ask_for_delivery") return text;
  const lines = asks.map(({ row }) =>
    t("planning.remedy.askedLine", {
      subject: row.subject && "number" in row.subject ? `${row.subject.number}-${row.subject.line ?? 1}` : "",
      item: row.itemName || row.itemCode,
      quantity: formatQuantity(row.quantity, row.unit),
      date: formatDate(row.onDate, locale),
    }),
  );
  return [text, ...lines].join("\n").slice(0, MOST_WORDS);
}
