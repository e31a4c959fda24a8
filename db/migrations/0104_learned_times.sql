-- What the floor's reports teach: imported events of a production log, and what was learned from them and the own reports.
set role musubi_owner;
-- One stretch of work on an operation, as another system recorded it, by the clock of the works. Importing the same event again replaces it.
create table app.production_event (
  company_id uuid not null references app.company, id uuid not null, order_number text not null check (order_number <> ''), item_id uuid not null, operation_number int not null check (operation_number > 0), work_center_id uuid not null,
  started_at timestamp not null, finished_at timestamp not null, good numeric(18, 6) not null check (good >= 0), rejected numeric(18, 6) not null default 0 check (rejected >= 0),
  primary key (company_id, id), foreign key (company_id, item_id) references app.item, foreign key (company_id, work_center_id) references app.work_center, check (finished_at >= started_at));
create unique index on app.production_event (company_id, order_number, operation_number, work_center_id, started_at);
create index on app.production_event (company_id, item_id, operation_number);
create index on app.production_event (company_id, finished_at);
call app.declare_private('app.production_event', 'select, insert, update');
-- When it was learned, and of what; learning anew replaces it with its results.
create table app.learned_run (
  company_id uuid not null references app.company, learned_at timestamptz not null default clock_timestamp(), learned_by uuid default guard.current_user_id(), since date not null, report_count int not null, event_count int not null, primary key (company_id));
create table app.learned_operation (
  company_id uuid not null references app.company, item_id uuid not null, operation_number int not null, work_center_id uuid not null, setup_minutes numeric(12, 3) not null, minutes_per_unit numeric(12, 6) not null, low_minutes_per_unit numeric(12, 6) not null, high_minutes_per_unit numeric(12, 6) not null, order_count int not null,
  primary key (company_id, item_id, operation_number, work_center_id), foreign key (company_id, item_id) references app.item, foreign key (company_id, work_center_id) references app.work_center);
create table app.learned_queue (
  company_id uuid not null references app.company, work_center_id uuid not null, low_minutes numeric(14, 3) not null, median_minutes numeric(14, 3) not null, high_minutes numeric(14, 3) not null, order_count int not null,
  primary key (company_id, work_center_id), foreign key (company_id, work_center_id) references app.work_center);
create table app.learned_lead_time (
  company_id uuid not null references app.company, item_id uuid not null, median_days numeric(9, 1) not null, days_of_most int not null, order_count int not null,
  primary key (company_id, item_id), foreign key (company_id, item_id) references app.item);
call app.declare_private('app.learned_run', 'select, insert, delete');
call app.declare_private('app.learned_operation', 'select, insert, delete');
call app.declare_private('app.learned_queue', 'select, insert, delete');
call app.declare_private('app.learned_lead_time', 'select, insert, delete');
reset role;
