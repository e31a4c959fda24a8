import { Button, Group, Menu, Tooltip } from "@mantine/core";
import { useState } from "react";
import { useText } from "../i18n/use-text.ts";
import { Icon } from "../parts/icons.tsx";
import { useCan } from "../session/session.ts";
import type { DocumentAction } from "./actions.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";

/** One primary button, the next step; everything else in the menu beside it. */
export function ActionBar({
  primary,
  others = [],
}: {
  readonly primary?: DocumentAction | undefined;
  readonly others?: readonly DocumentAction[];
}) {
  const t = useText();
  const can = useCan();
  const [asking, setAsking] = useState<DocumentAction | null>(null);
  const start = (action: DocumentAction) => (action.confirm ? setAsking(action) : void action.run());
  const next = primary && can(primary.permission) ? primary : undefined;
  const menu = others.filter((action) => can(action.permission));
  return (
    <Group gap={8} className="no-print">
      {next && (
        <Tooltip label={next.notNow} disabled={!next.notNow}>
          <Button
            size="sm"
            leftSection={next.icon && <Icon name={next.icon} size={15} />}
            color={next.danger ? "red" : "indigo"}
            loading={next.busy}
            data-disabled={Boolean(next.notNow) || undefined}
            aria-disabled={Boolean(next.notNow)}
            onClick={() => !next.notNow && start(next)}
          >
            {next.label}
          </Button>
        </Tooltip>
      )}
      <Menu width={260}>
        <Menu.Target>
          <Button variant="default" size="sm" rightSection={<Icon name="chevronDown" size={13} />}>
            {t("platform.document.otherActions")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {menu.map((action) => (
            <Menu.Item
              key={action.id}
              color={action.danger ? "red" : undefined}
              disabled={Boolean(action.notNow)}
              leftSection={<Icon name={action.icon ?? "arrowRight"} size={15} />}
              onClick={() => start(action)}
            >
              {action.label}
              {action.notNow && (
                <span className="quiet" style={{ display: "block", fontSize: 12 }}>
                  {action.notNow}
                </span>
              )}
            </Menu.Item>
          ))}
          {menu.length > 0 && <Menu.Divider />}
          <Menu.Item leftSection={<Icon name="print" size={15} />} onClick={() => window.print()}>
            {t("platform.document.print")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asking && <ConfirmDialog action={asking} onClose={() => setAsking(null)} />}
    </Group>
  );
}
