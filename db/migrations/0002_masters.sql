-- What a company keeps for itself: partners, units, items, bills of material, routings, resources, people on the floor.
set role musubi_owner;

-- ── parties ──────────────────────────────────────────────────────────────────────────────────────────────────────────
create table app.partner (
  company_id uuid not null references app.company, id uuid not null, code text not null, name text not null, name_en text not null default '', kana text not null default '',
  is_customer boolean not null default false, is_supplier boolean not null default false,
  linked_company_id uuid references app.company, linked_on date,
  registration_number text, tax_status text not null default 'registered' check (tax_status in ('registered', 'unregistered', 'exempt')), corporate_number text, capital_yen bigint, employee_count int,
  postal_code text not null default '', address text not null default '', phone text not null default '', email text not null default '', contact_name text not null default '',
  closing_day int not null default 31 check (closing_day between 1 and 31), payment_month_offset int not null default 1 check (payment_month_offset between 0 and 6),
  payment_day int not null default 31 check (payment_day between 1 and 31), holiday_shift text not null default 'next' check (holiday_shift in ('previous', 'next')),
  payment_kind text not null default 'transfer' check (payment_kind in ('transfer', 'cash', 'claim', 'offset')),
  tax_rounding text not null default 'down' check (tax_rounding in ('down', 'half_up', 'up')),
  credit_limit_yen bigint, note text not null default '', is_active boolean not null default true,
  created_at timestamptz not null default now(), version int not null default 1,
  primary key (company_id, id), unique (company_id, code), unique (company_id, linked_company_id), check (linked_company_id <> company_id));
create index on app.partner (company_id, kana, id);
create table app.partner_site (
  company_id uuid not null, id uuid not null, partner_id uuid not null, code text not null, name text not null, postal_code text not null default '', address text not null default '',
  phone text not null default '', primary key (company_id, id), unique (company_id, partner_id, code), foreign key (company_id, partner_id) references app.partner);
create table app.partner_bank_account (
  company_id uuid not null, id uuid not null, partner_id uuid not null, bank_code text not null check (bank_code ~ '^[0-9]{4}$'), branch_code text not null check (branch_code ~ '^[0-9]{3}$'),
  account_kind text not null check (account_kind in ('ordinary', 'current', 'savings', 'other')), account_number text not null check (account_number ~ '^[0-9]{1,7}$'), holder_kana text not null,
  primary key (company_id, id), foreign key (company_id, partner_id) references app.partner);
call app.declare_private('app.partner', 'select, insert, update');
call app.declare_private('app.partner_site', 'select, insert, update, delete');
call app.declare_private('app.partner_bank_account', 'select, insert, update, delete');
call app.let_guard('app.partner', 'select, update');

-- ── items ────────────────────────────────────────────────────────────────────────────────────────────────────────────
create table app.unit (
  company_id uuid not null references app.company, code text not null, name_ja text not null, name_en text not null, decimals int not null default 0 check (decimals between 0 and 6),
  primary key (company_id, code));
