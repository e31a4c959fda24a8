-- Making: work orders, reports from the floor, inspection, lots, and the plan.
set role musubi_owner;
create table app.work_order (
  company_id uuid not null references app.company, id uuid not null, number text not null, item_id uuid not null, quantity numeric(18, 6) not null check (quantity > 0),
  state text not null default 'planned' check (state in ('planned', 'released', 'started', 'completed', 'closed', 'cancelled')), start_on date not null, due_on date not null, completed numeric(18, 6) not null default 0, scrapped numeric(18, 6) not null default 0,
  trade_id uuid, trade_line_number int, chain_id uuid, lot_code text not null default '', is_rework boolean not null default false, origin_work_order_id uuid, place_id uuid, note text not null default '', released_at timestamptz, closed_at timestamptz, version int not null default 1,
  primary key (company_id, id), unique (company_id, number), foreign key (company_id, item_id) references app.item);
create index on app.work_order (company_id, state, due_on, id);
create index on app.work_order (company_id, trade_id) where trade_id is not null;
create index on app.work_order (company_id, item_id);
call app.declare_private('app.work_order', 'select, insert, update');
call app.let_guard('app.work_order', 'select');
create table app.work_order_operation (
  company_id uuid not null, work_order_id uuid not null, operation_number int not null, name text not null, work_center_id uuid, setup_minutes numeric(12, 3) not null, run_minutes_per_unit numeric(12, 6) not null, yield numeric(9, 6) not null default 1, needs_inspection boolean not null default false,
  subcontract_partner_id uuid, subcontract_item_id uuid, trade_id uuid, trade_line_number int, planned_start_on date, planned_finish_on date, state text not null default 'waiting' check (state in ('waiting', 'ready', 'running', 'paused', 'done')),
  good numeric(18, 6) not null default 0, scrap numeric(18, 6) not null default 0, worked_minutes numeric(12, 3) not null default 0, version int not null default 1,
  primary key (company_id, work_order_id, operation_number), foreign key (company_id, work_order_id) references app.work_order);
create index on app.work_order_operation (company_id, work_center_id, state);
create index on app.work_order_operation (company_id, trade_id) where trade_id is not null;
call app.declare_private('app.work_order_operation', 'select, insert, update');
create table app.work_order_material (
  company_id uuid not null, work_order_id uuid not null, line_number int not null, item_id uuid not null, operation_number int, required numeric(18, 6) not null, issued numeric(18, 6) not null default 0, is_backflushed boolean not null default true, version int not null default 1,
  primary key (company_id, work_order_id, line_number), foreign key (company_id, work_order_id) references app.work_order, foreign key (company_id, item_id) references app.item);
create index on app.work_order_material (company_id, item_id);
call app.declare_private('app.work_order_material', 'select, insert, update');
-- What the floor said, in order; append-only.
create table app.work_report (
  company_id uuid not null, id uuid not null, work_order_id uuid not null, operation_number int not null, person_id uuid, kind text not null check (kind in ('start', 'pause', 'resume', 'good', 'scrap', 'rework', 'done')), quantity numeric(18, 6), reason text not null default '',
  reported_at timestamptz not null default clock_timestamp(), minutes numeric(12, 3), primary key (company_id, id), foreign key (company_id, work_order_id, operation_number) references app.work_order_operation);
create index on app.work_report (company_id, work_order_id, reported_at);
call app.declare_private('app.work_report', 'select, insert');
-- Cost gathered on a work order, append-only; its sum is the order's work in process.
create table app.work_order_cost (
  company_id uuid not null, id uuid not null, work_order_id uuid not null, kind text not null check (kind in ('material', 'labor', 'machine', 'outside', 'output', 'scrap_value', 'loss')), amount_yen bigint not null, source_id uuid, happened_on date not null, note text not null default '',
  primary key (company_id, id), foreign key (company_id, work_order_id) references app.work_order);
create index on app.work_order_cost (company_id, work_order_id);
call app.declare_private('app.work_order_cost', 'select, insert');
create policy door_insert on app.work_order_cost for insert with check (company_id = any ((select guard.exchange(1))::uuid[]));

-- ── quality ──────────────────────────────────────────────────────────────────────────────────────────────────────────
create table app.inspection_plan (
  company_id uuid not null references app.company, item_id uuid not null, kind text not null check (kind in ('receiving', 'in_process', 'final')), sampling text not null default 'all' check (sampling in ('all', 'sample', 'skip')), sample_size int,
  characteristics jsonb not null default '[]', version int not null default 1, primary key (company_id, item_id, kind), foreign key (company_id, item_id) references app.item);
create table app.inspection (
  company_id uuid not null references app.company, id uuid not null, number text not null, kind text not null check (kind in ('receiving', 'in_process', 'final')), item_id uuid not null, lot_id uuid, delivery_id uuid, delivery_line_number int, work_order_id uuid, operation_number int,
  quantity numeric(18, 6) not null, accepted numeric(18, 6) not null default 0, rejected numeric(18, 6) not null default 0, state text not null default 'open' check (state in ('open', 'passed', 'failed', 'partly', 'special')), measurements jsonb not null default '[]', reason text not null default '',
  inspected_on date, inspected_by uuid, version int not null default 1, primary key (company_id, id), foreign key (company_id, item_id) references app.item);
create index on app.inspection (company_id, state, id desc);
create table app.lot_link (
  company_id uuid not null, made_lot_id uuid not null, used_lot_id uuid not null, work_order_id uuid not null, quantity numeric(18, 6) not null, primary key (company_id, made_lot_id, used_lot_id, work_order_id),
  foreign key (company_id, made_lot_id) references app.lot, foreign key (company_id, used_lot_id) references app.lot);
