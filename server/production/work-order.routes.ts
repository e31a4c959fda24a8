import { z } from "zod";
import {
  assignWorkCenterShape,
  closedShape,
  completedShape,
  completeShape,
  editWorkOrderShape,
  issuedShape,
  issueShape,
  lostShape,
  newWorkOrderShape,
  onDateBodyShape,
  releasedShape,
  reportedShape,
  reportShape,
  returnIssueShape,
  reworkShape,
  sendShape,
  shortageShape,
  versionBodyShape,
  workCenterChoicesShape,
  workOrderListQueryShape,
  workOrderMadeShape,
  workOrderPageShape,
  workOrderShape,
} from "../../domain/production/index.ts";
import {
  decimal,
  idShape,
  ok,
  plainDateShape,
  positiveQuantityShape,
  versionShape,
} from "../../domain/shared/index.ts";
import { defineRoute, type Route, readCursor, readSort, toPage } from "../platform/index.ts";
import { assignOperation, readWorkCenterChoices } from "./assign-work-center.service.ts";
import { cancelWorkOrder, closeWorkOrder, endWorkOrder } from "./close-work-order.service.ts";
import { completeWorkOrder } from "./complete-work-order.service.ts";
import { createRework, createWorkOrders, editWorkOrder } from "./create-work-orders.service.ts";
import { issueMaterial, returnMaterial } from "./issue-material.service.ts";
import { loseAtPartner, sendOutsideAgain, takeBackFromPartner } from "./outside-processing.service.ts";
import { releaseWorkOrder, releaseWorkOrders } from "./release-work-order.service.ts";
import { type Reported, reportThrough, reportWork } from "./report-work.service.ts";
import { readWorkOrder } from "./work-order-document.service.ts";
import { listWorkOrders, type WorkOrderSort } from "./work-order-list.store.ts";

const params = z.object({ id: idShape });
const operationParams = params.extend({ operation: z.coerce.number().int().min(1).max(9999) });
const write = { kind: "command", permission: "production.write" } as const;

const toReported = (value: Reported) => ({
  ...value,
  good: value.good.toFixed(),
  scrap: value.scrap.toFixed(),
  completed: value.completed.toFixed(),
  shortages: [...value.shortages],
});

