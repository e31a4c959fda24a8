import { Group, SegmentedControl } from "@mantine/core";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { BUCKETS, type BucketLength, type TimeBucket } from "../../domain/planning/index.ts";
import { decimal } from "../../domain/shared/index.ts";
import { formatDate, formatMonth, formatQuantity, type Locale, useLocale, useText } from "../platform/index.ts";
import classes from "./time-phase.module.css";

const ROWS = [
  "grossRequirements",
  "scheduledReceipts",
  "plannedReceipts",
  "projectedOnHand",
  "plannedReleases",
] as const;

export interface TimePhaseTableProps {
  readonly buckets: readonly TimeBucket[];
  readonly length: BucketLength;
  readonly onLength: (length: BucketLength) => void;
  /** First day of the chosen bucket; null when the whole plan's details are shown. */
  readonly chosen: string | null;
  readonly onChoose: (from: string | null) => void;
  readonly unit: string;
  readonly safetyStock: string;
}

/** Requirements, receipts, stock and releases by day, week or month. A head is a button; arrow keys go from bucket to bucket. */
export function TimePhaseTable(props: TimePhaseTableProps) {
  const { buckets, length, chosen, onChoose } = props;
  const t = useText();
  const locale = useLocale();
  const heads = useRef<HTMLTableRowElement>(null);
  const current = Math.max(
    0,
    buckets.findIndex(({ from }) => from === chosen),
  );
  // Where the table begins to matter is shown first; a year of empty days before it is scrolled over.
  const firstMove = buckets.findIndex((bucket) => ROWS.some((row) => row !== "projectedOnHand" && bucket[row] !== "0"));
  // biome-ignore lint/correctness/useExhaustiveDependencies: another length is another table
  useEffect(() => {
    const box = heads.current?.closest("div");
    const head = heads.current?.children[Math.max(1, firstMove)] as HTMLElement | undefined;
    if (box && head && firstMove > 3) box.scrollLeft = head.offsetLeft - 240;
  }, [length]);
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buckets.length - 1 }[event.key];
    if (to === undefined || !buckets[to]) return;
    event.preventDefault();
    (heads.current?.children[to + 1]?.firstElementChild as HTMLElement | null)?.focus();
  };
  const toggle = (from: string) => onChoose(from === chosen ? null : from);
  return (
    <section aria-label={t("planning.phase.title")}>
      <Group justify="space-between" mb={6}>
        <h2 style={{ fontSize: 15, margin: 0 }}>{t("planning.phase.title")}</h2>
        <SegmentedControl
          size="xs"
          aria-label={t("planning.phase.length")}
          value={length}
          onChange={(value) => props.onLength(value as BucketLength)}
          data={BUCKETS.map((value) => ({ value, label: t(`planning.phase.${value}`) }))}
        />
      </Group>
      <div className={classes.scroll}>
        <table className={classes.table} aria-label={t("planning.phase.title")}>
          <thead>
            <tr ref={heads}>
              <th scope="col">{t(`planning.phase.${length}`)}</th>
              {buckets.map((bucket, at) => (
                <th key={bucket.from} scope="col" {...(bucket.from === chosen && { "data-chosen": true })}>
                  <button
                    type="button"
                    className={classes.bucket!}
                    tabIndex={at === current ? 0 : -1}
                    aria-pressed={bucket.from === chosen}
                    title={bucketName(bucket, length, locale)}
                    onClick={() => toggle(bucket.from)}
                    onKeyDown={(event) => onKeyDown(event, at)}
                  >
                    {headOf(bucket, length, locale)}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ROWS.map((row) => (
              <tr key={row} {...(row === "projectedOnHand" && { className: classes.stock! })}>
                <th scope="row">{t(`planning.phase.${row}`)}</th>
                {buckets.map((bucket) => (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the bucket's head is the button for the keyboard
                  <td
                    key={bucket.from}
                    {...(bucket.from === chosen && { "data-chosen": true })}
                    {...(row === "projectedOnHand" && { "data-tone": toneOf(bucket, props.safetyStock) })}
                    onClick={() => toggle(bucket.from)}
                  >
                    {row !== "projectedOnHand" && bucket[row] === "0" ? "" : formatQuantity(bucket[row], "")}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function toneOf({ projectedOnHand }: TimeBucket, safetyStock: string): "late" | "low" | undefined {
  if (projectedOnHand.startsWith("-")) return "late";
  return decimal(projectedOnHand).lessThan(safetyStock) ? "low" : undefined;
}

function headOf({ from }: TimeBucket, length: BucketLength, locale: Locale): string {
  return length === "month" ? formatMonth(from.slice(0, 7), locale) : formatDate(from, locale);
}

/** A bucket as a person calls it: a day, the days of a week, a month. */
export function bucketName({ from, to }: TimeBucket, length: BucketLength, locale: Locale): string {
  if (length === "month") return formatMonth(from.slice(0, 7), locale);
  return from === to ? formatDate(from, locale) : `${formatDate(from, locale)} – ${formatDate(to, locale)}`;
}
