import { Alert, Button, Group, Progress, Stack, Text } from "@mantine/core";
import { useCallback, useEffect, useRef, useState } from "react";
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
import { AnswerView } from "./what-if-answer.tsx";
import { type Applied, ApplyDialog } from "./what-if-apply-dialog.tsx";
import { ChangeCard } from "./what-if-fields.tsx";
import { bodyOf, useWhatIf, WHAT_IF_KINDS } from "./what-if-question.ts";
import type { WhatIfAnswer } from "./what-if-words.ts";

type Asked =
  | { readonly state: "none" }
  | { readonly state: "asking"; readonly body: string }
  | { readonly state: "answered"; readonly body: string; readonly answer: WhatIfAnswer }
  | { readonly state: "failed"; readonly body: string; readonly error: unknown };

/** もしも比較: what would become of the plan, and then, if it is wanted, of the records. */
export function Page() {
  const t = useText();
  const locale = useLocale();
  const { changes, setChanges, change } = useWhatIf();
  const { body, lacks } = bodyOf(changes, locale);
  const text = JSON.stringify(body);
  const { asked, ask } = useAnswer();
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
        {asked.state === "asking" && <Working />}
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

/** Asks; a newer question breaks off the one before. `null`: nothing is asked. */
function useAnswer() {
  const [asked, setAsked] = useState<Asked>({ state: "none" });
  const running = useRef<AbortController | null>(null);
  const ask = useCallback((body: string | null) => {
    running.current?.abort();
    running.current = null;
    if (body === null) {
      setAsked({ state: "none" });
      return;
    }
    const stop = new AbortController();
    running.current = stop;
    setAsked({ state: "asking", body });
    client
      .POST("/api/v1/what-if", { body: JSON.parse(body), signal: stop.signal })
      .then((answer) => setAsked({ state: "answered", body, answer: answerOf(answer as never) as WhatIfAnswer }))
      .catch((error: unknown) => !stop.signal.aborted && setAsked({ state: "failed", body, error }));
  }, []);
  return { asked, ask };
}

/** A large company's plan takes seconds: says that it goes on, and for how long. */
function Working() {
  const t = useText();
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <Stack gap={6} maw={520} role="status">
      <Text size="sm">{seconds < 2 ? t("planning.whatIf.working") : t("planning.whatIf.workingFor", { seconds })}</Text>
      <Progress value={100} striped animated aria-label={t("planning.whatIf.working")} />
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
