-- What a window took from its own stock for a line it dispatched: the steps make only the rest.
set role musubi_owner;
create table app.chain_stock (
  company_id uuid not null, chain_id uuid not null, chain_line_number int not null, item_id uuid not null, quantity numeric(18, 6) not null check (quantity >= 0),
  primary key (company_id, chain_id, chain_line_number), foreign key (company_id, chain_id) references app.value_chain, foreign key (company_id, item_id) references app.item);
call app.declare_private('app.chain_stock', 'select, insert');
grant update (quantity) on app.chain_stock to musubi_app, musubi_job;
grant update (quantity, needed_on, version) on app.reservation to musubi_guard;
call app.let_guard('app.chain_stock', 'select');
reset role;


-- The far end told by who stands there: the window lets a member say what the maker took of goods that member sent straight to it. Nothing is let unless
-- said; what was let is ended, never deleted. What a member says moves nothing: the window books it (docs/decisions/0082-far-end-reports.md).
set role musubi_owner;
create table app.far_end_permission (
  id uuid primary key, group_id uuid not null, member_id uuid not null references app.company, window_id uuid not null references app.company, granted_at timestamptz not null default clock_timestamp(), ended_at timestamptz,
  check (member_id <> window_id), foreign key (group_id, member_id) references app.group_member);
create unique index on app.far_end_permission (group_id, member_id) where ended_at is null;
create index on app.far_end_permission (member_id) where ended_at is null;
create table app.far_end_report (
  id uuid primary key, delivery_id uuid not null references app.delivery, member_id uuid not null references app.company, window_id uuid not null references app.company, judged_on date not null,
  state text not null default 'reported' check (state in ('reported', 'applied', 'corrected', 'declined', 'withdrawn')), words text not null default '', reported_at timestamptz not null default clock_timestamp(), answered_at timestamptz,
  check (member_id <> window_id), unique (id, member_id, window_id));
create unique index far_end_report_open on app.far_end_report (delivery_id) where state = 'reported';
create index on app.far_end_report (delivery_id, reported_at desc);
create table app.far_end_report_line (
  report_id uuid not null, line_number int not null, delivery_id uuid not null, member_id uuid not null, window_id uuid not null, accepted numeric(18, 6) not null check (accepted >= 0), rejected numeric(18, 6) not null check (rejected >= 0),
  reason text not null default '', check (accepted + rejected > 0), check (rejected = 0 or reason <> ''), primary key (report_id, line_number),
  foreign key (report_id, member_id, window_id) references app.far_end_report (id, member_id, window_id), foreign key (delivery_id, line_number) references app.delivery_line);
