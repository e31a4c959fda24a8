import type { PegDemand, PegSupply, PlanExceptionKind } from "../../domain/planning/index.ts";
import type { Language } from "../../server/platform/embedded/index.ts";
import type { LeftOut, PlannedFolder } from "./plan-folder.ts";
import { reasonSentence, shown } from "./reason-sentence.ts";

/** A file of results: its header, and rows of cells; null is an empty cell. */
export interface ResultFile {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

const EXCEPTIONS: Record<PlanExceptionKind, Readonly<Record<Language, string>>> = {
  past_due_start: { ja: "開始遅れ", en: "should have started" },
  expedite: { ja: "前倒し", en: "bring forward" },
  delay: { ja: "後ろ倒し", en: "put back" },
  cancel: { ja: "取消", en: "cancel" },
  shortfall: { ja: "不足", en: "short" },
  no_bom: { ja: "部品表なし", en: "no bill of material" },
  below_safety: { ja: "安全在庫割れ", en: "below safety stock" },
  overdue_receipt: { ja: "入荷遅れ", en: "receipt overdue" },
  beyond_horizon: { ja: "計画期間外", en: "beyond the horizon" },
  negative_stock: { ja: "在庫がマイナス", en: "negative stock" },
  requested: { ja: "購買依頼中", en: "requested" },
  raise: { ja: "増量", en: "raise" },
  lower: { ja: "減量", en: "lower" },
  inside_fence: { ja: "確定期間内の不足", en: "short inside the fence" },
  overdue_demand: { ja: "納期超過", en: "delivery overdue" },
  bom_cyclic: { ja: "部品表の循環", en: "cyclic bill of material" },
};

/** The results of a plan as tables with headers in the reader's language. */
export function resultFiles(planned: PlannedFolder, language: Language): ResultFile[] {
  const { plan, schedule, dueOn, leftOut, horizonDays } = planned;
  const ended = schedule.orders.flatMap(({ end, ...row }) => (end === null ? [] : [{ ...row, end }]));
  const head = (...words: readonly (readonly [ja: string, en: string])[]) =>
    words.map(([ja, en]) => (language === "ja" ? ja : en));
  const word = (ja: string, en: string) => (language === "ja" ? ja : en);
  const end = (of: PegSupply | PegDemand): string => {
    if ("seq" in of) return `P-${of.seq + 1}`;
    if (of.kind === "stock") return word("在庫", "stock");
    return of.kind === "safety" ? word("安全在庫", "safety stock") : of.id;
  };
  const whyOut = ({ code, values }: LeftOut): string => {
    if (code === "NO_ROUTING")
      return word(
        `工順がありません。routings.csv に品目「${values["item"]}」の行がありません。`,
        `There is no routing: routings.csv has no operation of ${values["item"]}.`,
      );
    const reason = reasonSentence({ code, values }, language);
    if (code !== "NO_WORKING_TIME") return reason;
    return word(
      `計画期間（${horizonDays}日）のうちに終わりません。${reason}`,
      `It does not end within the ${horizonDays} days planned: ${reason}`,
    );
  };
  const supplies = { make: word("内作", "make"), buy: word("購買", "buy"), subcontract: word("外注", "subcontract") };
  return [
    {
      name: "planned-orders",
      header: head(
        ["番号", "Number"],
        ["品目コード", "Item"],
        ["調達", "Supply"],
        ["数量", "Quantity"],
        ["着手日", "Start on"],
        ["納期", "Due on"],
        ["本来の着手日", "Should have started on"],
      ),
      rows: plan.orders.map((order) => [
        `P-${order.seq + 1}`,
        order.itemCode,
        supplies[order.supply],
        order.quantity,
        order.startOn,
        order.dueOn,
        order.isPastDue ? order.wantedStartOn : null,
      ]),
    },
    {
      name: "pegs",
      header: head(
        ["品目コード", "Item"],
        ["供給", "Supply"],
        ["所要", "Demand"],
        ["数量", "Quantity"],
        ["必要日", "Needed on"],
      ),
      rows: plan.pegs.map((peg) => [peg.itemId, end(peg.supply), end(peg.demand), peg.quantity, peg.neededOn]),
    },
    {
      name: "exceptions",
      header: head(
        ["例外", "Exception"],
        ["品目コード", "Item"],
        ["対象", "Subject"],
        ["数量", "Quantity"],
        ["日付", "Date"],
        ["望む日", "Wanted"],
      ),
      rows: plan.exceptions.map(({ kind, itemCode, subject, quantity, onDate, wantedDate }) => [
        EXCEPTIONS[kind][language],
        itemCode,
        subject === null ? null : "seq" in subject ? `P-${subject.seq + 1}` : subject.id,
        quantity,
        onDate,
        wantedDate,
      ]),
    },
    {
      name: "schedule",
      header: head(
        ["指図", "Order"],
        ["工程", "Operation"],
        ["分割", "Part"],
        ["設備・外注先", "Machine or partner"],
        ["作業者", "Person"],
        ["段取開始", "Set-up from"],
        ["開始", "Start"],
        ["終了", "End"],
      ),
      rows: schedule.operations.map((row) => [
        row.orderId,
        row.operationId,
        row.partCount === 1 ? null : `${row.part}/${row.partCount}`,
        row.machineId ?? row.partnerId,
        row.personId,
        shown(row.setupStart),
        shown(row.start),
        shown(row.end),
      ]),
    },
    {
      name: "order-ends",
      header: head(["指図", "Order"], ["完成", "End"], ["納期", "Due"], ["遅れ（分）", "Late (minutes)"]),
      rows: ended.map((row) => [row.orderId, shown(row.end), dueOn.get(row.orderId)!, row.lateMinutes]),
    },
    {
      name: "late-reasons",
      header: head(["指図", "Order"], ["順", "Link"], ["理由", "Reason"]),
      rows: ended.flatMap((row) =>
        row.whyLate.map((reason, at) => [row.orderId, at + 1, reasonSentence(reason, language)]),
      ),
    },
    {
      name: "not-scheduled",
      header: head(["指図", "Order"], ["対象", "Subject"], ["理由", "Reason"]),
      rows: leftOut.map((one) => [one.orderId, one.subject, whyOut(one)]),
    },
  ];
}
