import type { ListFiles } from "../platform/index.ts";

/** The columns of this area's lists when they leave as files; headed as on the screen. */
export const listFiles: ListFiles = {
  "/network/orders/waiting": {
    title: "network.waiting.title",
    columns: [
      { field: "number", label: "network.order.number" },
      { field: "partnerName", label: "network.order.maker" },
      { field: "outsideNumber", label: "network.order.outsideNumber" },
      { field: "orderedOn", label: "network.order.orderedOn" },
      { field: "wantedOn", label: "network.order.wantedOn" },
      { field: "lineCount", label: "network.waiting.lines" },
      { field: "totalYen", label: "network.order.total" },
    ],
  },
  "/network/chains": {
    title: "network.chains.title",
    columns: [
      { field: "number", label: "network.chain.number" },
      { field: "state", label: "network.chain.state", words: "network.chain.state." },
      { field: "partnerName", label: "network.chain.partner" },
      { field: "outsideNumber", label: "network.order.outsideNumber" },
      { field: "orderedOn", label: "network.order.orderedOn" },
      { field: "wantedOn", label: "network.order.wantedOn" },
      { field: "promisedOn", label: "network.chain.promisedOn" },
      { field: "unansweredCount", label: "network.chain.unansweredLines" },
      { field: "doneCount", label: "network.chain.doneSteps" },
      { field: "stepCount", label: "network.rule.steps" },
      { field: "totalYen", label: "network.order.total" },
    ],
  },
  "/network/chain-changes": {
    title: "network.inbox.title",
    columns: [
      { field: "number", label: "network.change.number" },
      { field: "state", label: "network.chain.state", words: "network.consent." },
      { field: "windowName", label: "network.inbox.window" },
      { field: "reason", label: "network.change.reason" },
      { field: "askedAt", label: "network.inbox.askedAt" },
      { field: "expiresOn", label: "network.change.expiresOn" },
    ],
  },
  "/network/stuck-steps": {
    title: "network.stuck.title",
    columns: [
      { field: "chainNumber", label: "network.chain.title" },
      { field: "makerName", label: "network.order.maker" },
      { field: "processName", label: "network.step.process" },
      { field: "memberName", label: "network.step.seller" },
      { field: "state", label: "network.chain.state", words: "network.stuck.state." },
      { field: "wantedOn", label: "network.step.wantedOn" },
      { field: "promisedOn", label: "network.stuck.offered" },
      { field: "makerPromisedOn", label: "network.stuck.makerDate" },
      { field: "readyOn", label: "network.stuck.readyOn" },
    ],
  },
  "/network/rules": {
    title: "network.rules.title",
    columns: [
      { field: "priority", label: "network.rule.priority" },
      { field: "name", label: "network.rule.name" },
      { field: "itemCode", label: "network.rule.for" },
      { field: "itemName", label: "network.order.item" },
      { field: "itemGroupCode", label: "platform.group" },
      { field: "form", label: "network.rule.form", words: "network.form." },
      { field: "choice", label: "network.rule.choice", words: "network.choice." },
      { field: "earning", label: "network.rule.earning", words: "network.earning." },
      { field: "feePercent", label: "network.rule.fee" },
      { field: "stepCount", label: "network.rule.steps" },
      { field: "isAutomatic", label: "network.rule.isAutomatic" },
      { field: "isActive", label: "platform.inUse", words: "platform.inUse." },
    ],
  },
  "/network/far-end": {
    title: "network.farEnd.title",
    columns: [
      { field: "number", label: "network.farEnd.delivery" },
      { field: "sellerName", label: "network.farEnd.from" },
      { field: "makerName", label: "network.order.maker" },
      { field: "deliverTo", label: "network.order.deliverTo" },
      { field: "orderNumber", label: "network.order.number" },
      { field: "outsideNumber", label: "network.order.outsideNumber" },
      { field: "chainNumber", label: "network.chain.number" },
      { field: "shippedOn", label: "network.farEnd.shippedOn" },
    ],
  },
  "/network/far-end-reports": {
    title: "network.report.title",
    columns: [
      { field: "number", label: "network.farEnd.delivery" },
      { field: "windowName", label: "network.group.window" },
      { field: "shippedOn", label: "network.farEnd.shippedOn" },
      { field: "state", label: "network.report.state", words: "network.report.state." },
      { field: "words", label: "network.report.words" },
    ],
  },
};
