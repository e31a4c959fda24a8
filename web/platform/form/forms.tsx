import { Button, Group, Modal } from "@mantine/core";
import { modals } from "@mantine/modals";
import { useBlocker } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { CommandEnd } from "../api/use-command.ts";
import { useText } from "../i18n/use-text.ts";
import { PageHead } from "../parts/page-head.tsx";
import type { FormField } from "./form-fields.ts";
import { FormFields, HomelessRefusals, RestoredNote } from "./form-fields-view.tsx";
import { useForm } from "./use-form.ts";

interface FormBase<T> {
  readonly fields: readonly FormField[];
  /** The record to edit, as the server sends it. */
  readonly initial?: Readonly<Record<string, unknown>>;
  /** Under this name what is typed survives a reload. */
  readonly draft?: string;
  /** Sends the body: `(body) => create.run({ body })`. Use `placesRefusals: true` on the command. */
  readonly submit: (body: Record<string, unknown>) => Promise<CommandEnd<T> | null>;
  readonly onDone: (value: T) => void;
  readonly submitLabel?: string;
  readonly columns?: 1 | 2;
  /** Above the fields. */
  readonly children?: ReactNode;
}

/**
 * A short form in a dialog. Leaving with unsaved entries asks first; with a `draft` it only closes, and they come back.
 * Every opening begins anew.
 */
export function FormDialog<T>(
  props: FormBase<T> & { readonly title: string; readonly opened: boolean; readonly onClose: () => void },
) {
  return props.opened ? <OpenDialog {...props} /> : null;
}

function OpenDialog<T>(props: FormBase<T> & { readonly title: string; readonly onClose: () => void }) {
  const t = useText();
  const { form, busy, homeless, onSubmit } = useSubmit(props);
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement) setTimeout(() => before.focus());
    };
  }, []);
  const leave = () => {
    if (!form.isDirty || props.draft !== undefined) return props.onClose();
    modals.openConfirmModal({
      title: t("platform.form.discardTitle"),
      children: t("platform.form.discardText"),
      labels: { confirm: t("platform.form.discard"), cancel: t("platform.form.keep") },
      confirmProps: { color: "red" },
      onConfirm: props.onClose,
    });
  };
  return (
    <Modal
      opened
      onClose={leave}
      title={props.title}
      size={props.columns === 1 ? "md" : "lg"}
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": t("platform.close") }}
    >
      <form onSubmit={onSubmit} noValidate>
        <RestoredNote form={form} />
        <HomelessRefusals sentences={homeless} />
        {props.children}
        <FormFields form={form} columns={props.columns ?? 2} />
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={leave}>
            {t("platform.cancel")}
          </Button>
          <Button type="submit" loading={busy}>
            {props.submitLabel ?? t("platform.save")}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

/** A form as a page of its own; without a title, as a part of one. */
export function FormPage<T>(
  props: FormBase<T> & {
    readonly title?: string;
    readonly onCancel?: () => void;
    readonly hint?: ReactNode;
    readonly after?: ReactNode;
  },
) {
  const { form, busy, homeless, onSubmit, sent } = useSubmit(props);
  const t = useText();
  useBlocker({
    shouldBlockFn: () =>
      form.isDirty && !sent.current && !props.draft ? !window.confirm(t("platform.form.discardTitle")) : false,
    enableBeforeUnload: () => form.isDirty && !sent.current && !props.draft,
  });
  return (
    <form onSubmit={onSubmit} noValidate style={{ maxWidth: props.columns === 1 ? 520 : 860 }}>
      {props.title !== undefined && <PageHead title={props.title} hint={props.hint} />}
      <RestoredNote form={form} />
      <HomelessRefusals sentences={homeless} />
      {props.children}
      <FormFields form={form} columns={props.columns ?? 2} />
      {props.after}
      <Group mt="lg">
        <Button type="submit" loading={busy}>
          {props.submitLabel ?? t("platform.save")}
        </Button>
        {props.onCancel && (
          <Button variant="default" onClick={props.onCancel}>
            {t("platform.cancel")}
          </Button>
        )}
      </Group>
    </form>
  );
}

function useSubmit<T>(props: FormBase<T>) {
  const form = useForm(props);
  const [busy, setBusy] = useState(false);
  const sent = useRef(false);
  const [homeless, setHomeless] = useState<readonly string[]>([]);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const body = form.read();
    if (!body || busy) return;
    setBusy(true);
    sent.current = false;
    setHomeless([]);
    void props
      .submit(body)
      .then((end) => {
        if (end?.ok) {
          // The page may be left within this very step, before the form is drawn again as settled.
          sent.current = true;
          form.settle();
          props.onDone(end.value);
        } else if (end?.problem) setHomeless(form.placeRefusals(end.problem).map(({ detail }) => detail));
      })
      .finally(() => setBusy(false));
  };
  return { form, busy, homeless, onSubmit, sent };
}
