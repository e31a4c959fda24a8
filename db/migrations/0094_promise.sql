-- Promised dates: asked for, held until a moment, confirmed as orders. What a promise takes stands in rows that a constraint checks at commit, whoever reckoned it.
set role musubi_owner;
-- Whether a partner's questions for dates are answered by the plan itself, and how many promises it may hold open at once. Off until the company says so.
alter table app.partner add answers_dates boolean not null default false, add promise_limit int not null default 10 check (promise_limit between 0 and 1000);
-- Work centres that can do the same work, with the time they take for it.
create table app.alternative_work_center (
  company_id uuid not null, work_center_id uuid not null, alternative_id uuid not null, time_factor numeric(6, 3) not null default 1 check (time_factor > 0), primary key (company_id, work_center_id, alternative_id),
  foreign key (company_id, work_center_id) references app.work_center, foreign key (company_id, alternative_id) references app.work_center, check (work_center_id <> alternative_id));
call app.declare_private('app.alternative_work_center', 'select, insert, update, delete');
create table app.promise (
  company_id uuid not null, id uuid not null, number text not null, item_id uuid not null, quantity numeric(18, 6) not null check (quantity > 0), wanted_on date not null, promised_on date not null, start_on date not null,
  partner_id uuid, asked_by uuid, chain_promise_id uuid, orders jsonb not null default '[]', state text not null default 'held' check (state in ('held', 'confirmed', 'released', 'expired', 'done')), expires_at timestamptz not null,
  trade_id uuid, trade_line_number int, created_by uuid default guard.current_user_id(), created_at timestamptz not null default clock_timestamp(), ended_at timestamptz, version int not null default 1,
  primary key (company_id, id), unique (company_id, number), foreign key (company_id, item_id) references app.item, check (state <> 'confirmed' or trade_id is not null));
create index on app.promise (company_id, state, expires_at);
create index on app.promise (company_id, trade_id) where trade_id is not null;
create index on app.promise (chain_promise_id) where chain_promise_id is not null;
create table app.promise_use (
  company_id uuid not null, promise_id uuid not null, kind text not null check (kind in ('capacity', 'supply')), subject_id uuid not null, on_date date not null, amount numeric(18, 6) not null check (amount > 0),
  primary key (company_id, promise_id, kind, subject_id, on_date), foreign key (company_id, promise_id) references app.promise);
create index on app.promise_use (company_id, kind, subject_id);
-- Free minutes of a work centre or free quantity of an item on a day, before what is held of it; `as_of`: how far the reckoning had read. Rows only where something was ever held.
create table app.promise_bucket (
  company_id uuid not null, kind text not null check (kind in ('capacity', 'supply')), subject_id uuid not null, on_date date not null, free numeric(18, 6) not null, held numeric(18, 6) not null default 0 check (held >= 0), as_of bigint not null,
  primary key (company_id, kind, subject_id, on_date), constraint promise_within_free check (held <= free));
-- Work orders made of a confirmed promise: their work is what the promise holds.
create table app.promise_order (company_id uuid not null, promise_id uuid not null, work_order_id uuid not null, primary key (company_id, work_order_id), foreign key (company_id, promise_id) references app.promise, foreign key (company_id, work_order_id) references app.work_order);
-- Every question of another company, answered or not: seen by the one that was asked. Append-only.
create table app.promise_question (
  company_id uuid not null, id uuid not null, by_company_id uuid not null, item_id uuid not null, quantity numeric(18, 6) not null, wanted_on date not null, answered_on date, asked_at timestamptz not null default clock_timestamp(), primary key (company_id, id));
create index on app.promise_question (company_id, asked_at desc, id);
call app.declare_private('app.promise', 'select');
call app.declare_private('app.promise_use', 'select');
call app.declare_private('app.promise_bucket', 'select');
call app.declare_private('app.promise_order', 'select, insert');
call app.declare_private('app.promise_question', 'select, insert');
call app.let_guard('app.promise', 'select, insert, update');
call app.let_guard('app.promise_use', 'select, insert');
call app.let_guard('app.promise_bucket', 'select, insert, update');
reset role;

