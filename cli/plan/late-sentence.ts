import type { LateReason, ScheduleTrouble } from "../../domain/planning/index.ts";
import type { Language } from "../../server/platform/embedded/index.ts";

type Words = Readonly<Record<Language, string>>;

const REASONS: Record<LateReason["code"], Words> = {
  WAITS_FOR_MACHINE: {
    ja: "{{operation}}: 設備 {{machine}} が空くのを {{until}} まで待つ（先に {{behindOperation}}）",
    en: "{{operation}}: waits for {{machine}} until {{until}}, behind {{behindOperation}}",
  },
  WAITS_FOR_PERSON: {
    ja: "{{operation}}: 技能 {{skill}} の {{person}} の手が空くのを {{until}} まで待つ（先に {{behindOperation}}）",
    en: "{{operation}}: waits for {{person}} ({{skill}}) until {{until}}, behind {{behindOperation}}",
  },
  WAITS_FOR_OPERATION: {
    ja: "{{operation}}: 前の工程 {{behindOperation}} が {{until}} に終わる",
    en: "{{operation}}: the operation before, {{behindOperation}}, ends at {{until}}",
  },
  WAITS_FOR_ORDER: {
    ja: "{{operation}}: 指図 {{behindOrder}} が {{until}} に終わる",
    en: "{{operation}}: order {{behindOrder}} ends at {{until}}",
  },
  WAITS_FOR_MATERIAL: {
    ja: "{{operation}}: 材料 {{item}} が {{on}} に入る",
    en: "{{operation}}: material {{item}} comes on {{on}}",
  },
  RELEASED_ON: {
    ja: "{{operation}}: 着手できるのは {{on}} から",
    en: "{{operation}}: may not be started before {{on}}",
  },
  PINNED: { ja: "{{operation}}: {{start}} に固定されている", en: "{{operation}}: is pinned at {{start}}" },
  SUBCONTRACTED: {
    ja: "{{operation}}: 外注先 {{partner}} で {{days}} 日かかる",
    en: "{{operation}}: takes {{days}} days at {{partner}}",
  },
  STARTS_NOW: {
    ja: "{{operation}}: 今すぐ始めても {{minutes}} 分かかる",
    en: "{{operation}}: takes {{minutes}} minutes although it starts at once",
  },
  JUST_IN_TIME: {
    ja: "{{operation}}: 納期から逆算した {{start}} に始まる",
    en: "{{operation}}: starts at {{start}}, counted back from its due date",
  },
  NO_WORKING_TIME: {
    ja: "{{operation}}: 計画期間のうちに {{machine}} の稼働時間が足りない",
    en: "{{operation}}: {{machine}} has not working time enough within the horizon",
  },
};

const TROUBLES: Record<ScheduleTrouble["code"], Words> = {
  DUPLICATE_ID: { ja: "同じコードが二つある", en: "the code is there twice" },
  CALENDAR_UNKNOWN: { ja: "カレンダー {{calendar}} を使えない", en: "calendar {{calendar}} cannot be used" },
  CALENDAR_NEVER_WORKS: { ja: "稼働する日や時間がない", en: "never works" },
  SHIFT_UNREADABLE: { ja: "シフトの時刻か休憩がおかしい", en: "the times or breaks of a shift do not fit together" },
  WITHOUT_CALENDAR: {
    ja: "カレンダーがない（24時間稼働とはみなさない）",
    en: "has no calendar (it is never taken to run round the clock)",
  },
  MOMENT_UNREADABLE: { ja: "日時を読めない", en: "a date or time cannot be read" },
  PAUSE_ENDS_BEFORE_START: {
    ja: "{{from}} から {{to}} では終わりが先",
    en: "{{from}} to {{to}} ends before it begins",
  },
  RATE_NOT_POSITIVE: { ja: "速さは0より大きく", en: "the rate must be more than 0" },
  NUMBER_UNREADABLE: { ja: "数 {{text}} を読めない", en: "the number {{text}} cannot be read" },
  NUMBER_NEGATIVE: { ja: "{{field}} が負の数", en: "{{field}} is below zero" },
  SPLIT_NOT_WHOLE: { ja: "分割数は1以上の整数", en: "the split must be a whole number from 1" },
  WITHOUT_MACHINE: {
    ja: "できる設備がない（{{group}}{{machines}}）",
    en: "no machine can do it ({{group}}{{machines}})",
  },
  MACHINE_UNKNOWN: { ja: "設備 {{machine}} がない", en: "there is no machine {{machine}}" },
  NOBODY_WITH_SKILL: { ja: "技能 {{skill}} を持つ人がいない", en: "nobody has the skill {{skill}}" },
  OPERATION_UNKNOWN: { ja: "工程 {{operation}} がない", en: "there is no operation {{operation}}" },
  ORDER_UNKNOWN: { ja: "指図 {{order}} がない", en: "there is no order {{order}}" },
  ORDER_WITHOUT_OPERATION: { ja: "工程がない", en: "has no operation" },
  PRECEDENCE_CYCLIC: { ja: "互いに待ち合う: {{chain}}", en: "wait for each other in a circle: {{chain}}" },
  WAITS_FOR_REFUSED: { ja: "計画できない {{waitsFor}} を待つ", en: "waits for {{waitsFor}}, which cannot be planned" },
};

/** One link of why an order is late, as a sentence. */
export function lateSentence({ code, values }: LateReason, language: Language): string {
  return filled(REASONS[code][language], values);
}

/** Why something could not be scheduled, as a sentence. */
export function troubleSentence({ code, values }: ScheduleTrouble, language: Language): string {
  return filled(TROUBLES[code][language], values);
}

function filled(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => shown(values[name] ?? ""));
}

/** A moment as people write it; anything else as it is. */
export function shown(value: string | number): string {
  return String(value).replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})$/, "$1 $2");
}
