import { Button, Table, Text } from "@mantine/core";
import type { ReactNode } from "react";
import {
  DateText,
  formatDate,
  formatDecimal,
  formatQuantity,
  PageLink,
  sumDecimals,
  useCan,
  useLocale,
  useText,
} from "../platform/index.ts";
import type { Names, PromiseAnswer } from "./promise-words.ts";

type Alternative = PromiseAnswer["alternatives"][number];
type Split = Extract<Alternative, { kind: "split" }>;

interface AlternativesProps {
  readonly answer: PromiseAnswer;
  readonly names: Names;
  /** Only against a wanted day there is a part that is in time. */
  readonly isSplitShown: boolean;
  readonly isOld: boolean;
  /** Holds the part; absent without the right to. */
  readonly onSplit?: (split: Split) => void;
  readonly onOther: (center: string, other: string) => void;
}

/** What else could be offered, each with its date and what to do for it. */
export function AlternativesView(props: AlternativesProps) {
  const t = useText();
  const shown = props.answer.alternatives.filter((one) => one.kind !== "split" || props.isSplitShown);
  if (shown.length === 0) return null;
  return (
    <section aria-label={t("planning.when.alternatives")}>
      <h2 style={{ fontSize: 15, margin: "0 0 4px" }}>{t("planning.when.alternatives")}</h2>
      <Table verticalSpacing={6} fz={14}>
        <Table.Tbody>
          {shown.map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: drawn whole, never reordered
            <Row key={at} one={one} {...props} />
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

function Row({ one, answer, names, isOld, onSplit, onOther }: AlternativesProps & { readonly one: Alternative }) {
  const t = useText();
  const locale = useLocale();
  const can = useCan();
  const cells = (text: string, readyOn: string, action: ReactNode) => (
    <Table.Tr>
      <Table.Td>{text}</Table.Td>
      <Table.Td w={150}>
        <Text span fw={600} fz={14}>
          <DateText value={readyOn} />
        </Text>
      </Table.Td>
      <Table.Td w={190} ta="right">
        {action}
      </Table.Td>
    </Table.Tr>
  );
  switch (one.kind) {
    case "split": {
      const unit = names.unit(answer.itemId);
      const rest = sumDecimals([answer.quantity, `-${one.quantity}`]);
      return cells(
        t("planning.when.split", {
          part: formatQuantity(one.quantity, unit),
          rest: formatQuantity(rest, unit),
          date: formatDate(one.restReadyOn, locale),
        }),
        one.readyOn,
        onSplit && (
          <Button variant="default" size="compact-md" disabled={isOld} onClick={() => onSplit(one)}>
            {t("planning.when.splitDo")}
          </Button>
        ),
      );
    }
    case "overtime":
      return cells(
        t("planning.when.overtime", {
          center: names.center(one.workCenterId),
          hours: formatDecimal((one.minutesPerDay / 60).toFixed(1)),
        }),
        one.readyOn,
        can("resources.read") && (
          <PageLink to={`resources/work-centers/${one.workCenterId}`}>{t("planning.when.openCenter")}</PageLink>
        ),
      );
    default:
      return cells(
        t("planning.when.other", {
          center: names.center(one.workCenterId),
          other: names.center(one.otherWorkCenterId),
        }),
        one.readyOn,
        <Button
          variant="default"
          size="compact-md"
          disabled={isOld}
          onClick={() => onOther(one.workCenterId, one.otherWorkCenterId)}
        >
          {t("planning.when.otherDo")}
        </Button>,
      );
  }
}
