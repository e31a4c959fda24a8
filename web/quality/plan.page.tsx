import {
  DocumentPage,
  Empty,
  PageHead,
  Refused,
  useApi,
  useCommand,
  useGo,
  usePathParams,
  useText,
} from "../platform/index.ts";
import { PlanForm } from "./plan-form.tsx";

/** An item's plan for one kind of inspection; where there is none yet, the form to make it. */
export function Page() {
  const t = useText();
  const go = useGo();
  const params = usePathParams();
  const itemId = params["itemId"] ?? "";
  const kind = (params["kind"] ?? "receiving") as "receiving" | "in_process" | "final";
  const path = { path: { itemId, kind } };
  const plan = useApi("/api/v1/inspection-plans/{itemId}/{kind}", { params: path });
  const remove = useCommand("post", "/api/v1/inspection-plans/{itemId}/{kind}/remove", {
    success: t("quality.plan.removed"),
    keepAnswers: true,
  });
  if (plan.error instanceof Refused && plan.error.problem.status === 404)
    return (
      <>
        <PageHead title={`${t("quality.plan.new")}（${t(`quality.kind.${kind}`)}）`} />
        <Empty title={t("quality.plans.none")} hint={t("quality.plans.noneHint")} />
        <PlanForm itemId={itemId} kind={kind} plan={null} onSaved={() => void plan.refetch()} />
      </>
    );
  return (
    <DocumentPage
      answer={plan}
      live="quality.plan"
      view={(one) => ({
        kind: t("quality.plan.title"),
        number: one.code,
        facts: [
          { label: t("quality.item.name"), value: one.name },
          { label: t("quality.kind.label"), value: t(`quality.kind.${one.kind}`) },
        ],
        actions: [
          {
            id: "remove",
            label: t("quality.plan.remove"),
            permission: "quality.inspect",
            danger: true,
            run: async () => {
              const end = await remove.run({ params: path, body: { version: one.version } });
              if (end?.ok) go("quality/plans");
            },
            confirm: { title: t("quality.plan.remove"), text: t("quality.plan.removeEffect") },
          },
        ],
        body: <PlanForm key={one.version} itemId={itemId} kind={kind} plan={one} onSaved={() => void plan.refetch()} />,
      })}
    />
  );
}
