-- A date for an order nobody has placed yet, held along the whole chain: the window's own row of it. What each member holds stands in that member's promises.
set role musubi_owner;
create table app.chain_promise (
  company_id uuid not null, id uuid not null, number text not null, item_id uuid not null, quantity numeric(18, 6) not null check (quantity > 0), wanted_on date not null, promised_on date not null,
  state text not null default 'held' check (state in ('held', 'confirmed', 'released')), expires_at timestamptz not null, rule_id uuid not null, members jsonb not null, steps jsonb not null, trade_id uuid, chain_id uuid,
  created_by uuid default guard.current_user_id(), created_at timestamptz not null default clock_timestamp(), ended_at timestamptz, version int not null default 1,
  primary key (company_id, id), unique (company_id, number), foreign key (company_id, item_id) references app.item, check ((state = 'confirmed') = (trade_id is not null)));
create index on app.chain_promise (company_id, created_at desc, id desc);
call app.declare_private('app.chain_promise', 'select, insert');
grant update (state, trade_id, chain_id, ended_at, version) on app.chain_promise to musubi_app, musubi_job;
call app.let_guard('app.promise_question', 'select, insert');
call app.let_guard('app.plan_run', 'select');
reset role;

set role musubi_guard;
-- What a question about one step is about at the acting company, its seller or its buyer: its own item and how many of it make one of the agreement's unit. Only for the buyer itself and for whom both let dispatch.
create function guard.promise_item(asker uuid, seller uuid, buyer uuid, item_code text) returns table (item_id uuid, factor numeric) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case when seller = guard.current_company() then i.seller_item_id else i.buyer_item_id end, case when seller = guard.current_company() then i.seller_factor else i.buyer_factor end
    from app.agreement_item i join app.agreement g on g.id = i.agreement_id and g.state = 'active'
   where guard.current_company() in (seller, buyer) and i.seller_id = seller and i.buyer_id = buyer and i.code = item_code and (asker = buyer or asker = seller or guard.may_dispatch(asker, seller, buyer)) order by g.valid_from desc limit 1 $$;
-- Questions are counted per asker and hour: many of them, each a little different, would tell what a date does not.
create function guard.count_promise_questions(asker uuid, asked uuid) returns void language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$ begin
  if (select count(*) from app.promise_question q where q.company_id = asked and q.by_company_id = asker and q.asked_at > clock_timestamp() - interval '1 hour') >= 500 then
    raise exception 'too many questions' using errcode = '23514', constraint = 'promise_question_limit'; end if;
end $$;
-- A question a company's plan does not answer stands on record there all the same.
create function guard.note_promise_question(asked uuid, buyer uuid, item_code text, asked_quantity numeric, day date) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me uuid := guard.current_company();
begin
  if me is null then raise exception 'enter first' using errcode = '42501'; end if;
  perform guard.count_promise_questions(me, asked);
  insert into app.promise_question (company_id, id, by_company_id, item_id, quantity, wanted_on)
    select asked, gen_random_uuid(), me, i.seller_item_id, asked_quantity * i.seller_factor, day from app.agreement_item i join app.agreement g on g.id = i.agreement_id and g.state = 'active'
     where i.seller_id = asked and i.buyer_id = buyer and i.code = item_code and i.seller_item_id is not null and (me = buyer or guard.may_dispatch(me, asked, buyer)) order by g.valid_from desc limit 1;
end $$;
create or replace function guard.open_promise_job(asker uuid, asked uuid) returns uuid language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare job uuid;
begin
  if not exists (select from app.partner d where d.company_id = asked and d.linked_company_id = asker and d.answers_dates and d.is_active) then return null; end if;
  perform guard.count_promise_questions(asker, asked);
  select j.id into job from app.job_entry j where j.company_id = asked and j.task = 'promise' and j.done_at is null limit 1;
  if job is null then insert into app.job_entry (company_id, id, task) values (asked, gen_random_uuid(), 'promise') returning id into job; end if;
  return job;