call app.declare_private('app.unit', 'select, insert, update');
create table app.item (
  company_id uuid not null references app.company, id uuid not null, code text not null, name text not null, name_en text not null default '', kana text not null default '',
  supply text not null check (supply in ('make', 'buy', 'subcontract')),
  category text not null check (category in ('finished', 'assembly', 'part', 'material', 'merchandise', 'consumable', 'stage', 'processing')),
  group_code text not null default '', specification text not null default '', drawing_number text not null default '',
  unit text not null, purchase_unit text, sales_unit text,
  tax_category text not null default 'taxable_10' check (tax_category in ('taxable_10', 'reduced_8', 'exempt', 'export_free', 'out_of_scope')),
  is_lot_tracked boolean not null default false, is_stocked boolean not null default true, is_order_bound boolean not null default false, is_dispatched boolean not null default false,
  needs_inspection boolean not null default false, is_backflushed boolean not null default true,
  lead_time_days int not null default 0 check (lead_time_days between 0 and 999), safety_stock numeric(18, 6) not null default 0 check (safety_stock >= 0),
  lot_rule text not null default 'lot_for_lot' check (lot_rule in ('lot_for_lot', 'fixed', 'period', 'min_max')),
  lot_fixed numeric(18, 6), lot_period_days int, lot_minimum numeric(18, 6), lot_maximum numeric(18, 6), lot_multiple numeric(18, 6),
  yield numeric(9, 6) not null default 1 check (yield > 0 and yield <= 1),
  standard_cost numeric(18, 6) not null default 0 check (standard_cost >= 0), sales_price numeric(18, 6), purchase_price numeric(18, 6), purchase_partner_id uuid,
  default_place_id uuid, is_active boolean not null default true, note text not null default '',
  created_at timestamptz not null default now(), version int not null default 1,
  primary key (company_id, id), unique (company_id, code), foreign key (company_id, unit) references app.unit, foreign key (company_id, purchase_unit) references app.unit,
  foreign key (company_id, sales_unit) references app.unit, foreign key (company_id, purchase_partner_id) references app.partner);
create index on app.item (company_id, kana, id);
create index on app.item (company_id, group_code, id);
call app.declare_private('app.item', 'select, insert, update');
-- 1 `unit` is `factor` of the item's own stock unit.
create table app.item_unit (
  company_id uuid not null, item_id uuid not null, unit text not null, factor numeric(18, 6) not null check (factor > 0), primary key (company_id, item_id, unit),
  foreign key (company_id, item_id) references app.item, foreign key (company_id, unit) references app.unit);
call app.declare_private('app.item_unit', 'select, insert, update, delete');
create table app.bill_of_material_line (
  company_id uuid not null, id uuid not null, parent_item_id uuid not null, component_item_id uuid not null, operation_number int, quantity numeric(18, 6) not null check (quantity > 0),
  scrap_rate numeric(9, 6) not null default 0 check (scrap_rate >= 0 and scrap_rate < 1), valid_from date, valid_to date, note text not null default '',
  primary key (company_id, id), foreign key (company_id, parent_item_id) references app.item, foreign key (company_id, component_item_id) references app.item,
  check (parent_item_id <> component_item_id), check (valid_to is null or valid_from is null or valid_to >= valid_from));
create unique index on app.bill_of_material_line (company_id, parent_item_id, component_item_id, coalesce(operation_number, 0), coalesce(valid_from, '-infinity'));
create index on app.bill_of_material_line (company_id, component_item_id);
call app.declare_private('app.bill_of_material_line', 'select, insert, update, delete');

-- ── resources ────────────────────────────────────────────────────────────────────────────────────────────────────────
create table app.calendar (
  company_id uuid not null references app.company, id uuid not null, code text not null, name text not null, works_on int[] not null default '{1,2,3,4,5}', keeps_public_holidays boolean not null default true,
  primary key (company_id, id), unique (company_id, code));
create table app.calendar_day (
  company_id uuid not null, calendar_id uuid not null, on_date date not null, is_working boolean not null, reason text not null default '', primary key (company_id, calendar_id, on_date),
  foreign key (company_id, calendar_id) references app.calendar);
create table app.work_center (
  company_id uuid not null references app.company, id uuid not null, code text not null, name text not null, name_en text not null default '', calendar_id uuid,
  machine_count int not null default 1 check (machine_count > 0), minutes_per_day int not null default 480 check (minutes_per_day between 0 and 1440),
  labor_yen_per_hour numeric(18, 6) not null default 0, machine_yen_per_hour numeric(18, 6) not null default 0, is_active boolean not null default true, version int not null default 1,
  primary key (company_id, id), unique (company_id, code), foreign key (company_id, calendar_id) references app.calendar);
create table app.shift (
  company_id uuid not null, id uuid not null, calendar_id uuid not null, code text not null, name text not null, starts_at time not null, ends_at time not null, break_minutes int not null default 0,
  primary key (company_id, id), unique (company_id, calendar_id, code), foreign key (company_id, calendar_id) references app.calendar);
