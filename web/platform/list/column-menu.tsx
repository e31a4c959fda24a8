import { ActionIcon, Button, Checkbox, Group, Popover, SegmentedControl, Stack, Text } from "@mantine/core";
import { useText } from "../i18n/use-text.ts";
import { Icon } from "../parts/icons.tsx";
import { arrangeColumns, type ColumnChoice, moveColumn, NO_CHOICE } from "./column-layout.ts";

export type RowHeight = "dense" | "normal" | "roomy";

interface ColumnLike {
  readonly id: string;
  readonly header: string;
  readonly hidden?: boolean;
  readonly pinned?: boolean;
}

/** Which columns, in which order, which pinned, and how high the rows: kept for this person in this browser. */
export function ColumnMenu({
  columns,
  choice,
  onChoice,
  height,
  onHeight,
}: {
  readonly columns: readonly ColumnLike[];
  readonly choice: ColumnChoice;
  readonly onChoice: (choice: ColumnChoice) => void;
  readonly height: RowHeight;
  readonly onHeight: (height: RowHeight) => void;
}) {
  const t = useText();
  const arranged = arrangeColumns(columns, choice);
  return (
    <Popover position="bottom-end" shadow="md" width={330} trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<Icon name="columns" size={14} />}>
          {t("platform.list.options")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap={6}>
          <Text size="sm" fw={600}>
            {t("platform.list.rowHeight")}
          </Text>
          <SegmentedControl
            size="xs"
            value={height}
            onChange={(next) => onHeight(next as RowHeight)}
            aria-label={t("platform.list.rowHeight")}
            data={(["dense", "normal", "roomy"] as const).map((value) => ({
              value,
              label: t(`platform.list.${value}`),
            }))}
          />
          <Group justify="space-between" mt={6}>
            <Text size="sm" fw={600}>
              {t("platform.list.columnsTitle")}
            </Text>
            <Button variant="subtle" size="compact-xs" onClick={() => onChoice(NO_CHOICE)}>
              {t("platform.list.resetColumns")}
            </Button>
          </Group>
          <Stack gap={2} mah={340} style={{ overflowY: "auto" }}>
            {arranged.map(({ column, shown, pinned }, at) => (
              <Group key={column.id} gap={4} wrap="nowrap" justify="space-between">
                <Checkbox
                  size="xs"
                  label={column.header}
                  checked={shown}
                  onChange={(event) =>
                    onChoice({ ...choice, shown: { ...choice.shown, [column.id]: event.currentTarget.checked } })
                  }
                />
                <Group gap={0} wrap="nowrap">
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size="sm"
                    disabled={at === 0}
                    aria-label={t("platform.list.moveUp", { column: column.header })}
                    onClick={() => onChoice(moveColumn(columns, choice, column.id, -1))}
                  >
                    <Icon name="sortUp" size={12} />
                  </ActionIcon>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size="sm"
                    disabled={at === arranged.length - 1}
                    aria-label={t("platform.list.moveDown", { column: column.header })}
                    onClick={() => onChoice(moveColumn(columns, choice, column.id, 1))}
                  >
                    <Icon name="sortDown" size={12} />
                  </ActionIcon>
                  <ActionIcon
                    variant={pinned ? "light" : "subtle"}
                    color={pinned ? "indigo" : "gray"}
                    size="sm"
                    aria-pressed={pinned}
                    aria-label={t(pinned ? "platform.list.unpin" : "platform.list.pin", { column: column.header })}
                    onClick={() => onChoice({ ...choice, pinned: { ...choice.pinned, [column.id]: !pinned } })}
                  >
                    <Icon name="pin" size={12} />
                  </ActionIcon>
                </Group>
              </Group>
            ))}
          </Stack>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
