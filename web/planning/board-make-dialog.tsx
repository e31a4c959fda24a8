import { Text } from "@mantine/core";
import { useState } from "react";
import { FormDialog, type FormField, useCommand, useText } from "../platform/index.ts";

/** How the schedule is to be made anew. */
export function MakeDialog({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const t = useText();
  const make = useCommand("post", "/api/v1/schedule", {
    success: t("planning.board.makeStarted"),
    placesRefusals: true,
  });
  const [fields] = useState<FormField[]>(() => [
    {
      name: "method",
      label: t("planning.board.method"),
      kind: "choice",
      required: true,
      options: (["forward", "backward", "bottleneck"] as const).map((value) => ({
        value,
        label: t(`planning.board.method.${value}`),
      })),
    },
    {
      name: "seconds",
      label: t("planning.board.seconds"),
      kind: "integer",
      required: true,
      min: "0",
      max: "60",
      hint: t("planning.board.secondsHint"),
    },
  ]);
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={t("planning.board.make")}
      fields={fields}
      columns={1}
      initial={{ method: "forward", seconds: 3 }}
      submit={(body) => make.run({ body: body as { method: "forward"; seconds: number } })}
      submitLabel={t("planning.board.makeNow")}
      onDone={onClose}
    >
      <Text size="sm" mb="sm">
        {t("planning.board.makeHint")}
      </Text>
    </FormDialog>
  );
}
