import { Table } from "@mantine/core";
import type { ReactNode } from "react";
import { DateText, formatDecimal, Quantity, todayInJapan, useText } from "../platform/index.ts";
import type { Names, PromiseAnswer } from "./promise-words.ts";

/** What the answer takes, folded away until somebody asks: hours of work centres by day, stock and arrivals, what would be made. */
export function UsesView({ answer, names }: { readonly answer: PromiseAnswer; readonly names: Names }) {
  const t = useText();
  const { capacity, supply } = answer.uses;
  if (capacity.length + supply.length + answer.orders.length === 0) return null;
  const most = capacity.reduce((highest, one) => Math.max(highest, one.minutes), 1);
  const byDay = capacity.toSorted(
    (a, b) => a.onDate.localeCompare(b.onDate) || a.workCenterId.localeCompare(b.workCenterId),
  );
  return (
    <details>
      <summary style={{ cursor: "pointer" }}>{t("planning.when.uses")}</summary>
      <div style={{ marginTop: 8 }}>
        {answer.orders.length > 0 && (
          <Part
            title={t("planning.when.made")}
            number={t("planning.quantity")}
            heads={[t("planning.item"), t("planning.quantity"), t("planning.startOn"), t("planning.dueOn")]}
          >
            {answer.orders.map((order) => (
              <Table.Tr key={`${order.itemId} ${order.startOn} ${order.dueOn} ${order.startQuantity}`}>
                <Table.Td>{names.item(order.itemId)}</Table.Td>
                <Table.Td ta="right">
                  <Quantity value={order.startQuantity} unit={names.unit(order.itemId)} />
                </Table.Td>
                <Table.Td>
                  <DateText value={order.startOn} />
                </Table.Td>
                <Table.Td>
                  <DateText value={order.dueOn} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Part>
        )}
        {byDay.length > 0 && (
          <Part
            title={t("planning.when.capacity")}
            number={t("planning.when.hours")}
            heads={[t("planning.timeline.day"), t("planning.load.center"), t("planning.when.hours"), ""]}
          >
            {byDay.map((one) => (
              <Table.Tr key={`${one.workCenterId} ${one.onDate}`}>
                <Table.Td>
                  <DateText value={one.onDate} />
                </Table.Td>
                <Table.Td>{names.center(one.workCenterId)}</Table.Td>
                <Table.Td ta="right" className="tabular">
                  {formatDecimal((one.minutes / 60).toFixed(1))}
                </Table.Td>
                <Table.Td w="40%" aria-hidden>
                  <div
                    style={{
                      width: `${(100 * one.minutes) / most}%`,
                      height: 10,
                      background: "var(--mantine-color-blue-4)",
                      borderRadius: 2,
                    }}
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Part>
        )}
        {supply.length > 0 && (
          <Part
            title={t("planning.when.supply")}
            number={t("planning.quantity")}
            heads={[t("planning.item"), t("planning.quantity"), t("planning.when.from")]}
          >
            {supply.map((one) => (
              <Table.Tr key={`${one.itemId} ${one.onDate}`}>
                <Table.Td>{names.item(one.itemId)}</Table.Td>
                <Table.Td ta="right">
                  <Quantity value={one.quantity} unit={names.unit(one.itemId)} />
                </Table.Td>
                <Table.Td>
                  {one.onDate <= todayInJapan() ? t("planning.timeline.onHand") : <DateText value={one.onDate} />}
                </Table.Td>
              </Table.Tr>
            ))}
          </Part>
        )}
      </div>
    </details>
  );
}

function Part({
  title,
  heads,
  number,
  children,
}: {
  readonly title: string;
  readonly heads: readonly string[];
  /** The head of the column of numbers. */
  readonly number: string;
  readonly children: ReactNode;
}) {
  return (
    <section aria-label={title} style={{ marginBottom: 14 }}>
      <h3 style={{ fontSize: 13, margin: "0 0 2px" }}>{title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by the keyboard */}
      <div style={{ maxHeight: 280, overflow: "auto" }} tabIndex={0}>
        <Table fz={13} verticalSpacing={3} aria-label={title}>
          <Table.Thead>
            <Table.Tr>
              {heads.map((head, at) => (
                <Table.Th
                  key={head || at}
                  {...(head === "" && { "aria-hidden": true })}
                  {...(head === number && { ta: "right" })}
                >
                  {head}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>{children}</Table.Tbody>
        </Table>
      </div>
    </section>
  );
}
