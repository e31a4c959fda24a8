import { Alert, Button, Group } from "@mantine/core";
import { useSearch } from "@tanstack/react-router";
import { useMemo, useRef, useState } from "react";
import { TAX_CODE_TABLE } from "../../domain/shared/index.ts";
import { findPartners } from "../parties/index.ts";
import {
  Answered,
  type FormField,
  FormFields,
  formatYen,
  type GridColumn,
  type GridRow,
  HomelessRefusals,
  LineGrid,
  Money,
  PageHead,
  RestoredNote,
  todayInJapan,
  useApi,
  useCommand,
  useForm,
  useGo,
  useLineGrid,
  useLocale,
  useText,
} from "../platform/index.ts";
import { findAccounts } from "./lookups.ts";
import { balancingCells, entryTotals, rowsFromEntry } from "./manual-entry.ts";

const NO_ROWS: readonly GridRow[] = [];

/** 振替伝票: an entry typed by a person, new or begun from another one. */
export function Page() {
  const { from, opening } = useSearch({ strict: false }) as { from?: string; opening?: string };
  if (from) return <FromEntry id={from} />;
  return opening ? <OpeningEntry /> : <EntryForm rows={NO_ROWS} description="" draft="accounting.entry.new" />;
}

function FromEntry({ id }: { readonly id: string }) {
  const entry = useApi("/api/v1/journal-entries/{id}", { params: { path: { id } } });
  return (
    <Answered answer={entry}>
      {(found) => (
        <EntryForm
          rows={rowsFromEntry(found.lines)}
          description={found.description}
          draft={`accounting.entry.copy.${id}`}
        />
      )}
    </Answered>
  );
}

/** 期首残高: what stood on the accounts before; what does not balance yet stands on the opening balance account. */
function OpeningEntry() {
  const t = useText();
  const map = useApi("/api/v1/account-map");
  return (
    <Answered answer={map}>
      {({ rows }) => {
        const balance = rows.find((row) => row.role === "openingBalance");
        return (
          <EntryForm
            rows={NO_ROWS}
            description={t("accounting.opening.title")}
            draft="accounting.entry.opening"
            balance={balance && { code: balance.accountCode, name: balance.accountNameJa }}
          />
        );
      }}
    </Answered>
  );
}

function EntryForm(props: {
  readonly rows: readonly GridRow[];
  readonly description: string;
  readonly draft: string;
  /** The account that takes what is left over. */
  readonly balance?: { readonly code: string; readonly name: string } | undefined;
}) {
  const t = useText();
  const go = useGo();
  const locale = useLocale();
  const post = useCommand("post", "/api/v1/journal-entries", {
    success: ({ number }) => t("accounting.entry.posted", { number }),
    placesRefusals: true,
  });
  const fields = useMemo<FormField[]>(
    () => [
      { name: "postingOn", label: t("accounting.entry.postingOn"), kind: "date", required: true },
      { name: "description", label: t("accounting.entry.description"), kind: "text", maxLength: 400, required: true },
    ],
    [t],
  );
  const [initial] = useState(() => ({ postingOn: todayInJapan(), description: props.description }));
  const form = useForm({ fields, initial, draft: `${props.draft}.head` });
  const columns = useMemo<GridColumn[]>(
    () => [
      {
        id: "account",
        header: t("accounting.entry.account"),
        kind: "lookup",
        lookup: findAccounts,
        required: true,
        width: 220,
      },
      { id: "debitYen", header: t("accounting.entry.debit"), kind: "yen", min: "0", width: 120 },
      { id: "creditYen", header: t("accounting.entry.credit"), kind: "yen", min: "0", width: 120 },
      {
        id: "taxCode",
        header: t("accounting.entry.tax"),
        kind: "choice",
        options: TAX_CODE_TABLE.map((row) => ({ value: row.code, label: locale === "en" ? row.nameEn : row.nameJa })),
        width: 190,
      },
      { id: "partner", header: t("accounting.entry.partner"), kind: "lookup", lookup: findPartners.any, width: 190 },
      { id: "note", header: t("accounting.entry.note"), kind: "text", maxLength: 200, width: 180 },
    ],
    [t, locale],
  );
  const rows = useRef<readonly GridRow[]>([]);
  const [homeless, setHomeless] = useState<readonly string[]>([]);
  const grid = useLineGrid({
    columns,
    initial: props.rows,
    draft: props.draft,
    // Naming the account of the last line is enough: its amount is what is missing.
    onCell: (row, column) => (column === "account" && !props.balance ? balancingCells(rows.current, row) : null),
  });
  rows.current = grid.filled;
  const totals = entryTotals(grid.filled);
  const left = totals.differenceYen;
  const settled = left === 0n || props.balance !== undefined;

  const submit = async () => {
    const head = form.read();
    const lines = await grid.read();
    if (!head || !lines) return;
    const typed = lines.map(({ values, row }) => ({
      account: values["account"]!,
      debitYen: values["debitYen"] || null,
      creditYen: values["creditYen"] || null,
      taxCode: (values["taxCode"] || null) as never,
      partner: row.hits?.["partner"]?.code ?? null,
      note: values["note"] || null,
    }));
    const rest =
      props.balance && left !== 0n
        ? [
            {
              account: props.balance.code,
              debitYen: left < 0n ? (-left).toString() : null,
              creditYen: left > 0n ? left.toString() : null,
            },
          ]
        : [];
    const end = await post.run({
      body: {
        postingOn: String(head["postingOn"]),
        description: String(head["description"] ?? ""),
        lines: [...typed, ...rest],
      },
    });
    if (end?.ok) {
      form.settle();
      grid.settle([]);
      go(`accounting/journal/${end.value.id}`);
    } else if (end?.problem) {
      const unplaced = form.placeRefusals(end.problem);
      setHomeless(grid.placeRefusals(unplaced).map(({ detail }) => detail));
    }
  };

  return (
    <>
      <PageHead
        title={t(props.balance ? "accounting.opening.title" : "accounting.entry.new")}
        hint={t(props.balance ? "accounting.opening.hint" : "accounting.entry.newHint")}
      >
        <Button loading={post.busy || grid.isReading} onClick={() => void submit()} disabled={grid.filled.length === 0}>
          {t("accounting.entry.post")}
        </Button>
      </PageHead>
      <RestoredNote form={form} />
      <HomelessRefusals sentences={homeless} />
      <FormFields form={form} columns={2} />
      <div style={{ marginTop: 16 }}>
        <LineGrid
          grid={grid}
          label={t("accounting.entry.lines")}
          footer={
            <Group gap="lg">
              <span>
                {t("accounting.entry.debit")} <Money value={totals.debitYen.toString()} />
              </span>
              <span>
                {t("accounting.entry.credit")} <Money value={totals.creditYen.toString()} />
              </span>
              <strong role="status" style={{ color: settled ? undefined : "var(--mantine-color-red-8)" }}>
                {left === 0n
                  ? t("accounting.entry.balanced")
                  : t(props.balance ? "accounting.opening.left" : "accounting.entry.unbalanced", {
                      difference: formatYen((left < 0n ? -left : left).toString()),
                      side: t(left > 0n ? "accounting.entry.credit" : "accounting.entry.debit"),
                    })}
              </strong>
            </Group>
          }
        />
      </div>
      {props.balance && (
        <Alert mt="md" variant="light">
          {t("accounting.opening.stock")}
        </Alert>
      )}
    </>
  );
}
