export { actingCompanyId, answerOf, client } from "./api/client.ts";
export { type FieldProblem, Refused, Unreachable } from "./api/problem.ts";
export { type AnswerOf, readApi, useApi } from "./api/use-api.ts";
export { type CommandEnd, useAction, useCommand } from "./api/use-command.ts";
export { useDownload } from "./api/use-download.tsx";
export { useLive } from "./api/use-live.ts";
export { usePosted } from "./api/use-posted.ts";
export {
  type AddedColumn,
  type AddedFact,
  type AddedNote,
  type AreaWeb,
  allAreas,
  type HomeCard,
  type HomeFigure,
  type HomePanel,
  type HomeTask,
  type HomeTaskSource,
} from "./area.ts";
export { ChartBox } from "./chart/chart-box.tsx";

export type { DocumentAction, Preview } from "./document/actions.ts";
export { ConfirmDialog, VisibleTo } from "./document/confirm-dialog.tsx";
export {
  DocumentPage,
  FactView,
  type SideSection,
} from "./document/document-page.tsx";
export {
  ChainList,
  FactList,
  HistoryList,
} from "./document/side-parts.tsx";
export { DayField } from "./form/day-field.tsx";
export type { FormField } from "./form/form-fields.ts";
export { FormFields, HomelessRefusals, RestoredNote } from "./form/form-fields-view.tsx";
export { FormDialog, FormPage } from "./form/forms.tsx";
export { LookupField } from "./form/lookup-field.tsx";
export { useForm } from "./form/use-form.ts";
export { withTexts } from "./form/with-texts.ts";
export {
  formatDate,
  formatInstant,
  formatMonth,
  todayInJapan,
} from "./format/dates.ts";
export { formatCount, formatDecimal, formatQuantity, formatUnit, formatYen, sumDecimals } from "./format/numbers.ts";
export { DateText, InstantText, Money, Price, Quantity } from "./format/show.tsx";
export type { GridColumn, GridRow, Lookup, LookupHit } from "./grid/grid-columns.ts";
export { LineGrid } from "./grid/line-grid.tsx";
export { useLineGrid } from "./grid/use-line-grid.ts";
export { changeLocale, type Locale } from "./i18n/i18n.ts";
export { refusalText, type Translate, useLocale, useText } from "./i18n/use-text.ts";
export { ImportPage } from "./import/import-page.tsx";

export { DataTable } from "./list/data-table.tsx";
export { ListPage } from "./list/list-page.tsx";
export type { Column } from "./list/list-types.ts";

export { Answered, Empty, Failure, Loading } from "./parts/answers.tsx";
export { tasksOf } from "./parts/home-tasks.ts";
export { Icon } from "./parts/icons.tsx";
export { PageHead } from "./parts/page-head.tsx";
export { Sparkline } from "./parts/sparkline.tsx";
export { StateBadge, type Tone } from "./parts/state-badge.tsx";
export { type Reason, Why } from "./parts/why.tsx";
export type { AppPages } from "./route/app-pages.ts";
export { PageLink, useGo, usePathParams } from "./route/page-link.tsx";
export {
  type Company,
  ME_KEY,
  type Me,
  useCan,
  useCompany,
  useCompanyName,
  useMe,
} from "./session/session.ts";
export { foldForSearch } from "./shell/jump-entries.ts";
export { LanguageSwitch } from "./shell/language-switch.tsx";
export { usePageTitle } from "./shell/page-title.ts";
export { startWeb } from "./start.tsx";

/** Classes of a printed paper, on the screen and on the printer. */
export { default as paper } from "./style/paper.module.css";
