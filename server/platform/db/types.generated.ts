// Generated from the migrated database by `npm run db:types`. Do not edit.
import type { ColumnType } from "kysely";
import type { Decimal } from "../../../domain/shared/index.ts";

type Defaulted<T> = ColumnType<T, T | undefined, T>;
type Computed<T> = ColumnType<T, never, never>;

export interface AccessRecord {
  company_id: string;
  id: Defaulted<bigint>;
  at: Defaulted<string>;
  by_company_id: string;
  user_id: string | null;
  trade_id: string;
  reaction: string;
}

export interface Account {
  company_id: string;
  id: string;
  code: string;
  name: string;
  name_en: Defaulted<string>;
  kana: Defaulted<string>;
  type: string;
  section: string;
  tax_code: string | null;
  is_active: Defaulted<boolean>;
  etax_code: Defaulted<string>;
  version: Defaulted<number>;
  is_contra: Defaulted<boolean>;
}

export interface AccountBalance {
  company_id: string;
  account_id: string;
  month: string;
  debit_yen: Defaulted<bigint>;
  credit_yen: Defaulted<bigint>;
  folded_to: string;
}

export interface AccountMap {
  company_id: string;
  role: string;
  account_id: string;
}

export interface Agreement {
  id: string;
  seller_id: string | null;
  buyer_id: string | null;
  seller_key: Computed<string>;
  buyer_key: Computed<string>;
  outside_partner_id: string | null;
  seller_partner_id: string | null;
  buyer_partner_id: string | null;
  seller_tax_status: Defaulted<string>;
  seller_registration_number: string | null;
  name: string;
  agreement_version: Defaulted<number>;
  previous_id: string | null;
  state: Defaulted<string>;
  proposed_by: string | null;
  valid_from: string;
  ended_on: string | null;
  answered_at: string | null;
  booked_at: Defaulted<string>;
  default_acceptance_days: number | null;
  is_one_step: Defaulted<boolean>;
  invoice_issuer: Defaulted<string>;
  tax_rounding: Defaulted<string>;
  amount_rounding: Defaulted<string>;
  closing_day: Defaulted<number>;
  closing_counts_by: Defaulted<string>;
  payment_month_offset: Defaulted<number>;
  payment_day: Defaulted<number>;
  holiday_shift: Defaulted<string>;
  payment_kind: Defaulted<string>;
  is_subcontract_law: Defaulted<boolean>;
  tolerance_rate: Defaulted<Decimal>;
  shows_milestones: Defaulted<boolean>;
  terms: Defaulted<unknown>;
  created_at: Defaulted<string>;
  standing_quantity: Computed<Decimal | null>;
  standing_lead_days: Computed<number>;
  standing_provisional: Computed<boolean>;
}

export interface AgreementItem {
  agreement_id: string;
  line_number: number;
  seller_id: string | null;
  buyer_id: string | null;
  seller_key: Computed<string>;
  buyer_key: Computed<string>;
  code: string;
  description: string;
  unit: string;
  tax_category: Defaulted<string>;
  seller_item_id: string | null;
  seller_item_code: string | null;
  seller_factor: Defaulted<Decimal>;
  buyer_item_id: string | null;
  buyer_item_code: string | null;
  buyer_factor: Defaulted<Decimal>;
  form: Defaulted<string>;
  lead_time_days: Defaulted<number>;
  standing_quantity: Decimal | null;
  minimum_quantity: Decimal | null;
  free_issue: Defaulted<unknown>;
}

export interface AgreementPrice {
  agreement_id: string;
  line_number: number;
  from_quantity: Defaulted<Decimal>;
  valid_from: string;
  valid_to: string | null;
  seller_id: string | null;
  buyer_id: string | null;
  seller_key: Computed<string>;
  buyer_key: Computed<string>;
  unit_price: Decimal;
  is_provisional: Defaulted<boolean>;
}

export interface AlternativeWorkCenter {
  company_id: string;
  work_center_id: string;
  alternative_id: string;
  time_factor: Defaulted<Decimal>;
}

export interface Audit {
  company_id: string;
  id: string;
  at: Defaulted<string>;
  user_id: Defaulted<string | null>;
  command: string;
  subject_kind: string;
  subject_id: string | null;
  details: Defaulted<unknown>;
  xid: Defaulted<string>;
}

export interface BankRow {
  company_id: string;
  id: string;
  received_on: string;
  number: string;
  payer_name: Defaulted<string>;
  remittance_text: Defaulted<string>;
  amount_yen: bigint;
  fund_role: Defaulted<string>;
  state: Defaulted<string>;
  payment_id: string | null;
  note: Defaulted<string>;
  created_at: Defaulted<string>;
  version: Defaulted<number>;
}

export interface BillOfMaterialLine {
  company_id: string;
  id: string;
  parent_item_id: string;
  component_item_id: string;
  operation_number: number | null;
  quantity: Decimal;
  scrap_rate: Defaulted<Decimal>;
  valid_from: string | null;
  valid_to: string | null;
  note: Defaulted<string>;
  kind: Defaulted<string>;
}

export interface Calendar {
  company_id: string;
  id: string;
  code: string;
  name: string;
  works_on: Defaulted<number[]>;
  keeps_public_holidays: Defaulted<boolean>;
  version: Defaulted<number>;
}

export interface CalendarDay {
  company_id: string;
  calendar_id: string;
  on_date: string;
  is_working: boolean;
  reason: Defaulted<string>;
}

export interface ChainChange {
  company_id: string;
  id: string;
  chain_id: string;
  number: string;
  reason: Defaulted<string>;
  state: Defaulted<string>;
  summary: Defaulted<unknown>;
  expires_on: string | null;
  proposed_at: Defaulted<string>;
  finished_at: string | null;
}

export interface ChainChangeConsent {
  chain_change_id: string;
  member_id: string;
  window_id: string;
  state: Defaulted<string>;
  by_rule: Defaulted<boolean>;
  cost_yen: Defaulted<bigint>;
  words: Defaulted<string>;
  asked_at: Defaulted<string>;
  answered_at: string | null;
}

export interface ChainPromise {
  company_id: string;
  id: string;
  number: string;
  item_id: string;
  quantity: Decimal;
  wanted_on: string;
  promised_on: string;
  state: Defaulted<string>;
  expires_at: string;
  rule_id: string;
  members: unknown;
  steps: unknown;
  trade_id: string | null;
  chain_id: string | null;
  created_by: Defaulted<string | null>;
  created_at: Defaulted<string>;
  ended_at: string | null;
  version: Defaulted<number>;
}

export interface ChainStep {
  company_id: string;
  chain_id: string;
  chain_line_number: number;
  step_number: number;
  part: Defaulted<number>;
  feeds_step_number: number | null;
  process_code: string;
  process_name: string;
  seller_id: string;
  buyer_id: string;
  code: string;
  quantity: Decimal;
  yield: Decimal;
  wanted_on: string;
  trade_id: string | null;
  trade_line_number: number | null;
  work_order_id: string | null;
  quantity_per: Defaulted<Decimal>;
  unit_decimals: Defaulted<number>;
  lead_time_days: Defaulted<number>;
  rule_id: string | null;
}

export interface ChainStock {
  company_id: string;
  chain_id: string;
  chain_line_number: number;
  item_id: string;
  quantity: Decimal;
}

export interface ChangeRequest {
  id: string;
  trade_id: string;
  seller_id: string | null;
  buyer_id: string | null;
  seller_key: Computed<string>;
  buyer_key: Computed<string>;
  proposed_by: string;
  number: string;
  reason: Defaulted<string>;
  cost_yen: Defaulted<bigint>;
  state: Defaulted<string>;
  chain_change_id: string | null;
  proposed_at: Defaulted<string>;
  answered_at: string | null;
  answer: Defaulted<string>;
  expires_on: string | null;
}

export interface ChangeRequestLine {
  change_request_id: string;
  line_number: number;
  seller_id: string | null;
  buyer_id: string | null;
  seller_key: Computed<string>;
  buyer_key: Computed<string>;
  is_cancel: Defaulted<boolean>;
  new_quantity: Decimal | null;
  new_unit_price: Decimal | null;
  new_amount_yen: bigint | null;
  new_wanted_on: string | null;
  new_promised_on: string | null;
}

export interface Company {
  company_id: string;
  code: string;
  name: string;
  name_en: Defaulted<string>;
  kana: Defaulted<string>;
  corporate_number: string | null;
  registration_number: string | null;
  tax_status: Defaulted<string>;
  postal_code: Defaulted<string>;
  address: Defaulted<string>;
  phone: Defaulted<string>;
  capital_yen: bigint | null;
  employee_count: number | null;
  color: Defaulted<string>;
  tax_rounding: Defaulted<string>;
  amount_rounding: Defaulted<string>;
  fiscal_year_start_month: Defaulted<number>;
  is_window: Defaulted<boolean>;
  published: Defaulted<boolean>;
  created_at: Defaulted<string>;
  version: Defaulted<number>;
}

export interface CompanyGroup {
  id: string;
  name: string;
  name_en: Defaulted<string>;
  window_company_id: string;
  purpose: Defaulted<string>;
  founded_on: Defaulted<string>;
}

export interface CompanyProfile {
  id: string;
  name: string;
  name_en: Defaulted<string>;
  kana: Defaulted<string>;
  address: Defaulted<string>;
}

export interface Delivery {
  id: string;
  seller_id: string | null;
  buyer_id: string | null;
  seller_key: Computed<string>;
  buyer_key: Computed<string>;
  outside_partner_id: string | null;
  number: string;
  shipped_on: string;
  expected_on: string | null;
  carrier: Defaulted<string>;
  note: Defaulted<string>;
  direct_from_id: string | null;
  created_at: Defaulted<string>;
}

export interface DeliveryEvent {
  id: string;
  delivery_id: string;
  line_number: number;
  trade_id: string;
  trade_line_number: number;
  seller_id: string | null;
  buyer_id: string | null;
  seller_key: Computed<string>;
  buyer_key: Computed<string>;
  kind: string;
  settled_from: Decimal | null;
  quantity: Decimal;
  unit_price: Decimal | null;
  amount_yen: bigint | null;
  tax_yen: bigint | null;
  happened_on: string;
  reason: Defaulted<string>;
  lot_code: Defaulted<string>;
  recorded_at: Defaulted<string>;
}

export interface DeliveryFace {
  company_id: string;
  delivery_id: string;
  side: string;
  partner_id: string | null;
  number: string;
  own_number: string;
  shipped_on: string;
  expected_on: string | null;
  received_on: string | null;
  judged_on: string | null;
  state: string;
  place_id: string | null;
  note: Defaulted<string>;
}

