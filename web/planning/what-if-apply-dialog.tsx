import { Alert, Button, Checkbox, Group, Modal, NativeSelect, Paper, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { isPlainDate } from "../../domain/shared/index.ts";
import {
  type AnswerOf,
  Failure,
  formatDate,
  formatDecimal,
  Icon,
  Loading,
  PageLink,
  refusalText,
  type Translate,
  useCommand,
  useLocale,
  usePosted,
  useText,
} from "../platform/index.ts";

type Preview = AnswerOf<"post", "/api/v1/what-if/apply-preview">;
type Step = Preview["steps"][number];
type As = "forecast" | "sales_draft";
export type Applied = AnswerOf<"post", "/api/v1/what-if/apply">["done"];

interface Props {
  /** The question as it was answered. */
  readonly changes: readonly { readonly kind: string; readonly partnerId?: string | null }[];
  readonly onClose: () => void;
  /** With the changes' places in the question. */
  readonly onDone: (done: Applied) => void;
}

/** What the assumed changes would write, one by one; those that are chosen are written, all or none. */
export function ApplyDialog({ changes, onClose, onDone }: Props) {
  const t = useText();
  const [as, setAs] = useState<ReadonlyMap<number, As>>(new Map());
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const apply = useCommand("post", "/api/v1/what-if/apply", { success: t("planning.whatIf.applied") });
  const preview = usePosted("/api/v1/what-if/apply-preview", {
    changes: changes as never,
    needsAs: [...as].map(([change, as]) => ({ change, as })),
  });
  const steps = preview.data?.steps ?? [];
  const isPossible = (step: Step) => step.does !== "nothing" && step.refusals.length === 0 && step.values.length > 0;
  const chosen = steps.filter((step) => isPossible(step) && !left.has(step.change));
  const send = async () => {
    const places = chosen.map(({ change }) => change);
    const end = await apply.run({
      body: {
        changes: places.map((place) => changes[place]) as never,
        needsAs: places.flatMap((place, change) => (as.has(place) ? [{ change, as: as.get(place)! }] : [])),
        seen: chosen.flatMap(({ version }, change) => (version === null ? [] : [{ change, version }])),
      },
    });
    if (end?.ok) onDone(end.value.done.map((one) => ({ ...one, change: places[one.change]! })));
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t("planning.whatIf.applyTitle")}
      closeButtonProps={{ "aria-label": t("platform.close") }}
    >
      <Stack gap="sm">
        <Text size="sm">{t("planning.whatIf.applyHint")}</Text>
        {preview.error && <Failure error={preview.error} retry={() => void preview.refetch()} />}
        {preview.isPending && <Loading lines={4} />}
        {steps.map((step) => (
          <StepView
            key={step.change}
            step={step}
            isPossible={isPossible(step)}
            isChosen={chosen.includes(step)}
            as={as.get(step.change) ?? "forecast"}
            mayBeDraft={changes[step.change]?.kind === "need" && Boolean(changes[step.change]?.partnerId)}
            onChoose={(isChosen) => {
              const next = new Set(left);
              if (isChosen) next.delete(step.change);
              else next.add(step.change);
              setLeft(next);
            }}
            onAs={(value) => setAs(new Map([...as, [step.change, value]]))}
          />
        ))}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("platform.cancel")}
          </Button>
          <Button
            loading={apply.busy}
            disabled={chosen.length === 0 || preview.isFetching || preview.isError}
            onClick={() => void send()}
          >
            {t("planning.whatIf.applyNow", { count: chosen.length })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function StepView({
  step,
  isPossible,
  isChosen,
  as,
  mayBeDraft,
  onChoose,
  onAs,
}: {
  readonly step: Step;
  readonly isPossible: boolean;
  readonly isChosen: boolean;
  readonly as: As;
  readonly mayBeDraft: boolean;
  readonly onChoose: (isChosen: boolean) => void;
  readonly onAs: (as: As) => void;
}) {
  const t = useText();
  const locale = useLocale();
  const title = t(`planning.whatIf.does.${step.does}`, { subject: step.subject, partner: step.partnerName ?? "" });
  const shown = (field: string, value: string | null) => {
    if (value === null) return t("planning.whatIf.none");
    if (isPlainDate(value)) return formatDate(value, locale);
    return field === "lotRule" ? t(`items.lotRule.${value}`) : formatDecimal(value);
  };
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        {isPossible ? (
          <Checkbox
            label={`${step.change + 1}. ${title}`}
            checked={isChosen}
            onChange={(event) => onChoose(event.currentTarget.checked)}
            fw={600}
          />
        ) : (
          <Text fw={600} fz={14}>
            {step.change + 1}. {title}
          </Text>
        )}
        {step.page !== null && <PageLink to={step.page}>{t("planning.whatIf.open")}</PageLink>}
      </Group>
      <Stack gap={4} mt={6} pl={isPossible ? 30 : 0} fz={13}>
        {step.values.map(({ field, was, now }) => (
          <span key={field}>
            {fieldName(t, field)}{" "}
            {was === null && !field.startsWith("lot")
              ? shown(field, now)
              : t("planning.whatIf.fromTo", { was: shown(field, was), now: shown(field, now) })}
          </span>
        ))}
        {step.does !== "nothing" && step.values.length === 0 && <span>{t("planning.whatIf.already")}</span>}
        {step.isAsked && <span>{t("planning.whatIf.asked", { partner: step.partnerName ?? "" })}</span>}
        {mayBeDraft && (
          <NativeSelect
            label={t("planning.whatIf.as")}
            value={as}
            onChange={(event) => onAs(event.currentTarget.value as As)}
            data={(["forecast", "sales_draft"] as const).map((value) => ({
              value,
              label: t(`planning.whatIf.as.${value}`),
            }))}
            maw={360}
          />
        )}
        {step.notes.map((note) => (
          <span key={note.code} className="quiet">
            {refusalText(t, note)}
          </span>
        ))}
        {step.refusals.map((refusal) => (
          <Alert key={refusal.code} color="red" py={6} icon={<Icon name="alert" />}>
            {refusalText(t, refusal)}
          </Alert>
        ))}
      </Stack>
    </Paper>
  );
}

function fieldName(t: Translate, field: string): string {
  if (["quantity", "startOn", "dueOn"].includes(field)) return t(`planning.${field}`);
  if (["neededOn", "wantedOn", "promisedOn"].includes(field)) return t(`planning.whatIf.field.${field}`);
  return t(`items.item.${field}`);
}
