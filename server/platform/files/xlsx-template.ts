import type { Readable } from "node:stream";
import {
  allowedWords,
  type ColumnSpec,
  type TableLocale,
  type TableSpec,
  writeCell,
} from "../../../domain/shared/index.ts";
import { type SheetToWrite, tableSheet, writeWorkbook } from "./xlsx-write.ts";

const KINDS: Readonly<Record<ColumnSpec["kind"], { readonly ja: string; readonly en: string }>> = {
  text: { ja: "文字", en: "text" },
  code: { ja: "コード", en: "code" },
  integer: { ja: "整数", en: "whole number" },
  decimal: { ja: "数値（小数可）", en: "number with decimals" },
  yen: { ja: "金額（円・整数）", en: "amount in whole yen" },
  date: { ja: "日付", en: "date" },
  boolean: { ja: "○／×", en: "yes / no" },
  enum: { ja: "選択", en: "choice" },
};
const TEXTS = {
  ja: {
    sheet: "項目の説明",
    heads: ["項目", "必須", "種類", "入力例", "説明", "使える言葉", "最大文字数"],
    required: "必須",
    optional: "任意",
  },
  en: {
    sheet: "Columns",
    heads: ["Column", "Required", "Kind", "Example", "Description", "Words", "Longest"],
    required: "required",
    optional: "optional",
  },
} as const;
const WIDTHS = [22, 10, 20, 22, 60, 40, 12];

/** An empty table to fill in: words to choose from in the cells, and a second sheet that explains each column. */
export function writeXlsxTemplate<Row>(spec: TableSpec<Row>, locale: TableLocale): Readable {
  const choices = spec.columns.flatMap((column, place) => {
    const words = wordsOf(column, locale);
    return words.length === 0 ? [] : [{ place, words, mayBeEmpty: !column.required }];
  });
  return writeWorkbook([{ ...tableSheet(spec, [], locale), choices }, explanations(spec, locale)]);
}

function explanations<Row>(spec: TableSpec<Row>, locale: TableLocale): SheetToWrite {
  const texts = TEXTS[locale];
  return {
    name: texts.sheet,
    columns: texts.heads.map((header, place) => ({
      header,
      isRequired: false,
      width: WIDTHS[place]!,
      style: "wrapped",
    })),
    rows: spec.columns.map((column) => [
      column.header[locale],
      column.required ? texts.required : texts.optional,
      KINDS[column.kind][locale],
      column.example,
      column.description[locale],
      allowedWords(column, locale),
      column.kind === "text" ? (column.maxLength ?? 200) : column.kind === "code" ? (column.maxLength ?? 40) : null,
    ]),
  };
}

function wordsOf(column: ColumnSpec, locale: TableLocale): string[] {
  if (column.kind === "boolean") return [true, false].map((value) => writeCell(column, value, locale));
  return column.kind === "enum" ? Object.values(column.words).map((words) => words[locale]) : [];
}
