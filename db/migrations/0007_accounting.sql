-- Books: one company's alone, append-only, balanced at the end of the statement, never in a closed month.
set role musubi_owner;
create table app.account (
  company_id uuid not null references app.company, id uuid not null, code text not null, name text not null, name_en text not null default '', kana text not null default '',
  type text not null check (type in ('asset', 'liability', 'equity', 'revenue', 'expense')), section text not null, tax_code text, is_active boolean not null default true, etax_code text not null default '',
  version int not null default 1, primary key (company_id, id), unique (company_id, code));
-- Which account plays which role in the posting rules.
create table app.account_map (
  company_id uuid not null, role text not null, account_id uuid not null, primary key (company_id, role), foreign key (company_id, account_id) references app.account);
create table app.period (
  company_id uuid not null references app.company, month text not null check (month ~ '^[0-9]{4}-[0-9]{2}$'), closed_at timestamptz, closed_by uuid, primary key (company_id, month));
call app.declare_private('app.account', 'select, insert, update');
call app.declare_private('app.account_map', 'select, insert, update');
call app.declare_private('app.period', 'select, insert');
grant update (closed_at, closed_by) on app.period to musubi_app;
create policy door_read on app.account_map for select using (company_id = any ((select guard.exchange(1))::uuid[]));
create policy door_read on app.period for select using (company_id = any ((select guard.exchange(1))::uuid[]));
call app.let_guard('app.period', 'select');
grant update (closed_by) on app.period to musubi_guard;

create table app.journal_entry (
  company_id uuid not null, id uuid not null, number text not null, posted_on date not null, event_on date not null, kind text not null, description text not null default '', source_kind text not null, source_id uuid,
  trade_id uuid, partner_id uuid, reverses_id uuid, created_by uuid default guard.current_user_id(), created_at timestamptz not null default clock_timestamp(), xid xid8 not null default pg_current_xact_id(),
  primary key (company_id, id), foreign key (company_id, reverses_id) references app.journal_entry);
create unique index on app.journal_entry (company_id, reverses_id) where reverses_id is not null;
-- An electronically recorded claim comes due once.
create unique index on app.journal_entry (company_id, source_id) where kind in ('electronic_claim_matured', 'electronic_obligation_matured') and reverses_id is null;
create index on app.journal_entry (company_id, posted_on desc, id desc);
create index on app.journal_entry (company_id, source_id);
call app.declare_private('app.journal_entry', 'select');
grant insert (company_id, id, number, posted_on, event_on, kind, description, source_kind, source_id, trade_id, partner_id, reverses_id) on app.journal_entry to musubi_app, musubi_job;
create policy door_insert on app.journal_entry for insert with check (company_id = any ((select guard.exchange(1))::uuid[]) and trade_id = any ((select guard.exchange(2))::uuid[]));
call app.let_guard('app.journal_entry', 'select');
-- amount_yen: debit positive, credit negative. That the entry is there, of this transaction and of the same day, is asked once per statement (guard.journal_balanced).
create table app.journal_line (
  company_id uuid not null, entry_id uuid not null, line_number int not null, account_id uuid not null, amount_yen bigint not null check (amount_yen <> 0), role text not null default '', flow text, source_line_id text, tax_code text, tax_base_yen bigint, deductible_percent int,
  partner_id uuid, item_id uuid, work_order_id uuid, posted_on date not null, note text not null default '', xid xid8 not null default pg_current_xact_id(),
  primary key (company_id, entry_id, line_number), foreign key (company_id, account_id) references app.account);