end $$;
-- Promises whose line was sent, or called off: their minutes are free again. A step of a chain has no work orders of its own making: its minutes are held until a plan that knows its trade carries them.
create or replace function guard.settle_promises() returns int language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me uuid := guard.current_company(); gone uuid[];
begin
  with e as (update app.promise p set state = 'done', version = p.version + 1 where p.company_id = me and p.state = 'confirmed'
                and (not exists (select from app.trade_line_face f where f.company_id = me and f.trade_id = p.trade_id and f.line_number = coalesce(p.trade_line_number, f.line_number) and f.side = 'S' and f.is_open)
                  or p.chain_promise_id is not null and exists (select from app.plan_run r where r.company_id = me and r.is_current and r.started_at > p.ended_at)) returning p.id) select array_agg(e.id) into gone from e;
  if gone is null then return 0; end if;
  perform guard.give_back(me, gone, array['capacity']);
  insert into app.outbox (company_id, id, kind, subject_id) select me, gen_random_uuid(), 'planning.promise', g from unnest(gone) g;
  return cardinality(gone);
end $$;
-- How many promises the asker may still open at the acting company.
create function guard.promises_left(asker uuid) returns int language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(max(d.promise_limit), 0) - (select count(*)::int from app.promise p where p.company_id = guard.current_company() and p.asked_by = asker and p.state = 'held' and p.expires_at > clock_timestamp())
    from app.partner d where d.company_id = guard.current_company() and d.linked_company_id = asker and d.answers_dates and d.is_active $$;