export const workOrderRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/work-orders",
    kind: "read",
    permission: "production.read",
    summary: { en: "Work orders by due day", ja: "製造指図一覧" },
    query: workOrderListQueryShape,
    response: workOrderPageShape,
    handler: async ({ tx, query, today }) => {
      const sort = readSort<WorkOrderSort>(query.sort, ["dueOn", "startOn", "number"], "dueOn");
      if (!sort.ok) return sort;
      const kind = sort.value.column === "number" ? "text" : "date";
      const after = readCursor(query.cursor, sort.value.text, [kind, "uuid"]);
      if (!after.ok) return after;
      const rows = await listWorkOrders(tx, query, sort.value, after.value, query.limit + 1, today);
      return ok(toPage(rows, query.limit, sort.value.text, (row) => [row[sort.value.column], row.id]));
    },
  }),
  defineRoute({
    method: "GET",
    url: "/work-orders/:id",
    kind: "read",
    permission: "production.read",
    summary: { en: "One work order", ja: "製造指図" },
    params,
    response: workOrderShape,
    handler: ({ tx, params, today }) => readWorkOrder(tx, params.id, today),
  }),
  defineRoute({
    method: "POST",
    url: "/work-orders",
    ...write,
    summary: { en: "Make a work order", ja: "製造指図を作る" },
    status: 201,
    body: newWorkOrderShape,
    response: workOrderMadeShape,
    handler: async ({ tx, body, today }) => {
      const made = await createWorkOrders(tx, [{ ...body, quantity: decimal(body.quantity) }], today);
      return made.ok ? ok({ workOrders: made.value }) : made;
    },
  }),
  defineRoute({
    method: "PUT",
    url: "/work-orders/:id",
    ...write,
    summary: { en: "Change a work order", ja: "製造指図を変更する" },
    params,
    body: editWorkOrderShape,
    response: z.object({ id: idShape, version: versionShape }),
    handler: async ({ tx, params, body }) => {
      const edited = await editWorkOrder(tx, params.id, { ...body, quantity: decimal(body.quantity) });
      return edited.ok ? ok({ id: edited.value.id, version: edited.value.version }) : edited;
    },
  }),
  defineRoute({
    method: "POST",
    url: "/work-orders/release",
    ...write,
    summary: { en: "Release several work orders", ja: "製造指図をまとめて着手可能にする" },
    body: z.object({
      orders: z
        .array(z.object({ id: idShape, version: versionShape }))
        .min(1)
        .max(200),
    }),
    response: releasedShape,
    handler: async ({ tx, body, today }) => {
      const released = await releaseWorkOrders(tx, body.orders, today);
      return released.ok
        ? ok({ shortages: [...released.value.shortages], outsideOrders: [...released.value.outsideOrders] })
        : released;
    },
  }),
  defineRoute({
    method: "POST",
    url: "/work-orders/:id/release",
    ...write,
    summary: { en: "Release a work order to the floor", ja: "製造指図を着手可能にする" },
    params,
    body: versionBodyShape,
    response: releasedShape,
    handler: async ({ tx, params, body, today }) => {
      const released = await releaseWorkOrder(tx, params.id, body.version, today);
      return released.ok
        ? ok({ shortages: [...released.value.shortages], outsideOrders: [...released.value.outsideOrders] })
        : released;
    },
  }),
  defineRoute({
    method: "POST",
    url: "/work-orders/:id/issue",
    kind: "command",
    permission: "inventory.move",
    summary: { en: "Issue material to a work order", ja: "材料を出庫する" },
    params,
    body: issueShape,
    response: issuedShape,
    handler: async ({ tx, params, body, today }) => {
      const lines = body.lines.map((line) => ({ ...line, quantity: decimal(line.quantity) }));
      const issued = await issueMaterial(tx, params.id, lines, body.movedOn ?? today);
      return issued.ok ? ok({ costYen: issued.value.costYen.toString() }) : issued;
    },
  }),
  defineRoute({
    method: "POST",
    url: "/work-orders/:id/return-issue",
    kind: "command",
    permission: "inventory.move",
    summary: { en: "Return issued material to stock", ja: "出庫した材料を戻す" },
    params,
    body: returnIssueShape,
    response: issuedShape,
    handler: async ({ tx, params, body, today }) => {
      const lines = body.lines.map((line) => ({ ...line, quantity: decimal(line.quantity) }));
      const returned = await returnMaterial(tx, params.id, lines, body.movedOn ?? today);
      return returned.ok ? ok({ costYen: returned.value.costYen.toString() }) : returned;
    },
  }),
  defineRoute({
    method: "POST",
    url: "/work-orders/:id/report",
    ...write,
    summary: { en: "Report work from the desk", ja: "実績を登録する" },
    params,
    body: reportShape,
    response: reportedShape,
    handler: async ({ tx, params, body, today }) => {
      const { quantity, minutes, reportedOn, ...rest } = body;
      const reported = await reportWork(tx, {
        ...rest,
        workOrderId: params.id,
        ...(quantity && { quantity: decimal(quantity) }),
        ...(minutes && { minutes: decimal(minutes) }),
        reportedOn: reportedOn ?? today,
      });
      return reported.ok ? ok(toReported(reported.value)) : reported;
    },
  }),
  defineRoute({
    method: "POST",
    url: "/work-orders/:id/report-through",
    ...write,
    summary: { en: "Report finished pieces through all operations", ja: "全工程の実績を一度に登録する" },
    params,
    body: z.object({ quantity: positiveQuantityShape, reportedOn: plainDateShape.optional() }),
    response: reportedShape,
    handler: async ({ tx, params, body, today }) => {
      const reported = await reportThrough(tx, {
        workOrderId: params.id,
        quantity: decimal(body.quantity),
        reportedOn: body.reportedOn ?? today,
      });
      return reported.ok ? ok(toReported(reported.value)) : reported;
    },
  }),
  defineRoute({
    method: "POST",
    url: "/work-orders/:id/complete",
    ...write,
    summary: { en: "Put finished pieces into stock", ja: "完成品を入庫する" },
    params,
    body: completeShape,
    response: completedShape,
    handler: async ({ tx, params, body, today }) => {
      const done = await completeWorkOrder(tx, params.id, {
        ...body,
        quantity: decimal(body.quantity),
        completedOn: body.completedOn ?? today,
        recovered: body.recovered?.map((one) => ({
          itemId: one.itemId,
          quantity: decimal(one.quantity),
          valueYen: BigInt(one.valueYen),
        })),
      });
      if (!done.ok) return done;
      const { costYen, lossYen, allocated } = done.value;
      return ok({ costYen: costYen.toString(), lossYen: lossYen.toString(), allocated: allocated.toFixed() });
    },
  }),
  defineRoute({
    method: "POST",
    url: "/work-orders/:id/end",
    ...write,
    summary: { en: "End a work order early", ja: "製造指図を打ち切る" },
    params,
    body: versionBodyShape,
    response: z.object({}),
    handler: async ({ tx, params, body }) => {
      const ended = await endWorkOrder(tx, params.id, body.version);
      return ended.ok ? ok({}) : ended;
    },
  }),
  defineRoute({
    method: "POST",
    url: "/work-orders/:id/close",
    ...write,
    summary: { en: "Close a work order's books", ja: "製造指図を締める" },
    params,
    body: onDateBodyShape,
    response: closedShape,
    handler: async ({ tx, params, body, today }) => {
      const closed = await closeWorkOrder(tx, params.id, body.version, body.onDate ?? today);
      return closed.ok ? ok({ lossYen: closed.value.lossYen.toString() }) : closed;
    },
  }),
  defineRoute({
    method: "POST",
    url: "/work-orders/:id/cancel",
    ...write,
    summary: { en: "Cancel a work order", ja: "製造指図を取り消す" },
    params,
    body: onDateBodyShape,
    response: closedShape,
    handler: async ({ tx, params, body, today }) => {
      const cancelled = await cancelWorkOrder(tx, params.id, body.version, body.onDate ?? today);
      return cancelled.ok ? ok({ lossYen: cancelled.value.lossYen.toString() }) : cancelled;
    },
  }),
  defineRoute({
    method: "POST",
    url: "/work-orders/:id/rework",
    ...write,
    summary: { en: "Make a rework order for finished pieces", ja: "手直し指図を作る" },
    status: 201,
    params,
    body: reworkShape,
    response: workOrderMadeShape,
    handler: async ({ tx, params, body, today }) => {
      const made = await createRework(
        tx,
        params.id,
        {
          quantity: decimal(body.quantity),
          dueOn: body.dueOn,
          note: body.note,
          operations: body.operations.map((one) => ({
            name: one.name,
            workCenterId: one.workCenterId,
            ...(one.setupMinutes && { setupMinutes: decimal(one.setupMinutes) }),
            ...(one.runMinutesPerUnit && { runMinutesPerUnit: decimal(one.runMinutesPerUnit) }),
          })),
        },
        today,
      );
      return made.ok ? ok({ workOrders: [made.value] }) : made;
    },
  }),
  defineRoute({
    method: "POST",
    url: "/work-orders/:id/operations/:operation/send",
    ...write,
    summary: { en: "Order an outside operation and send its material", ja: "外注を手配し材料を支給する" },
    params: operationParams,
    body: sendShape,
    response: z.object({ shortages: z.array(shortageShape) }),
    handler: async ({ tx, params, body, today }) => {
      const sent = await sendOutsideAgain(tx, params.id, params.operation, body.movedOn ?? today);
      return sent.ok ? ok({ shortages: [...sent.value.shortages] }) : sent;
    },
  }),
  defineRoute({
    method: "GET",
    url: "/work-orders/:id/operations/:operation/work-centers",
    kind: "read",
    permission: "production.read",
    summary: { en: "Work centres an operation may be done at", ja: "工程を行える作業区" },
    params: operationParams,
    response: workCenterChoicesShape,
    handler: ({ tx, params }) => readWorkCenterChoices(tx, params.id, params.operation),
  }),
  defineRoute({
    method: "PUT",
    url: "/work-orders/:id/operations/:operation/work-center",
    ...write,
    summary: { en: "Have an operation done at another work centre", ja: "工程の作業区を変更する" },
    params: operationParams,
    body: assignWorkCenterShape,
    response: versionBodyShape,
    handler: ({ tx, params, body }) => assignOperation(tx, params.id, params.operation, body),
  }),
  defineRoute({
    method: "POST",
    url: "/work-orders/:id/take-back",
    kind: "command",
    permission: "inventory.move",
    summary: { en: "Take unused material back from the subcontractor", ja: "支給材の残りを引き取る" },
    params,
    body: z.object({
      lineNumber: z.int().min(1),
      quantity: positiveQuantityShape,
      movedOn: plainDateShape.optional(),
    }),
    response: issuedShape,
    handler: async ({ tx, params, body, today }) => {
      const back = await takeBackFromPartner(tx, params.id, {
        lineNumber: body.lineNumber,
        quantity: decimal(body.quantity),
        on: body.movedOn ?? today,
      });
      return back.ok ? ok({ costYen: back.value.costYen.toString() }) : back;
    },
  }),
  defineRoute({
    method: "POST",
    url: "/work-orders/:id/lost",
    ...write,
    summary: { en: "Record material lost at the subcontractor", ja: "支給材の紛失・仕損を記録する" },
    params,
    body: lostShape,
    response: issuedShape,
    handler: async ({ tx, params, body, today }) => {
      const lost = await loseAtPartner(tx, params.id, {
        lineNumber: body.lineNumber,
        quantity: decimal(body.quantity),
        on: body.happenedOn ?? today,
        reason: body.reason,
        ...(body.claimYen && { claimYen: BigInt(body.claimYen) }),
      });
      return lost.ok ? ok({ costYen: lost.value.costYen.toString() }) : lost;
    },
  }),
];