export interface DeliveryLine {
  delivery_id: string;
  line_number: number;
  trade_id: string;
  trade_line_number: number;
  seller_id: string | null;
  buyer_id: string | null;
  seller_key: Computed<string>;
  buyer_key: Computed<string>;
  quantity: Decimal;
  lot_code: Defaulted<string>;
}

export interface DispatchRule {
  company_id: string;
  id: string;
  name: string;
  group_id: string;
  item_id: string | null;
  item_group_code: Defaulted<string>;
  priority: Defaulted<number>;
  form: string;
  earning: Defaulted<string>;
  choice: Defaulted<string>;
  fee_percent: Defaulted<Decimal>;
  is_automatic: Defaulted<boolean>;
  is_active: Defaulted<boolean>;
  version: Defaulted<number>;
}

export interface DispatchStep {
  company_id: string;
  rule_id: string;
  step_number: number;
  part: Defaulted<number>;
  feeds_step_number: number | null;
  quantity_per: Defaulted<Decimal>;
  process_code: string;
  process_name: string;
  member_id: string | null;
  share_percent: Defaulted<Decimal>;
  code: string;
  unit_decimals: Defaulted<number>;
  yield: Defaulted<Decimal>;
  lead_time_days: Defaulted<number>;
  weight: Defaulted<bigint>;
}

export interface Draft {
  company_id: string;
  id: string;
  kind: string;
  number: string;
  partner_id: string | null;
  body: unknown;
  state: Defaulted<string>;
  sent_id: string | null;
  created_by: Defaulted<string | null>;
  created_at: Defaulted<string>;
  updated_at: Defaulted<string>;
  version: Defaulted<number>;
}

export interface ExceptionCare {
  company_id: string;
  kind: string;
  item_id: string;
  subject_kind: Defaulted<string>;
  subject_seq: Defaulted<number>;
  subject_id: Defaulted<string>;
  subject_line: Defaulted<number>;
  order_key: Defaulted<string>;
  state: string;
  until_on: string;
  reason: Defaulted<string>;
  quantity: Decimal;
  on_date: string;
  wanted_date: string | null;
  document_kind: Defaulted<string>;
  document_id: string | null;
  document_number: Defaulted<string>;
  change_request_id: string | null;
  made_by: Defaulted<string | null>;
  made_by_name: Defaulted<string>;
  made_at: Defaulted<string>;
}

export interface FarEndPermission {
  id: string;
  group_id: string;
  member_id: string;
  window_id: string;
  granted_at: Defaulted<string>;
  ended_at: string | null;
}

export interface FarEndReport {
  id: string;
  delivery_id: string;
  member_id: string;
  window_id: string;
  judged_on: string;
  state: Defaulted<string>;
  words: Defaulted<string>;
  reported_at: Defaulted<string>;
  answered_at: string | null;
}

export interface FarEndReportLine {
  report_id: string;
  line_number: number;
  delivery_id: string;
  member_id: string;
  window_id: string;
  accepted: Decimal;
  rejected: Decimal;
  reason: Defaulted<string>;
}

export interface FloorPerson {
  company_id: string;
  id: string;
  code: string;
  name: string;
  kana: Defaulted<string>;
  pin_hash: string;
  is_active: Defaulted<boolean>;
  failed_attempts: Defaulted<number>;
  locked_until: string | null;
  version: Defaulted<number>;
}

export interface FloorSession {
  company_id: string;
  id: string;
  person_id: string;
  token_hash: string;
  signed_in_at: Defaulted<string>;
  expires_at: string;
}

export interface Forecast {
  company_id: string;
  id: string;
  item_id: string;
  partner_id: string | null;
  period_from: string;
  period_to: string;
  quantity: Decimal;
  is_firm: Defaulted<boolean>;
  version: Defaulted<number>;
}

export interface GroupMember {
  group_id: string;
  company_id: string;
  name: string;
  joined_on: Defaulted<string>;
  left_on: string | null;
  dispatch_signed_on: string | null;
  process_codes: Defaulted<string[]>;
}

export interface IdempotencyKey {
  company_id: string;
  user_id: Defaulted<string>;
  key: string;
  request_hash: Buffer;
  status: number;
  body: string;
  created_at: Defaulted<string>;
}

export interface Inspection {
  company_id: string;
  id: string;
  number: string;
  kind: string;
  item_id: string | null;
  lot_id: string | null;
  delivery_id: string | null;
  delivery_line_number: number | null;
  work_order_id: string | null;
  operation_number: number | null;
  quantity: Decimal;
  accepted: Defaulted<Decimal>;
  rejected: Defaulted<Decimal>;
  state: Defaulted<string>;
  measurements: Defaulted<unknown>;
  reason: Defaulted<string>;
  inspected_on: string | null;
  inspected_by: string | null;
  version: Defaulted<number>;
  special: Defaulted<Decimal>;
  description: Defaulted<string>;
}

export interface InspectionPlan {
  company_id: string;
  item_id: string;
  kind: string;
  sampling: Defaulted<string>;
  sample_size: number | null;
  characteristics: Defaulted<unknown>;
  version: Defaulted<number>;
}

export interface Invoice {
  id: string;
  seller_id: string | null;
  buyer_id: string | null;
  seller_key: Computed<string>;
  buyer_key: Computed<string>;
  outside_partner_id: string | null;
  number: string;
  issued_by: string;
  registration_number: string | null;
  issued_on: string;
  period_from: string | null;
  period_to: string | null;
  due_on: string;
  tax_rounding: string;
  net_yen: bigint;
  tax_yen: bigint;
  total_yen: bigint;
  credits_id: string | null;
  note: Defaulted<string>;
  created_at: Defaulted<string>;
  is_opening: Defaulted<boolean>;
}

export interface InvoiceAnswer {
  invoice_id: string;
  seq: number;
  seller_id: string | null;
  buyer_id: string | null;
  seller_key: Computed<string>;
  buyer_key: Computed<string>;
  kind: string;
  reason: Defaulted<string>;
  answered_by: string;
  answered_at: Defaulted<string>;
}

export interface InvoiceFace {
  company_id: string;
  invoice_id: string;
  side: string;
  partner_id: string | null;
  number: string;
  issued_on: string;
  due_on: string;
  net_yen: bigint;
  tax_yen: bigint;
  total_yen: bigint;
  settled_yen: Defaulted<bigint>;
  state: string;
  is_own_issue: boolean;
  note: Defaulted<string>;
  carried_yen: Defaulted<bigint>;
}

export interface InvoiceLine {
  invoice_id: string;
  line_number: number;
  seller_id: string | null;
  buyer_id: string | null;
  seller_key: Computed<string>;
  buyer_key: Computed<string>;
  delivery_event_id: string | null;
  trade_id: string | null;
  trade_line_number: number | null;
  supplied_on: string;
  code: string;
  description: string;
  quantity: Decimal;
  unit: string;
  unit_price: Decimal;
  amount_yen: bigint;
  tax_category: string;
}

export interface InvoiceTax {
  invoice_id: string;
  tax_category: string;
  seller_id: string | null;
  buyer_id: string | null;
  seller_key: Computed<string>;
  buyer_key: Computed<string>;
  rate_percent: number;
  net_yen: bigint;
  tax_yen: bigint;
  posted_tax_yen: bigint;
}

export interface Item {
  company_id: string;
  id: string;
  code: string;
  name: string;
  name_en: Defaulted<string>;
  kana: Defaulted<string>;
  supply: string;
  category: string;
  group_code: Defaulted<string>;
  specification: Defaulted<string>;
  drawing_number: Defaulted<string>;
  unit: string;
  purchase_unit: string | null;
  sales_unit: string | null;
  tax_category: Defaulted<string>;
  is_lot_tracked: Defaulted<boolean>;
  is_stocked: Defaulted<boolean>;
  is_order_bound: Defaulted<boolean>;
  is_dispatched: Defaulted<boolean>;
  needs_inspection: Defaulted<boolean>;
  is_backflushed: Defaulted<boolean>;
  lead_time_days: Defaulted<number>;
  safety_stock: Defaulted<Decimal>;
  lot_rule: Defaulted<string>;
  lot_fixed: Decimal | null;
  lot_period_days: number | null;
  lot_minimum: Decimal | null;
  lot_maximum: Decimal | null;
  lot_multiple: Decimal | null;
  yield: Defaulted<Decimal>;
  standard_cost: Defaulted<Decimal>;
  sales_price: Decimal | null;
  purchase_price: Decimal | null;
  purchase_partner_id: string | null;
  default_place_id: string | null;
  is_active: Defaulted<boolean>;
  note: Defaulted<string>;
  created_at: Defaulted<string>;
  version: Defaulted<number>;
  setup_cost_yen: bigint | null;
  holding_cost_yen_per_year: Decimal | null;
  is_phantom: Defaulted<boolean>;
  fence_days: Defaulted<number>;
  successor_item_id: string | null;
  successor_ratio: Decimal | null;
  successor_from: string | null;
}

export interface ItemStock {
  company_id: string;
  item_id: string;
  on_hand: Defaulted<Decimal>;
  kept_elsewhere: Defaulted<Decimal>;
  reserved: Defaulted<Decimal>;
  value_yen: Defaulted<bigint>;
}

export interface ItemUnit {
  company_id: string;
  item_id: string;
  unit: string;
  factor: Decimal;
}

export interface JobEntry {
  company_id: string;
  id: string;
  task: string;
  created_at: Defaulted<string>;
  done_at: string | null;
}

export interface JournalEntry {
  company_id: string;
  id: string;
  number: string;
  posted_on: string;
  event_on: string;
  kind: string;
  description: Defaulted<string>;
  source_kind: string;
  source_id: string | null;
  trade_id: string | null;
  partner_id: string | null;
  reverses_id: string | null;
  created_by: Defaulted<string | null>;
  created_at: Defaulted<string>;
  xid: Defaulted<string>;
  reference: Defaulted<string>;
}

export interface JournalLine {
  company_id: string;
  entry_id: string;
  line_number: number;
  account_id: string;
  amount_yen: bigint;
  role: Defaulted<string>;
  flow: string | null;
  source_line_id: string | null;
  tax_code: string | null;
  tax_base_yen: bigint | null;
  deductible_percent: number | null;
  partner_id: string | null;
  item_id: string | null;
  work_order_id: string | null;
  posted_on: string;
  note: Defaulted<string>;
  xid: Defaulted<string>;
}

