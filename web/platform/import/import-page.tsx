import { Alert, Button, FileButton, Group, Loader, Stack, Switch, Text, Title } from "@mantine/core";
import { type DragEvent, useState } from "react";
import { sendForm } from "../api/client.ts";
import { useAction } from "../api/use-command.ts";
import { useDownload } from "../api/use-download.tsx";
import { formatDecimal } from "../format/numbers.ts";
import { useText } from "../i18n/use-text.ts";
import { Icon } from "../parts/icons.tsx";
import { PageHead } from "../parts/page-head.tsx";
import classes from "./import-page.module.css";
import { type ImportPreview, type ImportResult, ProblemTable, SampleTable } from "./import-tables.tsx";

export interface ImportPageProps {
  /** What is imported: 品目. */
  readonly name: string;
  /** `/api/v1/items`: below it stand `/template`, `/import/preview` and `/import`. */
  readonly endpoint: string;
  /** After an import that changed something. */
  readonly onDone?: (result: ImportResult) => void;
  /** Further fields of the form, as the route wants them. */
  readonly fields?: Readonly<Record<string, string>>;
}

interface Choice {
  readonly partial: boolean;
  readonly ignoreUnknownColumns: boolean;
}

/** Template, file, check, import: nothing is written before the person has seen what will be. */
export function ImportPage({ name, endpoint, onDone, fields }: ImportPageProps) {
  const t = useText();
  const [file, setFile] = useState<File | null>(null);
  const [choice, setChoice] = useState<Choice>({ partial: false, ignoreUnknownColumns: false });
  const { busy, download } = useDownload();
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [done, setDone] = useState<ImportResult | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const formOf = (file: File, choice: Choice) => {
    const form = new FormData();
    for (const [field, value] of Object.entries(fields ?? {})) form.set(field, value);
    form.set("partial", String(choice.partial));
    form.set("ignoreUnknownColumns", String(choice.ignoreUnknownColumns));
    form.set("file", file);
    return form;
  };
  const check = useAction(
    ({ file, choice }: { file: File; choice: Choice }) =>
      sendForm<ImportPreview>(`${endpoint}/import/preview`, formOf(file, choice)),
    { placesRefusals: true, keepAnswers: true },
  );
  const apply = useAction(
    ({ file, choice }: { file: File; choice: Choice; stamp: string }, key) =>
      sendForm<ImportResult>(`${endpoint}/import`, formOf(file, choice), key),
    { placesRefusals: true },
  );

  const look = async (chosen: File, wanted = choice) => {
    setFile(chosen);
    setPreview(null);
    setDone(null);
    setTrouble(null);
    const end = await check.run({ file: chosen, choice: wanted });
    if (end?.ok) setPreview(end.value);
    else if (end) setTrouble(end.problem?.detail ?? t("platform.unreachable.tryAgain"));
  };
  const carryOut = async () => {
    if (!file) return;
    setTrouble(null);
    // A file's content is no part of the key's text, so its name, size and time stand for it.
    const end = await apply.run({ file, choice, stamp: `${file.name} ${file.size} ${file.lastModified}` });
    if (!end) return;
    if (!end.ok) return setTrouble(end.problem?.detail ?? t("platform.unreachable.nothingLost"));
    if (!end.value.isAccepted) return setPreview({ headers: [], sample: [], ...end.value });
    setDone(end.value);
    setPreview(null);
    onDone?.(end.value);
  };

  const fileBlocked = preview?.problems.some(({ blocks }) => blocks === "file") ?? false;
  const hasUnknownColumns = preview?.problems.some(({ code }) => code === "COLUMN_UNKNOWN") ?? false;
  const choose = (changed: Partial<Choice>) => {
    const next = { ...choice, ...changed };
    setChoice(next);
    if (file) void look(file, next);
  };
  const changes = preview ? preview.inserted + preview.updated : 0;
  return (
    <div className={classes.page}>
      <PageHead title={t("platform.import.title", { name })} />
      <section className={classes.step}>
        <Title order={2}>1. {t("platform.import.step1")}</Title>
        <Text size="sm" c="dimmed">
          {t("platform.import.step1Hint")}
        </Text>
        <Group gap={8} mt={8}>
          {(
            [
              ["platform.list.exportXlsx", { format: "xlsx" }],
              ["platform.list.exportCsv", { format: "csv", encoding: "utf8" }],
              ["platform.list.exportCsvSjis", { format: "csv", encoding: "shift_jis" }],
            ] as const
          ).map(([label, query]) => (
            <Button
              key={label}
              variant="default"
              disabled={busy}
              onClick={() => download(`${endpoint}/template`, query)}
              leftSection={<Icon name="download" size={14} />}
            >
              {t(label)}
            </Button>
          ))}
        </Group>
      </section>
      <section className={classes.step}>
        <Title order={2}>2. {t("platform.import.step2")}</Title>
        <Text size="sm" c="dimmed">
          {t("platform.import.step2Hint")}
        </Text>
        <DropPlace onFile={(chosen) => void look(chosen)} file={file} />
      </section>
      {trouble && (
        <Alert color="red" icon={<Icon name="alert" />} role="alert" mb="md">
          <Text size="sm">{trouble}</Text>
          <Text size="xs" c="dimmed">
            {t("platform.import.changed")}
          </Text>
        </Alert>
      )}
      {check.busy && (
        <Group gap={8} role="status">
          <Loader size="xs" />
          <Text size="sm">{t("platform.import.checking")}</Text>
        </Group>
      )}
      {preview && (
        <section className={classes.step}>
          <Title order={2}>3. {t("platform.import.step3")}</Title>
          <Counts result={preview} />
          {preview.problems.length > 0 && <ProblemTable result={preview} />}
          {hasUnknownColumns && (
            <Switch
              my="sm"
              checked={choice.ignoreUnknownColumns}
              label={t("platform.import.ignoreUnknown")}
              onChange={(event) => choose({ ignoreUnknownColumns: event.currentTarget.checked })}
            />
          )}
          {(choice.partial || (preview.problemCount > 0 && !fileBlocked)) && (
            <Switch
              my="sm"
              checked={choice.partial}
              label={t("platform.import.partial")}
              description={t("platform.import.partialHint")}
              onChange={(event) => choose({ partial: event.currentTarget.checked })}
            />
          )}
          {preview.sample.length > 0 && <SampleTable preview={preview} />}
          <Stack gap={6} mt="md" align="flex-start">
            {!preview.isAccepted && (
              <Text size="sm" c="red.9">
                {t(fileBlocked ? "platform.import.blockedFile" : "platform.import.blocked")}
              </Text>
            )}
            {preview.isAccepted && changes === 0 && <Text size="sm">{t("platform.import.nothing")}</Text>}
            <Button
              size="sm"
              disabled={!preview.isAccepted || changes === 0}
              loading={apply.busy}
              onClick={() => void carryOut()}
              leftSection={<Icon name="upload" size={15} />}
            >
              {t("platform.import.apply")} {changes > 0 && `(${formatDecimal(String(changes))})`}
            </Button>
          </Stack>
        </section>
      )}
      {done && (
        <Alert color="teal" icon={<Icon name="checkCircle" />} role="status">
          <Text size="sm">
            {t("platform.import.done", {
              inserted: formatDecimal(String(done.inserted)),
              updated: formatDecimal(String(done.updated)),
              unchanged: formatDecimal(String(done.unchanged)),
            })}
          </Text>
          {done.problems.length > 0 && <ProblemTable result={done} />}
        </Alert>
      )}
    </div>
  );
}

