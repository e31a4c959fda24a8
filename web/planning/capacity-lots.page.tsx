import { Alert, Button, Group, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import {
  answerOf,
  client,
  Empty,
  Failure,
  formatDecimal,
  Icon,
  Loading,
  type Locale,
  PageHead,
  PageLink,
  Refused,
  refusalText,
  type Translate,
  useApi,
  useLive,
  useLocale,
  useText,
} from "../platform/index.ts";
import { LotsAnswer } from "./capacity-lots-answer.tsx";
import { type AppliedLots, LotsApplyDialog } from "./capacity-lots-apply-dialog.tsx";
import { LotsChart } from "./capacity-lots-chart.tsx";
import { ItemsTable, KeptItems } from "./capacity-lots-items.tsx";
import {
  bodyOfLots,
  type Lots,
  type Offer,
  type TypedLots,
  useLotsQuestion,
  WEEK_CHOICES,
} from "./capacity-lots-question.ts";
import { mostLoaded, peakOf } from "./load-shares.ts";
import { useAsked } from "./use-asked.ts";
import { whatIfPage } from "./what-if-question.ts";
import { Working } from "./working.tsx";

const LOAD_WEEKS = 8;
/** While the plan takes a change in, it is asked again. */
const MOVING_MS = 1500;

/** 能力を考えたロットまとめ: fewer set-ups within what a work centre can do, and then, if it is wanted, as firm planned orders. */
export function Page() {
  const t = useText();
  const locale = useLocale();
  const [typed, setTyped] = useLotsQuestion();
  const load = useApi("/api/v1/load", { params: { query: { weeks: LOAD_WEEKS } } });
  useLive(["planning.order", "planning.run"], () => void load.refetch());
  const centers = load.data?.centers ?? [];
  const center = typed.center || mostLoaded(centers, 1)[0]?.id || centers[0]?.id || "";
  const change = (part: Partial<TypedLots>) => setTyped((before) => ({ ...before, ...part }));
  return (
    <Stack gap="md">
      <PageHead title={t("planning.lots.title")} hint={t("planning.lots.hint")} />
      {load.error && !load.data && <Failure error={load.error} retry={() => void load.refetch()} />}
      {load.isPending && <Loading lines={6} />}
      {load.data && centers.length === 0 && (
        <Empty
          title={t("planning.load.noCenters")}
          hint={t("planning.load.noCentersHint")}
          action={<PageLink to="resources/work-centers">{t("planning.load.toCenters")}</PageLink>}
        />
      )}
      {center !== "" && (
        <>
          <Group gap="sm" align="flex-end">
            <NativeSelect
              label={t("planning.load.center")}
              value={center}
              onChange={(event) => change({ center: event.currentTarget.value, kept: [] })}
              data={centers.map((one) => ({ value: one.id, label: centerLabel(one, t, locale) }))}
              w={360}
            />
            <NativeSelect
              label={t("planning.lots.weeks")}
              value={String(typed.weeks)}
              onChange={(event) => change({ weeks: Number(event.currentTarget.value) })}
              data={WEEK_CHOICES.map((weeks) => ({
                value: String(weeks),
                label: t("planning.lots.weekCount", { count: weeks }),
              }))}
              w={140}
            />
          </Group>
          <CenterLots key={`${center} ${typed.weeks}`} center={center} typed={typed} onChange={change} />
        </>
      )}
    </Stack>
  );
}

type Center = Parameters<typeof mostLoaded>[0][number] & {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
};

function centerLabel(center: Center, t: Translate, locale: Locale): string {
  const name = `${center.code} ${(locale === "en" && center.nameEn) || center.name}`;
  return t("planning.lots.centerPeak", { name, percent: formatDecimal(String(peakOf(center))) });
}

async function askLots(body: string, signal: AbortSignal): Promise<Lots> {
  const { center, ...question } = JSON.parse(body);
  const params = { path: { workCenterId: center } };
  const answer = await client.POST("/api/v1/capacity-lots/{workCenterId}", { params, body: question, signal });
  return answerOf(answer as never) as Lots;
}

const isMoving = (error: unknown) => error instanceof Refused && error.problem.code === "LOTS_PLAN_MOVED";

/** One work centre and its coming weeks. */
function CenterLots({
  center,
  typed,
  onChange,
}: {
  readonly center: string;
  readonly typed: TypedLots;
  readonly onChange: (part: Partial<TypedLots>) => void;
}) {
  const t = useText();
  const [waits, setWaits] = useState(false);
  const [applied, setApplied] = useState<AppliedLots | null>(null);
  const offer = useApi(
    "/api/v1/capacity-lots/{workCenterId}",
    { params: { path: { workCenterId: center }, query: { weeks: typed.weeks } } },
    waits ? { everyMs: MOVING_MS } : {},
  );
  const moving = isMoving(offer.error);
  useEffect(() => setWaits(moving), [moving]);
  return (
    <Stack gap="md">
      {applied && <AppliedNote applied={applied} />}
      {moving && <Working label={t("planning.lots.moving")} lasting={() => t("planning.lots.moving")} />}
      {offer.error && !moving && <Failure error={offer.error} retry={() => void offer.refetch()} />}
      {offer.isPending && !offer.error && <Loading lines={8} />}
      {offer.data && !offer.error && (
        <OfferView
          offer={offer.data}
          center={center}
          typed={typed}
          onChange={onChange}
          onApplied={(done) => {
            setApplied(done);
            void offer.refetch();
          }}
        />
      )}
    </Stack>
  );
}

function OfferView({
  offer,
  center,
  typed,
  onChange,
  onApplied,
}: {
  readonly offer: Offer;
  readonly center: string;
  readonly typed: TypedLots;
  readonly onChange: (part: Partial<TypedLots>) => void;
  readonly onApplied: (applied: AppliedLots) => void;
}) {
  const t = useText();
  const locale = useLocale();
  const { body, lacks } = bodyOfLots(typed, offer.items, locale);
  const text = JSON.stringify({ center, ...body });
  const { asked, ask } = useAsked(askLots);
  const [isTold, setIsTold] = useState(false);
  const [isApplying, setIsApplying] = useState(false);
  // What was answered is about another plan now.
  const known = useRef(offer);
  useEffect(() => {
    if (JSON.stringify(known.current) !== JSON.stringify(offer)) ask(null);
    known.current = offer;
  }, [offer, ask]);
  const isOld = asked.state === "answered" && asked.body !== text;
  const lots = asked.state === "answered" && !isOld ? asked.answer : null;
  const problems = asked.state === "failed" && asked.error instanceof Refused ? asked.error.problem.errors : [];
  const problem = (field: string) => {
    const lack = isTold ? lacks.find((one) => one.field === field) : undefined;
    if (lack) return refusalText(t, lack.refusal);
    if (asked.state !== "failed" || asked.body !== text) return undefined;
    return problems.find((one) => one.field === field)?.detail;
  };
  const isPlaced = problems.length > 0 && problems.every(({ field }) => field?.startsWith("costs."));
  return (
    <>
      <LotsChart offer={offer} lots={lots} />
      <Text size="xs" c="dimmed" maw={820}>
        {t("planning.lots.chartHint")}
      </Text>
      {offer.items.length === 0 ? (
        <Empty
          title={t("planning.lots.nothing")}
          hint={t("planning.lots.nothingHint")}
          action={<PageLink to={`planning/board?center=${center}`}>{t("planning.load.toBoard")}</PageLink>}
        />
      ) : (
        <Stack gap="sm">
          <TextInput
            label={t("planning.lots.rate")}
            description={t("planning.lots.rateHint")}
            inputMode="numeric"
            maw={420}
            value={typed.rate}
            onChange={(event) => onChange({ rate: event.currentTarget.value })}
            error={problem("setupYenPerHour")}
          />
          <ItemsTable offer={offer} typed={typed} rate={body.setupYenPerHour} onChange={onChange} problem={problem} />
          <Group>
            <Button
              loading={asked.state === "asking"}
              onClick={() => {
                setIsTold(true);
                if (lacks.length === 0) ask(text);
              }}
            >
              {t("planning.lots.ask")}
            </Button>
            {lots && lots.orders.length > 0 && (
              <Button variant="default" onClick={() => setIsApplying(true)}>
                {t("planning.lots.apply")}
              </Button>
            )}
          </Group>
        </Stack>
      )}
      <section aria-label={t("planning.lots.result")} aria-live="polite" aria-busy={asked.state === "asking"}>
        {asked.state === "asking" && (
          <Working
            label={t("planning.lots.working")}
            lasting={(seconds) => t("planning.lots.workingFor", { seconds })}
          />
        )}
        {asked.state === "failed" && !isPlaced && asked.body === text && (
          <NotFound error={asked.error} center={center} retry={() => ask(asked.body)} />
        )}
        {isOld && (
          <Text size="sm" c="dimmed">
            {t("planning.lots.old")}
          </Text>
        )}
        {lots && <LotsAnswer lots={lots} />}
      </section>
      <KeptItems kept={offer.kept} />
      {isApplying && lots && (
        <LotsApplyDialog
          centerId={center}
          question={body}
          lots={lots}
          onClose={() => setIsApplying(false)}
          onDone={(done) => {
            setIsApplying(false);
            ask(null);
            onApplied(done);
          }}
        />
      )}
    </>
  );
}

/** No lots fit: what lacks, and what else helps. */
function NotFound({
  error,
  center,
  retry,
}: {
  readonly error: unknown;
  readonly center: string;
  readonly retry: () => void;
}) {
  const t = useText();
  const code = error instanceof Refused ? error.problem.code : "";
  if (code !== "LOTS_WEEKS_SHORT" && code !== "NO_LOTS_FOUND") return <Failure error={error} retry={retry} />;
  return (
    <Alert color="orange" icon={<Icon name="alert" />} title={t("planning.lots.noFit")} role="alert">
      <Stack gap={6} align="flex-start">
        <Text size="sm">{(error as Refused).problem.detail}</Text>
        <Text size="sm">{t("planning.lots.otherWays")}</Text>
        <Group gap="lg">
          <PageLink to={whatIfPage([{ kind: "capacity", center }])}>{t("planning.lots.tryOvertime")}</PageLink>
          <PageLink to={`resources/work-centers/${center}`}>{t("planning.lots.toAlternatives")}</PageLink>
          <PageLink to={`planning/board?center=${center}`}>{t("planning.load.toBoard")}</PageLink>
        </Group>
      </Stack>
    </Alert>
  );
}

function AppliedNote({ applied }: { readonly applied: AppliedLots }) {
  const t = useText();
  return (
    <Alert
      color="teal"
      icon={<Icon name="checkCircle" />}
      title={t("planning.lots.applied", { count: applied.orders.length })}
    >
      <Text size="sm">{t("planning.lots.appliedHint")}</Text>
      <PageLink to="planning/orders?state=edited">{t("planning.lots.toFirm")}</PageLink>
    </Alert>
  );
}