export interface LearnedLeadTime {
  company_id: string;
  item_id: string;
  median_days: Decimal;
  days_of_most: number;
  order_count: number;
}

export interface LearnedOperation {
  company_id: string;
  item_id: string;
  operation_number: number;
  work_center_id: string;
  setup_minutes: Decimal;
  minutes_per_unit: Decimal;
  low_minutes_per_unit: Decimal;
  high_minutes_per_unit: Decimal;
  order_count: number;
}

export interface LearnedQueue {
  company_id: string;
  work_center_id: string;
  low_minutes: Decimal;
  median_minutes: Decimal;
  high_minutes: Decimal;
  order_count: number;
}

export interface LearnedRun {
  company_id: string;
  learned_at: Defaulted<string>;
  learned_by: Defaulted<string | null>;
  since: string;
  report_count: number;
  event_count: number;
}

export interface Lot {
  company_id: string;
  id: string;
  item_id: string;
  code: string;
  made_on: string | null;
  expires_on: string | null;
  supplier_lot_code: Defaulted<string>;
  certificate_note: Defaulted<string>;
  supplier_id: string | null;
}

export interface LotLink {
  company_id: string;
  made_lot_id: string;
  used_lot_id: string;
  work_order_id: string;
  quantity: Decimal;
}

export interface Mandate {
  company_id: string;
  id: string;
  user_id: string;
  roles: string[];
  purpose: string;
  valid_from: string;
  valid_to: string | null;
  created_at: Defaulted<string>;
}

export interface Membership {
  user_id: string;
  company_id: string;
  roles: string[];
  valid_from: Defaulted<string>;
  valid_to: string | null;
}

export interface NotificationMark {
  company_id: string;
  user_id: Defaulted<string>;
  xid: string;
  since: string;
}

export interface NotificationRead {
  company_id: string;
  user_id: Defaulted<string>;
  outbox_id: string;
  at: string;
}

export interface OpeningItem {
  id: string;
  seller_id: string;
  buyer_id: string;
  proposed_by: string;
  number: string;
  documented_on: string;
  due_on: string;
  amount_yen: bigint;
  words: Defaulted<string>;
  round: Defaulted<number>;
  state: Defaulted<string>;
  answer_yen: bigint | null;
  answer_words: Defaulted<string>;
  proposed_at: Defaulted<string>;
  answered_at: string | null;
  agreed_on: string | null;
}

export interface OpeningItemPart {
  company_id: string;
  opening_item_id: string;
  round: number;
  part_number: number;
  kind: string;
  source_id: string | null;
  amount_yen: bigint;
  carried_on: string | null;
}

export interface OpeningItemWord {
  opening_item_id: string;
  seq: number;
  seller_id: string;
  buyer_id: string;
  by_company_id: string;
  kind: string;
  amount_yen: bigint | null;
  words: Defaulted<string>;
  said_at: Defaulted<string>;
}

export interface Outbox {
  company_id: string;
  id: string;
  kind: string;
  subject_id: string | null;
  xid: Defaulted<string>;
  at: Defaulted<string>;
  is_own: Defaulted<boolean>;
}

export interface Partner {
  company_id: string;
  id: string;
  code: string;
  name: string;
  name_en: Defaulted<string>;
  kana: Defaulted<string>;
  is_customer: Defaulted<boolean>;
  is_supplier: Defaulted<boolean>;
  linked_company_id: string | null;
  linked_on: string | null;
  registration_number: string | null;
  tax_status: Defaulted<string>;
  corporate_number: string | null;
  capital_yen: bigint | null;
  employee_count: number | null;
  postal_code: Defaulted<string>;
  address: Defaulted<string>;
  phone: Defaulted<string>;
  email: Defaulted<string>;
  contact_name: Defaulted<string>;
  closing_day: Defaulted<number>;
  payment_month_offset: Defaulted<number>;
  payment_day: Defaulted<number>;
  holiday_shift: Defaulted<string>;
  payment_kind: Defaulted<string>;
  tax_rounding: Defaulted<string>;
  credit_limit_yen: bigint | null;
  note: Defaulted<string>;
  is_active: Defaulted<boolean>;
  created_at: Defaulted<string>;
  version: Defaulted<number>;
  answers_dates: Defaulted<boolean>;
  promise_limit: Defaulted<number>;
}

export interface PartnerBankAccount {
  company_id: string;
  id: string;
  partner_id: string;
  bank_code: string;
  branch_code: string;
  account_kind: string;
  account_number: string;
  holder_kana: string;
}

export interface PartnerLink {
  id: string;
  from_company_id: string;
  to_company_id: string;
  from_partner_id: string;
  to_partner_id: string | null;
  state: Defaulted<string>;
  message: Defaulted<string>;
  proposed_at: Defaulted<string>;
  answered_at: string | null;
  from_name: string;
}

export interface PartnerPage {
  company_id: string;
  id: string;
  trade_id: string;
  token_hash: Buffer;
  created_at: Defaulted<string>;
  expires_at: string;
  opened_at: string | null;
  answer: unknown | null;
  answered_at: string | null;
  withdrawn: Defaulted<boolean>;
}

export interface PartnerSite {
  company_id: string;
  id: string;
  partner_id: string;
  code: string;
  name: string;
  postal_code: Defaulted<string>;
  address: Defaulted<string>;
  phone: Defaulted<string>;
}

export interface Payment {
  id: string;
  seller_id: string | null;
  buyer_id: string | null;
  seller_key: Computed<string>;
  buyer_key: Computed<string>;
  outside_partner_id: string | null;
  number: string;
  kind: Defaulted<string>;
  sent_on: string;
  amount_yen: bigint;
  fee_yen: Defaulted<bigint>;
  reference: Defaulted<string>;
  reverses_id: string | null;
  created_at: Defaulted<string>;
}

export interface PaymentAllocation {
  payment_id: string;
  invoice_id: string;
  seller_id: string | null;
  buyer_id: string | null;
  seller_key: Computed<string>;
  buyer_key: Computed<string>;
  amount_yen: bigint;
  allowance_yen: Defaulted<bigint>;
}

export interface PaymentFace {
  company_id: string;
  payment_id: string;
  side: string;
  partner_id: string | null;
  number: string;
  own_number: string;
  kind: string;
  sent_on: string;
  received_on: string | null;
  amount_yen: bigint;
  fee_yen: bigint;
  state: string;
  note: Defaulted<string>;
}

export interface PaymentReceipt {
  payment_id: string;
  seller_id: string | null;
  buyer_id: string | null;
  seller_key: Computed<string>;
  buyer_key: Computed<string>;
  received_on: string;
  amount_yen: bigint;
  matched_at: Defaulted<string>;
}

export interface Period {
  company_id: string;
  month: string;
  closed_at: string | null;
  closed_by: string | null;
}

export interface Place {
  company_id: string;
  id: string;
  code: string;
  name: string;
  name_en: Defaulted<string>;
  kind: string;
  partner_id: string | null;
  is_active: Defaulted<boolean>;
  version: Defaulted<number>;
}

export interface PlanException {
  company_id: string;
  run_id: string;
  seq: number;
  kind: string;
  item_id: string;
  subject_kind: Defaulted<string>;
  subject_seq: number | null;
  subject_id: string | null;
  subject_line: number | null;
  order_key: string | null;
  quantity: Decimal;
  on_date: string;
  wanted_date: string | null;
}

export interface PlanItem {
  company_id: string;
  run_id: string;
  item_id: string;
  decimals: number;
  on_hand: bigint;
  safety_stock: bigint;
  receipt_kind: number[];
  receipt_id: string[];
  receipt_line: number[];
  receipt_day: number[];
  receipt_quantity: bigint[];
  receipt_group: number[];
  demand_kind: number[];
  demand_id: string[];
  demand_line: number[];
  demand_day: number[];
  demand_quantity: bigint[];
  demand_group: number[];
  peg_supply: number[];
  peg_demand: number[];
  peg_quantity: bigint[];
  peg_day: number[];
  order_seqs: Defaulted<number[]>;
  changed_by: Defaulted<string>;
}

export interface PlanRun {
  company_id: string;
  id: string;
  number: string;
  started_at: Defaulted<string>;
  finished_at: string | null;
  started_by: Defaulted<string | null>;
  planned_from: string;
  horizon_days: number;
  state: Defaulted<string>;
  stage: Defaulted<string>;
  is_current: Defaulted<boolean>;
  order_keys: Defaulted<string[]>;
  summary: Defaulted<unknown>;
  refusals: Defaulted<unknown>;
  alive_until: Defaulted<string>;
  cause: Defaulted<string>;
}

export interface PlannedOrder {
  company_id: string;
  run_id: string;
  seq: number;
  item_id: string;
  supply: string;
  quantity: Decimal;
  expected_quantity: Decimal;
  start_on: string;
  due_on: string;
  wanted_start_on: string;
  is_past_due: boolean;
  state: Defaulted<string>;
  partner_id: string | null;
  order_key: string | null;
  converted_kind: string | null;
  converted_id: string | null;
  version: Defaulted<number>;
  kept_early_for: string | null;
}

export interface Planner {
  company_id: string;
  run_id: string;
  holder: string | null;
  leased_until: Defaulted<string>;
  read_mark: string;
  next_seq: number;
  version: Defaulted<number>;
  followed_at: Defaulted<string>;
  looked_at: Defaulted<string>;
  attempts: Defaulted<number>;
  not_before: Defaulted<string>;
}

export interface PrecheckRecord {
  company_id: string;
  id: Defaulted<bigint>;
  by_company_id: string;
  user_id: string | null;
  at: Defaulted<string>;
  code: string;
  quantity: Decimal;
  answer: string;
}

export interface ProductionEvent {
  company_id: string;
  id: string;
  order_number: string;
  item_id: string;
  operation_number: number;
  work_center_id: string;
  started_at: string;
  finished_at: string;
  good: Decimal;
  rejected: Defaulted<Decimal>;
  import_id: string;
}

export interface ProductionEventImport {
  company_id: string;
  id: string;
  file_name: Defaulted<string>;
  imported_at: Defaulted<string>;
  imported_by: Defaulted<string | null>;
  imported_by_name: Defaulted<string>;
  event_count: number;
  replaced_count: number;
  taken_back_at: string | null;
  taken_back_by: string | null;
  taken_back_by_name: Defaulted<string>;
}

