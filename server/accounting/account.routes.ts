import { z } from "zod";
import {
  ACCOUNT_ROLES,
  type AccountRole,
  accountListQueryShape,
  accountMapShape,
  accountRoleShape,
  accountShape,
  changeAccountShape,
  defaultAccount,
  mapRole,
  mapRoleShape,
  newAccountShape,
  normalSideOf,
} from "../../domain/accounting/index.ts";
import { idShape, ok, pageShape, refuse } from "../../domain/shared/index.ts";
import { announce, audit, defineRoute, type Route, requireSaved, settleAll, type Tx } from "../platform/index.ts";
import {
  findAccount,
  hasLines,
  insertAccounts,
  listAccounts,
  loadAccountMap,
  loadChart,
  saveRole,
  showAccount,
  updateAccount,
} from "./account.store.ts";

const byId = z.object({ id: idShape });

export const accountRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/accounts",
    kind: "read",
    permission: "accounting.read",
    summary: { en: "Chart of accounts", ja: "勘定科目一覧" },
    query: accountListQueryShape,
    response: pageShape(accountShape),
    handler: async ({ tx, query }) => {
      const page = await listAccounts(tx, query);
      return page.ok ? ok({ ...page.value, rows: page.value.rows.map(showAccount) }) : page;
    },
  }),
  defineRoute({
    method: "POST",
    url: "/accounts",
    kind: "command",
    permission: "accounting.write",
    summary: { en: "Add an account", ja: "勘定科目を追加する" },
    body: newAccountShape,
    response: accountShape,
    status: 201,
    handler: async ({ tx, body }) => {
      if (await findAccount(tx, { code: body.code }))
        return refuse("ACCOUNT_CODE_TAKEN", { account: body.code }, "code");
      const [id] = await insertAccounts(tx, [{ ...body, isContra: body.normalSide !== normalSideOf(body.type) }]);
      await record(tx, "accounting.accountAdded", id!);
      return ok(showAccount((await findAccount(tx, { id: id! }))!));
    },
  }),
  defineRoute({
    method: "PUT",
    url: "/accounts/:id",
    kind: "command",
    permission: "accounting.write",
    summary: { en: "Change an account's names", ja: "勘定科目を変更する" },
    params: byId,
    body: changeAccountShape,
    response: accountShape,
    handler: async ({ tx, params, body }) => {
      const found = await findAccount(tx, { id: params.id });
      if (!found) return refuse("NOT_FOUND");
      const twin = await findAccount(tx, { code: body.code });
      if (twin && twin.id !== params.id) return refuse("ACCOUNT_CODE_TAKEN", { account: body.code }, "code");
      if (!body.isActive && found.roles.length > 0)
        return refuse("ACCOUNT_HAS_ROLE", { account: found.code }, "isActive");
      const saved = requireSaved(await updateAccount(tx, params.id, body));
      if (!saved.ok) return saved;
      await record(tx, "accounting.accountChanged", params.id);
      return ok(showAccount((await findAccount(tx, { id: params.id }))!));
    },
  }),
  defineRoute({
    method: "GET",
    url: "/account-map",
    kind: "read",
    permission: "accounting.read",
    summary: { en: "Which account plays which role", ja: "勘定の割当" },
    response: accountMapShape,
    handler: async ({ tx }) => ok({ rows: await mapRows(tx) }),
  }),
  defineRoute({
    method: "PUT",
    url: "/account-map/:role",
    kind: "command",
    permission: "accounting.write",
    summary: { en: "Put another account behind a role", ja: "勘定の割当を変更する" },
    params: z.object({ role: accountRoleShape }),
    body: mapRoleShape,
    response: accountMapShape,
    handler: async ({ tx, params, body }) => {
      const [chart, map] = await settleAll([loadChart(tx), loadAccountMap(tx)]);
      const account = chart.find((one) => one.code === body.accountCode && one.isActive);
      const role = params.role as AccountRole;
      const mapped = mapRole(new Map(), role, account && { ...account, normalSide: "debit" });
      if (!mapped.ok) return refuse(mapped.refusals[0].code, { account: body.accountCode }, "accountCode");
      // What stands on the old account would no longer be compared with the ledger it follows.
      const before = map.find((one) => one.role === role);
      if (before && before.accountId !== account!.id && isFollowed(role)) {
        if (await hasLines(tx, before.accountId))
          return refuse("ROLE_HAS_BALANCE", { account: nameOf(chart, before.accountId) }, "accountCode");
      }
      await saveRole(tx, role, account!.id);
      await audit(tx, [
        {
          command: "accounting.roleMapped",
          subjectKind: "account",
          subjectId: account!.id,
          details: { role, account: account!.code },
        },
      ]);
      await announce(tx, [{ kind: "accounting.account", subjectId: account!.id }]);
      return ok({ rows: await mapRows(tx) });
    },
  }),
];

/** Accounts that are compared with another ledger: stock, work in process, open items. */
function isFollowed(role: AccountRole): boolean {
  return defaultAccount(role).section === "inventories" || role === "receivable" || role === "payable";
}

function nameOf(chart: readonly { id: string; code: string }[], id: string): string {
  return chart.find((account) => account.id === id)?.code ?? "";
}

async function mapRows(tx: Tx) {
  const [chart, map] = await settleAll([loadChart(tx), loadAccountMap(tx)]);
  const accounts = new Map(chart.map((account) => [account.id, account]));
  const ids = new Map(map.map((row) => [row.role, row.accountId]));
  return ACCOUNT_ROLES.flatMap((role) => {
    const account = accounts.get(ids.get(role) ?? "");
    if (!account) return [];
    return [
      {
        role,
        accountId: account.id,
        accountCode: account.code,
        accountNameJa: account.nameJa,
        accountNameEn: account.nameEn,
        type: account.type,
        isInventory: defaultAccount(role).section === "inventories",
      },
    ];
  });
}

async function record(tx: Tx, command: string, accountId: string): Promise<void> {
  await audit(tx, [{ command, subjectKind: "account", subjectId: accountId }]);
  await announce(tx, [{ kind: "accounting.account", subjectId: accountId }]);
}
