import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import {
  answerOf,
  client,
  Empty,
  Failure,
  Icon,
  PageHead,
  PageLink,
  Refused,
  refusalText,
  useLocale,
  useText,
} from "../platform/index.ts";
import { useAsked } from "./use-asked.ts";
import { AnswerView } from "./what-if-answer.tsx";
import { type Applied, ApplyDialog } from "./what-if-apply-dialog.tsx";
import { ChangeCard } from "./what-if-fields.tsx";
import { bodyOf, useWhatIf, WHAT_IF_KINDS } from "./what-if-question.ts";
import type { WhatIfAnswer } from "./what-if-words.ts";
import { Working } from "./working.tsx";

async function askWhatIf(body: string, signal: AbortSignal): Promise<WhatIfAnswer> {
  return answerOf((await client.POST("/api/v1/what-if", { body: JSON.parse(body), signal })) as never) as WhatIfAnswer;
}

/** もしも比較: what would become of the plan, and then, if it is wanted, of the records. */
export function Page() {
  const t = useText();
  const locale = useLocale();
  const { changes, setChanges, change } = useWhatIf();
  const { body, lacks } = bodyOf(changes, locale);
  const text = JSON.stringify(body);
  const { asked, ask } = useAsked(askWhatIf);
  const [isTold, setIsTold] = useState(false);
  const [isApplying, setIsApplying] = useState(false);
  const [applied, setApplied] = useState<Applied>([]);
  const isComplete = changes.length > 0 && lacks.length === 0;
  // A link with a whole question is answered as it is opened; what is typed afterwards, when it is asked.
  const opened = useRef(isComplete ? text : null);
  useEffect(() => {
    if (opened.current !== null) ask(opened.current);
    opened.current = null;
  }, [ask]);
  const compare = () => {
    setIsTold(true);
    if (isComplete) ask(text);
  };
  const isOld = asked.state === "answered" && asked.body !== text;
  const problems = asked.state === "failed" && asked.error instanceof Refused ? asked.error.problem.errors : [];
  const problem = (at: number) => (field: string) => {
    const place = field === "" ? `changes.${at}` : `changes.${at}.${field}`;
    const lack = isTold ? lacks.find((one) => one.field === place) : undefined;
    if (lack) return refusalText(t, lack.refusal);
    if (asked.state !== "failed" || asked.body !== text) return undefined;
    return problems.find((one) => one.field === place)?.detail;
  };
  const isPlaced = problems.length > 0 && problems.every(({ field }) => field?.startsWith("changes."));
  return (
    <Stack gap="md">
      <PageHead title={t("planning.whatIf.title")} hint={t("planning.whatIf.hint")} />
      <Stack gap="sm" maw={1100}>
        {changes.map((typed, at) => (
          <ChangeCard
            // biome-ignore lint/suspicious/noArrayIndexKey: two assumptions may be the same, and the place is what they are called by
            key={at}
            at={at}
            typed={typed}
            onChange={(part) => change(at, part)}
            onRemove={() => setChanges((before) => before.filter((_, place) => place !== at))}
            problem={problem(at)}
          />
        ))}
        {changes.length === 0 && applied.length === 0 && (
          <Empty title={t("planning.whatIf.empty")} hint={t("planning.whatIf.emptyHint")} />
        )}
        <Group gap="xs" role="group" aria-label={t("planning.whatIf.add")}>
          {WHAT_IF_KINDS.map((kind) => (
            <Button
              key={kind}
              variant="default"
              size="compact-md"
              leftSection={<Icon name="add" size={14} />}
              onClick={() => setChanges((before) => [...before, { kind }])}
            >
              {t(`planning.whatIf.kind.${kind}`)}
            </Button>
          ))}
        </Group>
        {changes.length > 0 && (
          <Group>
            <Button onClick={compare} loading={asked.state === "asking"}>
              {t("planning.whatIf.ask")}
            </Button>
            {asked.state === "answered" && !isOld && (
              <Button variant="default" onClick={() => setIsApplying(true)}>
                {t("planning.whatIf.apply")}
              </Button>
            )}
          </Group>
        )}
      </Stack>
      {applied.length > 0 && <AppliedNote applied={applied} />}
      <section aria-label={t("planning.whatIf.result")} aria-live="polite" aria-busy={asked.state === "asking"}>
        {asked.state === "asking" && (
          <Working
            label={t("planning.whatIf.working")}
            lasting={(seconds) => t("planning.whatIf.workingFor", { seconds })}
          />
        )}
        {asked.state === "failed" && !isPlaced && <Failure error={asked.error} retry={() => ask(asked.body)} />}
        {asked.state === "answered" && (
          <>
            {isOld && (
              <Text size="sm" c="dimmed" mb="xs">
                {t("planning.whatIf.old")}
              </Text>
            )}
            <AnswerView answer={asked.answer} />
          </>
        )}
      </section>
      {isApplying && asked.state === "answered" && (
        <ApplyDialog
          changes={JSON.parse(asked.body).changes}
          onClose={() => setIsApplying(false)}
          onDone={(done) => {
            // What is in the records now is no assumption any more.
            const gone = new Set(done.map((one) => one.change));
            setIsApplying(false);
            setApplied(done);
            setChanges((before) => before.filter((_, place) => !gone.has(place)));
            ask(null);
          }}
        />
      )}
    </Stack>
  );
}

function AppliedNote({ applied }: { readonly applied: Applied }) {
  const t = useText();
  return (
    <Alert color="teal" icon={<Icon name="checkCircle" />} title={t("planning.whatIf.applied")}>
      <ul style={{ margin: 0, paddingLeft: 18 }}>
        {applied.map((one) => (
          <li key={one.change}>
            <PageLink to={one.page}>{t(`planning.whatIf.done.${one.does}`, { number: one.number })}</PageLink>
            {one.isAsked && ` ${t("planning.whatIf.waits")}`}
          </li>
        ))}
      </ul>
      <Text size="sm" mt={6}>
        <PageLink to="planning/orders">{t("planning.whatIf.planAnew")}</PageLink>
      </Text>
    </Alert>
  );
}
