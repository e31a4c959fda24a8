-- What a member answers later reaches the maker's line; what it refuses reaches the window's list.
set role musubi_owner;
create index on app.trade_line (trade_id) where chain_line_number is not null and state in ('declined', 'countered', 'cancelled', 'expired', 'withdrawn');
create index on app.trade_line (trade_id) where chain_line_number is not null and state = 'confirmed' and promised_on > wanted_on;
call app.let_guard('app.calendar', 'select');
call app.let_guard('app.calendar_day', 'select');
call app.let_guard('app.reservation', 'select, insert');
reset role;

set role musubi_guard;
-- The company's first working day from a day on: its own day, then the national holiday (public knowledge, told by the program), then the week.
create function guard.working_day_from(company uuid, day date, holidays date[]) returns date language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare c app.calendar; d date := day; own boolean;
begin
  select * into c from app.calendar x where x.company_id = company order by x.code limit 1;
  if c.id is null then c.works_on := '{1,2,3,4,5}'; c.keeps_public_holidays := true; end if;
  for n in 1 .. 366 loop
    select x.is_working into own from app.calendar_day x where x.company_id = company and x.calendar_id = c.id and x.on_date = d;
    if own or own is null and not (c.keeps_public_holidays and d = any (holidays)) and extract(isodow from d)::int = any (c.works_on) then return d; end if;
    d := d + 1;
  end loop;
  return day; end $$;
-- When the chain of one origin line can deliver: every step at its own promise (its planned day while it has none), and not before what it waits for
-- is there and its lead time has passed. The same rule as domain/network/chain-promise.ts, where it is tested.
create function guard.chain_ready(window_company uuid, chain uuid, line int, holidays date[]) returns date language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with recursive s as (select c.step_number n, c.feeds_step_number feeds, c.lead_time_days lead, coalesce(l.promised_on, c.wanted_on) ready
      from app.chain_step c left join app.trade_line l on l.trade_id = c.trade_id and l.line_number = c.trade_line_number
     where c.company_id = window_company and c.chain_id = chain and c.chain_line_number = line and coalesce(l.state, 'planned') <> 'cancelled'),
  r (n, feeds, ready) as (select n, feeds, ready from s
    union select o.n, o.feeds, guard.working_day_from(window_company, r.ready + o.lead, holidays) from r join (select distinct n, feeds, lead from s) o on o.n = r.feeds)
  select max(ready) from r where feeds is null $$;
-- After a member's answer: origin lines of the chain that wait, and whose every step is confirmed now, are confirmed to the maker with the date the
-- chain keeps, and reserved at the window. Called by a party of the step's trade; says only how many lines were confirmed. The line is locked first:
-- of two members who answer at once the second sees the first.
create function guard.follow_chain(trade uuid, holidays date[]) returns int language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me uuid := guard.current_company(); t app.trade; v app.value_chain; o app.trade_line; origin app.trade; n int := 0; ready date; promise date;
begin
  select * into t from app.trade x where x.id = trade and (me in (x.seller_id, x.buyer_id) or x.dispatcher_id = me);
  if t.id is null then raise exception 'no such trade' using errcode = '42501'; end if;
  if t.chain_id is null or t.dispatcher_id is null then return 0; end if;
  select * into v from app.value_chain x where x.id = t.chain_id and x.company_id = t.dispatcher_id;
  if v.id is null then return 0; end if;
  select * into origin from app.trade x where x.id = v.origin_trade_id;
  for o in select l.* from app.trade_line l where l.trade_id = v.origin_trade_id and l.state = 'placed' and l.seller_id = v.company_id
      and l.line_number in (select x.chain_line_number from app.trade_line x where x.trade_id = t.id) order by l.line_number for update loop
    continue when exists (select from app.chain_step c join app.trade_line l on l.trade_id = c.trade_id and l.line_number = c.trade_line_number
      where c.company_id = v.company_id and c.chain_id = v.id and c.chain_line_number = o.line_number and l.state not in ('confirmed', 'cancelled'));
    ready := guard.chain_ready(v.company_id, v.id, o.line_number, holidays);
    promise := greatest(ready, o.wanted_on);
    perform set_config('musubi.applying', o.trade_id::text || guard.mac('c.' || o.trade_id), true);
    update app.trade_line l set state = 'confirmed', promised_on = promise where l.trade_id = o.trade_id and l.line_number = o.line_number;
    perform set_config('musubi.applying', '', true);
    if o.seller_item_id is not null then
      -- What was taken from stock at the dispatch is reserved already: that row grows to the whole line.
      update app.reservation r set quantity = o.quantity * o.seller_factor, needed_on = promise, version = r.version + 1
       where r.company_id = v.company_id and r.trade_id = o.trade_id and r.trade_line_number = o.line_number and r.item_id = o.seller_item_id and r.state = 'open';
      if not found then insert into app.reservation (company_id, id, item_id, trade_id, trade_line_number, quantity, needed_on)
        values (v.company_id, gen_random_uuid(), o.seller_item_id, o.trade_id, o.line_number, o.quantity * o.seller_factor, promise); end if; end if;
    insert into app.audit (company_id, id, command, subject_kind, subject_id, details)
      select c, gen_random_uuid(), 'trade.confirmed', 'trade', o.trade_id, jsonb_build_object('line', o.line_number, 'promisedOn', promise, 'by', 'chain') from unnest(array[origin.seller_id, origin.buyer_id]) c where c is not null;
    insert into app.outbox (company_id, id, kind, subject_id) select c, gen_random_uuid(), 'trade.moved', o.trade_id from unnest(array[origin.seller_id, origin.buyer_id]) c where c is not null;
    n := n + 1;
  end loop;
  -- The window looks at its chain again, whatever the answer was.
  if v.company_id is distinct from me then insert into app.outbox (company_id, id, kind, subject_id) values (v.company_id, gen_random_uuid(), 'network.chain', v.id); end if;
  return n; end $$;
