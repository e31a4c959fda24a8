import { useNetwork } from "@mantine/hooks";
import { useText } from "../i18n/use-text.ts";
import { Icon } from "../parts/icons.tsx";
import classes from "./shell.module.css";

/** Says when the network is away, and that what was typed stays. */
export function OfflineNote() {
  const t = useText();
  const { online } = useNetwork();
  return online ? null : (
    <p className={classes.offline} role="status">
      <Icon name="alert" /> {t("platform.offline")}
    </p>
  );
}
