import type { ColumnSpec } from "../../../domain/shared/index.ts";

/**
 * The cell styles of every workbook we write; a style is named by its place in the list.
 * A required column has another colour and a sign in its header: colour alone says nothing in black and white.
 */
const STYLES = [
  { name: "text", format: 49, side: "left" },
  { name: "number", format: 0, side: "right" },
  { name: "whole", format: 1, side: "right" },
  { name: "yen", format: 165, side: "right" },
  { name: "date", format: 164, side: "center" },
  { name: "choice", format: 49, side: "center" },
  { name: "wrapped", format: 49, side: "left", wrap: true },
  { name: "head", format: 49, side: "left", bold: true, fill: 2 },
  { name: "requiredHead", format: 49, side: "left", bold: true, fill: 3 },
] as const;

export type StyleName = (typeof STYLES)[number]["name"];

/** The `s` of a cell. Style 0 is the program's default. */
export function styleId(name: StyleName): number {
  return STYLES.findIndex((style) => style.name === name) + 1;
}

/** How the cells of a column look. Codes are text, so that Excel keeps the zeros in front. */
export function styleOf(column: ColumnSpec): StyleName {
  switch (column.kind) {
    case "integer":
      return "whole";
    case "decimal":
      return "number";
    case "yen":
      return "yen";
    case "date":
      return "date";
    case "boolean":
      return "choice";
    default:
      return "text";
  }
}

const FONT = '<sz val="11"/><name val="游ゴシック"/><family val="3"/><charset val="128"/>';
const solid = (color: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${color}"/><bgColor indexed="64"/></patternFill></fill>`;
const NO_BORDER = "<border><left/><right/><top/><bottom/><diagonal/></border>";
const LINE_BELOW = '<border><left/><right/><top/><bottom style="thin"><color auto="1"/></bottom><diagonal/></border>';

/** The part `xl/styles.xml`. */
export function stylesXml(): string {
  const cellStyles = STYLES.map((style) => {
    const isHead = "bold" in style;
    const wrap = "wrap" in style ? ' wrapText="1"' : "";
    return (
      `<xf numFmtId="${style.format}" fontId="${isHead ? 1 : 0}" fillId="${isHead ? style.fill : 0}" borderId="${isHead ? 1 : 0}" xfId="0"` +
      ' applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">' +
      `<alignment horizontal="${style.side}" vertical="top"${wrap}/></xf>`
    );
  });
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy/mm/dd"/>' +
    '<numFmt numFmtId="165" formatCode="#,##0;[Red]\\-#,##0"/></numFmts>' +
    `<fonts count="2"><font>${FONT}</font><font><b/>${FONT}</font></fonts>` +
    '<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
    `${solid("FFDCE6F1")}${solid("FFFFE699")}</fills>` +
    `<borders count="2">${NO_BORDER}${LINE_BELOW}</borders>` +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${STYLES.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${cellStyles.join("")}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}