export interface Promise {
  company_id: string;
  id: string;
  number: string;
  item_id: string;
  quantity: Decimal;
  wanted_on: string;
  promised_on: string;
  start_on: string;
  partner_id: string | null;
  asked_by: string | null;
  chain_promise_id: string | null;
  orders: Defaulted<unknown>;
  state: Defaulted<string>;
  expires_at: string;
  trade_id: string | null;
  trade_line_number: number | null;
  created_by: Defaulted<string | null>;
  created_at: Defaulted<string>;
  ended_at: string | null;
  version: Defaulted<number>;
}

export interface PromiseBucket {
  company_id: string;
  kind: string;
  subject_id: string;
  on_date: string;
  free: Decimal;
  held: Defaulted<Decimal>;
  as_of: bigint;
}

export interface PromiseOrder {
  company_id: string;
  promise_id: string;
  work_order_id: string;
}

export interface PromiseQuestion {
  company_id: string;
  id: string;
  by_company_id: string;
  item_id: string;
  quantity: Decimal;
  wanted_on: string;
  answered_on: string | null;
  asked_at: Defaulted<string>;
}

export interface PromiseUse {
  company_id: string;
  promise_id: string;
  kind: string;
  subject_id: string;
  on_date: string;
  amount: Decimal;
}

export interface Reservation {
  company_id: string;
  id: string;
  item_id: string;
  trade_id: string | null;
  trade_line_number: number | null;
  work_order_id: string | null;
  quantity: Decimal;
  allocated: Defaulted<Decimal>;
  needed_on: string | null;
  state: Defaulted<string>;
  version: Defaulted<number>;
}

export interface RoutingOperation {
  company_id: string;
  id: string;
  item_id: string;
  operation_number: number;
  name: string;
  work_center_id: string | null;
  setup_minutes: Defaulted<Decimal>;
  run_minutes_per_unit: Defaulted<Decimal>;
  yield: Defaulted<Decimal>;
  subcontract_partner_id: string | null;
  subcontract_item_id: string | null;
  subcontract_lead_time_days: Defaulted<number>;
  needs_inspection: Defaulted<boolean>;
  valid_from: string | null;
  valid_to: string | null;
  is_derived: Defaulted<boolean>;
}

export interface SavedView {
  company_id: string;
  id: string;
  user_id: Defaulted<string>;
  page: string;
  name: string;
  query: string;
  is_shared: Defaulted<boolean>;
}

export interface Schedule {
  company_id: string;
  id: string;
  method: string;
  seconds: number;
  state: Defaulted<string>;
  is_current: Defaulted<boolean>;
  made_at: Defaulted<string>;
  finished_at: string | null;
  made_by: Defaulted<string | null>;
  adopted_at: string | null;
  starts_at: string | null;
  ends_at: string | null;
  input: unknown | null;
  pins: Defaulted<unknown>;
  left_out: Defaulted<string[]>;
  summary: Defaulted<unknown>;
  troubles: Defaulted<unknown>;
  version: Defaulted<number>;
  seen: unknown | null;
}

export interface ScheduleOperation {
  company_id: string;
  schedule_id: string;
  work_order_id: string;
  operation_number: number;
  work_center_id: string | null;
  machine_number: number | null;
  partner_id: string | null;
  setup_at: string;
  starts_at: string;
  ends_at: string;
  is_pinned: Defaulted<boolean>;
}

export interface ScheduleOrder {
  company_id: string;
  schedule_id: string;
  work_order_id: string;
  ends_at: string | null;
  due_at: string;
  late_minutes: number;
  why_late: Defaulted<unknown>;
}

export interface ScheduleStep {
  company_id: string;
  schedule_id: string;
  seq: number;
  kind: string;
  work_order_id: string;
  operation_number: number;
  before: unknown;
  made_by: Defaulted<string | null>;
  made_at: Defaulted<string>;
}

export interface Seal {
  company_id: string;
  n: bigint;
  audit_id: string;
  hash: Buffer;
}

export interface SearchGram {
  company_id: string;
  gram: string;
  subject_kind: string;
  subject_id: string;
}

export interface Shift {
  company_id: string;
  id: string;
  calendar_id: string;
  code: string;
  name: string;
  starts_at: string;
  ends_at: string;
  break_minutes: Defaulted<number>;
}

export interface StockBalance {
  owner_id: string;
  item_id: string;
  place_id: string;
  lot_id: Defaulted<string>;
  keeper_id: string;
  quantity: Decimal;
  may_be_negative: Defaulted<boolean>;
}

export interface StockMove {
  id: string;
  kind: string;
  moved_on: string;
  recorded_at: Defaulted<string>;
  owner_id: string | null;
  to_owner_id: string | null;
  keeper_id: string | null;
  to_keeper_id: string | null;
  from_item_id: string | null;
  from_place_id: string | null;
  from_lot_id: string | null;
  from_quantity: Decimal | null;
  to_item_id: string | null;
  to_place_id: string | null;
  to_lot_id: string | null;
  to_quantity: Decimal | null;
  trade_id: string | null;
  trade_line_number: number | null;
  delivery_id: string | null;
  delivery_line_number: number | null;
  work_order_id: string | null;
  reverses_id: string | null;
  reason: Defaulted<string>;
  xid: Defaulted<string>;
}

export interface StockMoveFace {
  company_id: string;
  move_id: string;
  seq: number;
  item_id: string;
  place_id: string;
  lot_id: Defaulted<string>;
  keeper_id: string | null;
  quantity: Decimal;
  kind: string;
  moved_on: string;
  trade_id: string | null;
  work_order_id: string | null;
}

export interface StockValue {
  company_id: string;
  move_id: string;
  seq: Defaulted<number>;
  item_id: string;
  pool: Defaulted<string>;
  quantity: Decimal;
  value_yen: bigint;
  account_role: string;
  delivery_id: string | null;
  delivery_line_number: number | null;
  work_order_id: string | null;
  valued_on: string;
  xid: Defaulted<string>;
}

export interface Stocktake {
  company_id: string;
  id: string;
  number: string;
  counted_on: string;
  place_id: string | null;
  state: Defaulted<string>;
  note: Defaulted<string>;
  version: Defaulted<number>;
  item_id: string | null;
}

export interface StocktakeLine {
  company_id: string;
  stocktake_id: string;
  line_number: number;
  item_id: string;
  place_id: string;
  lot_id: Defaulted<string>;
  theoretical: Decimal;
  counted: Decimal | null;
  cause: Defaulted<string>;
  keeper_id: string;
  version: Defaulted<number>;
}

export interface SuppliedItem {
  trade_id: string;
  item_id: string;
  seller_id: string | null;
  buyer_id: string | null;
  seller_key: Computed<string>;
  buyer_key: Computed<string>;
  code: string;
  description: string;
  unit: string;
}

export interface Target {
  company_id: string;
  figure: string;
  value: Decimal;
}

export interface Trade {
  id: string;
  seller_id: string | null;
  buyer_id: string | null;
  seller_key: Computed<string>;
  buyer_key: Computed<string>;
  outside_partner_id: string | null;
  agreement_id: string | null;
  dispatcher_id: string | null;
  chain_id: string | null;
  number: string;
  outside_number: Defaulted<string>;
  form: Defaulted<string>;
  first_state: string;
  booked_at: Defaulted<string>;
  is_one_step: Defaulted<boolean>;
  ordered_on: string;
  wanted_on: string | null;
  valid_until: string | null;
  total_yen: bigint;
  title: Defaulted<string>;
  deliver_to: Defaulted<string>;
  is_history: Defaulted<boolean>;
  placed_at: Defaulted<string>;
}

export interface TradeFace {
  company_id: string;
  trade_id: string;
  side: string;
  partner_id: string | null;
  number: string;
  own_number: string;
  outside_number: string;
  state: string;
  form: string;
  ordered_on: string;
  wanted_on: string | null;
  promised_on: string | null;
  total_yen: bigint;
  chain_id: string | null;
  is_history: boolean;
  note: Defaulted<string>;
  is_done: Defaulted<boolean>;
}

export interface TradeLine {
  trade_id: string;
  line_number: number;
  seller_id: string | null;
  buyer_id: string | null;
  seller_key: Computed<string>;
  buyer_key: Computed<string>;
  agreement_line_number: number | null;
  code: string;
  description: string;
  seller_item_id: string | null;
  buyer_item_id: string | null;
  seller_factor: Defaulted<Decimal>;
  buyer_factor: Defaulted<Decimal>;
  quantity: Decimal;
  unit: string;
  unit_price: Decimal;
  is_provisional: Defaulted<boolean>;
  amount_yen: bigint;
  tax_category: Defaulted<string>;
  wanted_on: string;
  promised_on: string | null;
  valid_until: string | null;
  state: string;
  answer: Defaulted<string>;
  revision: Defaulted<number>;
  chain_line_number: number | null;
  chain_step_number: number | null;
}

export interface TradeLineFace {
  company_id: string;
  trade_id: string;
  line_number: number;
  side: string;
  partner_id: string | null;
  item_id: string | null;
  code: string;
  description: string;
  quantity: Decimal;
  unit: string;
  factor: Decimal;
  unit_price: Decimal;
  amount_yen: bigint;
  wanted_on: string;
  promised_on: string | null;
  state: string;
  shipped: Defaulted<Decimal>;
  received: Defaulted<Decimal>;
  accepted: Defaulted<Decimal>;
  rejected: Defaulted<Decimal>;
  returned: Defaulted<Decimal>;
  invoiced: Defaulted<Decimal>;
  is_open: boolean;
  is_history: boolean;
  place_id: string | null;
  purpose: Defaulted<string>;
  work_order_id: string | null;
  chain_id: string | null;
  note: Defaulted<string>;
}

export interface TradeLineRevision {
  trade_id: string;
  line_number: number;
  revision: number;
  seller_id: string | null;
  buyer_id: string | null;
  quantity: Decimal;
  unit_price: Decimal;
  amount_yen: bigint;
  wanted_on: string;
  promised_on: string | null;
  state: string;
  change_request_id: string | null;
  replaced_at: Defaulted<string>;
}

export interface Unit {
  company_id: string;
  code: string;
  name_ja: string;
  name_en: string;
  decimals: Defaulted<number>;
  version: Defaulted<number>;
}

export interface ValueChain {
  company_id: string;
  id: string;
  number: string;
  group_id: string;
  origin_trade_id: string;
  form: string;
  created_at: Defaulted<string>;
  version: Defaulted<number>;
}

export interface WorkCenter {
  company_id: string;
  id: string;
  code: string;
  name: string;
  name_en: Defaulted<string>;
  calendar_id: string | null;
  machine_count: Defaulted<number>;
  minutes_per_day: Defaulted<number>;
  labor_yen_per_hour: Defaulted<Decimal>;
  machine_yen_per_hour: Defaulted<Decimal>;
  is_active: Defaulted<boolean>;
  version: Defaulted<number>;
}

