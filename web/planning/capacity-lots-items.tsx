import { Checkbox, List, Table, Text, TextInput } from "@mantine/core";
import { decimal } from "../../domain/shared/index.ts";
import {
  formatDate,
  formatDecimal,
  formatQuantity,
  PageLink,
  sumDecimals,
  useLocale,
  useText,
} from "../platform/index.ts";
import type { Offer, TypedLots } from "./capacity-lots-question.ts";

/** The items whose lots may be put together, with what a set-up and keeping one costs: as the item says, or as it is said for this question. */
export function ItemsTable({
  offer,
  typed,
  rate,
  onChange,
  problem,
}: {
  readonly offer: Offer;
  readonly typed: TypedLots;
  /** Yen of an hour of setting up, where it can be read. */
  readonly rate: string | null;
  readonly onChange: (part: Partial<TypedLots>) => void;
  readonly problem: (field: string) => string | undefined;
}) {
  const t = useText();
  const locale = useLocale();
  const say = (itemId: string, part: { readonly setup?: string; readonly holding?: string }) =>
    onChange({ costs: { ...typed.costs, [itemId]: { ...typed.costs[itemId], ...part } } });
  const asItem = (value: string | null) =>
    value === null ? undefined : t("planning.lots.asItem", { yen: formatDecimal(value) });
  const fromRate = (minutes: number) =>
    rate === null
      ? undefined
      : t("planning.lots.fromRate", { yen: formatDecimal(decimal(rate).times(minutes).dividedBy(60).toFixed(0)) });
  return (
    <Table.ScrollContainer minWidth={790}>
      <Table fz={13} verticalSpacing={4} aria-label={t("planning.lots.items")}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("planning.item")}</Table.Th>
            <Table.Th ta="right">{t("planning.lots.plannedLots")}</Table.Th>
            <Table.Th ta="right">{t("planning.quantity")}</Table.Th>
            <Table.Th ta="right">{t("planning.lots.times")}</Table.Th>
            <Table.Th>{t("planning.lots.earliest")}</Table.Th>
            <Table.Th>{t("planning.lots.setupCost")}</Table.Th>
            <Table.Th>{t("planning.lots.holdingCost")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {offer.items.map((item) => {
            const { itemId, itemCode, itemName } = item;
            const isKept = typed.kept.includes(itemId);
            const own = typed.costs[itemId];
            return (
              <Table.Tr key={itemId} c={isKept ? "dimmed" : undefined}>
                <Table.Td>
                  <Checkbox
                    size="sm"
                    checked={!isKept}
                    onChange={() =>
                      onChange({
                        kept: isKept ? typed.kept.filter((id) => id !== itemId) : [...typed.kept, itemId],
                      })
                    }
                    label={`${itemCode} ${itemName}`}
                  />
                </Table.Td>
                <Table.Td ta="right">{t("planning.lots.count", { count: item.lotCount })}</Table.Td>
                <Table.Td ta="right" style={{ whiteSpace: "nowrap" }}>
                  {formatQuantity(sumDecimals(item.quantity), item.unit)}
                </Table.Td>
                <Table.Td ta="right">
                  {t("planning.lots.minutes", {
                    setup: formatDecimal(String(item.setupMinutes)),
                    run: formatDecimal(String(Math.round(item.runMinutesPerUnit * 100) / 100)),
                  })}
                </Table.Td>
                <Table.Td>
                  {t("planning.load.from", { date: formatDate(offer.weeks[item.earliestWeek]!.from, locale) })}
                </Table.Td>
                <Table.Td>
                  <TextInput
                    size="xs"
                    w={124}
                    inputMode="numeric"
                    aria-label={t("planning.lots.setupCostOf", { item: itemCode })}
                    disabled={isKept}
                    value={own?.setup ?? ""}
                    placeholder={asItem(item.setupCostYen) ?? fromRate(item.setupMinutes)}
                    onChange={(event) => say(itemId, { setup: event.currentTarget.value })}
                    error={isKept ? undefined : problem(`costs.${itemId}.setupCostYen`)}
                  />
                </Table.Td>
                <Table.Td>
                  <TextInput
                    size="xs"
                    w={124}
                    inputMode="decimal"
                    aria-label={t("planning.lots.holdingCostOf", { item: itemCode })}
                    disabled={isKept}
                    value={own?.holding ?? ""}
                    placeholder={asItem(item.holdingCostYenPerYear)}
                    onChange={(event) => say(itemId, { holding: event.currentTarget.value })}
                    error={isKept ? undefined : problem(`costs.${itemId}.holdingCostYenPerYear`)}
                  />
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** Items that stay as planned, each with the reason. */
export function KeptItems({ kept }: { readonly kept: Offer["kept"] }) {
  const t = useText();
  if (kept.length === 0) return null;
  return (
    <div>
      <Text size="sm" fw={600}>
        {t("planning.lots.kept")}
      </Text>
      <List size="sm" spacing={2}>
        {kept.map(({ itemId, itemCode, itemName, because, usesItemCode }) => (
          <List.Item key={itemId}>
            <PageLink to={`planning/items/${itemId}`}>
              {itemCode} {itemName}
            </PageLink>{" "}
            {t(`planning.lots.because.${because}`, { item: usesItemCode ?? "" })}
          </List.Item>
        ))}
      </List>
    </div>
  );
}