-- People who report work on a shared tablet; not users with a password.
create table app.floor_person (
  company_id uuid not null references app.company, id uuid not null, code text not null, name text not null, kana text not null default '', pin_hash text not null, is_active boolean not null default true,
  failed_attempts int not null default 0, locked_until timestamptz, primary key (company_id, id), unique (company_id, code));
call app.declare_private('app.calendar', 'select, insert, update');
call app.declare_private('app.calendar_day', 'select, insert, update, delete');
call app.declare_private('app.work_center', 'select, insert, update');
call app.declare_private('app.shift', 'select, insert, update, delete');
call app.declare_private('app.floor_person', 'select, insert, update');

create table app.routing_operation (
  company_id uuid not null, id uuid not null, item_id uuid not null, operation_number int not null check (operation_number > 0), name text not null, work_center_id uuid,
  setup_minutes numeric(12, 3) not null default 0 check (setup_minutes >= 0), run_minutes_per_unit numeric(12, 6) not null default 0 check (run_minutes_per_unit >= 0),
  yield numeric(9, 6) not null default 1 check (yield > 0 and yield <= 1),
  subcontract_partner_id uuid, subcontract_item_id uuid, subcontract_lead_time_days int not null default 0, needs_inspection boolean not null default false,
  valid_from date, valid_to date, is_derived boolean not null default false,
  primary key (company_id, id), foreign key (company_id, item_id) references app.item, foreign key (company_id, work_center_id) references app.work_center,
  foreign key (company_id, subcontract_partner_id) references app.partner, foreign key (company_id, subcontract_item_id) references app.item,
  check (valid_to is null or valid_from is null or valid_to >= valid_from), check ((work_center_id is null) <> (subcontract_partner_id is null)));
create unique index on app.routing_operation (company_id, item_id, operation_number, coalesce(valid_from, '-infinity'));
call app.declare_private('app.routing_operation', 'select, insert, update, delete');

-- ── search: equality on two-character grams, since only leakproof operators reach an index under a policy ────────────
-- subject: item, partner, trade, work_order …; the text is normalised (NFKC, lower case) by the trigger.
create table app.search_gram (
  company_id uuid not null, gram text not null, subject_kind text not null, subject_id uuid not null, primary key (company_id, gram, subject_kind, subject_id));
call app.declare_private('app.search_gram', 'select, insert, delete');
create index on app.search_gram (company_id, subject_id);
-- `owner_id` names the rows' company for triggers that write on another side's behalf.
create function app.grams(source text) returns text[] language sql immutable set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct substr(t, i, 2)), '{}') from (select regexp_replace(lower(normalize(source, NFKC)), '\s+', ' ', 'g') t) x, generate_series(1, greatest(length(t) - 1, 0)) i
   where length(btrim(substr(t, i, 2))) = 2 $$;
grant execute on function app.grams(text) to musubi_app, musubi_job, musubi_guard;
create function app.index_words() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare words text; kind text := tg_argv[0];
begin
  words := concat_ws(' ', new.code, new.name, new.kana, to_jsonb(new) ->> 'name_en');
  if tg_op = 'UPDATE' then
    if concat_ws(' ', old.code, old.name, old.kana, to_jsonb(old) ->> 'name_en') = words then return null; end if;
    delete from app.search_gram g where g.company_id = new.company_id and g.subject_id = new.id and g.subject_kind = kind;
  end if;
  insert into app.search_gram (company_id, gram, subject_kind, subject_id) select new.company_id, g, kind, new.id from unnest(app.grams(words)) g;
  return null;
end $$;
grant execute on function app.index_words() to musubi_app, musubi_job;
create trigger index_words after insert or update on app.item for each row execute function app.index_words('item');
create trigger index_words after insert or update on app.partner for each row execute function app.index_words('partner');
reset role;