export interface WorkOrder {
  company_id: string;
  id: string;
  number: string;
  item_id: string;
  quantity: Decimal;
  state: Defaulted<string>;
  start_on: string;
  due_on: string;
  completed: Defaulted<Decimal>;
  scrapped: Defaulted<Decimal>;
  trade_id: string | null;
  trade_line_number: number | null;
  chain_id: string | null;
  lot_code: Defaulted<string>;
  is_rework: Defaulted<boolean>;
  origin_work_order_id: string | null;
  place_id: string | null;
  note: Defaulted<string>;
  released_at: string | null;
  closed_at: string | null;
  version: Defaulted<number>;
  progress_share: Defaulted<Decimal>;
  good_rate: Defaulted<Decimal>;
  delivered: Defaulted<Decimal>;
}

export interface WorkOrderCost {
  company_id: string;
  id: string;
  work_order_id: string;
  kind: string;
  amount_yen: bigint;
  source_id: string | null;
  happened_on: string;
  note: Defaulted<string>;
  portion: Defaulted<string>;
}

export interface WorkOrderMaterial {
  company_id: string;
  work_order_id: string;
  line_number: number;
  item_id: string;
  operation_number: number | null;
  required: Decimal;
  issued: Defaulted<Decimal>;
  is_backflushed: Defaulted<boolean>;
  version: Defaulted<number>;
  free_issued: Defaulted<Decimal>;
}

export interface WorkOrderOperation {
  company_id: string;
  work_order_id: string;
  operation_number: number;
  name: string;
  work_center_id: string | null;
  setup_minutes: Decimal;
  run_minutes_per_unit: Decimal;
  yield: Defaulted<Decimal>;
  needs_inspection: Defaulted<boolean>;
  subcontract_partner_id: string | null;
  subcontract_item_id: string | null;
  trade_id: string | null;
  trade_line_number: number | null;
  planned_start_on: string | null;
  planned_finish_on: string | null;
  state: Defaulted<string>;
  good: Defaulted<Decimal>;
  scrap: Defaulted<Decimal>;
  worked_minutes: Defaulted<Decimal>;
  version: Defaulted<number>;
  planned_quantity: Defaulted<Decimal>;
  rework: Defaulted<Decimal>;
  assigned_work_center_id: string | null;
  time_factor: Defaulted<Decimal>;
  at_work_center_id: Computed<string | null>;
}

export interface WorkReport {
  company_id: string;
  id: string;
  work_order_id: string;
  operation_number: number;
  person_id: string | null;
  kind: string;
  quantity: Decimal | null;
  reason: Defaulted<string>;
  reported_at: Defaulted<string>;
  minutes: Decimal | null;
  user_id: Defaulted<string | null>;
}

export interface DB {
  access_record: AccessRecord;
  account: Account;
  account_balance: AccountBalance;
  account_map: AccountMap;
  agreement: Agreement;
  agreement_item: AgreementItem;
  agreement_price: AgreementPrice;
  alternative_work_center: AlternativeWorkCenter;
  audit: Audit;
  bank_row: BankRow;
  bill_of_material_line: BillOfMaterialLine;
  calendar: Calendar;
  calendar_day: CalendarDay;
  chain_change: ChainChange;
  chain_change_consent: ChainChangeConsent;
  chain_promise: ChainPromise;
  chain_step: ChainStep;
  chain_stock: ChainStock;
  change_request: ChangeRequest;
  change_request_line: ChangeRequestLine;
  company: Company;
  company_group: CompanyGroup;
  company_profile: CompanyProfile;
  delivery: Delivery;
  delivery_event: DeliveryEvent;
  delivery_face: DeliveryFace;
  delivery_line: DeliveryLine;
  dispatch_rule: DispatchRule;
  dispatch_step: DispatchStep;
  draft: Draft;
  exception_care: ExceptionCare;
  far_end_permission: FarEndPermission;
  far_end_report: FarEndReport;
  far_end_report_line: FarEndReportLine;
  floor_person: FloorPerson;
  floor_session: FloorSession;
  forecast: Forecast;
  group_member: GroupMember;
  idempotency_key: IdempotencyKey;
  inspection: Inspection;
  inspection_plan: InspectionPlan;
  invoice: Invoice;
  invoice_answer: InvoiceAnswer;
  invoice_face: InvoiceFace;
  invoice_line: InvoiceLine;
  invoice_tax: InvoiceTax;
  item: Item;
  item_stock: ItemStock;
  item_unit: ItemUnit;
  job_entry: JobEntry;
  journal_entry: JournalEntry;
  journal_line: JournalLine;
  learned_lead_time: LearnedLeadTime;
  learned_operation: LearnedOperation;
  learned_queue: LearnedQueue;
  learned_run: LearnedRun;
  lot: Lot;
  lot_link: LotLink;
  mandate: Mandate;
  membership: Membership;
  notification_mark: NotificationMark;
  notification_read: NotificationRead;
  opening_item: OpeningItem;
  opening_item_part: OpeningItemPart;
  opening_item_word: OpeningItemWord;
  outbox: Outbox;
  partner: Partner;
  partner_bank_account: PartnerBankAccount;
  partner_link: PartnerLink;
  partner_page: PartnerPage;
  partner_site: PartnerSite;
  payment: Payment;
  payment_allocation: PaymentAllocation;
  payment_face: PaymentFace;
  payment_receipt: PaymentReceipt;
  period: Period;
  place: Place;
  plan_exception: PlanException;
  plan_item: PlanItem;
  plan_run: PlanRun;
  planned_order: PlannedOrder;
  planner: Planner;
  precheck_record: PrecheckRecord;
  production_event: ProductionEvent;
  production_event_import: ProductionEventImport;
  promise: Promise;
  promise_bucket: PromiseBucket;
  promise_order: PromiseOrder;
  promise_question: PromiseQuestion;
  promise_use: PromiseUse;
  reservation: Reservation;
  routing_operation: RoutingOperation;
  saved_view: SavedView;
  schedule: Schedule;
  schedule_operation: ScheduleOperation;
  schedule_order: ScheduleOrder;
  schedule_step: ScheduleStep;
  seal: Seal;
  search_gram: SearchGram;
  shift: Shift;
  stock_balance: StockBalance;
  stock_move: StockMove;
  stock_move_face: StockMoveFace;
  stock_value: StockValue;
  stocktake: Stocktake;
  stocktake_line: StocktakeLine;
  supplied_item: SuppliedItem;
  target: Target;
  trade: Trade;
  trade_face: TradeFace;
  trade_line: TradeLine;
  trade_line_face: TradeLineFace;
  trade_line_revision: TradeLineRevision;
  unit: Unit;
  value_chain: ValueChain;
  work_center: WorkCenter;
  work_order: WorkOrder;
  work_order_cost: WorkOrderCost;
  work_order_material: WorkOrderMaterial;
  work_order_operation: WorkOrderOperation;
  work_report: WorkReport;
}

