import { Button } from "@mantine/core";
import { useState } from "react";
import { ConfirmDialog, formatCount, Icon, readApi, useCommand, useLocale, useText } from "../platform/index.ts";
import type { Schedule } from "./board-layout.ts";
import { adoptionSentences } from "./board-words.ts";

/** Undo and adopt. */
export function BoardDecisions({
  head,
  centers,
}: {
  readonly head: NonNullable<Schedule["current"]>;
  readonly centers: Schedule["centers"];
}) {
  const t = useText();
  const locale = useLocale();
  const [isAsking, setAsking] = useState(false);
  const undo = useCommand("post", "/api/v1/schedule/undo", { success: t("planning.board.undone") });
  const adopt = useCommand("post", "/api/v1/schedule/adopt", {
    success: ({ operationCount, orderCount, movedCount }) =>
      t(movedCount > 0 ? "planning.board.adoptedMoved" : "planning.board.adopted", {
        operations: formatCount(operationCount),
        orders: formatCount(orderCount),
        moved: formatCount(movedCount),
      }),
  });
  const body = { version: head.version };
  return (
    <>
      <Button
        variant="default"
        leftSection={<Icon name="back" size={14} />}
        disabled={head.stepCount === 0}
        loading={undo.busy}
        onClick={() => void undo.run({ body })}
      >
        {t("planning.board.undo")}
      </Button>
      <Button leftSection={<Icon name="check" size={14} />} onClick={() => setAsking(true)}>
        {t("planning.board.adopt")}
      </Button>
      {isAsking && (
        <ConfirmDialog
          onClose={() => setAsking(false)}
          action={{
            id: "adopt",
            label: t("planning.board.adopt"),
            confirm: {
              title: t("planning.board.adopt"),
              text: t("planning.board.adoptHint"),
              preview: async () => ({
                consequences: adoptionSentences(await readApi("/api/v1/schedule/adoption"), centers, locale, t),
              }),
            },
            run: async () => {
              await adopt.run({ body });
            },
          }}
        />
      )}
    </>
  );
}