-- How promises one holds at others stand; nothing else of them.
create function guard.promise_states(ids uuid[]) returns table (id uuid, state text) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.id, case when p.state = 'held' and p.expires_at <= clock_timestamp() then 'expired' else p.state end from app.promise p where p.id = any (ids) and guard.current_company() in (p.asked_by, p.company_id) $$;
-- A date the seller's own plan holds for the dispatcher is not too soon for the seller, whatever the agreement's usual lead time.
create function guard.is_held(asker uuid, seller uuid, item uuid, needed numeric, day date) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from app.promise p where p.company_id = seller and p.asked_by = asker and p.state = 'held' and p.expires_at > clock_timestamp() and p.chain_promise_id is not null and p.item_id = item and p.quantity >= needed and p.promised_on <= day) $$;
create or replace function guard.terms_of_steps(steps jsonb) returns setof guard.step_terms language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare me uuid := guard.current_company();
begin
  return query
  with s as materialized (select * from jsonb_to_recordset(steps) s (ref int, id uuid, seller_id uuid, buyer_id uuid, code text, form text, quantity numeric, wanted_on date, ordered_on date, amount_yen bigint, chain_line_number int, chain_step_number int)),
    pairs as materialized (select d.seller_id, d.buyer_id, guard.may_dispatch(me, d.seller_id, d.buyer_id) signed from (select distinct s.seller_id, s.buyer_id from s) d)
  select z.ref, case when z.reason = '' then 'ready' when z.reason in ('ABOVE_STANDING_QUANTITY', 'OUTSIDE_STANDING_RULE') or z.reason in ('LEAD_TIME_SHORT') and z.is_party then 'person' else 'impossible' end, z.reason,
      first_value(z.id) over w, (row_number() over w)::int, z.seller_id, z.buyer_id, z.agreement_id, z.line, z.booked_at, z.is_one_step, z.form, z.code, z.description, z.seller_item_id, z.buyer_item_id, z.seller_factor, z.buyer_factor, z.quantity, z.unit, z.price, z.provisional,
      coalesce(z.weighed, case z.rounding when 'up' then ceil(z.quantity * z.price) when 'half_up' then round(z.quantity * z.price) else floor(z.quantity * z.price) end)::bigint, z.tax_category, z.ordered_on, z.wanted_on,
      case when z.seller_id = me or z.reason = '' and z.standing >= z.quantity then 'confirmed' else 'placed' end, z.minimum, z.lead, z.chain_line_number, z.chain_step_number
    from (select y.*, case when y.agreement_id is null then 'NO_AGREEMENT' when not y.allowed then 'DISPATCH_NOT_SIGNED' when y.seller_item_id is null or y.buyer_item_id is null then 'ITEM_NOT_MAPPED' when y.form <> coalesce(y.asked_form, y.form) then 'OTHER_FORM'
                 when y.asked_yen is not null and y.weighed is null then 'NOT_BY_WEIGHT' when y.price is null then 'NO_PRICE' when y.minimum > y.quantity then 'BELOW_MINIMUM'
                 when y.wanted_on < y.ordered_on + y.lead and not guard.is_held(me, y.seller_id, y.seller_item_id, y.quantity * y.seller_factor, y.wanted_on) then 'LEAD_TIME_SHORT' when y.seller_id <> me and (y.standing is null or y.standing < y.quantity) then 'ABOVE_STANDING_QUANTITY'
                 when y.seller_id <> me and (y.wanted_on < y.ordered_on + y.standing_days and not guard.is_held(me, y.seller_id, y.seller_item_id, y.quantity * y.seller_factor, y.wanted_on) or y.provisional and not y.standing_provisional) then 'OUTSIDE_STANDING_RULE' else '' end reason
      from (select s.ref, s.id, s.seller_id, s.buyer_id, s.code, s.form asked_form, s.quantity, s.wanted_on, s.ordered_on, s.amount_yen asked_yen, s.chain_line_number, s.chain_step_number, me in (s.seller_id, s.buyer_id) is_party, s.buyer_id = me or p.signed allowed,
                   x.*, case when x.by_weight then s.amount_yen end weighed, case when x.by_weight and s.amount_yen is not null then guard.price_of_amount(s.amount_yen, s.quantity, x.rounding) else r.unit_price end price,
                   case when x.by_weight and s.amount_yen is not null then false else coalesce(r.is_provisional, false) end provisional
              from s join pairs p on p.seller_id = s.seller_id and p.buyer_id = s.buyer_id
              left join lateral (select g.id agreement_id, g.booked_at, g.is_one_step, g.amount_rounding rounding, coalesce(g.terms ->> 'pricesByWeight', '') = 'true' by_weight, i.line_number line, i.unit, i.form, i.description, i.tax_category, i.lead_time_days lead,
                                        coalesce(i.standing_quantity, g.standing_quantity) standing, g.standing_lead_days standing_days, g.standing_provisional, i.minimum_quantity minimum, i.seller_item_id, i.buyer_item_id, i.seller_factor, i.buyer_factor
                                   from app.agreement_item i join app.agreement g on g.id = i.agreement_id and g.state = 'active'
                                  where i.seller_id = s.seller_id and i.buyer_id = s.buyer_id and i.code = s.code and (me in (s.seller_id, s.buyer_id) or p.signed) order by g.valid_from desc limit 1) x on true
              left join lateral (select p.unit_price, p.is_provisional from app.agreement_price p where p.agreement_id = x.agreement_id and p.line_number = x.line and p.from_quantity <= s.quantity and p.valid_from <= s.ordered_on and coalesce(p.valid_to, 'infinity') >= s.ordered_on
                                  order by p.from_quantity desc, p.valid_from desc limit 1) r on true) y) z
    window w as (partition by z.seller_id, z.buyer_id, z.agreement_id, z.form order by z.ref);
end $$;
revoke execute on function guard.promise_item(uuid, uuid, uuid, text), guard.count_promise_questions(uuid, uuid), guard.note_promise_question(uuid, uuid, text, numeric, date), guard.promises_left(uuid), guard.promise_states(uuid[]), guard.is_held(uuid, uuid, uuid, numeric, date) from public;
grant execute on function guard.promise_item(uuid, uuid, uuid, text) to musubi_app, musubi_job;
grant execute on function guard.promises_left(uuid) to musubi_job;
grant execute on function guard.note_promise_question(uuid, uuid, text, numeric, date), guard.promise_states(uuid[]) to musubi_app;
reset role;
