import { Button, Group, Select, Text, Tooltip } from "@mantine/core";
import { formatDecimal } from "../format/numbers.ts";
import { useText } from "../i18n/use-text.ts";
import { Icon } from "../parts/icons.tsx";
import classes from "./list-bars.module.css";
import type { BulkAction } from "./list-types.ts";
import { type List, PAGE_SIZES } from "./use-list.ts";

/** What may be done with the rows selected. */
export function BulkBar<Row>({
  rows,
  actions,
  clear,
}: {
  readonly rows: readonly Row[];
  readonly actions: readonly BulkAction<Row>[];
  readonly clear: (rows?: readonly Row[]) => void;
}) {
  const t = useText();
  return (
    <Group
      gap={8}
      className={`${classes.bulk} no-print`}
      role="region"
      aria-label={t("platform.list.selected", { count: rows.length })}
    >
      <Text size="sm" fw={600}>
        {t("platform.list.selected", { count: rows.length })}
      </Text>
      {actions.map((action) => {
        const refusal = action.refuse?.(rows) ?? null;
        return (
          <Tooltip key={action.id} label={refusal} disabled={refusal === null}>
            <Button
              variant={action.danger ? "outline" : "filled"}
              color={action.danger ? "red" : "indigo"}
              data-disabled={refusal !== null || undefined}
              aria-disabled={refusal !== null}
              onClick={() => refusal === null && action.run(rows, clear)}
            >
              {action.label}
            </Button>
          </Tooltip>
        );
      })}
      <Button variant="subtle" color="gray" onClick={() => clear()}>
        {t("platform.list.clearSelection")}
      </Button>
    </Group>
  );
}

/** How many there are, and turning pages. */
export function Pager<Row>({ list }: { readonly list: List<Row> }) {
  const t = useText();
  const { answer, address, change, previous } = list;
  if (!answer || (answer.rows.length === 0 && address.page === 1)) return null;
  const count = answer.totalCount;
  return (
    <Group justify="space-between" mt={8} gap={8} className="no-print">
      <Text size="sm" c="dimmed">
        {count !== undefined &&
          t(answer.totalIsMore ? "platform.list.countMore" : "platform.list.count", {
            count: formatDecimal(String(count)),
          })}
      </Text>
      <Group gap={6} component="nav" aria-label={t("platform.list.paging")}>
        <Select
          size="xs"
          w={112}
          aria-label={t("platform.list.paging")}
          data={PAGE_SIZES.map((size) => ({ value: String(size), label: t("platform.list.perPage", { count: size }) }))}
          value={String(list.pageSize)}
          onChange={(size) => size && list.setPageSize(Number(size))}
          allowDeselect={false}
        />
        <Button
          variant="default"
          disabled={address.page === 1}
          onClick={() => change({ kind: "page", cursor: "", page: 1 })}
        >
          {t("platform.list.first")}
        </Button>
        <Button
          variant="default"
          leftSection={<Icon name="chevronLeft" size={13} />}
          disabled={address.page === 1 || (previous === null && address.page !== 2)}
          onClick={() => (previous ? previous() : change({ kind: "page", cursor: "", page: 1 }))}
        >
          {t("platform.list.previous")}
        </Button>
        <Text size="sm" px={4} className="tabular">
          {t("platform.list.page", { page: address.page })}
        </Text>
        <Button
          variant="default"
          rightSection={<Icon name="chevronRight" size={13} />}
          disabled={answer.nextCursor === undefined}
          onClick={() =>
            answer.nextCursor && change({ kind: "page", cursor: answer.nextCursor, page: address.page + 1 })
          }
        >
          {t("platform.list.next")}
        </Button>
      </Group>
    </Group>
  );
}
