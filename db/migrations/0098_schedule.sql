-- The planning board: when each open operation stands on which machine, by the clock of the works. One schedule a company; making it anew replaces it.
set role musubi_owner;
-- `input`: the records it was made of, so that a move is reckoned with the very same ones. `pins`: what a planner fixed, changed by every move. `left_out`: work orders that cannot be scheduled.
create table app.schedule (
  company_id uuid not null references app.company, id uuid not null, method text not null check (method in ('forward', 'backward', 'bottleneck')), seconds int not null check (seconds between 0 and 120), state text not null default 'running' check (state in ('running', 'done', 'failed')), is_current boolean not null default false,
  made_at timestamptz not null default clock_timestamp(), finished_at timestamptz, made_by uuid default guard.current_user_id(), adopted_at timestamptz, starts_at timestamp, ends_at timestamp, input jsonb, pins jsonb not null default '[]', left_out uuid[] not null default '{}', summary jsonb not null default '{}', troubles jsonb not null default '[]', version int not null default 1,
  primary key (company_id, id), check (not is_current or state = 'done'));
create unique index on app.schedule (company_id) where is_current;
create index on app.schedule (company_id, made_at desc);
create table app.schedule_operation (
  company_id uuid not null, schedule_id uuid not null, work_order_id uuid not null, operation_number int not null, work_center_id uuid, machine_number int, partner_id uuid, setup_at timestamp not null, starts_at timestamp not null, ends_at timestamp not null, is_pinned boolean not null default false,
  primary key (company_id, schedule_id, work_order_id, operation_number), foreign key (company_id, schedule_id) references app.schedule on delete cascade, check (ends_at >= starts_at and (work_center_id is null) = (machine_number is null)));
create index on app.schedule_operation (company_id, schedule_id, starts_at);
-- `why_late`: what each operation waits for, from the end of the order back.
create table app.schedule_order (
  company_id uuid not null, schedule_id uuid not null, work_order_id uuid not null, ends_at timestamp, due_at timestamp not null, late_minutes int not null, why_late jsonb not null default '[]',
  primary key (company_id, schedule_id, work_order_id), foreign key (company_id, schedule_id) references app.schedule on delete cascade);
create index on app.schedule_order (company_id, schedule_id, late_minutes desc);
-- What a planner did by hand since it was made; `before`: the rows and pins as they were, for taking it back.
create table app.schedule_step (
  company_id uuid not null, schedule_id uuid not null, seq int not null, kind text not null check (kind in ('move', 'unpin')), work_order_id uuid not null, operation_number int not null, before jsonb not null, made_by uuid default guard.current_user_id(), made_at timestamptz not null default clock_timestamp(),
  primary key (company_id, schedule_id, seq), foreign key (company_id, schedule_id) references app.schedule on delete cascade);
call app.declare_private('app.schedule', 'select, insert, update, delete');
call app.declare_private('app.schedule_operation', 'select, insert, update, delete');
call app.declare_private('app.schedule_order', 'select, insert, update, delete');
call app.declare_private('app.schedule_step', 'select, insert, delete');
reset role;
