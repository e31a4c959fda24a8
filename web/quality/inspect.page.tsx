import {
  Answered,
  DateText,
  DocumentPage,
  Empty,
  PageLink,
  Quantity,
  useApi,
  useCommand,
  useGo,
  usePathParams,
  useText,
} from "../platform/index.ts";
import { VerdictForm } from "./verdict-form.tsx";

/** Receiving inspection of one delivered line. */
export function Page() {
  const t = useText();
  const go = useGo();
  const { deliveryId = "", lineNumber = "" } = usePathParams();
  const waiting = useApi("/api/v1/inspections/waiting", {
    params: { query: { limit: 1, deliveryId, lineNumber: Number(lineNumber) } },
  });
  const plans = useApi(
    "/api/v1/inspection-plans/{itemId}/{kind}",
    {
      params: { path: { itemId: waiting.data?.rows[0]?.itemId ?? "", kind: "receiving" } },
    },
    { when: Boolean(waiting.data?.rows[0]?.itemId && waiting.data.rows[0].hasPlan) },
  );
  const inspect = useCommand("post", "/api/v1/inspections/receiving", {
    success: t("quality.inspect.done"),
    placesRefusals: true,
    keepAnswers: true,
  });
  return (
    <Answered answer={waiting}>
      {({ rows: [row] }) =>
        !row ? (
          <Empty title={t("quality.inspect.gone")} hint={t("quality.inspect.goneHint")} />
        ) : (
          <DocumentPage
            answer={waiting}
            view={() => ({
              kind: t("quality.inspect.title"),
              number: `${row.ownNumber}-${row.lineNumber}`,
              partner: row.partnerName,
              facts: [
                { label: t("quality.item.code"), value: `${row.code} ${row.description}` },
                { label: t("quality.receivedOn"), value: <DateText value={row.receivedOn} /> },
                { label: t("quality.lot"), value: row.lotCode || "–" },
                { label: t("quality.toJudge"), value: <Quantity value={row.toJudge} unit={row.unit} /> },
                {
                  label: t("quality.order"),
                  value: <PageLink to={`purchasing/orders/${row.tradeId}`}>{row.tradeNumber}</PageLink>,
                },
              ],
              body: (
                <VerdictForm
                  key={plans.data?.version ?? 0}
                  plan={row.hasPlan ? (plans.data ?? null) : null}
                  planTo={row.itemId && !row.hasPlan ? `quality/plans/${row.itemId}/receiving` : undefined}
                  quantity={row.toJudge}
                  unit={row.unit}
                  withPrice
                  busy={inspect.busy}
                  send={async (body) => {
                    const end = await inspect.run({ body: { deliveryId, lineNumber: row.lineNumber, ...body } });
                    if (end?.ok) go(`quality/inspections/${end.value.id}`);
                    return end?.ok ? null : (end?.problem?.errors ?? []);
                  }}
                />
              ),
            })}
          />
        )
      }
    </Answered>
  );
}
