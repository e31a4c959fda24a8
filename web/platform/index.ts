export { actingCompanyId, answerOf, client, fileAddress, sendForm } from "./api/client.ts";
export { type FieldProblem, type Problem, Refused, Unreachable } from "./api/problem.ts";
export { type AnswerOf, type ApiOptions, type InitOf, readApi, useApi } from "./api/use-api.ts";
export { type Command, type CommandEnd, useAction, useCommand } from "./api/use-command.ts";
export { useDownload } from "./api/use-download.tsx";
export { type Change, useLive } from "./api/use-live.ts";
export {
  type AreaRoute,
  type AreaWeb,
  allAreas,
  type HomeCard,
  type HomeFigure,
  type HomeTask,
  type HomeTaskSource,
  type JumpAction,
  type MenuEntry,
} from "./area.ts";
export { ChartBox, type ChartBoxProps } from "./chart/chart-box.tsx";
export { ActionBar } from "./document/action-bar.tsx";
export type { DocumentAction, Preview } from "./document/actions.ts";
export { ConfirmDialog, PreviewView } from "./document/confirm-dialog.tsx";
export {
  DocumentPage,
  type DocumentTab,
  DocumentTabs,
  type DocumentView,
  type Fact,
  type SideSection,
} from "./document/document-page.tsx";
export {
  ChainList,
  type ChainStep,
  FactList,
  type HistoryEntry,
  HistoryList,
} from "./document/side-parts.tsx";
export { DayField } from "./form/day-field.tsx";
export type { FormField, FormValues } from "./form/form-fields.ts";
export { FormFields, HomelessRefusals, RestoredNote } from "./form/form-fields-view.tsx";
export { FormDialog, FormPage } from "./form/forms.tsx";
export { LookupField } from "./form/lookup-field.tsx";
export { type FormState, useForm } from "./form/use-form.ts";
export { withTexts } from "./form/with-texts.ts";
export {
  formatDate,
  formatEraDate,
  formatInstant,
  formatMonth,
  formatShortDate,
  todayInJapan,
} from "./format/dates.ts";
export { formatCount, formatDecimal, formatPercent, formatQuantity, formatYen, sumDecimals } from "./format/numbers.ts";
export { DateText, InstantText, Money, Price, Quantity } from "./format/show.tsx";
export type { CellProblem, GridColumn, GridRow, Lookup, LookupHit } from "./grid/grid-columns.ts";
export { LineGrid } from "./grid/line-grid.tsx";
export { type GridLine, type LineGridState, useLineGrid } from "./grid/use-line-grid.ts";
export { changeLocale, type Locale, type Messages } from "./i18n/i18n.ts";
export { refusalText, type Translate, useLocale, useText } from "./i18n/use-text.ts";
export { ImportPage, type ImportPageProps } from "./import/import-page.tsx";
export type { ImportResult } from "./import/import-tables.tsx";
export { DataTable, type DataTableProps } from "./list/data-table.tsx";
export { ListPage, type ListPageProps } from "./list/list-page.tsx";
export type { BulkAction, Column, Filter, ListAnswer, ListView } from "./list/list-types.ts";
export { type List, type ListPath, useList } from "./list/use-list.ts";
export { Answered, Empty, Failure, Loading } from "./parts/answers.tsx";
export { Icon, type IconName } from "./parts/icons.tsx";
export { PageHead } from "./parts/page-head.tsx";
export { Sparkline } from "./parts/sparkline.tsx";
export { StateBadge, type Tone } from "./parts/state-badge.tsx";
export { type Reason, Why } from "./parts/why.tsx";
export type { AppPages } from "./route/app-pages.ts";
export { PageLink, pageAddress, useGo, usePathParams } from "./route/page-link.tsx";
export {
  type Company,
  ME_KEY,
  type Me,
  useCan,
  useCompany,
  useCompanyName,
  useMe,
} from "./session/session.ts";
export { usePreference } from "./session/stored.ts";
export { foldForSearch } from "./shell/jump-entries.ts";
export { LanguageSwitch } from "./shell/language-switch.tsx";
export { usePageTitle } from "./shell/page-title.ts";
export { startWeb } from "./start.tsx";
