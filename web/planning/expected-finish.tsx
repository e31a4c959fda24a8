import {
  type AddedColumn,
  type AddedFact,
  type AnswerOf,
  DateText,
  FactView,
  formatDate,
  type Locale,
  StateBadge,
  type Translate,
  useLive,
  useLocale,
  usePosted,
  useText,
} from "../platform/index.ts";

type Finish = AnswerOf<"post", "/api/v1/expected-finishes">["rows"][number];

/** 完成見込み of one of the work orders shown; undefined where too little was learned, or while it is asked; null when it could not be asked. */
function useFinish(id: string, ids: readonly string[]): Finish | null | undefined {
  const body = ids.length === 0 ? null : { workOrderIds: [...ids] };
  const answer = usePosted("/api/v1/expected-finishes", body);
  // All cells of a list share the one answer, so one of them looks after it.
  useLive(ids[0] === id ? ["production.order", "planning.learned"] : [], () => void answer.refetch());
  if (answer.error && !answer.data) return null;
  return answer.data?.rows.find(({ workOrderId }) => workOrderId === id);
}

/** On what it rests, and by when most of such orders are done. */
function reasonOf({ isOverrun, mostOn, orderCount }: Finish, t: Translate, locale: Locale): string {
  if (isOverrun || mostOn === null) return t("planning.finish.overrunText", { count: orderCount });
  return t("planning.finish.text", { date: formatDate(mostOn, locale), count: orderCount });
}

function NotAsked() {
  const t = useText();
  return <span className="quiet">{t("planning.finish.notAsked")}</span>;
}

function Likely({ finish }: { readonly finish: Finish }) {
  const t = useText();
  if (finish.isOverrun) return <StateBadge tone="attention" label={t("planning.finish.overrun")} />;
  return (
    <>
      <DateText value={finish.likelyOn} />{" "}
      {finish.isLate && <StateBadge tone="late" label={t("planning.finish.late")} />}
    </>
  );
}

function LikelyCell({ id, ids }: { readonly id: string; readonly ids: readonly string[] }) {
  const t = useText();
  const locale = useLocale();
  const finish = useFinish(id, ids);
  if (finish === null) return <NotAsked />;
  if (!finish) return null;
  return (
    <span title={reasonOf(finish, t, locale)}>
      <Likely finish={finish} />
    </span>
  );
}

function MostCell({ id, ids }: { readonly id: string; readonly ids: readonly string[] }) {
  const finish = useFinish(id, ids);
  if (finish === null) return <NotAsked />;
  return finish?.mostOn ? <DateText value={finish.mostOn} /> : null;
}

function FinishFact({ id }: { readonly id: string }) {
  const t = useText();
  const locale = useLocale();
  const finish = useFinish(id, [id]);
  if (finish === null) return <FactView label={t("planning.finish.likely")} value={<NotAsked />} />;
  if (!finish) return null;
  return (
    <FactView
      label={t("planning.finish.likely")}
      value={
        <>
          <Likely finish={finish} />
          <div className="quiet" style={{ fontSize: 12 }}>
            {reasonOf(finish, t, locale)}
          </div>
        </>
      }
    />
  );
}

const behindDue = { list: "production.orders", behind: "dueOn", permission: "planning.read" } as const;

/** What planning tells in production's list and document of work orders. */
export const finishColumns: readonly AddedColumn[] = [
  { ...behindDue, id: "expectedFinish", header: "planning.finish.likely", width: 196, Cell: LikelyCell },
  { ...behindDue, id: "expectedFinishMost", header: "planning.finish.most", width: 140, hidden: true, Cell: MostCell },
];
export const finishFacts: readonly AddedFact[] = [
  { id: "expectedFinish", document: "production.order", permission: "planning.read", Fact: FinishFact },
];
