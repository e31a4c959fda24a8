import { Anchor, List, Loader, Popover, Text, UnstyledButton } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useText } from "../i18n/use-text.ts";
import { PageLink } from "../route/page-link.tsx";
import { Failure } from "./answers.tsx";
import { Icon } from "./icons.tsx";
import classes from "./why.module.css";

/** One reason behind a figure, as a sentence. */
export interface Reason {
  readonly text: string;
  readonly detail?: string;
  /** The one that decides: it is shown first and strong. */
  readonly binding?: boolean;
  /** Page that shows it, below the company. */
  readonly to?: string;
}

/**
 * A figure that answers "why?": press it and the reasons appear, the deciding one first.
 *
 * @param reasons the list, or a function that fetches it when first asked
 */
export function Why({
  children,
  title,
  reasons,
}: {
  readonly children: ReactNode;
  readonly title?: string;
  readonly reasons: readonly Reason[] | (() => Promise<readonly Reason[]>);
}) {
  const t = useText();
  const [fetched, setFetched] = useState<readonly Reason[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const known = typeof reasons === "function" ? fetched : reasons;
  const fetchThem = () => {
    if (typeof reasons !== "function" || fetched) return;
    setError(null);
    reasons().then(setFetched, setError);
  };
  const ordered = known && [...known].sort((a, b) => Number(b.binding ?? false) - Number(a.binding ?? false));
  return (
    <Popover width={360} position="bottom-start" withArrow shadow="md" onOpen={fetchThem} trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={classes.why} aria-label={title ?? t("platform.why")}>
          {children}
          <Icon name="help" size={13} />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Text size="sm" fw={600} mb={6} tabIndex={-1} data-autofocus>
          {title ?? t("platform.why")}
        </Text>
        {error !== null && <Failure error={error} retry={fetchThem} />}
        {!ordered && error === null && <Loader size="xs" aria-label={t("platform.loading")} />}
        {ordered && ordered.length === 0 && <Text size="sm">{t("platform.why.none")}</Text>}
        {ordered && ordered.length > 0 && (
          <List size="sm" spacing={6} type="ordered">
            {ordered.map((reason) => (
              <List.Item key={reason.text} fw={reason.binding ? 600 : 400}>
                {reason.to ? (
                  <Anchor component={PageLink} to={reason.to} fz={13}>
                    {reason.text}
                  </Anchor>
                ) : (
                  reason.text
                )}
                {reason.detail && (
                  <Text size="xs" c="dimmed" fw={400}>
                    {reason.detail}
                  </Text>
                )}
              </List.Item>
            ))}
          </List>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
