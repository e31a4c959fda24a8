import type { ReactNode } from "react";
import { DateText, formatDecimal, formatQuantity, formatYen, paper, useText } from "../platform/index.ts";

interface PaperLine {
  readonly lineNumber: number;
  readonly code: string;
  readonly description: string;
  readonly quantity: string;
  readonly unit: string;
  readonly unitPrice: string;
  readonly amountYen: string;
}

const GONE = new Set(["declined", "cancelled", "expired", "withdrawn"]);

/** Whether a line still stands on an order's paper: of one that is no order any more nobody need wonder. */
export const isOnPaper = (line: { readonly state: string }): boolean => !GONE.has(line.state);

/** Lines of an order on paper, the same for the own print view and the partner's page; the sums below stand in seven columns. */
export function PaperLines<Line extends PaperLine>(props: {
  readonly lines: readonly Line[];
  readonly dayLabel: string;
  readonly dayOf: (line: Line) => string | null;
  readonly sums: ReactNode;
}) {
  const t = useText();
  return (
    <table className={paper.lines}>
      <thead>
        <tr>
          <th>{t("trade.line")}</th>
          <th>{t("trade.item")}</th>
          <th>{t("trade.description")}</th>
          <th className={paper.number}>{t("trade.quantity")}</th>
          <th className={paper.number}>{t("trade.unitPrice")}</th>
          <th className={paper.number}>{t("trade.amount")}</th>
          <th>{props.dayLabel}</th>
        </tr>
      </thead>
      <tbody>
        {props.lines.map((line) => (
          <tr key={line.lineNumber}>
            <td>{line.lineNumber}</td>
            <td>{line.code}</td>
            <td>{line.description}</td>
            <td className={paper.number}>{formatQuantity(line.quantity, line.unit)}</td>
            <td className={paper.number}>{formatDecimal(line.unitPrice)}</td>
            <td className={paper.number}>{formatYen(line.amountYen)}</td>
            <td>
              <DateText value={props.dayOf(line)} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>{props.sums}</tfoot>
    </table>
  );
}

/** One sum below them. */
export function PaperSum({ label, yen, isTotal = false }: { label: string; yen: string; isTotal?: boolean }) {
  const amount = formatYen(yen);
  return (
    <tr>
      <td colSpan={5} className={paper.number}>
        {isTotal ? <strong>{label}</strong> : label}
      </td>
      <td className={paper.number}>{isTotal ? <strong>{amount}</strong> : amount}</td>
      <td />
    </tr>
  );
}
