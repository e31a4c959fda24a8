import { Table } from "@mantine/core";
import { type AnswerOf, DateText, Money, Quantity, StateBadge, useText } from "../platform/index.ts";
import { shortName } from "./short-name.ts";
import { ANSWER_TONES, reasonText } from "./words.ts";

type Step = AnswerOf<"post", "/api/v1/network/orders/{id}/precheck">["lines"][number]["steps"][number];

/** The steps of a line as a table: who makes how many for whom, from when to when, and what its agreement says of it. */
export function StepTable({ steps, own }: { readonly steps: readonly Step[]; readonly own: string }) {
  const t = useText();
  const byWeight = steps.some((step) => step.amountYen !== null);
  return (
    <Table.ScrollContainer minWidth={980}>
      <Table withTableBorder verticalSpacing={4} aria-label={t("network.dispatch.steps")}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("network.step.process")}</Table.Th>
            <Table.Th>{t("network.step.seller")}</Table.Th>
            <Table.Th>{t("network.step.buyer")}</Table.Th>
            <Table.Th>{t("network.step.code")}</Table.Th>
            <Table.Th ta="right">{t("network.step.start")}</Table.Th>
            <Table.Th ta="right">{t("network.step.quantity")}</Table.Th>
            <Table.Th>{t("network.step.startsOn")}</Table.Th>
            <Table.Th>{t("network.step.wantedOn")}</Table.Th>
            {byWeight && <Table.Th ta="right">{t("network.step.earning")}</Table.Th>}
            {byWeight && <Table.Th ta="right">{t("network.step.amount")}</Table.Th>}
            <Table.Th>{t("network.step.answer")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {steps.map((step) => (
            <Table.Tr key={`${step.stepNumber}/${step.part}`}>
              <Table.Td style={{ whiteSpace: "nowrap" }}>{step.processName}</Table.Td>
              <Table.Td>{shortName(step.sellerName || own)}</Table.Td>
              <Table.Td>
                {step.kind === "trade" ? shortName(step.buyerName || own) : t(`network.step.kind.${step.kind}`)}
              </Table.Td>
              <Table.Td style={{ whiteSpace: "nowrap" }}>{step.code}</Table.Td>
              <Table.Td ta="right">
                <Quantity value={step.startQuantity} />
              </Table.Td>
              <Table.Td ta="right">
                <Quantity value={step.quantity} />
              </Table.Td>
              <Table.Td>
                <DateText value={step.startsOn} />
              </Table.Td>
              <Table.Td>
                <DateText value={step.wantedOn} />
              </Table.Td>
              {byWeight && (
                <Table.Td ta="right">
                  <Money value={step.earningYen} />
                </Table.Td>
              )}
              {byWeight && (
                <Table.Td ta="right">
                  <Money value={step.amountYen} />
                </Table.Td>
              )}
              <Table.Td>
                <StateBadge tone={ANSWER_TONES[step.answer] ?? "draft"} label={t(`network.answer.${step.answer}`)} />
                {step.reason && <div className="quiet">{reasonText(t, step.reason)}</div>}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