create index on app.journal_line (company_id, account_id, posted_on, entry_id);
create index on app.journal_line (company_id, partner_id, account_id) where partner_id is not null;
create index on app.journal_line (xid);
call app.declare_private('app.journal_line', 'select');
grant insert (company_id, entry_id, line_number, account_id, amount_yen, role, flow, source_line_id, tax_code, tax_base_yen, deductible_percent, partner_id, item_id, work_order_id, posted_on, note) on app.journal_line to musubi_app, musubi_job;
create policy door_insert on app.journal_line for insert with check (company_id = any ((select guard.exchange(1))::uuid[]));
call app.let_guard('app.journal_line', 'select');
-- Folded by a job; a balance is read as folded + the lines behind the mark, because a row per account would serialise a window company.
create table app.account_balance (
  company_id uuid not null, account_id uuid not null, month text not null, debit_yen bigint not null default 0, credit_yen bigint not null default 0, folded_to xid8 not null, primary key (company_id, account_id, month),
  foreign key (company_id, account_id) references app.account);
call app.declare_private('app.account_balance', 'select');
call app.let_guard('app.account_balance', 'select, insert, update');
reset role;

set role musubi_guard;
create function guard.journal_balanced() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ begin
  if exists (select from n group by company_id, entry_id having sum(amount_yen) <> 0) then raise exception 'unbalanced' using errcode = '23514', constraint = 'journal_balanced'; end if;
  if exists (select from n left join app.journal_entry e on e.company_id = n.company_id and e.id = n.entry_id where e.xid is distinct from pg_current_xact_id() or e.posted_on is distinct from n.posted_on) then
    raise exception 'entry is finished' using errcode = '23514', constraint = 'journal_finished'; end if;
  if exists (select from (select company_id, entry_id, count(*) c from n group by 1, 2) e cross join lateral (select count(*) c from app.journal_line l where l.company_id = e.company_id and l.entry_id = e.entry_id) l where l.c <> e.c) then
    raise exception 'entry is finished' using errcode = '23514', constraint = 'journal_finished'; end if;
  return null; end $$;
-- `for share`, not `for key share`: closing updates no key and must still wait for postings under way.
create function guard.period_open() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare r record;
begin
  for r in select distinct company_id, to_char(posted_on, 'YYYY-MM') as month from n order by 1, 2 loop
    perform from app.period p where p.company_id = r.company_id and p.month = r.month and p.closed_at is null for share;
    if not found then raise exception 'period % is closed', r.month using errcode = '23514', constraint = 'period_open'; end if;
  end loop;
  return null; end $$;
create function guard.fold_accounts() returns bigint language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare low xid8; high xid8; total bigint;
begin
  select xid into low from guard.mark where name = 'fold' for update;
  select greatest(low, pg_snapshot_xmin(pg_current_snapshot())) into high;   -- after the lock, as in guard.seal_audit
  with d as (select company_id, account_id, to_char(posted_on, 'YYYY-MM') as month, coalesce(sum(amount_yen) filter (where amount_yen > 0), 0) debit, coalesce(-sum(amount_yen) filter (where amount_yen < 0), 0) credit, count(*) c
               from app.journal_line where xid >= low and xid < high group by 1, 2, 3 order by 1, 2, 3),
  w as (insert into app.account_balance as b (company_id, account_id, month, debit_yen, credit_yen, folded_to) select company_id, account_id, month, debit, credit, high from d
        on conflict (company_id, account_id, month) do update set debit_yen = b.debit_yen + excluded.debit_yen, credit_yen = b.credit_yen + excluded.credit_yen, folded_to = high)
  select coalesce(sum(c), 0) into total from d;
  update guard.mark set xid = high, at = clock_timestamp() where name = 'fold';
  return total;
end $$;
-- Lines from this transaction on are not folded yet.
create function guard.folded_to() returns xid8 language sql stable security definer set search_path = pg_catalog, pg_temp as $$ select xid from guard.mark where name = 'fold' $$;
grant execute on function guard.fold_accounts() to musubi_job;
grant execute on function guard.folded_to() to musubi_app, musubi_job;
grant execute on function guard.journal_balanced(), guard.period_open() to musubi_owner;
reset role;
set role musubi_owner;
create trigger balanced after insert on app.journal_line referencing new table as n for each statement execute function guard.journal_balanced();
create trigger period_open after insert on app.journal_entry referencing new table as n for each statement execute function guard.period_open();
reset role;
