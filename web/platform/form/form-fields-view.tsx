import { Alert, Button, Divider, Group, SimpleGrid, Text } from "@mantine/core";
import { Fragment } from "react";
import { useText } from "../i18n/use-text.ts";
import { Icon } from "../parts/icons.tsx";
import { FieldView } from "./field-view.tsx";
import type { FormState } from "./use-form.ts";

/** The fields of a form in two columns (one where it is narrow), with their groups' headings. */
export function FormFields({ form, columns = 2 }: { readonly form: FormState; readonly columns?: 1 | 2 }) {
  const shown = form.fields.filter((field) => !field.when || field.when(form.values));
  return (
    <SimpleGrid cols={{ base: 1, sm: columns }} spacing="md" verticalSpacing="sm">
      {shown.map((field) => (
        <Fragment key={field.name}>
          {field.group && (
            <Divider label={field.group} labelPosition="left" style={{ gridColumn: "1 / -1" }} fw={600} mt={4} />
          )}
          <div style={field.span === 2 && columns === 2 ? { gridColumn: "1 / -1" } : undefined}>
            <FieldView field={field} form={form} />
          </div>
        </Fragment>
      ))}
    </SimpleGrid>
  );
}

/** Says that an unfinished entry was brought back, and how to be rid of it. */
export function RestoredNote({ form }: { readonly form: Pick<FormState, "restored" | "discard"> }) {
  const t = useText();
  if (!form.restored) return null;
  return (
    <Alert color="indigo" mb="sm" py={6} icon={<Icon name="edit" />}>
      <Group justify="space-between">
        <Text size="sm">{t("platform.draft.restored")}</Text>
        <Button variant="default" onClick={form.discard}>
          {t("platform.draft.discard")}
        </Button>
      </Group>
    </Alert>
  );
}

/** Refusals that belong to no field. */
export function HomelessRefusals({ sentences }: { readonly sentences: readonly string[] }) {
  const t = useText();
  if (sentences.length === 0) return null;
  return (
    <Alert color="red" mb="sm" icon={<Icon name="alert" />} title={t("platform.form.problems")} role="alert">
      {[...new Set(sentences)].map((sentence) => (
        <Text key={sentence} size="sm">
          {sentence}
        </Text>
      ))}
    </Alert>
  );
}
