import { useMemo } from "react";
import { TARGET_FIGURES } from "../../domain/companies/index.ts";
import {
  Answered,
  type AnswerOf,
  type FormField,
  FormPage,
  useApi,
  useCan,
  useCommand,
  useText,
} from "../platform/index.ts";

type Targets = AnswerOf<"get", "/api/v1/targets">;

/** 目標値: what the figures at home are measured against. An empty field sets none. */
export function Page() {
  const targets = useApi("/api/v1/targets");
  return <Answered answer={targets}>{(data) => <TargetsForm key={JSON.stringify(data)} targets={data} />}</Answered>;
}

function TargetsForm({ targets }: { readonly targets: Targets }) {
  const t = useText();
  const mayWrite = useCan()("companies.settings");
  const save = useCommand("put", "/api/v1/targets", { success: t("companies.target.saved"), placesRefusals: true });
  const fields = useMemo<FormField[]>(
    () =>
      Object.keys(TARGET_FIGURES).map((name) => ({
        name,
        label: t(`companies.target.${name}`),
        hint: t(`companies.target.${name}.hint`),
        min: "0",
        readOnly: !mayWrite,
        ...(name === "monthlySalesYen"
          ? { kind: "yen" as const }
          : { kind: "decimal" as const, unit: t(`companies.target.${name}.unit`) }),
      })),
    [t, mayWrite],
  );
  return (
    <FormPage
      title={t("companies.target.title")}
      hint={t("companies.target.hint")}
      fields={fields}
      initial={targets}
      submit={(body) => {
        const given = (name: string) => (body[name] ? String(body[name]) : null);
        return save.run({
          body: Object.fromEntries(Object.keys(TARGET_FIGURES).map((name) => [name, given(name)])) as never,
        });
      }}
      onDone={() => undefined}
    />
  );
}
