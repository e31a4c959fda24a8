-- Books as people work with them: contra accounts, entries that came from a file, balances in one look, rows of the bank's statement.
set role musubi_owner;
-- Stands on the other side than its type: 売上戻り, 減価償却累計額.
alter table app.account add column is_contra boolean not null default false;
-- What a file or another program calls an entry: the same file twice is the same entry.
alter table app.journal_entry add column reference text not null default '';
create unique index on app.journal_entry (company_id, reference) where reference <> '';
grant insert (reference) on app.journal_entry to musubi_app, musubi_job;
-- Money the bank says has arrived, until a person or a rule has said whose it is.
create table app.bank_row (
  company_id uuid not null references app.company, id uuid not null, received_on date not null, number text not null, payer_name text not null default '', remittance_text text not null default '', amount_yen bigint not null check (amount_yen > 0),
  fund_role text not null default 'bank' check (fund_role in ('bank', 'checkingDeposit', 'cash')), state text not null default 'open' check (state in ('open', 'matched', 'set_aside')), payment_id uuid references app.payment, note text not null default '',
  created_at timestamptz not null default now(), version int not null default 1, primary key (company_id, id), unique (company_id, received_on, number));
create index on app.bank_row (company_id, state, received_on desc, id desc);
call app.declare_private('app.bank_row', 'select, insert');
grant update (state, payment_id, note, version) on app.bank_row to musubi_app, musubi_job;
reset role;

set role musubi_guard;
-- Balances of the acting company up to a month: what is folded and what stands behind the mark, seen by one statement, so that the two always fit.
create function guard.my_balances(until_month text) returns table (account_id uuid, month text, debit_yen bigint, credit_yen bigint) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select x.account_id, x.month, sum(x.debit)::bigint, sum(x.credit)::bigint from (
    select b.account_id, b.month, b.debit_yen debit, b.credit_yen credit from app.account_balance b where b.company_id = (select guard.current_company()) and b.month <= until_month
    union all
    select l.account_id, to_char(l.posted_on, 'YYYY-MM'), greatest(l.amount_yen, 0), greatest(-l.amount_yen, 0) from app.journal_line l
      where l.company_id = (select guard.current_company()) and l.xid >= (select m.xid from guard.mark m where m.name = 'fold') and to_char(l.posted_on, 'YYYY-MM') <= until_month) x
  group by 1, 2 $$;
grant execute on function guard.my_balances(text) to musubi_app, musubi_job;
reset role;
