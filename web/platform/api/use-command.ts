import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import { type Translate, useText } from "../i18n/use-text.ts";
import { answerOf, client } from "./client.ts";
import { ActionKeys } from "./idempotency.ts";
import { type Problem, Refused, Unreachable } from "./problem.ts";
import type { AnswerOf, InitOf, PathOf } from "./use-api.ts";

export type CommandMethod = "post" | "put" | "patch" | "delete";

/** How a command ended. `problem` is null when the server could not be reached: nothing is known, and nothing is lost. */
export type CommandEnd<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem | null };

export interface CommandOptions<T> {
  /** Sentence of the toast after success; none when left out. */
  readonly success?: string | ((value: T) => string);
  /** Places the refusals itself (forms, grids): then no toast shows those that name a field. */
  readonly placesRefusals?: boolean;
  /** Leave the answers on the screen as they are; by default all of them are read anew. */
  readonly keepAnswers?: boolean;
}

export interface Command<Init, T> {
  /** Sends it. While it runs, another press does nothing and answers `null`. */
  readonly run: (init: Init) => Promise<CommandEnd<T> | null>;
  readonly busy: boolean;
}

const NETWORK_TRIES = 3;

/**
 * A change, safe against double clicks and broken lines: one key per user action, sent again with the same key when the
 * line broke, so that it happens once.
 */
export function useCommand<M extends CommandMethod, P extends PathOf<M>>(
  method: M,
  path: P,
  options: CommandOptions<AnswerOf<M, P>> = {},
): Command<InitOf<M, P>, AnswerOf<M, P>> {
  const send = async (init: InitOf<M, P>, key: string) => {
    const request = { ...(init as object), headers: { "Idempotency-Key": key } };
    return answerOf(await client.request(method, path as never, request as never)) as AnswerOf<M, P>;
  };
  return useAction(send, options);
}

/**
 * The same for anything that is sent with a key: uploads, several requests as one action.
 *
 * @param send must pass the key on as `Idempotency-Key`
 */
export function useAction<Init, T>(
  send: (init: Init, key: string) => Promise<T>,
  options: CommandOptions<T> = {},
): Command<Init, T> {
  const t = useText();
  const cache = useQueryClient();
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const keys = useRef<ActionKeys>(null);
  keys.current ??= new ActionKeys();
  const latest = useRef({ send, options, t });
  latest.current = { send, options, t };

  const run = useCallback(
    async (init: Init): Promise<CommandEnd<T> | null> => {
      if (running.current) return null;
      running.current = true;
      setBusy(true);
      const { send, options, t } = latest.current;
      const keyring = keys.current!;
      try {
        const value = await sendUntilAnswered(() => send(init, keyring.keyFor(init)));
        keyring.answered();
        const text = typeof options.success === "function" ? options.success(value) : options.success;
        if (text) notifications.show({ message: text, color: "teal", autoClose: 4000 });
        if (!options.keepAnswers) void cache.invalidateQueries();
        return { ok: true, value };
      } catch (error) {
        if (error instanceof Refused) {
          keyring.answered();
          showRefusal(error.problem, options.placesRefusals ?? false, t);
          return { ok: false, problem: error.problem };
        }
        if (!(error instanceof Unreachable)) throw error;
        notifications.show({
          id: "unreachable",
          title: t("platform.unreachable.title"),
          message: t("platform.unreachable.nothingLost"),
          color: "orange",
          autoClose: 10_000,
        });
        return { ok: false, problem: null };
      } finally {
        running.current = false;
        setBusy(false);
      }
    },
    [cache],
  );
  return { run, busy };
}

async function sendUntilAnswered<T>(send: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof Unreachable) || tries >= NETWORK_TRIES) throw error;
      await new Promise((resume) => setTimeout(resume, 500 * 2 ** (tries - 1)));
    }
  }
}

/** A refusal that belongs to a field stands there; the toast tells what has no place, and where to look. */
function showRefusal(problem: Problem, placed: boolean, t: Translate): void {
  if (problem.code === "NOT_SIGNED_IN") return;
  const homeless = placed ? problem.errors.filter((error) => !error.field) : problem.errors;
  const sentences = [...new Set(homeless.map((error) => error.detail))];
  if (placed && sentences.length === 0 && problem.errors.length > 0) return;
  const message = sentences.slice(0, 4).join("\n") || problem.detail;
  const reference =
    problem.status >= 500 && problem.requestId ? `\n${t("platform.requestId")} ${problem.requestId}` : "";
  notifications.show({
    title: problem.title,
    message: `${message}${reference}`,
    color: "red",
    autoClose: 12_000,
    style: { whiteSpace: "pre-line" },
  });
}
