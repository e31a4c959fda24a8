import { ActionIcon, Button, Checkbox, Group, Popover, Stack, Text, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { actingCompanyId, answerOf, client } from "../api/client.ts";
import { useAction } from "../api/use-command.ts";
import { useText } from "../i18n/use-text.ts";
import { Icon } from "../parts/icons.tsx";
import { PageLink } from "../route/page-link.tsx";
import classes from "./list-bars.module.css";

interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly query: string;
  readonly isShared: boolean;
  readonly isOwn: boolean;
}
const ADDRESS = "/api/v1/saved-views";
type Send = (path: string, init: object) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

/**
 * Views a person kept of a list, and those colleagues share. Each is a link with the list's query; a server without
 * saved views shows none.
 */
export function SavedViews({ list, query }: { readonly list: string; readonly query: string }) {
  const t = useText();
  const cache = useQueryClient();
  const key = [actingCompanyId(), ADDRESS, list];
  const [name, setName] = useState("");
  const [isShared, setShared] = useState(false);
  const views = useQuery({
    queryKey: key,
    retry: false,
    staleTime: 300_000,
    queryFn: async () => {
      const answer = await (client.GET as unknown as Send)(ADDRESS, { params: { query: { page: list } } });
      return answerOf(answer as { data: { rows: readonly SavedView[] }; response: Response }).rows;
    },
  });
  const refresh = () => cache.invalidateQueries({ queryKey: key });
  const save = useAction(
    async (body: object, idempotencyKey) =>
      answerOf(
        await (client.POST as unknown as Send)(ADDRESS, { body, headers: { "Idempotency-Key": idempotencyKey } }),
      ),
    { keepAnswers: true, success: t("platform.saved") },
  );
  const remove = useAction(
    async (id: string, idempotencyKey) =>
      answerOf(
        await (client.DELETE as unknown as Send)(`${ADDRESS}/{id}`, {
          params: { path: { id } },
          headers: { "Idempotency-Key": idempotencyKey },
        }),
      ),
    { keepAnswers: true },
  );
  if (!views.data) return null;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "") return;
    void save.run({ page: list, name: name.trim(), query, isShared }).then((end) => {
      if (!end?.ok) return;
      setName("");
      void refresh();
    });
  };
  return (
    <Popover position="bottom-end" shadow="md" width={300} trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<Icon name="filter" size={14} />}>
          {t("platform.list.savedViews")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap={8}>
          {views.data.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t("platform.list.noSavedViews")}
            </Text>
          ) : (
            <ul className={classes.views}>
              {views.data.map((view) => (
                <li key={view.id}>
                  <PageLink to={`${window.location.pathname}?${view.query}`}>{view.name}</PageLink>
                  {view.isShared && <span className="quiet">{t("platform.list.shared")}</span>}
                  {view.isOwn && (
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size="sm"
                      ml="auto"
                      aria-label={`${t("platform.delete")}: ${view.name}`}
                      onClick={() => void remove.run(view.id).then(refresh)}
                    >
                      <Icon name="trash" size={13} />
                    </ActionIcon>
                  )}
                </li>
              ))}
            </ul>
          )}
          <form onSubmit={submit}>
            <Text size="sm" fw={600} mb={4}>
              {t("platform.list.saveThis")}
            </Text>
            <Group gap={6} wrap="nowrap">
              <TextInput
                size="xs"
                flex={1}
                value={name}
                onChange={(event) => setName(event.currentTarget.value)}
                placeholder={t("platform.list.viewName")}
                aria-label={t("platform.list.viewName")}
                maxLength={100}
              />
              <Button type="submit" loading={save.busy} disabled={name.trim() === ""}>
                {t("platform.save")}
              </Button>
            </Group>
            <Checkbox
              size="xs"
              mt={8}
              label={t("platform.list.shareView")}
              checked={isShared}
              onChange={(event) => setShared(event.currentTarget.checked)}
            />
          </form>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