create index on app.lot_link (company_id, used_lot_id);
call app.declare_private('app.inspection_plan', 'select, insert, update');
call app.declare_private('app.inspection', 'select, insert, update');
call app.declare_private('app.lot_link', 'select, insert');

-- ── plan: a result of one run, replaced by the next ────────────────────────────────────────────────────────────────────
-- A run is worked out beside the one people work with, and becomes the current one when all of it is saved. `order_keys`: the orders (value chains) supply and demand are bound to, by group.
create table app.plan_run (
  company_id uuid not null references app.company, id uuid not null, number text not null, started_at timestamptz not null default clock_timestamp(), finished_at timestamptz, started_by uuid default guard.current_user_id(), planned_from date not null, horizon_days int not null check (horizon_days > 0),
  state text not null default 'running' check (state in ('running', 'done', 'failed')), stage text not null default 'waiting' check (stage in ('waiting', 'loading', 'planning', 'saving', 'finished')), is_current boolean not null default false, order_keys uuid[] not null default '{}', summary jsonb not null default '{}', refusals jsonb not null default '[]',
  primary key (company_id, id), check (not is_current or state = 'done'));
create unique index on app.plan_run (company_id) where is_current;
create index on app.plan_run (company_id, started_at desc, id desc);
call app.declare_private('app.plan_run', 'select, insert, update, delete');
create table app.planned_order (
  company_id uuid not null, run_id uuid not null, seq int not null, item_id uuid not null, supply text not null check (supply in ('make', 'buy', 'subcontract')), quantity numeric(18, 6) not null check (quantity > 0), expected_quantity numeric(18, 6) not null, start_on date not null, due_on date not null, wanted_start_on date not null, is_past_due boolean not null,
  state text not null default 'proposed' check (state in ('proposed', 'edited', 'converted', 'discarded')), partner_id uuid, order_key uuid, converted_kind text check (converted_kind in ('work_order', 'trade')), converted_id uuid, version int not null default 1, primary key (company_id, run_id, seq), check (due_on >= start_on));
call app.declare_private('app.planned_order', 'select, insert, update, delete');
-- Planned orders are numbered by their start: their key is the order of the list.
-- Everything the plan says of one item, in arrays: a row per peg would be millions of row heads. Quantities are whole numbers of the smallest part of the unit (`decimals`), days are counted from the run's first.
-- Pegs: `peg_supply` is -1 stock, >= 0 a planned order's seq, else the item's receipt -2 - n; `peg_demand` is -1 safety stock, >= 0 the planned order that uses it, else the item's demand -2 - n.
-- Kinds of receipts: 0 purchase, 1 work_order, 2 step; of demands: 0 sales, 1 forecast, 2 work_order, 3 step. A line of 0 is none, a group of -1 no order.
create table app.plan_item (
  company_id uuid not null, run_id uuid not null, item_id uuid not null, decimals int not null, on_hand bigint not null, safety_stock bigint not null,
  receipt_kind int[] not null, receipt_id uuid[] not null, receipt_line int[] not null, receipt_day int[] not null, receipt_quantity bigint[] not null, receipt_group int[] not null,
  demand_kind int[] not null, demand_id uuid[] not null, demand_line int[] not null, demand_day int[] not null, demand_quantity bigint[] not null, demand_group int[] not null,
  peg_supply int[] not null, peg_demand int[] not null, peg_quantity bigint[] not null, peg_day int[] not null, primary key (company_id, run_id, item_id),
  check (cardinality(receipt_id) = cardinality(receipt_quantity) and cardinality(demand_id) = cardinality(demand_quantity) and cardinality(peg_supply) = cardinality(peg_quantity)));
alter table app.plan_item alter peg_supply set storage external, alter peg_demand set storage external, alter peg_quantity set storage external, alter peg_day set storage external,
  alter demand_id set storage external, alter demand_quantity set storage external;
call app.declare_private('app.plan_item', 'select, insert, delete');
create table app.plan_exception (
  company_id uuid not null, run_id uuid not null, seq int not null, kind text not null, item_id uuid not null, subject_kind text not null default '', subject_seq int, subject_id uuid, subject_line int, order_key uuid, quantity numeric(18, 6) not null, on_date date not null, wanted_date date, primary key (company_id, run_id, seq));
create index on app.plan_exception (company_id, run_id, on_date, seq);
call app.declare_private('app.plan_exception', 'select, insert, delete');
create table app.forecast (
  company_id uuid not null references app.company, id uuid not null, item_id uuid not null, partner_id uuid, period_from date not null, period_to date not null, quantity numeric(18, 6) not null check (quantity >= 0), is_firm boolean not null default false, version int not null default 1,
  primary key (company_id, id), foreign key (company_id, item_id) references app.item, foreign key (company_id, partner_id) references app.partner, check (period_to >= period_from));
-- One announcement of a customer for an item and a stretch of days; importing it again changes that one.
create unique index on app.forecast (company_id, item_id, coalesce(partner_id, '00000000-0000-0000-0000-000000000000'), period_from);
create index on app.forecast (company_id, period_from, id);
call app.declare_private('app.forecast', 'select, insert, update, delete');
create table app.saved_view (
  company_id uuid not null references app.company, id uuid not null, user_id uuid not null default guard.current_user_id(), page text not null, name text not null, query text not null, is_shared boolean not null default false, primary key (company_id, id));
call app.declare_private('app.saved_view', 'select, insert, update, delete');
reset role;