export const COLUMN_TYPES = {
  access_record: { company_id: "uuid", id: "bigint", at: "timestamp with time zone", by_company_id: "uuid", user_id: "uuid", trade_id: "uuid", reaction: "text" },
  account: { company_id: "uuid", id: "uuid", code: "text", name: "text", name_en: "text", kana: "text", type: "text", section: "text", tax_code: "text", is_active: "boolean", etax_code: "text", version: "integer", is_contra: "boolean" },
  account_balance: { company_id: "uuid", account_id: "uuid", month: "text", debit_yen: "bigint", credit_yen: "bigint", folded_to: "xid8" },
  account_map: { company_id: "uuid", role: "text", account_id: "uuid" },
  agreement: { id: "uuid", seller_id: "uuid", buyer_id: "uuid", seller_key: "uuid", buyer_key: "uuid", outside_partner_id: "uuid", seller_partner_id: "uuid", buyer_partner_id: "uuid", seller_tax_status: "text", seller_registration_number: "text", name: "text", agreement_version: "integer", previous_id: "uuid", state: "text", proposed_by: "uuid", valid_from: "date", ended_on: "date", answered_at: "timestamp with time zone", booked_at: "text", default_acceptance_days: "integer", is_one_step: "boolean", invoice_issuer: "text", tax_rounding: "text", amount_rounding: "text", closing_day: "integer", closing_counts_by: "text", payment_month_offset: "integer", payment_day: "integer", holiday_shift: "text", payment_kind: "text", is_subcontract_law: "boolean", tolerance_rate: "numeric", shows_milestones: "boolean", terms: "jsonb", created_at: "timestamp with time zone", standing_quantity: "numeric", standing_lead_days: "integer", standing_provisional: "boolean" },
  agreement_item: { agreement_id: "uuid", line_number: "integer", seller_id: "uuid", buyer_id: "uuid", seller_key: "uuid", buyer_key: "uuid", code: "text", description: "text", unit: "text", tax_category: "text", seller_item_id: "uuid", seller_item_code: "text", seller_factor: "numeric", buyer_item_id: "uuid", buyer_item_code: "text", buyer_factor: "numeric", form: "text", lead_time_days: "integer", standing_quantity: "numeric", minimum_quantity: "numeric", free_issue: "jsonb" },
  agreement_price: { agreement_id: "uuid", line_number: "integer", from_quantity: "numeric", valid_from: "date", valid_to: "date", seller_id: "uuid", buyer_id: "uuid", seller_key: "uuid", buyer_key: "uuid", unit_price: "numeric", is_provisional: "boolean" },
  alternative_work_center: { company_id: "uuid", work_center_id: "uuid", alternative_id: "uuid", time_factor: "numeric" },
  audit: { company_id: "uuid", id: "uuid", at: "timestamp with time zone", user_id: "uuid", command: "text", subject_kind: "text", subject_id: "uuid", details: "jsonb", xid: "xid8" },
  bank_row: { company_id: "uuid", id: "uuid", received_on: "date", number: "text", payer_name: "text", remittance_text: "text", amount_yen: "bigint", fund_role: "text", state: "text", payment_id: "uuid", note: "text", created_at: "timestamp with time zone", version: "integer" },
  bill_of_material_line: { company_id: "uuid", id: "uuid", parent_item_id: "uuid", component_item_id: "uuid", operation_number: "integer", quantity: "numeric", scrap_rate: "numeric", valid_from: "date", valid_to: "date", note: "text", kind: "text" },
  calendar: { company_id: "uuid", id: "uuid", code: "text", name: "text", works_on: "integer[]", keeps_public_holidays: "boolean", version: "integer" },
  calendar_day: { company_id: "uuid", calendar_id: "uuid", on_date: "date", is_working: "boolean", reason: "text" },
  chain_change: { company_id: "uuid", id: "uuid", chain_id: "uuid", number: "text", reason: "text", state: "text", summary: "jsonb", expires_on: "date", proposed_at: "timestamp with time zone", finished_at: "timestamp with time zone" },
  chain_change_consent: { chain_change_id: "uuid", member_id: "uuid", window_id: "uuid", state: "text", by_rule: "boolean", cost_yen: "bigint", words: "text", asked_at: "timestamp with time zone", answered_at: "timestamp with time zone" },
  chain_promise: { company_id: "uuid", id: "uuid", number: "text", item_id: "uuid", quantity: "numeric", wanted_on: "date", promised_on: "date", state: "text", expires_at: "timestamp with time zone", rule_id: "uuid", members: "jsonb", steps: "jsonb", trade_id: "uuid", chain_id: "uuid", created_by: "uuid", created_at: "timestamp with time zone", ended_at: "timestamp with time zone", version: "integer" },
  chain_step: { company_id: "uuid", chain_id: "uuid", chain_line_number: "integer", step_number: "integer", part: "integer", feeds_step_number: "integer", process_code: "text", process_name: "text", seller_id: "uuid", buyer_id: "uuid", code: "text", quantity: "numeric", yield: "numeric", wanted_on: "date", trade_id: "uuid", trade_line_number: "integer", work_order_id: "uuid", quantity_per: "numeric", unit_decimals: "integer", lead_time_days: "integer", rule_id: "uuid" },
  chain_stock: { company_id: "uuid", chain_id: "uuid", chain_line_number: "integer", item_id: "uuid", quantity: "numeric" },
  change_request: { id: "uuid", trade_id: "uuid", seller_id: "uuid", buyer_id: "uuid", seller_key: "uuid", buyer_key: "uuid", proposed_by: "uuid", number: "text", reason: "text", cost_yen: "bigint", state: "text", chain_change_id: "uuid", proposed_at: "timestamp with time zone", answered_at: "timestamp with time zone", answer: "text", expires_on: "date" },
  change_request_line: { change_request_id: "uuid", line_number: "integer", seller_id: "uuid", buyer_id: "uuid", seller_key: "uuid", buyer_key: "uuid", is_cancel: "boolean", new_quantity: "numeric", new_unit_price: "numeric", new_amount_yen: "bigint", new_wanted_on: "date", new_promised_on: "date" },
  company: { company_id: "uuid", code: "text", name: "text", name_en: "text", kana: "text", corporate_number: "text", registration_number: "text", tax_status: "text", postal_code: "text", address: "text", phone: "text", capital_yen: "bigint", employee_count: "integer", color: "text", tax_rounding: "text", amount_rounding: "text", fiscal_year_start_month: "integer", is_window: "boolean", published: "boolean", created_at: "timestamp with time zone", version: "integer" },
  company_group: { id: "uuid", name: "text", name_en: "text", window_company_id: "uuid", purpose: "text", founded_on: "date" },
  company_profile: { id: "uuid", name: "text", name_en: "text", kana: "text", address: "text" },
  delivery: { id: "uuid", seller_id: "uuid", buyer_id: "uuid", seller_key: "uuid", buyer_key: "uuid", outside_partner_id: "uuid", number: "text", shipped_on: "date", expected_on: "date", carrier: "text", note: "text", direct_from_id: "uuid", created_at: "timestamp with time zone" },
  delivery_event: { id: "uuid", delivery_id: "uuid", line_number: "integer", trade_id: "uuid", trade_line_number: "integer", seller_id: "uuid", buyer_id: "uuid", seller_key: "uuid", buyer_key: "uuid", kind: "text", settled_from: "numeric", quantity: "numeric", unit_price: "numeric", amount_yen: "bigint", tax_yen: "bigint", happened_on: "date", reason: "text", lot_code: "text", recorded_at: "timestamp with time zone" },
  delivery_face: { company_id: "uuid", delivery_id: "uuid", side: "text", partner_id: "uuid", number: "text", own_number: "text", shipped_on: "date", expected_on: "date", received_on: "date", judged_on: "date", state: "text", place_id: "uuid", note: "text" },
  delivery_line: { delivery_id: "uuid", line_number: "integer", trade_id: "uuid", trade_line_number: "integer", seller_id: "uuid", buyer_id: "uuid", seller_key: "uuid", buyer_key: "uuid", quantity: "numeric", lot_code: "text" },
  dispatch_rule: { company_id: "uuid", id: "uuid", name: "text", group_id: "uuid", item_id: "uuid", item_group_code: "text", priority: "integer", form: "text", earning: "text", choice: "text", fee_percent: "numeric", is_automatic: "boolean", is_active: "boolean", version: "integer" },
  dispatch_step: { company_id: "uuid", rule_id: "uuid", step_number: "integer", part: "integer", feeds_step_number: "integer", quantity_per: "numeric", process_code: "text", process_name: "text", member_id: "uuid", share_percent: "numeric", code: "text", unit_decimals: "integer", yield: "numeric", lead_time_days: "integer", weight: "bigint" },
  draft: { company_id: "uuid", id: "uuid", kind: "text", number: "text", partner_id: "uuid", body: "jsonb", state: "text", sent_id: "uuid", created_by: "uuid", created_at: "timestamp with time zone", updated_at: "timestamp with time zone", version: "integer" },
  exception_care: { company_id: "uuid", kind: "text", item_id: "uuid", subject_kind: "text", subject_seq: "integer", subject_id: "uuid", subject_line: "integer", order_key: "uuid", state: "text", until_on: "date", reason: "text", quantity: "numeric", on_date: "date", wanted_date: "date", document_kind: "text", document_id: "uuid", document_number: "text", change_request_id: "uuid", made_by: "uuid", made_by_name: "text", made_at: "timestamp with time zone" },
  far_end_permission: { id: "uuid", group_id: "uuid", member_id: "uuid", window_id: "uuid", granted_at: "timestamp with time zone", ended_at: "timestamp with time zone" },
  far_end_report: { id: "uuid", delivery_id: "uuid", member_id: "uuid", window_id: "uuid", judged_on: "date", state: "text", words: "text", reported_at: "timestamp with time zone", answered_at: "timestamp with time zone" },
  far_end_report_line: { report_id: "uuid", line_number: "integer", delivery_id: "uuid", member_id: "uuid", window_id: "uuid", accepted: "numeric", rejected: "numeric", reason: "text" },
  floor_person: { company_id: "uuid", id: "uuid", code: "text", name: "text", kana: "text", pin_hash: "text", is_active: "boolean", failed_attempts: "integer", locked_until: "timestamp with time zone", version: "integer" },
  floor_session: { company_id: "uuid", id: "uuid", person_id: "uuid", token_hash: "text", signed_in_at: "timestamp with time zone", expires_at: "timestamp with time zone" },
  forecast: { company_id: "uuid", id: "uuid", item_id: "uuid", partner_id: "uuid", period_from: "date", period_to: "date", quantity: "numeric", is_firm: "boolean", version: "integer" },
  group_member: { group_id: "uuid", company_id: "uuid", name: "text", joined_on: "date", left_on: "date", dispatch_signed_on: "date", process_codes: "text[]" },
  idempotency_key: { company_id: "uuid", user_id: "uuid", key: "text", request_hash: "bytea", status: "integer", body: "text", created_at: "timestamp with time zone" },
  inspection: { company_id: "uuid", id: "uuid", number: "text", kind: "text", item_id: "uuid", lot_id: "uuid", delivery_id: "uuid", delivery_line_number: "integer", work_order_id: "uuid", operation_number: "integer", quantity: "numeric", accepted: "numeric", rejected: "numeric", state: "text", measurements: "jsonb", reason: "text", inspected_on: "date", inspected_by: "uuid", version: "integer", special: "numeric", description: "text" },
  inspection_plan: { company_id: "uuid", item_id: "uuid", kind: "text", sampling: "text", sample_size: "integer", characteristics: "jsonb", version: "integer" },
  invoice: { id: "uuid", seller_id: "uuid", buyer_id: "uuid", seller_key: "uuid", buyer_key: "uuid", outside_partner_id: "uuid", number: "text", issued_by: "text", registration_number: "text", issued_on: "date", period_from: "date", period_to: "date", due_on: "date", tax_rounding: "text", net_yen: "bigint", tax_yen: "bigint", total_yen: "bigint", credits_id: "uuid", note: "text", created_at: "timestamp with time zone", is_opening: "boolean" },
  invoice_answer: { invoice_id: "uuid", seq: "integer", seller_id: "uuid", buyer_id: "uuid", seller_key: "uuid", buyer_key: "uuid", kind: "text", reason: "text", answered_by: "uuid", answered_at: "timestamp with time zone" },
  invoice_face: { company_id: "uuid", invoice_id: "uuid", side: "text", partner_id: "uuid", number: "text", issued_on: "date", due_on: "date", net_yen: "bigint", tax_yen: "bigint", total_yen: "bigint", settled_yen: "bigint", state: "text", is_own_issue: "boolean", note: "text", carried_yen: "bigint" },
  invoice_line: { invoice_id: "uuid", line_number: "integer", seller_id: "uuid", buyer_id: "uuid", seller_key: "uuid", buyer_key: "uuid", delivery_event_id: "uuid", trade_id: "uuid", trade_line_number: "integer", supplied_on: "date", code: "text", description: "text", quantity: "numeric", unit: "text", unit_price: "numeric", amount_yen: "bigint", tax_category: "text" },
  invoice_tax: { invoice_id: "uuid", tax_category: "text", seller_id: "uuid", buyer_id: "uuid", seller_key: "uuid", buyer_key: "uuid", rate_percent: "integer", net_yen: "bigint", tax_yen: "bigint", posted_tax_yen: "bigint" },
  item: { company_id: "uuid", id: "uuid", code: "text", name: "text", name_en: "text", kana: "text", supply: "text", category: "text", group_code: "text", specification: "text", drawing_number: "text", unit: "text", purchase_unit: "text", sales_unit: "text", tax_category: "text", is_lot_tracked: "boolean", is_stocked: "boolean", is_order_bound: "boolean", is_dispatched: "boolean", needs_inspection: "boolean", is_backflushed: "boolean", lead_time_days: "integer", safety_stock: "numeric", lot_rule: "text", lot_fixed: "numeric", lot_period_days: "integer", lot_minimum: "numeric", lot_maximum: "numeric", lot_multiple: "numeric", yield: "numeric", standard_cost: "numeric", sales_price: "numeric", purchase_price: "numeric", purchase_partner_id: "uuid", default_place_id: "uuid", is_active: "boolean", note: "text", created_at: "timestamp with time zone", version: "integer", setup_cost_yen: "bigint", holding_cost_yen_per_year: "numeric", is_phantom: "boolean", fence_days: "integer", successor_item_id: "uuid", successor_ratio: "numeric", successor_from: "date" },
  item_stock: { company_id: "uuid", item_id: "uuid", on_hand: "numeric", kept_elsewhere: "numeric", reserved: "numeric", value_yen: "bigint" },
  item_unit: { company_id: "uuid", item_id: "uuid", unit: "text", factor: "numeric" },
  job_entry: { company_id: "uuid", id: "uuid", task: "text", created_at: "timestamp with time zone", done_at: "timestamp with time zone" },
  journal_entry: { company_id: "uuid", id: "uuid", number: "text", posted_on: "date", event_on: "date", kind: "text", description: "text", source_kind: "text", source_id: "uuid", trade_id: "uuid", partner_id: "uuid", reverses_id: "uuid", created_by: "uuid", created_at: "timestamp with time zone", xid: "xid8", reference: "text" },
  journal_line: { company_id: "uuid", entry_id: "uuid", line_number: "integer", account_id: "uuid", amount_yen: "bigint", role: "text", flow: "text", source_line_id: "text", tax_code: "text", tax_base_yen: "bigint", deductible_percent: "integer", partner_id: "uuid", item_id: "uuid", work_order_id: "uuid", posted_on: "date", note: "text", xid: "xid8" },
  learned_lead_time: { company_id: "uuid", item_id: "uuid", median_days: "numeric", days_of_most: "integer", order_count: "integer" },
  learned_operation: { company_id: "uuid", item_id: "uuid", operation_number: "integer", work_center_id: "uuid", setup_minutes: "numeric", minutes_per_unit: "numeric", low_minutes_per_unit: "numeric", high_minutes_per_unit: "numeric", order_count: "integer" },
  learned_queue: { company_id: "uuid", work_center_id: "uuid", low_minutes: "numeric", median_minutes: "numeric", high_minutes: "numeric", order_count: "integer" },
  learned_run: { company_id: "uuid", learned_at: "timestamp with time zone", learned_by: "uuid", since: "date", report_count: "integer", event_count: "integer" },
  lot: { company_id: "uuid", id: "uuid", item_id: "uuid", code: "text", made_on: "date", expires_on: "date", supplier_lot_code: "text", certificate_note: "text", supplier_id: "uuid" },
  lot_link: { company_id: "uuid", made_lot_id: "uuid", used_lot_id: "uuid", work_order_id: "uuid", quantity: "numeric" },
  mandate: { company_id: "uuid", id: "uuid", user_id: "uuid", roles: "text[]", purpose: "text", valid_from: "date", valid_to: "date", created_at: "timestamp with time zone" },
  membership: { user_id: "uuid", company_id: "uuid", roles: "text[]", valid_from: "date", valid_to: "date" },
  notification_mark: { company_id: "uuid", user_id: "uuid", xid: "xid8", since: "timestamp with time zone" },
  notification_read: { company_id: "uuid", user_id: "uuid", outbox_id: "uuid", at: "timestamp with time zone" },
  opening_item: { id: "uuid", seller_id: "uuid", buyer_id: "uuid", proposed_by: "uuid", number: "text", documented_on: "date", due_on: "date", amount_yen: "bigint", words: "text", round: "integer", state: "text", answer_yen: "bigint", answer_words: "text", proposed_at: "timestamp with time zone", answered_at: "timestamp with time zone", agreed_on: "date" },
  opening_item_part: { company_id: "uuid", opening_item_id: "uuid", round: "integer", part_number: "integer", kind: "text", source_id: "uuid", amount_yen: "bigint", carried_on: "date" },
  opening_item_word: { opening_item_id: "uuid", seq: "integer", seller_id: "uuid", buyer_id: "uuid", by_company_id: "uuid", kind: "text", amount_yen: "bigint", words: "text", said_at: "timestamp with time zone" },
  outbox: { company_id: "uuid", id: "uuid", kind: "text", subject_id: "uuid", xid: "xid8", at: "timestamp with time zone", is_own: "boolean" },
  partner: { company_id: "uuid", id: "uuid", code: "text", name: "text", name_en: "text", kana: "text", is_customer: "boolean", is_supplier: "boolean", linked_company_id: "uuid", linked_on: "date", registration_number: "text", tax_status: "text", corporate_number: "text", capital_yen: "bigint", employee_count: "integer", postal_code: "text", address: "text", phone: "text", email: "text", contact_name: "text", closing_day: "integer", payment_month_offset: "integer", payment_day: "integer", holiday_shift: "text", payment_kind: "text", tax_rounding: "text", credit_limit_yen: "bigint", note: "text", is_active: "boolean", created_at: "timestamp with time zone", version: "integer", answers_dates: "boolean", promise_limit: "integer" },
  partner_bank_account: { company_id: "uuid", id: "uuid", partner_id: "uuid", bank_code: "text", branch_code: "text", account_kind: "text", account_number: "text", holder_kana: "text" },
  partner_link: { id: "uuid", from_company_id: "uuid", to_company_id: "uuid", from_partner_id: "uuid", to_partner_id: "uuid", state: "text", message: "text", proposed_at: "timestamp with time zone", answered_at: "timestamp with time zone", from_name: "text" },
  partner_page: { company_id: "uuid", id: "uuid", trade_id: "uuid", token_hash: "bytea", created_at: "timestamp with time zone", expires_at: "timestamp with time zone", opened_at: "timestamp with time zone", answer: "jsonb", answered_at: "timestamp with time zone", withdrawn: "boolean" },
  partner_site: { company_id: "uuid", id: "uuid", partner_id: "uuid", code: "text", name: "text", postal_code: "text", address: "text", phone: "text" },
  payment: { id: "uuid", seller_id: "uuid", buyer_id: "uuid", seller_key: "uuid", buyer_key: "uuid", outside_partner_id: "uuid", number: "text", kind: "text", sent_on: "date", amount_yen: "bigint", fee_yen: "bigint", reference: "text", reverses_id: "uuid", created_at: "timestamp with time zone" },
  payment_allocation: { payment_id: "uuid", invoice_id: "uuid", seller_id: "uuid", buyer_id: "uuid", seller_key: "uuid", buyer_key: "uuid", amount_yen: "bigint", allowance_yen: "bigint" },
  payment_face: { company_id: "uuid", payment_id: "uuid", side: "text", partner_id: "uuid", number: "text", own_number: "text", kind: "text", sent_on: "date", received_on: "date", amount_yen: "bigint", fee_yen: "bigint", state: "text", note: "text" },
  payment_receipt: { payment_id: "uuid", seller_id: "uuid", buyer_id: "uuid", seller_key: "uuid", buyer_key: "uuid", received_on: "date", amount_yen: "bigint", matched_at: "timestamp with time zone" },
  period: { company_id: "uuid", month: "text", closed_at: "timestamp with time zone", closed_by: "uuid" },
  place: { company_id: "uuid", id: "uuid", code: "text", name: "text", name_en: "text", kind: "text", partner_id: "uuid", is_active: "boolean", version: "integer" },
  plan_exception: { company_id: "uuid", run_id: "uuid", seq: "integer", kind: "text", item_id: "uuid", subject_kind: "text", subject_seq: "integer", subject_id: "uuid", subject_line: "integer", order_key: "uuid", quantity: "numeric", on_date: "date", wanted_date: "date" },
  plan_item: { company_id: "uuid", run_id: "uuid", item_id: "uuid", decimals: "integer", on_hand: "bigint", safety_stock: "bigint", receipt_kind: "integer[]", receipt_id: "uuid[]", receipt_line: "integer[]", receipt_day: "integer[]", receipt_quantity: "bigint[]", receipt_group: "integer[]", demand_kind: "integer[]", demand_id: "uuid[]", demand_line: "integer[]", demand_day: "integer[]", demand_quantity: "bigint[]", demand_group: "integer[]", peg_supply: "integer[]", peg_demand: "integer[]", peg_quantity: "bigint[]", peg_day: "integer[]", order_seqs: "integer[]", changed_by: "xid8" },
  plan_run: { company_id: "uuid", id: "uuid", number: "text", started_at: "timestamp with time zone", finished_at: "timestamp with time zone", started_by: "uuid", planned_from: "date", horizon_days: "integer", state: "text", stage: "text", is_current: "boolean", order_keys: "uuid[]", summary: "jsonb", refusals: "jsonb", alive_until: "timestamp with time zone", cause: "text" },
  planned_order: { company_id: "uuid", run_id: "uuid", seq: "integer", item_id: "uuid", supply: "text", quantity: "numeric", expected_quantity: "numeric", start_on: "date", due_on: "date", wanted_start_on: "date", is_past_due: "boolean", state: "text", partner_id: "uuid", order_key: "uuid", converted_kind: "text", converted_id: "uuid", version: "integer", kept_early_for: "date" },
  planner: { company_id: "uuid", run_id: "uuid", holder: "uuid", leased_until: "timestamp with time zone", read_mark: "xid8", next_seq: "integer", version: "integer", followed_at: "timestamp with time zone", looked_at: "timestamp with time zone", attempts: "integer", not_before: "timestamp with time zone" },
  precheck_record: { company_id: "uuid", id: "bigint", by_company_id: "uuid", user_id: "uuid", at: "timestamp with time zone", code: "text", quantity: "numeric", answer: "text" },
  production_event: { company_id: "uuid", id: "uuid", order_number: "text", item_id: "uuid", operation_number: "integer", work_center_id: "uuid", started_at: "timestamp without time zone", finished_at: "timestamp without time zone", good: "numeric", rejected: "numeric", import_id: "uuid" },
  production_event_import: { company_id: "uuid", id: "uuid", file_name: "text", imported_at: "timestamp with time zone", imported_by: "uuid", imported_by_name: "text", event_count: "integer", replaced_count: "integer", taken_back_at: "timestamp with time zone", taken_back_by: "uuid", taken_back_by_name: "text" },
  promise: { company_id: "uuid", id: "uuid", number: "text", item_id: "uuid", quantity: "numeric", wanted_on: "date", promised_on: "date", start_on: "date", partner_id: "uuid", asked_by: "uuid", chain_promise_id: "uuid", orders: "jsonb", state: "text", expires_at: "timestamp with time zone", trade_id: "uuid", trade_line_number: "integer", created_by: "uuid", created_at: "timestamp with time zone", ended_at: "timestamp with time zone", version: "integer" },
  promise_bucket: { company_id: "uuid", kind: "text", subject_id: "uuid", on_date: "date", free: "numeric", held: "numeric", as_of: "bigint" },
  promise_order: { company_id: "uuid", promise_id: "uuid", work_order_id: "uuid" },
  promise_question: { company_id: "uuid", id: "uuid", by_company_id: "uuid", item_id: "uuid", quantity: "numeric", wanted_on: "date", answered_on: "date", asked_at: "timestamp with time zone" },
  promise_use: { company_id: "uuid", promise_id: "uuid", kind: "text", subject_id: "uuid", on_date: "date", amount: "numeric" },
  reservation: { company_id: "uuid", id: "uuid", item_id: "uuid", trade_id: "uuid", trade_line_number: "integer", work_order_id: "uuid", quantity: "numeric", allocated: "numeric", needed_on: "date", state: "text", version: "integer" },
  routing_operation: { company_id: "uuid", id: "uuid", item_id: "uuid", operation_number: "integer", name: "text", work_center_id: "uuid", setup_minutes: "numeric", run_minutes_per_unit: "numeric", yield: "numeric", subcontract_partner_id: "uuid", subcontract_item_id: "uuid", subcontract_lead_time_days: "integer", needs_inspection: "boolean", valid_from: "date", valid_to: "date", is_derived: "boolean" },
  saved_view: { company_id: "uuid", id: "uuid", user_id: "uuid", page: "text", name: "text", query: "text", is_shared: "boolean" },
  schedule: { company_id: "uuid", id: "uuid", method: "text", seconds: "integer", state: "text", is_current: "boolean", made_at: "timestamp with time zone", finished_at: "timestamp with time zone", made_by: "uuid", adopted_at: "timestamp with time zone", starts_at: "timestamp without time zone", ends_at: "timestamp without time zone", input: "jsonb", pins: "jsonb", left_out: "uuid[]", summary: "jsonb", troubles: "jsonb", version: "integer", seen: "jsonb" },
  schedule_operation: { company_id: "uuid", schedule_id: "uuid", work_order_id: "uuid", operation_number: "integer", work_center_id: "uuid", machine_number: "integer", partner_id: "uuid", setup_at: "timestamp without time zone", starts_at: "timestamp without time zone", ends_at: "timestamp without time zone", is_pinned: "boolean" },
  schedule_order: { company_id: "uuid", schedule_id: "uuid", work_order_id: "uuid", ends_at: "timestamp without time zone", due_at: "timestamp without time zone", late_minutes: "integer", why_late: "jsonb" },
  schedule_step: { company_id: "uuid", schedule_id: "uuid", seq: "integer", kind: "text", work_order_id: "uuid", operation_number: "integer", before: "jsonb", made_by: "uuid", made_at: "timestamp with time zone" },
  seal: { company_id: "uuid", n: "bigint", audit_id: "uuid", hash: "bytea" },
  search_gram: { company_id: "uuid", gram: "text", subject_kind: "text", subject_id: "uuid" },
  shift: { company_id: "uuid", id: "uuid", calendar_id: "uuid", code: "text", name: "text", starts_at: "time without time zone", ends_at: "time without time zone", break_minutes: "integer" },
  stock_balance: { owner_id: "uuid", item_id: "uuid", place_id: "uuid", lot_id: "uuid", keeper_id: "uuid", quantity: "numeric", may_be_negative: "boolean" },
  stock_move: { id: "uuid", kind: "text", moved_on: "date", recorded_at: "timestamp with time zone", owner_id: "uuid", to_owner_id: "uuid", keeper_id: "uuid", to_keeper_id: "uuid", from_item_id: "uuid", from_place_id: "uuid", from_lot_id: "uuid", from_quantity: "numeric", to_item_id: "uuid", to_place_id: "uuid", to_lot_id: "uuid", to_quantity: "numeric", trade_id: "uuid", trade_line_number: "integer", delivery_id: "uuid", delivery_line_number: "integer", work_order_id: "uuid", reverses_id: "uuid", reason: "text", xid: "xid8" },
  stock_move_face: { company_id: "uuid", move_id: "uuid", seq: "integer", item_id: "uuid", place_id: "uuid", lot_id: "uuid", keeper_id: "uuid", quantity: "numeric", kind: "text", moved_on: "date", trade_id: "uuid", work_order_id: "uuid" },
  stock_value: { company_id: "uuid", move_id: "uuid", seq: "integer", item_id: "uuid", pool: "text", quantity: "numeric", value_yen: "bigint", account_role: "text", delivery_id: "uuid", delivery_line_number: "integer", work_order_id: "uuid", valued_on: "date", xid: "xid8" },
  stocktake: { company_id: "uuid", id: "uuid", number: "text", counted_on: "date", place_id: "uuid", state: "text", note: "text", version: "integer", item_id: "uuid" },
  stocktake_line: { company_id: "uuid", stocktake_id: "uuid", line_number: "integer", item_id: "uuid", place_id: "uuid", lot_id: "uuid", theoretical: "numeric", counted: "numeric", cause: "text", keeper_id: "uuid", version: "integer" },
  supplied_item: { trade_id: "uuid", item_id: "uuid", seller_id: "uuid", buyer_id: "uuid", seller_key: "uuid", buyer_key: "uuid", code: "text", description: "text", unit: "text" },
  target: { company_id: "uuid", figure: "text", value: "numeric" },
  trade: { id: "uuid", seller_id: "uuid", buyer_id: "uuid", seller_key: "uuid", buyer_key: "uuid", outside_partner_id: "uuid", agreement_id: "uuid", dispatcher_id: "uuid", chain_id: "uuid", number: "text", outside_number: "text", form: "text", first_state: "text", booked_at: "text", is_one_step: "boolean", ordered_on: "date", wanted_on: "date", valid_until: "date", total_yen: "bigint", title: "text", deliver_to: "text", is_history: "boolean", placed_at: "timestamp with time zone" },
  trade_face: { company_id: "uuid", trade_id: "uuid", side: "text", partner_id: "uuid", number: "text", own_number: "text", outside_number: "text", state: "text", form: "text", ordered_on: "date", wanted_on: "date", promised_on: "date", total_yen: "bigint", chain_id: "uuid", is_history: "boolean", note: "text", is_done: "boolean" },
  trade_line: { trade_id: "uuid", line_number: "integer", seller_id: "uuid", buyer_id: "uuid", seller_key: "uuid", buyer_key: "uuid", agreement_line_number: "integer", code: "text", description: "text", seller_item_id: "uuid", buyer_item_id: "uuid", seller_factor: "numeric", buyer_factor: "numeric", quantity: "numeric", unit: "text", unit_price: "numeric", is_provisional: "boolean", amount_yen: "bigint", tax_category: "text", wanted_on: "date", promised_on: "date", valid_until: "date", state: "text", answer: "text", revision: "integer", chain_line_number: "integer", chain_step_number: "integer" },
  trade_line_face: { company_id: "uuid", trade_id: "uuid", line_number: "integer", side: "text", partner_id: "uuid", item_id: "uuid", code: "text", description: "text", quantity: "numeric", unit: "text", factor: "numeric", unit_price: "numeric", amount_yen: "bigint", wanted_on: "date", promised_on: "date", state: "text", shipped: "numeric", received: "numeric", accepted: "numeric", rejected: "numeric", returned: "numeric", invoiced: "numeric", is_open: "boolean", is_history: "boolean", place_id: "uuid", purpose: "text", work_order_id: "uuid", chain_id: "uuid", note: "text" },
  trade_line_revision: { trade_id: "uuid", line_number: "integer", revision: "integer", seller_id: "uuid", buyer_id: "uuid", quantity: "numeric", unit_price: "numeric", amount_yen: "bigint", wanted_on: "date", promised_on: "date", state: "text", change_request_id: "uuid", replaced_at: "timestamp with time zone" },
  unit: { company_id: "uuid", code: "text", name_ja: "text", name_en: "text", decimals: "integer", version: "integer" },
  value_chain: { company_id: "uuid", id: "uuid", number: "text", group_id: "uuid", origin_trade_id: "uuid", form: "text", created_at: "timestamp with time zone", version: "integer" },
  work_center: { company_id: "uuid", id: "uuid", code: "text", name: "text", name_en: "text", calendar_id: "uuid", machine_count: "integer", minutes_per_day: "integer", labor_yen_per_hour: "numeric", machine_yen_per_hour: "numeric", is_active: "boolean", version: "integer" },
  work_order: { company_id: "uuid", id: "uuid", number: "text", item_id: "uuid", quantity: "numeric", state: "text", start_on: "date", due_on: "date", completed: "numeric", scrapped: "numeric", trade_id: "uuid", trade_line_number: "integer", chain_id: "uuid", lot_code: "text", is_rework: "boolean", origin_work_order_id: "uuid", place_id: "uuid", note: "text", released_at: "timestamp with time zone", closed_at: "timestamp with time zone", version: "integer", progress_share: "numeric", good_rate: "numeric", delivered: "numeric" },
  work_order_cost: { company_id: "uuid", id: "uuid", work_order_id: "uuid", kind: "text", amount_yen: "bigint", source_id: "uuid", happened_on: "date", note: "text", portion: "text" },
  work_order_material: { company_id: "uuid", work_order_id: "uuid", line_number: "integer", item_id: "uuid", operation_number: "integer", required: "numeric", issued: "numeric", is_backflushed: "boolean", version: "integer", free_issued: "numeric" },
  work_order_operation: { company_id: "uuid", work_order_id: "uuid", operation_number: "integer", name: "text", work_center_id: "uuid", setup_minutes: "numeric", run_minutes_per_unit: "numeric", yield: "numeric", needs_inspection: "boolean", subcontract_partner_id: "uuid", subcontract_item_id: "uuid", trade_id: "uuid", trade_line_number: "integer", planned_start_on: "date", planned_finish_on: "date", state: "text", good: "numeric", scrap: "numeric", worked_minutes: "numeric", version: "integer", planned_quantity: "numeric", rework: "numeric", assigned_work_center_id: "uuid", time_factor: "numeric", at_work_center_id: "uuid" },
  work_report: { company_id: "uuid", id: "uuid", work_order_id: "uuid", operation_number: "integer", person_id: "uuid", kind: "text", quantity: "numeric", reason: "text", reported_at: "timestamp with time zone", minutes: "numeric", user_id: "uuid" },
} as const;