function Counts({ result }: { readonly result: ImportResult }) {
  const t = useText();
  const counts = [
    ["platform.import.rows", result.rowCount],
    ["platform.import.inserted", result.inserted],
    ["platform.import.updated", result.updated],
    ["platform.import.unchanged", result.unchanged],
    ["platform.import.problemRows", result.problemCount],
  ] as const;
  return (
    <dl className={classes.counts}>
      {counts.map(([label, count]) => (
        <div key={label} data-bad={(label === "platform.import.problemRows" && count > 0) || undefined}>
          <dt>{t(label)}</dt>
          <dd>{formatDecimal(String(count))}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A place to drop a file on; the same by click and keyboard. */
function DropPlace({ onFile, file }: { readonly onFile: (file: File) => void; readonly file: File | null }) {
  const t = useText();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const dropped = event.dataTransfer.files[0];
    if (dropped) onFile(dropped);
  };
  return (
    <FileButton
      onChange={(chosen) => chosen && onFile(chosen)}
      accept=".xlsx,.csv,.tsv,.txt"
      resetRef={{ current: null }}
    >
      {(props) => (
        <button
          type="button"
          {...props}
          className={classes.drop}
          data-over={over || undefined}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <Icon name="upload" size={20} />
          {file ? <strong>{file.name}</strong> : null}
          <span>{t("platform.import.drop")}</span>
        </button>
      )}
    </FileButton>
  );
}
