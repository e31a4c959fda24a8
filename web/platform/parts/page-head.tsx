import { Group, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

/** The page's name, a sentence if needed, and its buttons at the right. */
export function PageHead({
  title,
  hint,
  children,
}: {
  readonly title: string;
  readonly hint?: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <Group justify="space-between" align="flex-start" mb={10} gap={10}>
      <div>
        <Title order={1}>{title}</Title>
        {hint && (
          <Text size="sm" c="dimmed" mt={2} maw={820}>
            {hint}
          </Text>
        )}
      </div>
      <Group gap={8} className="no-print">
        {children}
      </Group>
    </Group>
  );
}