set role musubi_guard;
-- Gives back what these promises of one company held, bucket by bucket in the order of the key.
create function guard.give_back(company uuid, promises uuid[], kinds text[]) returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  with u as materialized (select x.kind, x.subject_id, x.on_date, sum(x.amount) amount from app.promise_use x where x.company_id = company and x.promise_id = any (promises) and x.kind = any (kinds) group by 1, 2, 3),
    b as materialized (select b.kind, b.subject_id, b.on_date, u.amount from app.promise_bucket b join u using (kind, subject_id, on_date) where b.company_id = company order by b.kind, b.subject_id, b.on_date for update of b)
  update app.promise_bucket p set held = p.held - b.amount from b where p.company_id = company and (p.kind, p.subject_id, p.on_date) = (b.kind, b.subject_id, b.on_date) $$;
create function guard.expire_promises(company uuid) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare gone uuid[];
begin
  with e as (update app.promise p set state = 'expired', ended_at = clock_timestamp(), version = p.version + 1 where p.company_id = company and p.state = 'held' and p.expires_at <= clock_timestamp() returning p.id) select array_agg(e.id) into gone from e;
  if gone is null then return; end if;
  perform guard.give_back(company, gone, array['capacity', 'supply']);
  insert into app.outbox (company_id, id, kind, subject_id) select company, gen_random_uuid(), 'planning.promise', g from unnest(gone) g;
end $$;
-- Holds promises at one or several companies, all or none. At another company only where it answers the acting one's questions, within the limit it set; the row of its partner card lets one asker at a time count.
create function guard.place_promises(promises jsonb) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare me uuid := guard.current_company(); c uuid; n int; lim int;
begin
  if me is null then raise exception 'enter first' using errcode = '42501'; end if;
  for c, n in select (p ->> 'company_id')::uuid, count(*) from jsonb_array_elements(promises) p group by 1 order by 1 loop
    perform guard.expire_promises(c);
    if c <> me then
      select d.promise_limit into lim from app.partner d where d.company_id = c and d.linked_company_id = me and d.answers_dates and d.is_active for update;
      if lim is null then raise exception 'no dates for this company' using errcode = '42501'; end if;
      if n + (select count(*) from app.promise p where p.company_id = c and p.asked_by = me and p.state = 'held') > lim then raise exception 'too many open promises' using errcode = '23514', constraint = 'promise_limit'; end if;
    end if;
  end loop;
  for c, n, lim in select d.id, count(*), d.promise_limit from jsonb_to_recordset(promises) p (company_id uuid, partner_id uuid) join app.partner d on d.company_id = me and d.id = p.partner_id where p.company_id = me group by d.id, d.promise_limit loop
    perform 1 from app.partner d where d.company_id = me and d.id = c for update;
    if n + (select count(*) from app.promise p where p.company_id = me and p.partner_id = c and p.asked_by is null and p.state = 'held') > lim then raise exception 'too many open promises' using errcode = '23514', constraint = 'promise_limit'; end if;
  end loop;
  insert into app.promise (company_id, id, number, item_id, quantity, wanted_on, promised_on, start_on, partner_id, asked_by, chain_promise_id, orders, expires_at)
    select p.company_id, p.id, guard.take_number(p.company_id, 'pr'), p.item_id, p.quantity, p.wanted_on, p.promised_on, p.start_on, case when p.company_id = me then p.partner_id else (select d.id from app.partner d where d.company_id = p.company_id and d.linked_company_id = me) end,
           nullif(me, p.company_id), p.chain_promise_id, coalesce(p.orders, '[]'), p.expires_at
      from jsonb_to_recordset(promises) p (company_id uuid, id uuid, item_id uuid, quantity numeric, wanted_on date, promised_on date, start_on date, partner_id uuid, chain_promise_id uuid, orders jsonb, expires_at timestamptz);
  insert into app.promise_use (company_id, promise_id, kind, subject_id, on_date, amount)
    select p.company_id, p.id, u.kind, u.subject_id, u.on_date, sum(u.amount) from jsonb_to_recordset(promises) p (company_id uuid, id uuid, uses jsonb) cross join lateral jsonb_to_recordset(p.uses) u (kind text, subject_id uuid, on_date date, amount numeric) group by 1, 2, 3, 4, 5;
  insert into app.promise_bucket as b (company_id, kind, subject_id, on_date, free, held, as_of)
    select p.company_id, u.kind, u.subject_id, u.on_date, max(u.free), sum(u.amount), max(p.as_of) from jsonb_to_recordset(promises) p (company_id uuid, as_of bigint, uses jsonb) cross join lateral jsonb_to_recordset(p.uses) u (kind text, subject_id uuid, on_date date, amount numeric, free numeric)
     group by 1, 2, 3, 4 order by 1, 2, 3, 4
  on conflict (company_id, kind, subject_id, on_date) do update set held = b.held + excluded.held, free = greatest(case when excluded.as_of >= b.as_of then excluded.free else b.free end, b.held), as_of = greatest(b.as_of, excluded.as_of);
  insert into app.outbox (company_id, id, kind, subject_id) select p.company_id, gen_random_uuid(), 'planning.promise', p.id from jsonb_to_recordset(promises) p (company_id uuid, id uuid);
