import { Button, Group } from "@mantine/core";
import { useText } from "../platform/index.ts";

/** The button below a grid that saves it. */
export function SaveBar({
  busy,
  isDirty,
  onSave,
}: {
  readonly busy: boolean;
  readonly isDirty: boolean;
  readonly onSave: () => void;
}) {
  const t = useText();
  return (
    <Group mt="sm">
      <Button onClick={onSave} loading={busy} disabled={!isDirty}>
        {t("platform.save")}
      </Button>
    </Group>
  );
}
