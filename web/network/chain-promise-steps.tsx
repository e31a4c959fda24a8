import { Button, Group, Table, Text } from "@mantine/core";
import { type AnswerOf, DateText, Quantity, StateBadge, type Tone, useText } from "../platform/index.ts";
import { shortName } from "./short-name.ts";
import { reasonText } from "./words.ts";

type AskedStep = AnswerOf<"post", "/api/v1/network/chain-promises/ask">["steps"][number];
type HeldStep = AnswerOf<"get", "/api/v1/network/chain-promises/{id}">["steps"][number];
type DateAnswer = Pick<AskedStep, "answer" | "isInTime" | "leadTimeDays" | "reason">;

const STANDING_TONES: Readonly<Record<string, Tone>> = {
  held: "waiting",
  confirmed: "active",
  done: "active",
  released: "stopped",
  expired: "stopped",
};

/** A chain as its steps, one line each: who, from when, ready when, and whether that is in time; the others that could do it beneath. */
export function ChainPromiseSteps({
  steps,
  own,
  unit,
  onChoose,
}: {
  readonly steps: readonly (AskedStep | HeldStep)[];
  readonly own: string;
  /** Of the ordered item: the last step's quantity is in it. */
  readonly unit: string;
  /** Another member is to do a step. */
  readonly onChoose?: (step: AskedStep, memberId: string) => void;
}) {
  const t = useText();
  const isHeld = steps.some((step) => "standing" in step);
  return (
    <Table.ScrollContainer minWidth={760}>
      <Table withTableBorder verticalSpacing={6} aria-label={t("network.chain.steps")}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("network.step.process")}</Table.Th>
            <Table.Th>{t("network.step.seller")}</Table.Th>
            <Table.Th ta="right">{t("network.step.quantity")}</Table.Th>
            <Table.Th pl={28}>{t("network.chainPromise.notBefore")}</Table.Th>
            <Table.Th>{t("network.chainPromise.readyOn")}</Table.Th>
            <Table.Th>{t("network.step.answer")}</Table.Th>
            {isHeld && <Table.Th>{t("network.chainPromise.standing")}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        {steps.map((step) => (
          <Table.Tbody key={`${step.stepNumber}/${step.part}`}>
            <Table.Tr style={{ borderTop: "1px solid var(--table-border-color)" }}>
              <Table.Td style={{ whiteSpace: "nowrap" }}>
                <Text size="sm" fw={600}>
                  {step.processName}
                </Text>
                <span className="quiet">{step.code}</span>
              </Table.Td>
              <Table.Td>{shortName(step.sellerName || own)}</Table.Td>
              <Table.Td ta="right">
                <Quantity value={step.quantity} unit={step.feedsStepNumber === null ? unit : null} />
              </Table.Td>
              <Table.Td pl={28}>
                <DateText value={step.notBefore} />
              </Table.Td>
              <Table.Td>
                <DateText value={step.readyOn} />
              </Table.Td>
              <Table.Td>
                <Answer of={step} />
              </Table.Td>
              {isHeld && (
                <Table.Td>
                  <Standing step={step as HeldStep} />
                </Table.Td>
              )}
            </Table.Tr>
            {"others" in step &&
              step.others.map((other) => (
                <Table.Tr key={other.memberId} bg="gray.0">
                  <Table.Td className="quiet" ta="right">
                    {t("network.chainPromise.orElse")}
                  </Table.Td>
                  <Table.Td colSpan={3}>{shortName(other.memberName)}</Table.Td>
                  <Table.Td>
                    <DateText value={other.readyOn} />
                  </Table.Td>
                  <Table.Td>
                    <Group gap={10} wrap="nowrap">
                      <div>
                        <Answer of={other} />
                      </div>
                      {onChoose && other.readyOn !== null && (
                        <Button
                          size="compact-xs"
                          variant="default"
                          aria-label={`${t("network.chainPromise.choose")} ${other.memberName} ${step.processName}`}
                          onClick={() => onChoose(step, other.memberId)}
                        >
                          {t("network.chainPromise.choose")}
                        </Button>
                      )}
                    </Group>
                  </Table.Td>
                </Table.Tr>
              ))}
          </Table.Tbody>
        ))}
      </Table>
    </Table.ScrollContainer>
  );
}

/** What a company answered: in time, later than the plan needs, somebody has to ask, or not at all. */
function Answer({ of }: { readonly of: DateAnswer }) {
  const t = useText();
  const word = of.answer === "date" ? (of.isInTime ? "inTime" : "late") : of.answer;
  const tones: Readonly<Record<string, Tone>> = {
    inTime: "done",
    late: "attention",
    person: "waiting",
    impossible: "late",
    unknown: "draft",
    inside: "draft",
  };
  return (
    <>
      <StateBadge tone={tones[word] ?? "draft"} label={t(`network.chainPromise.answer.${word}`)} />
      {of.answer === "person" && (
        <div className="quiet">{t("network.chainPromise.byAgreement", { days: of.leadTimeDays ?? 0 })}</div>
      )}
      {of.reason && <div className="quiet">{reasonText(t, of.reason)}</div>}
    </>
  );
}

function Standing({ step }: { readonly step: HeldStep }) {
  const t = useText();
  if (!step.standing) return <span className="quiet">{t("network.chainPromise.notHeld")}</span>;
  return (
    <StateBadge
      tone={STANDING_TONES[step.standing] ?? "draft"}
      label={t(`network.chainPromise.standing.${step.standing}`)}
    />
  );
}