end $$;
-- One's own promise, or one held at another: given back before its time.
create function guard.release_promises(ids uuid[]) returns int language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me uuid := guard.current_company(); c uuid; gone uuid[]; n int := 0;
begin
  for c in select distinct p.company_id from app.promise p where p.id = any (ids) and me in (p.company_id, p.asked_by) order by 1 loop
    perform guard.expire_promises(c);
    with e as (update app.promise p set state = 'released', ended_at = clock_timestamp(), version = p.version + 1 where p.company_id = c and p.id = any (ids) and p.state = 'held' and me in (p.company_id, p.asked_by) returning p.id) select array_agg(e.id) into gone from e;
    if gone is null then continue; end if;
    perform guard.give_back(c, gone, array['capacity', 'supply']);
    insert into app.outbox (company_id, id, kind, subject_id) select c, gen_random_uuid(), 'planning.promise', g from unnest(gone) g;
    n := n + cardinality(gone);
  end loop;
  return n;
end $$;
-- Confirmed: its order exists. The supply it held is needed by that order from now on, so both what is free and what is held sink; the minutes stay held by it.
-- (`as_of`: whoever reckoned without this confirmation does not write over it.)
-- A promise that ran out or was answered before refuses, so that of two confirms one wins.
create function guard.confirm_promises(confirmed jsonb) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare me uuid := guard.current_company(); c uuid; n int; done uuid[]; p app.promise;
begin
  if me is null then raise exception 'enter first' using errcode = '42501'; end if;
  for c, n in select p.company_id, count(*) from jsonb_to_recordset(confirmed) x (id uuid) join app.promise p on p.id = x.id and me in (p.company_id, p.asked_by) group by 1 order by 1 loop
    with e as (update app.promise p set state = 'confirmed', trade_id = x.trade_id, trade_line_number = x.line_number, ended_at = clock_timestamp(), version = p.version + 1
                 from jsonb_to_recordset(confirmed) x (id uuid, trade_id uuid, line_number int) join app.trade t on t.id = x.trade_id and (me in (t.seller_id, t.buyer_id) or t.dispatcher_id = me)
                where p.company_id = c and p.id = x.id and t.seller_id = c and p.state = 'held' and p.expires_at > clock_timestamp() returning p.id) select array_agg(e.id) into done from e;
    if coalesce(cardinality(done), 0) <> n then
      select q.* into p from app.promise q join jsonb_to_recordset(confirmed) x (id uuid) on x.id = q.id where q.company_id = c and q.id <> all (coalesce(done, '{}')) limit 1;
      raise exception 'the promise is over' using errcode = '23514', constraint = case when p.state = 'held' and p.expires_at > clock_timestamp() then 'promise_other_trade' when p.state in ('held', 'expired') then 'promise_expired' when p.state = 'released' then 'promise_released' else 'promise_confirmed' end;
    end if;
    with u as materialized (select x.subject_id, x.on_date, sum(x.amount) amount from app.promise_use x where x.company_id = c and x.promise_id = any (done) and x.kind = 'supply' group by 1, 2),
      b as materialized (select b.subject_id, b.on_date, u.amount from app.promise_bucket b join u using (subject_id, on_date) where b.company_id = c and b.kind = 'supply' order by b.subject_id, b.on_date for update of b)
    update app.promise_bucket p set held = p.held - b.amount, free = p.free - b.amount, as_of = greatest(p.as_of, pg_current_xact_id()::text::bigint + 1) from b where p.company_id = c and p.kind = 'supply' and (p.subject_id, p.on_date) = (b.subject_id, b.on_date);
    insert into app.outbox (company_id, id, kind, subject_id) select c, gen_random_uuid(), 'planning.promise', g from unnest(done) g;
  end loop;
  if n is null then raise exception 'no such promise' using errcode = '42501'; end if;
