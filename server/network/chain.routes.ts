import { z } from "zod";
import {
  askAgainShape,
  askedAgainShape,
  chainChangeAnswerShape,
  chainChangeInboxShape,
  chainChangeInputShape,
  chainChangePreviewShape,
  chainChangeShape,
  chainRowShape,
  chainShape,
  chainState,
  stuckStepShape,
} from "../../domain/network/index.ts";
import { idShape, listQueryShape, ok, pageShape } from "../../domain/shared/index.ts";
import { defineRoute, type Route, readCursor, readSort, toPage } from "../platform/index.ts";
import { askAgain } from "./ask-again.service.ts";
import { readChain } from "./chain.service.ts";
import { listMemberChains, listWindowChains, wayOf } from "./chain.store.ts";
import {
  answerChange,
  askedCompanies,
  finishChange,
  planChainChange,
  proposeChainChange,
} from "./chain-change.service.ts";
import { listInbox } from "./chain-change.store.ts";
import { HOLIDAYS } from "./follow-chain.service.ts";
import { listStuckSteps } from "./follow-chain.store.ts";
import { namesOf } from "./names.store.ts";

const byId = z.object({ id: idShape });

export const chainRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/network/chains",
    kind: "read",
    permission: "network.read",
    summary: { en: "Value chains, newest first", ja: "バリューチェーン一覧" },
    query: listQueryShape.extend({
      as: z
        .enum(["window", "member"])
        .default("window")
        .meta({ description: "dispatched by us, or with a step of ours" }),
      state: z.enum(["open", "late", "done", "cancelled"]).optional(),
    }),
    response: pageShape(chainRowShape),
    handler: async ({ tx, query, today }) => {
      const sort = readSort(query.sort, ["orderedOn"], "-orderedOn");
      if (!sort.ok) return sort;
      const place = `${query.as}${sort.value.text}`;
      const after = readCursor(query.cursor, place, ["date", "uuid"]);
      if (!after.ok) return after;
      const list = query.as === "window" ? listWindowChains : listMemberChains;
      const filter = { search: query.search ?? "", state: query.state ?? null, today };
      const rows = await list(tx, filter, after.value as [string, string] | null, query.limit + 1, wayOf(sort.value));
      const page = toPage(rows, query.limit, place, (row) => [
        row.orderedOn,
        query.as === "window" ? row.id : row.tradeId,
      ]);
      return ok({
        ...page,
        rows: page.rows.map(({ isCancelled, isDone, waitingCount, ...row }) => ({
          ...row,
          ...chainState({ isCancelled, isDone, waitingCount, isLate: row.isLate }),
          totalYen: row.totalYen.toString(),
        })),
      });
    },
  }),
  defineRoute({
    method: "GET",
    url: "/network/chains/:id",
    kind: "read",
    permission: "network.read",
    summary: { en: "One chain: who does what by when, as the acting company may see it", ja: "チェーンの詳細" },
    params: byId,
    response: chainShape,
    handler: ({ tx, params, today }) => readChain(tx, params.id, today),
  }),
  defineRoute({
    method: "POST",
    url: "/network/chains/:id/changes/preview",
    kind: "read",
    permission: "network.dispatch",
    summary: { en: "What a change of the maker's order means for each step", ja: "変更の影響を確認する" },
    params: byId,
    body: chainChangeInputShape,
    response: chainChangePreviewShape,
    handler: async ({ tx, params, body, today }) => {
      const planned = await planChainChange(tx, params.id, body, today);
      if (!planned.ok) return planned;
      const { steps, promisedOn, isLate } = planned.value;
      const asked = askedCompanies(tx, steps);
      const names = await namesOf(tx, [
        ...new Set([...asked, ...steps.flatMap(({ step }) => [step.sellerId, step.buyerId])]),
      ]);
      return ok({
        promisedOn,
        isLate,
        askedNames: asked.map((id) => names.get(id) ?? ""),
        steps: steps.map(({ step, ...change }) => ({
          ...change,
          chainLineNumber: step.chainLineNumber,
          stepNumber: step.stepNumber,
          part: step.part,
          processName: step.processName,
          sellerName: names.get(step.sellerId) ?? "",
          buyerName: names.get(step.buyerId) ?? "",
          quantity: step.quantity.toFixed(),
          wantedOn: step.wantedOn,
        })),
      });
    },
  }),
  defineRoute({
    method: "POST",
    url: "/network/chains/:id/changes",
    kind: "command",
    permission: "network.dispatch",
    summary: { en: "Propose a change along the chain", ja: "チェーンの変更を提案する" },
    params: byId,
    body: chainChangeInputShape,
    response: chainChangeShape,
    status: 201,
    handler: ({ tx, params, body, today }) => proposeChainChange(tx, params.id, body, today),
  }),
  ...(["apply", "withdraw"] as const).map((word) =>
    defineRoute({
      method: "POST",
      url: `/network/chain-changes/:id/${word}`,
      kind: "command",
      permission: "network.dispatch",
      summary:
        word === "apply"
          ? { en: "Apply a change all companies agreed to", ja: "全社が同意した変更を実行する" }
          : { en: "Take a proposed change back", ja: "変更の提案を取り下げる" },
      params: byId,
      response: z.null(),
      handler: ({ tx, params, today }) => finishChange(tx, params.id, word === "apply", today),
    }),
  ),
  defineRoute({
    method: "GET",
    url: "/network/stuck-steps",
    kind: "read",
    permission: "network.dispatch",
    summary: {
      en: "Steps of our chains that nobody does, or that are too late for the maker's date",
      ja: "引受手のない工程・納期に間に合わない工程",
    },
    query: listQueryShape,
    response: pageShape(stuckStepShape),
    handler: ({ tx, query }) => listStuckSteps(tx, HOLIDAYS, query),
  }),
  defineRoute({
    method: "POST",
    url: "/network/chains/:id/ask-again",
    kind: "command",
    permission: "network.dispatch",
    status: 201,
    summary: {
      en: "Order a refused step once more: from another member, or for another day",
      ja: "断られた工程を頼み直す（別の会社・別の日）",
    },
    params: byId,
    body: askAgainShape,
    response: askedAgainShape,
    handler: ({ tx, params, body, today }) => askAgain(tx, params.id, body, today),
  }),
  defineRoute({
    method: "GET",
    url: "/network/chain-changes",
    kind: "read",
    permission: "network.read",
    summary: { en: "Changes the window asks us about", ja: "窓口からの変更の依頼" },
    query: listQueryShape.extend({ state: z.enum(["asked", "answered"]).optional() }),
    response: pageShape(chainChangeInboxShape),
    handler: async ({ tx, query }) => {
      const sort = readSort(query.sort, ["askedAt"], "-askedAt");
      if (!sort.ok) return sort;
      const after = readCursor(query.cursor, sort.value.text, ["instant", "uuid"]);
      if (!after.ok) return after;
      const place = after.value as [string, string] | null;
      const rows = await listInbox(tx, query.state ?? null, place, query.limit + 1, query.search, wayOf(sort.value));
      const page = toPage(rows, query.limit, sort.value.text, (row) => [row.askedAt, row.id]);
      return ok({ ...page, rows: page.rows.map((row) => ({ ...row, lines: [...row.lines] })) });
    },
  }),
  defineRoute({
    method: "POST",
    url: "/network/chain-changes/:id/answer",
    kind: "command",
    permission: "sales.confirm",
    summary: { en: "Agree to a change, with its cost, or decline it", ja: "変更に同意する（費用つき）／断る" },
    params: byId,
    body: chainChangeAnswerShape,
    response: z.object({ state: z.enum(["proposed", "agreed", "declined", "expired"]) }),
    handler: ({ tx, params, body }) => answerChange(tx, params.id, { ...body, costYen: BigInt(body.costYen) }),
  }),
];
