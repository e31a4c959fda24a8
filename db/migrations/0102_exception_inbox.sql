-- The exception inbox: what a person set aside or has seen to, kept by what the exception is about and not by its place in a plan, whose rows are replaced. A stocktake of one item.
set role musubi_owner;
-- `aside`: not before `until_on`, for this reason. `applied`: its remedy was applied and the plan does not know yet. `quantity`, `on_date`, `wanted_date`: as they were then; one that has become worse comes back at once.
-- A key's part that an exception has not is '', -1, 0 or zeros, so that the key is one row. `document`: what the remedy made or changed.
create table app.exception_care (
  company_id uuid not null references app.company, kind text not null, item_id uuid not null, subject_kind text not null default '', subject_seq int not null default -1, subject_id uuid not null default '00000000-0000-0000-0000-000000000000', subject_line int not null default 0,
  order_key uuid not null default '00000000-0000-0000-0000-000000000000', state text not null check (state in ('aside', 'applied')), until_on date not null, reason text not null default '', quantity numeric(18, 6) not null, on_date date not null, wanted_date date,
  document_kind text not null default '' check (document_kind in ('', 'change_request', 'work_order', 'trade', 'stocktake')), document_id uuid, document_number text not null default '', change_request_id uuid, made_by uuid default guard.current_user_id(), made_by_name text not null default '', made_at timestamptz not null default clock_timestamp(),
  primary key (company_id, kind, item_id, subject_kind, subject_seq, subject_id, subject_line, order_key), foreign key (company_id, item_id) references app.item, check (state = 'applied' or reason <> ''));
call app.declare_private('app.exception_care', 'select, insert, update, delete');
-- A stocktake of one item, wherever it lies; null: of every item.
alter table app.stocktake add column item_id uuid, add foreign key (company_id, item_id) references app.item;
reset role;