end $$;
-- Promises whose line was sent, or called off: their minutes are free again.
create function guard.settle_promises() returns int language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me uuid := guard.current_company(); gone uuid[];
begin
  with e as (update app.promise p set state = 'done', version = p.version + 1 where p.company_id = me and p.state = 'confirmed'
                and not exists (select from app.trade_line_face f where f.company_id = me and f.trade_id = p.trade_id and f.line_number = coalesce(p.trade_line_number, f.line_number) and f.side = 'S' and f.is_open) returning p.id) select array_agg(e.id) into gone from e;
  if gone is null then return 0; end if;
  perform guard.give_back(me, gone, array['capacity']);
  insert into app.outbox (company_id, id, kind, subject_id) select me, gen_random_uuid(), 'planning.promise', g from unnest(gone) g;
  return cardinality(gone);
end $$;
-- For the server's planner: enters a company to answer another's question, only where it answers that one.
create function guard.open_promise_job(asker uuid, asked uuid) returns uuid language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare job uuid;
begin
  if not exists (select from app.partner d where d.company_id = asked and d.linked_company_id = asker and d.answers_dates and d.is_active) then return null; end if;
  select j.id into job from app.job_entry j where j.company_id = asked and j.task = 'promise' and j.done_at is null limit 1;
  if job is null then insert into app.job_entry (company_id, id, task) values (asked, gen_random_uuid(), 'promise') returning id into job; end if;
  return job;
end $$;
revoke execute on function guard.give_back(uuid, uuid[], text[]), guard.expire_promises(uuid), guard.place_promises(jsonb), guard.release_promises(uuid[]), guard.confirm_promises(jsonb), guard.settle_promises(), guard.open_promise_job(uuid, uuid) from public;
grant execute on function guard.place_promises(jsonb), guard.release_promises(uuid[]), guard.confirm_promises(jsonb), guard.settle_promises() to musubi_app, musubi_job;
grant execute on function guard.open_promise_job(uuid, uuid) to musubi_job;
-- What is held of a bucket is what living promises take of it, and never more than is free; what a promise takes of nobody's bucket is broken too.
create function guard.examine_promises() returns table (invariant text, compared bigint, broken bigint, examples text[]) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with u as (select x.company_id, x.kind, x.subject_id, x.on_date, sum(x.amount) amount from app.promise p join app.promise_use x on x.company_id = p.company_id and x.promise_id = p.id
      where p.state = 'held' or p.state = 'confirmed' and x.kind = 'capacity' group by 1, 2, 3, 4),
    b as (select coalesce(b.company_id, u.company_id) || '/' || coalesce(b.subject_id, u.subject_id) || '/' || coalesce(b.on_date, u.on_date) k, coalesce(b.held, 0) <> coalesce(u.amount, 0) or coalesce(b.held > b.free, true) bad
      from app.promise_bucket b full join u on u.company_id = b.company_id and u.kind = b.kind and u.subject_id = b.subject_id and u.on_date = b.on_date)
  select 'promises_fit', count(*), count(*) filter (where bad), (array_agg(k) filter (where bad))[1:5] from b $$;
revoke execute on function guard.examine_promises() from public;
grant execute on function guard.examine_promises() to musubi_job;
reset role;