do $$ declare t text; begin
  foreach t in array array['far_end_permission', 'far_end_report', 'far_end_report_line'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format('create policy both_read on app.%I for select using ((select guard.current_company()) in (member_id, window_id))', t);
    execute format('grant select on app.%I to musubi_app, musubi_job', t);
    execute format('call app.let_guard(%L, %L)', 'app.' || t, 'select, insert, update');
  end loop; end $$;
reset role;

set role musubi_guard;
-- The window of a group lets a member report, or ends it. Both companies' audit says so; saying the same twice says nothing.
create function guard.permit_far_end(target uuid, member uuid, allowed boolean) returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me uuid := guard.current_company();
begin
  perform from app.group_member m join app.company_group g on g.id = m.group_id and g.window_company_id = me
    where m.group_id = target and m.company_id = member and member <> me and (m.left_on is null or m.left_on > current_date or not allowed) for update of m;
  if not found then raise exception 'no such member' using errcode = '42501'; end if;
  if allowed then
    insert into app.far_end_permission (id, group_id, member_id, window_id) values (gen_random_uuid(), target, member, me) on conflict do nothing;
  else
    update app.far_end_permission p set ended_at = clock_timestamp() where p.group_id = target and p.member_id = member and p.ended_at is null;
  end if;
  if not found then return false; end if;
  insert into app.audit (company_id, id, command, subject_kind, subject_id, details)
    select c, gen_random_uuid(), 'network.farEndPermitted', 'group', target, jsonb_build_object('allowed', allowed, 'member', m.name) from unnest(array[me, member]) c, app.group_member m where m.group_id = target and m.company_id = member;
  insert into app.outbox (company_id, id, kind, subject_id) values (member, gen_random_uuid(), 'network.group', target);
  return true; end $$;
-- Lines of the acting member's own delivery that end a relay chain, with what the maker has still to inspect, and whether the window lets the member
-- report. It names no maker, no order and no price.
create function guard.far_end_lines(delivery uuid) returns table (line_number int, quantity numeric, open numeric, allowed boolean) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select d.line_number, d.quantity, d.quantity - e.judged,
         exists (select from app.far_end_permission p join app.group_member m on m.group_id = p.group_id and m.company_id = p.member_id and (m.left_on is null or m.left_on > current_date)
           where p.group_id = v.group_id and p.member_id = d.seller_id and p.window_id = d.buyer_id and p.ended_at is null)
    from app.delivery_line d join app.chain_step s on s.company_id = d.buyer_id and s.trade_id = d.trade_id and s.trade_line_number = d.trade_line_number and s.feeds_step_number is null
    join app.value_chain v on v.company_id = s.company_id and v.id = s.chain_id and v.form = 'relay'
    cross join lateral (select coalesce(sum(x.quantity), 0) judged from app.delivery_event x where x.delivery_id = d.delivery_id and x.line_number = d.line_number and x.kind in ('accepted', 'specially_accepted', 'rejected')) e
   where d.delivery_id = delivery and d.seller_id = guard.current_company() order by d.line_number $$;
-- What happens to a report, told to both: each company's audit names who did it, and the other side hears of it.
create function guard.tell_far_end(r app.far_end_report, done text) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me uuid := guard.current_company();
begin
  insert into app.audit (company_id, id, command, subject_kind, subject_id, details)
    select c, gen_random_uuid(), 'network.farEnd' || initcap(done), 'delivery', r.delivery_id, jsonb_build_object('report', r.id, 'judgedOn', r.judged_on, 'words', r.words, 'by', case when me = r.member_id then 'member' else 'window' end,
        'member', (select p.name from app.group_member p join app.company_group g on g.id = p.group_id and g.window_company_id = r.window_id where p.company_id = r.member_id limit 1)) from unnest(array[r.member_id, r.window_id]) c;
  insert into app.outbox (company_id, id, kind, subject_id) values (case when me = r.member_id then r.window_id else r.member_id end, gen_random_uuid(), 'network.farEnd', r.id); end $$;
-- The member's word of its own delivery. The delivery is locked: of two reports at once the second meets the first.
create function guard.report_far_end(report uuid, delivery uuid, day date, said jsonb) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me uuid := guard.current_company(); d app.delivery; r app.far_end_report;
begin
  select * into d from app.delivery x where x.id = delivery and x.seller_id = me for update;
  if d.id is null or jsonb_array_length(said) = 0 or exists (select from jsonb_to_recordset(said) s (line_number int, accepted numeric, rejected numeric)
      where not exists (select from guard.far_end_lines(delivery) l where l.line_number = s.line_number and l.allowed and s.accepted + s.rejected <= l.open)) then
    raise exception 'no such delivery to report of' using errcode = '42501'; end if;
  insert into app.far_end_report (id, delivery_id, member_id, window_id, judged_on) values (report, d.id, me, d.buyer_id, day) returning * into r;
  insert into app.far_end_report_line (report_id, line_number, delivery_id, member_id, window_id, accepted, rejected, reason)
    select report, s.line_number, d.id, me, d.buyer_id, s.accepted, s.rejected, s.reason from jsonb_to_recordset(said) s (line_number int, accepted numeric, rejected numeric, reason text);
  perform guard.tell_far_end(r, 'reported'); end $$;
-- The member takes its report back; the window closes it: booked as said, booked otherwise, or sent back with words. Says whether it was still open.
create function guard.close_far_end_report(report uuid, closing text, said text) returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me uuid := guard.current_company(); r app.far_end_report;
begin
  update app.far_end_report x set state = closing, words = said, answered_at = clock_timestamp()
   where x.id = report and x.state = 'reported' and (closing = 'withdrawn' and x.member_id = me or closing in ('applied', 'corrected', 'declined') and x.window_id = me) returning * into r;
  if r.id is null then return false; end if;
  perform guard.tell_far_end(r, closing);
  return true; end $$;
grant execute on function guard.permit_far_end(uuid, uuid, boolean), guard.far_end_lines(uuid), guard.report_far_end(uuid, uuid, date, jsonb), guard.close_far_end_report(uuid, text, text) to musubi_app, musubi_job;
reset role;
