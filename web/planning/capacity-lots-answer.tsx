import { Alert, Stack, Table, Text } from "@mantine/core";
import {
  formatCount,
  formatDate,
  formatDecimal,
  formatQuantity,
  formatYen,
  Icon,
  PageLink,
  type Translate,
  useLocale,
  useText,
} from "../platform/index.ts";
import type { Lots } from "./capacity-lots-question.ts";

type Figures = Lots["before"];

const hours = (minutes: number) => (minutes / 60).toFixed(1);
const overWeeks = ({ loadMinutes }: Figures, { weeks }: Lots) =>
  loadMinutes.filter((minutes, week) => minutes > weeks[week]!.capacityMinutes).length;

/** What the lots that were found mean, in sentences: set-ups, weeks, money, and how good it is. */
function sentencesOf(lots: Lots, t: Translate): string[] {
  const { before, after, gapPercent } = lots;
  if (lots.orders.length === 0) return [t("planning.lots.sum.asPlanned"), gapSentence(gapPercent, t)];
  return [
    t("planning.lots.sum.setups", {
      ...{ was: before.lotCount, now: after.lotCount },
      ...{ wasHours: formatDecimal(hours(before.setupMinutes)), nowHours: formatDecimal(hours(after.setupMinutes)) },
    }),
    t("planning.lots.sum.weeks", { was: overWeeks(before, lots), now: overWeeks(after, lots) }),
    t("planning.lots.sum.cost", { was: formatYen(before.totalYen), now: formatYen(after.totalYen) }),
    gapSentence(gapPercent, t),
  ];
}

const gapSentence = (percent: number, t: Translate) =>
  percent === 0 ? t("planning.lots.sum.best") : t("planning.lots.sum.gap", { percent: formatDecimal(String(percent)) });

/** The answer: sentences, then figures before and after, then the lots of each item and week. */
export function LotsAnswer({ lots }: { readonly lots: Lots }) {
  const t = useText();
  const isTight = overWeeks(lots.after, lots) > 0;
  return (
    <Stack gap="md">
      <Alert color={isTight ? "orange" : "teal"} icon={<Icon name={isTight ? "alert" : "checkCircle"} />} py={10}>
        {sentencesOf(lots, t).map((sentence, at) => (
          <Text key={sentence} fw={at === 0 ? 600 : 400} fz={at === 0 ? 15 : 14}>
            {sentence}
          </Text>
        ))}
        {isTight && <Text fz={14}>{t("planning.lots.sum.tight")}</Text>}
      </Alert>
      <FiguresTable lots={lots} />
      <LotsTable lots={lots} />
    </Stack>
  );
}

function FiguresTable({ lots }: { readonly lots: Lots }) {
  const t = useText();
  const { before, after } = lots;
  const inHours = (minutes: number) => t("planning.lots.hours", { hours: formatDecimal(hours(minutes)) });
  const rows: readonly (readonly [string, string, string])[] = [
    [t("planning.lots.figure.setups"), formatCount(before.lotCount), formatCount(after.lotCount)],
    [t("planning.lots.figure.setupHours"), inHours(before.setupMinutes), inHours(after.setupMinutes)],
    [t("planning.lots.figure.overWeeks"), formatCount(overWeeks(before, lots)), formatCount(overWeeks(after, lots))],
    [t("planning.lots.figure.setupYen"), formatYen(before.setupYen), formatYen(after.setupYen)],
    [t("planning.lots.figure.holdingYen"), formatYen(before.holdingYen), formatYen(after.holdingYen)],
    [t("planning.lots.figure.totalYen"), formatYen(before.totalYen), formatYen(after.totalYen)],
    [t("planning.lots.figure.leastYen"), "", formatYen(lots.leastYen)],
  ];
  return (
    <Table fz={13} maw={620} verticalSpacing={3} aria-label={t("planning.lots.figures")}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("planning.lots.figures")}</Table.Th>
          <Table.Th ta="right">{t("planning.lots.before")}</Table.Th>
          <Table.Th ta="right">{t("planning.lots.after")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(([label, was, now]) => (
          <Table.Tr key={label}>
            <Table.Td>{label}</Table.Td>
            <Table.Td ta="right">{was}</Table.Td>
            <Table.Td ta="right" fw={was === now ? 400 : 600}>
              {now}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** A row an item, a column a week: what is planned, and what is made instead. */
function LotsTable({ lots }: { readonly lots: Lots }) {
  const t = useText();
  const locale = useLocale();
  return (
    <Table.ScrollContainer minWidth={160 + lots.weeks.length * 96}>
      <Table fz={13} verticalSpacing={4} aria-label={t("planning.lots.byWeek")}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("planning.lots.byWeek")}</Table.Th>
            {lots.weeks.map(({ from }) => (
              <Table.Th key={from} ta="right">
                {formatDate(from, locale)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lots.items.map((item) => (
            <Table.Tr key={item.itemId}>
              <Table.Td>
                <PageLink to={`planning/items/${item.itemId}`}>
                  {item.itemCode} {item.itemName}
                </PageLink>
              </Table.Td>
              {item.after.map((now, week) => (
                <Table.Td key={lots.weeks[week]!.from} ta="right">
                  <Cell was={item.before[week]!} now={now} unit={item.unit} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Cell({ was, now, unit }: { readonly was: string; readonly now: string; readonly unit: string }) {
  const t = useText();
  if (was === now) return was === "0" ? <span className="quiet">–</span> : formatQuantity(now, unit);
  return (
    <>
      <div style={{ fontWeight: 600 }}>{now === "0" ? "–" : formatQuantity(now, unit)}</div>
      {was !== "0" && <div className="quiet">{t("planning.lots.was", { quantity: formatQuantity(was, unit) })}</div>}
    </>
  );
}