-- Steps of the acting window's chains that somebody refused, or promised so late that the maker's date cannot be kept.
create function guard.stuck_steps(holidays date[]) returns table (chain_id uuid, chain_line_number int, step_number int, part int, state text, promised_on date, ready_on date)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare me uuid := guard.current_company();
begin
  return query
  with stuck as (select l.trade_id, l.line_number, l.state, l.promised_on from app.trade_line l where l.chain_line_number is not null and l.state in ('declined', 'countered', 'cancelled', 'expired', 'withdrawn')
      union all select l.trade_id, l.line_number, 'late', l.promised_on from app.trade_line l join app.trade_line_face f on f.company_id = l.seller_id and f.trade_id = l.trade_id and f.line_number = l.line_number and f.is_open
       where l.chain_line_number is not null and l.state = 'confirmed' and l.promised_on > l.wanted_on),
  mine as (select s.chain_id, s.chain_line_number, s.step_number, s.part, x.state, x.promised_on, o.promised_on origin_promised, guard.chain_ready(me, s.chain_id, s.chain_line_number, holidays) ready
      from stuck x join app.trade t on t.id = x.trade_id and t.dispatcher_id = me join app.chain_step s on s.company_id = me and s.trade_id = x.trade_id and s.trade_line_number = x.line_number
      join app.value_chain v on v.company_id = me and v.id = s.chain_id join app.trade_line o on o.trade_id = v.origin_trade_id and o.line_number = s.chain_line_number and o.state in ('placed', 'confirmed')
     where not exists (select from app.chain_stock k where k.company_id = me and k.chain_id = s.chain_id and k.chain_line_number = s.chain_line_number and k.quantity >= o.quantity * o.seller_factor))
  select m.chain_id, m.chain_line_number, m.step_number, m.part, m.state, m.promised_on, m.ready from mine m where m.state <> 'late' or m.ready > m.origin_promised; end $$;
-- A share by weight follows from the origin price, which the window knows: what an earlier trade of the step was worth, where the agreement says so.
create function guard.weight_amount(trade uuid, line int) returns bigint language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select l.amount_yen from app.trade_line l join app.trade t on t.id = l.trade_id and t.dispatcher_id = guard.current_company() join app.agreement g on g.id = t.agreement_id and coalesce(g.terms ->> 'pricesByWeight', '') = 'true'
   where l.trade_id = trade and l.line_number = line $$;
grant execute on function guard.follow_chain(uuid, date[]), guard.stuck_steps(date[]), guard.weight_amount(uuid, int) to musubi_app, musubi_job;
reset role;
