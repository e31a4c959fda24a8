import { Button, Group, Text, TextInput } from "@mantine/core";
import { type AnswerOf, Quantity, useText } from "../platform/index.ts";

type Line = AnswerOf<"post", "/api/v1/network/orders/{id}/precheck">["lines"][number];

/** What of a line stands in the window's own stock, and how much of it a person takes before anything is ordered. */
export function StockOffer({
  line,
  value,
  onChange,
}: {
  readonly line: Line;
  readonly value: string;
  readonly onChange: (quantity: string) => void;
}) {
  const t = useText();
  const { stock, unit } = line;
  // Nothing there and nothing taken: no row to read.
  if (Number(stock.onHand) === 0 && value === "") return null;
  const { onHand, reserved, keptElsewhere, free } = stock;
  const most = Number(free) < Number(line.quantity) ? free : line.quantity;
  return (
    <Group gap={12} mb={8} role="group" aria-label={t("network.stock.title")}>
      <Text size="sm" fw={600}>
        {t("network.stock.title")}
      </Text>
      <Text size="sm">
        {t("network.stock.free")} <Quantity value={free} unit={unit} />
      </Text>
      <span className="quiet">{t("network.stock.facts", { onHand, reserved, keptElsewhere })}</span>
      <Text size="sm">{t("network.stock.take")}</Text>
      <TextInput
        aria-label={`${line.lineNumber} ${t("network.stock.take")}`}
        inputMode="decimal"
        size="xs"
        w={90}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value.normalize("NFKC").trim())}
      />
      {Number(free) > 0 && value !== most && (
        <Button variant="default" size="compact-xs" onClick={() => onChange(most)}>
          {t("network.stock.takeAll")}
        </Button>
      )}
      {Number(stock.taken) > 0 && (
        <Text size="sm">
          {t("network.stock.made")} <Quantity value={stock.made} unit={unit} />
        </Text>
      )}
    </Group>
  );
}
