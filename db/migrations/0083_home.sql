-- News for people: which rows of the outbox a company did not write itself, and how far each person has read. No row per person and event: the bell reads
-- the events that are written anyway, beside one mark per person (docs/decisions/0083-notifications.md).
set role musubi_owner;
-- What was there before this file is no news.
alter table app.outbox add column is_own boolean not null default true;
-- The guard's rows are news for who gets them; the program says so of its own.
alter table app.outbox alter column is_own set default false;
grant insert (is_own) on app.outbox to musubi_app, musubi_job;
create index outbox_news on app.outbox (company_id, kind, at desc, id desc) where not is_own;
-- Told once, whichever server looked first.
create unique index outbox_told_once on app.outbox (company_id, kind, subject_id) where kind in ('invoice.overdue', 'accounting.monthToClose');

-- Everything of transactions below `xid` is read. `since` is an hour before the mark was set: no writing transaction is open that long, so older rows need no look.
create table app.notification_mark (
  company_id uuid not null, user_id uuid not null default guard.current_user_id(), xid xid8 not null, since timestamptz not null, primary key (company_id, user_id));
call app.declare_private('app.notification_mark', 'select');
create policy own_person on app.notification_mark as restrictive using (user_id = (select guard.current_user_id())) with check (user_id = (select guard.current_user_id()));
grant insert (company_id, xid, since), update (xid, since) on app.notification_mark to musubi_app;
-- Single ones read above the mark; forgotten as the mark passes them.
create table app.notification_read (
  company_id uuid not null, user_id uuid not null default guard.current_user_id(), outbox_id uuid not null, at timestamptz not null, primary key (company_id, user_id, outbox_id));
call app.declare_private('app.notification_read', 'select, delete');
create policy own_person on app.notification_read as restrictive using (user_id = (select guard.current_user_id())) with check (user_id = (select guard.current_user_id()));
grant insert (company_id, outbox_id, at) on app.notification_read to musubi_app;

-- What a company wants its figures to reach.
create table app.target (
  company_id uuid not null references app.company, figure text not null check (figure in ('onTimePercent', 'monthlySalesYen', 'stockDays', 'scrapPercent')), value numeric(18, 2) not null check (value >= 0), primary key (company_id, figure));
call app.declare_private('app.target', 'select, insert, update, delete');

-- What the figures at home read: the open order book, what arrived lately, what was reported lately (measured with 600,000 lines and reports).
create index trade_line_face_book on app.trade_line_face (company_id, side) where is_open and not is_history and state = 'confirmed';
create index delivery_face_arrived on app.delivery_face (company_id, received_on) where side = 'B' and received_on is not null;
create index work_report_counted on app.work_report (company_id, reported_at) where kind in ('good', 'scrap');

-- A provisional price is settled once for each delivered line.
create unique index delivery_event_settled_once on app.delivery_event (delivery_id, line_number) where kind = 'price_settled';
reset role;

set role musubi_guard;
-- An advance names no trade, so no door leads to its receiver: it hears of it here.
create function guard.advance_news() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ begin
  insert into app.outbox (company_id, id, kind, subject_id) select c, gen_random_uuid(), 'payment.sent', new.id from unnest(array[new.seller_id, new.buyer_id]) c where c is not null and c is distinct from guard.current_company();
  return null; end $$;
-- Nor does one lead back to its payer when it has arrived.
create function guard.advance_arrived_news() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ begin
  insert into app.outbox (company_id, id, kind, subject_id) select p.buyer_id, gen_random_uuid(), 'payment.received', p.id from app.payment p
    where p.id = new.payment_id and p.kind = 'advance' and p.buyer_id is distinct from guard.current_company();
  return null; end $$;
grant execute on function guard.advance_news(), guard.advance_arrived_news() to musubi_owner;
-- Companies with an invoice past its day or a month to close that nobody was told of yet; each as a job row of the deadlines' task, so that one server works.
create function guard.open_notice_jobs(today date) returns setof uuid language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query insert into app.job_entry (company_id, id, task)
    select c.company_id, gen_random_uuid(), 'deadlines' from app.company c
     where not exists (select from app.job_entry j where j.company_id = c.company_id and j.task = 'deadlines' and j.done_at is null)
       and (exists (select from app.invoice_face f where f.company_id = c.company_id and f.side in ('S', 'B') and f.state <> 'settled' and f.due_on < today and f.total_yen > f.settled_yen
                     and not exists (select from app.outbox o where o.company_id = f.company_id and o.kind = 'invoice.overdue' and o.subject_id = f.invoice_id))
         or exists (select from app.period p where p.company_id = c.company_id and p.month = to_char(today - interval '1 month', 'YYYY-MM') and p.closed_at is null
                     and not exists (select from app.outbox o where o.company_id = p.company_id and o.kind = 'accounting.monthToClose' and o.subject_id = guard.month_id(p.month))))
    returning id;
end $$;
-- A month as the subject of a notice: its six digits at the end of an id.
create function guard.month_id(month text) returns uuid language sql immutable security definer set search_path = pg_catalog, pg_temp as $$
  select ('00000000-0000-0000-0000-000000' || replace(month, '-', ''))::uuid $$;
grant execute on function guard.open_notice_jobs(date) to musubi_job;
grant execute on function guard.month_id(text) to musubi_app, musubi_job;
-- As in 0006; but a price that is fixed for good is no order: no standing rule agrees to it for the seller.
create or replace function guard.is_standing_change(request uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from app.change_request c join app.trade t on t.id = c.trade_id where c.id = request and c.state = 'proposed' and c.chain_change_id is null and c.cost_yen = 0
      and c.proposed_by = guard.current_company() and t.buyer_id = c.proposed_by and t.seller_id is not null and not exists (
      select from app.change_request_line x join app.trade_line l on l.trade_id = c.trade_id and l.line_number = x.line_number where x.change_request_id = c.id and (x.is_cancel or l.state <> 'confirmed'
        or l.is_provisional and x.new_unit_price is not null
        or coalesce(x.new_promised_on, x.new_wanted_on, l.wanted_on) < coalesce(x.new_wanted_on, l.wanted_on)
        or not guard.is_standing(t.agreement_id, l.agreement_line_number, coalesce(x.new_quantity, l.quantity), coalesce(x.new_unit_price, l.unit_price), coalesce(x.new_wanted_on, l.wanted_on), current_date)))) $$;
reset role;

set role musubi_owner;
create trigger advance_news after insert on app.payment for each row when (new.kind = 'advance' and new.seller_id is not null and new.buyer_id is not null) execute function guard.advance_news();
create trigger advance_news after insert on app.payment_receipt for each row when (new.seller_id is not null and new.buyer_id is not null) execute function guard.advance_arrived_news();
reset role;
