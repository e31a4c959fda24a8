import { Button, Group, Stack } from "@mantine/core";
import { useState } from "react";
import { Icon, useGo, useText } from "../platform/index.ts";
import { QuestionFields } from "./question-fields.tsx";
import { type Question, questionAddress } from "./use-question.ts";

const NOTHING: Question = { item: "", quantity: "", unit: "", wantedOn: "", center: "", other: "", held: "" };

/** The question on the home page: typed here, answered on its own page. */
export function Panel() {
  const t = useText();
  const go = useGo();
  const [question, setQuestion] = useState(NOTHING);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        go(questionAddress(question));
      }}
    >
      <Stack gap="sm" maw={980}>
        <QuestionFields question={question} onChange={(part) => setQuestion((before) => ({ ...before, ...part }))} />
        <Group>
          <Button type="submit" variant="default" rightSection={<Icon name="chevronRight" size={12} />}>
            {t("planning.when.ask")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
