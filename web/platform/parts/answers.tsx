import { Alert, Button, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { Refused, Unreachable } from "../api/problem.ts";
import { useText } from "../i18n/use-text.ts";
import { Icon } from "./icons.tsx";

/** Grey lines in the shape of what comes. */
export function Loading({ lines = 6 }: { readonly lines?: number }) {
  const t = useText();
  return (
    <Stack gap="sm" role="status" aria-label={t("platform.loading")} py="sm">
      {Array.from({ length: lines }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never move
        <Skeleton key={index} height={14} width={`${92 - ((index * 17) % 40)}%`} />
      ))}
    </Stack>
  );
}

/** Nothing there yet: says so, and what to do first. */
export function Empty({
  title,
  hint,
  action,
  isPage = false,
}: {
  readonly title: string;
  readonly hint?: string;
  readonly action?: ReactNode;
  /** The whole page is this: its title is the page's heading. */
  readonly isPage?: boolean;
}) {
  return (
    <Stack align="center" gap={6} py={44} px="md">
      <Text c="dimmed">
        <Icon name="box" size={30} />
      </Text>
      {isPage ? (
        <Title order={1} fz={16}>
          {title}
        </Title>
      ) : (
        <Text fw={600}>{title}</Text>
      )}
      {hint && (
        <Text size="sm" c="dimmed" ta="center" maw={520}>
          {hint}
        </Text>
      )}
      {action && <Group mt={8}>{action}</Group>}
    </Stack>
  );
}

/** Something went wrong: the sentence, and the way on. A refusal of reading (not found, not allowed) offers no retry. */
export function Failure({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const t = useText();
  const refused = error instanceof Refused ? error.problem : null;
  const title =
    refused?.title ?? t(error instanceof Unreachable ? "platform.unreachable.title" : "platform.failed.title");
  const text =
    refused?.detail ?? t(error instanceof Unreachable ? "platform.unreachable.tryAgain" : "platform.failed.detail");
  const canRetry = retry && (refused === null || refused.status >= 429);
  return (
    <Alert color="red" icon={<Icon name="alert" />} title={title} role="alert" my="sm">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{text}</Text>
        {refused && refused.status >= 500 && refused.requestId && (
          <Text size="xs" c="dimmed">
            {t("platform.requestId")} {refused.requestId}
          </Text>
        )}
        {canRetry && (
          <Button variant="default" leftSection={<Icon name="refresh" />} onClick={retry}>
            {t("platform.retry")}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

interface AnswerLike<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

/** Draws an answer once it is there; until then grey lines, and the error with a retry when it failed. */
export function Answered<T>({
  answer,
  children,
  lines,
}: {
  readonly answer: AnswerLike<T>;
  readonly children: (data: T) => ReactNode;
  readonly lines?: number;
}) {
  if (answer.data !== undefined) return children(answer.data);
  if (answer.error) return <Failure error={answer.error} retry={() => void answer.refetch()} />;
  return <Loading lines={lines} />;
}
