-- Groups, dispatch, value chains: how one order becomes many companies' orders in one transaction.
set role musubi_owner;
create table app.company_group (
  id uuid primary key, name text not null, name_en text not null default '', window_company_id uuid not null references app.company, purpose text not null default '', founded_on date not null default current_date);
create table app.group_member (
  group_id uuid not null references app.company_group, company_id uuid not null references app.company, name text not null, joined_on date not null default current_date, left_on date, dispatch_signed_on date, process_codes text[] not null default '{}',
  primary key (group_id, company_id));
create index on app.group_member (company_id);
reset role;
set role musubi_guard;
-- A window may be a company of its own that is no member.
create function guard.my_groups() returns uuid[] language plpgsql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$ begin
  return (select coalesce(array_agg(x.group_id), '{}') from (select m.group_id from app.group_member m where m.company_id = guard.current_company() and (m.left_on is null or m.left_on > current_date)
    union select g.id from app.company_group g where g.window_company_id = guard.current_company()) x); end $$;
grant execute on function guard.my_groups() to musubi_app, musubi_job, musubi_owner;
reset role;
set role musubi_owner;
alter table app.company_group enable row level security;
alter table app.company_group force row level security;
create policy members_read on app.company_group for select using (id = any ((select guard.my_groups())::uuid[]));
alter table app.group_member enable row level security;
alter table app.group_member force row level security;
create policy members_read on app.group_member for select using (group_id = any ((select guard.my_groups())::uuid[]));
grant select on app.company_group, app.group_member to musubi_app, musubi_job;
call app.let_guard('app.company_group', 'select, insert');
call app.let_guard('app.group_member', 'select, insert, update');

-- The window's rule for one of its items: a tree of steps. A step's goods feed the step it names, or the window where it names none.
create table app.dispatch_rule (
  company_id uuid not null references app.company, id uuid not null, name text not null, group_id uuid not null, item_id uuid, item_group_code text not null default '', priority int not null default 100,
  form text not null check (form in ('relay', 'processing')), earning text not null default 'agreed_price' check (earning in ('agreed_price', 'weights')), choice text not null default 'by_process' check (choice in ('by_process', 'by_item', 'fixed_shares', 'by_hand')),
  fee_percent numeric(9, 6) not null default 0 check (fee_percent >= 0 and fee_percent < 100), is_automatic boolean not null default false, is_active boolean not null default true, version int not null default 1,
  primary key (company_id, id), foreign key (company_id, item_id) references app.item);
create unique index on app.dispatch_rule (company_id, item_id, priority) where is_active;
call app.declare_private('app.dispatch_rule', 'select, insert, update');
create table app.dispatch_step (
  company_id uuid not null, rule_id uuid not null, step_number int not null, part int not null default 1, feeds_step_number int, quantity_per numeric(18, 6) not null default 1 check (quantity_per > 0), process_code text not null, process_name text not null,
  -- null: whoever has the process, or (by hand) whom a person names each time
  member_id uuid references app.company,
  share_percent numeric(9, 6) not null default 100 check (share_percent > 0 and share_percent <= 100), code text not null, unit_decimals int not null default 0, yield numeric(9, 6) not null default 1 check (yield > 0 and yield <= 1), lead_time_days int not null default 0, weight bigint not null default 0 check (weight >= 0),
  primary key (company_id, rule_id, step_number, part), foreign key (company_id, rule_id) references app.dispatch_rule);
call app.declare_private('app.dispatch_step', 'select, insert, update, delete');

create table app.value_chain (
  company_id uuid not null, id uuid not null, number text not null, group_id uuid not null, origin_trade_id uuid not null references app.trade, form text not null, created_at timestamptz not null default clock_timestamp(), version int not null default 1,
  primary key (company_id, id), unique (id));
create unique index on app.value_chain (company_id, origin_trade_id);
call app.declare_private('app.value_chain', 'select, insert');
-- Who does what by when, as the window planned it. States and progress are read from the trades (guard.chain_view), never copied.
create table app.chain_step (
  company_id uuid not null, chain_id uuid not null, chain_line_number int not null, step_number int not null, part int not null default 1, feeds_step_number int, process_code text not null, process_name text not null, seller_id uuid not null, buyer_id uuid not null,
  code text not null, quantity numeric(18, 6) not null, yield numeric(9, 6) not null, wanted_on date not null, trade_id uuid, trade_line_number int, work_order_id uuid,
  -- as the rule said when the order was dispatched: a later change of the order is reckoned with these, not with the rule of that day
  quantity_per numeric(18, 6) not null default 1, unit_decimals int not null default 0, lead_time_days int not null default 0, rule_id uuid,
  primary key (company_id, chain_id, chain_line_number, step_number, part));
create index on app.chain_step (trade_id, trade_line_number);
call app.declare_private('app.chain_step', 'select, insert');
grant update (seller_id, quantity, wanted_on, trade_id, trade_line_number) on app.chain_step to musubi_app, musubi_job;
call app.let_guard('app.value_chain', 'select');
call app.let_guard('app.chain_step', 'select');
reset role;
-- Asked once for all steps of a statement, where a foreign key asks and locks for each; no step goes to another chain, and no chain is deleted.
set role musubi_guard;
create function guard.chain_step_ins() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ begin
  if exists (select from (select distinct n.company_id, n.chain_id from n) x where not exists (select from app.value_chain v where v.company_id = x.company_id and v.id = x.chain_id)) then
    raise exception 'a step of no chain of this company' using errcode = '23503', schema = 'app', table = 'chain_step', constraint = 'step_of_its_chain'; end if;
  return null; end $$;
grant execute on function guard.chain_step_ins() to musubi_owner;
reset role;
set role musubi_owner;
create trigger of_its_chain after insert on app.chain_step referencing new table as n for each statement execute function guard.chain_step_ins();

create table app.chain_change (
  company_id uuid not null references app.company, id uuid not null, chain_id uuid not null, number text not null, reason text not null default '', state text not null default 'proposed' check (state in ('proposed', 'agreed', 'applied', 'declined', 'expired', 'withdrawn')),
  summary jsonb not null default '{}', expires_on date, proposed_at timestamptz not null default clock_timestamp(), finished_at timestamptz, primary key (company_id, id), foreign key (company_id, chain_id) references app.value_chain);
call app.declare_private('app.chain_change', 'select, insert');
call app.let_guard('app.chain_change', 'select, update');
create table app.chain_change_consent (
  chain_change_id uuid not null, member_id uuid not null references app.company, window_id uuid not null references app.company, state text not null default 'asked' check (state in ('asked', 'agreed', 'declined')), by_rule boolean not null default false,
  cost_yen bigint not null default 0 check (cost_yen >= 0), words text not null default '', asked_at timestamptz not null default clock_timestamp(), answered_at timestamptz, primary key (chain_change_id, member_id));
create index on app.chain_change_consent (member_id, state);
alter table app.chain_change_consent enable row level security;
alter table app.chain_change_consent force row level security;
create policy both_read on app.chain_change_consent for select using ((select guard.current_company()) in (member_id, window_id));
grant select on app.chain_change_consent to musubi_app, musubi_job;
call app.let_guard('app.chain_change_consent', 'select, insert, update');
-- Every pre-check another company asked of us, so that promises cannot be used to sound us out.
create table app.precheck_record (
  company_id uuid not null references app.company, id bigint generated always as identity, by_company_id uuid not null, user_id uuid, at timestamptz not null default clock_timestamp(), code text not null, quantity numeric(18, 6) not null, answer text not null, primary key (company_id, id));
create index on app.precheck_record (company_id, by_company_id, at);
call app.declare_private('app.precheck_record', 'select');
call app.let_guard('app.precheck_record', 'select, insert');
reset role;

set role musubi_guard;
create function guard.found_group(id uuid, group_name text, group_name_en text, window_company uuid, group_purpose text) returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into app.company_group (id, name, name_en, window_company_id, purpose) values (id, group_name, group_name_en, window_company, group_purpose) $$;
create function guard.join_group(target uuid, member uuid, member_name text, processes text[]) returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into app.group_member (group_id, company_id, name, process_codes) values (target, member, member_name, processes) on conflict (group_id, company_id) do update set process_codes = excluded.process_codes, name = excluded.name $$;
-- A member signs for itself that the window may place, change and cancel trades between members within their own agreements.
create function guard.sign_dispatch(target uuid) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ begin
  update app.group_member m set dispatch_signed_on = current_date where m.group_id = target and m.company_id = guard.current_company() and m.left_on is null;
  if not found then raise exception 'no such group' using errcode = '42501'; end if; end $$;
-- The dispatcher itself signed by dispatching; every other side must have.
create function guard.may_dispatch(window_company uuid, seller uuid, buyer uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from app.company_group g where g.window_company_id = window_company
     and (seller = window_company or exists (select from app.group_member a where a.group_id = g.id and a.company_id = seller and a.dispatch_signed_on is not null and a.left_on is null))
     and (buyer = window_company or exists (select from app.group_member b where b.group_id = g.id and b.company_id = buyer and b.dispatch_signed_on is not null and b.left_on is null))) $$;
grant execute on function guard.found_group(uuid, text, text, uuid, text), guard.join_group(uuid, uuid, text, text[]) to musubi_auth;
grant execute on function guard.sign_dispatch(uuid) to musubi_app;

-- One step as its agreement has it, priced: known to the guard alone, since a price between two others is theirs.
create type guard.step_terms as (ref int, answer text, reason text, trade_id uuid, line_number int, seller_id uuid, buyer_id uuid, agreement_id uuid, agreement_line int, booked_at text, is_one_step boolean, form text, code text, description text,
  seller_item_id uuid, buyer_item_id uuid, seller_factor numeric, buyer_factor numeric, quantity numeric, unit text, unit_price numeric, is_provisional boolean, amount_yen bigint, tax_category text, ordered_on date, wanted_on date, state text,
  minimum_quantity numeric, lead_time_days int, chain_line_number int, chain_step_number int);
-- A price by weights: the whole amount is agreed, and the unit price is the one that gives it back under the agreement's rounding.
create function guard.price_of_amount(amount bigint, quantity numeric, rounding text) returns numeric language sql immutable set search_path = pg_catalog, pg_temp as $$
  select case rounding when 'up' then floor((amount::numeric * 1000000)::numeric(40, 12) / quantity) when 'half_up' then round((amount::numeric * 1000000)::numeric(40, 12) / quantity) else ceil((amount::numeric * 1000000)::numeric(40, 12) / quantity) end / 1000000 $$;
-- Steps of one pair, agreement and form are one trade: its id is the one its first step brought. Whether the dispatcher may is asked once per pair.
create function guard.terms_of_steps(steps jsonb) returns setof guard.step_terms language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
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
                 when y.wanted_on < y.ordered_on + y.lead then 'LEAD_TIME_SHORT' when y.seller_id <> me and (y.standing is null or y.standing < y.quantity) then 'ABOVE_STANDING_QUANTITY'
                 when y.seller_id <> me and (y.wanted_on < y.ordered_on + y.standing_days or y.provisional and not y.standing_provisional) then 'OUTSIDE_STANDING_RULE' else '' end reason
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
-- What the dispatcher may know of a step before placing it: ready, needs a person there, not possible; reasons only from facts both parties share. No price.
-- Between two others even a person may not be asked for less than the agreement says: the dispatcher's signature covers only what stands in it.
create function guard.find_step_terms(steps jsonb) returns table (ref int, answer text, reason text, agreement_id uuid, agreement_line int, unit text, form text, description text, minimum_quantity numeric, lead_time_days int)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select t.ref, t.answer, t.reason, t.agreement_id, t.agreement_line, t.unit, t.form, t.description, case t.reason when 'BELOW_MINIMUM' then t.minimum_quantity end, case t.reason when 'LEAD_TIME_SHORT' then t.lead_time_days end from guard.terms_of_steps(steps) t $$;
-- The same as an act on record: counted per partner and hour, and limited, because a promise must not become an oracle.
create function guard.precheck_steps(steps jsonb) returns table (ref int, answer text, reason text, agreement_id uuid, agreement_line int, minimum_quantity numeric, lead_time_days int) language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare me uuid := guard.current_company();
begin
  if exists (select from (select s.seller_id, count(*) now_asked from jsonb_to_recordset(steps) s (seller_id uuid) where s.seller_id <> me group by 1) p
             where p.now_asked + (select count(*) from app.precheck_record r where r.company_id = p.seller_id and r.by_company_id = me and r.at > now() - interval '1 hour') > 5000) then
    raise exception 'too many pre-checks' using errcode = '54000', constraint = 'precheck_limit'; end if;
  return query with a as materialized (select t.* from guard.find_step_terms(steps) t),
    w as (insert into app.precheck_record (company_id, by_company_id, user_id, code, quantity, answer)
          select s.seller_id, me, guard.current_user_id(), s.code, s.quantity, a.answer from jsonb_to_recordset(steps) s (ref int, seller_id uuid, code text, quantity numeric) join a on a.ref = s.ref where s.seller_id <> me)
    select a.ref, a.answer, a.reason, a.agreement_id, a.agreement_line, a.minimum_quantity, a.lead_time_days from a;
end $$;
-- Places the steps of a chain: trades between two others within their own agreement, or with the window itself. The agreement, its price and the trade's number
-- (the dispatcher's) are found here and prices are not given back; what no standing rule confirms waits as placed. When one step is not possible nothing is
-- written, and every step's answer and reason come back. What is placed opens its companies' doors for this transaction, each with an access record.
create function guard.place_steps(chain uuid, steps jsonb)
  returns table (ref int, answer text, reason text, minimum_quantity numeric, lead_time_days int, trade_id uuid, line_number int, state text, seller_id uuid, seller_item_id uuid, stock_quantity numeric, promised_on date) language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare me uuid := guard.current_company(); a text := current_setting('musubi.acting', true); found guard.step_terms[]; cs uuid[]; ts uuid[]; p text;
begin
  if me is null then raise exception 'enter first' using errcode = '42501'; end if;
  perform set_config('musubi.applying', 'steps' || guard.mac('steps'), true);
  with t as materialized (select * from guard.terms_of_steps(steps)),
    placed as materialized (select * from t where not exists (select from t x where x.answer = 'impossible')),
    heads as (insert into app.trade (id, seller_id, buyer_id, agreement_id, dispatcher_id, chain_id, number, form, first_state, booked_at, is_one_step, ordered_on, wanted_on, total_yen)
      select t.trade_id, t.seller_id, t.buyer_id, t.agreement_id, me, chain, guard.take_number(me, case when t.buyer_id = me then 'po' else 'ds' end), t.form, case when bool_and(t.state = 'confirmed') then 'confirmed' else 'placed' end, t.booked_at, t.is_one_step,
             min(t.ordered_on), min(t.wanted_on), sum(t.amount_yen)
        from placed t group by t.trade_id, t.seller_id, t.buyer_id, t.agreement_id, t.form, t.booked_at, t.is_one_step),
    lines as (insert into app.trade_line (trade_id, line_number, seller_id, buyer_id, agreement_line_number, code, description, seller_item_id, buyer_item_id, seller_factor, buyer_factor, quantity, unit, unit_price, is_provisional, amount_yen, tax_category, wanted_on, promised_on, state, chain_line_number, chain_step_number)
      select t.trade_id, t.line_number, t.seller_id, t.buyer_id, t.agreement_line, t.code, t.description, t.seller_item_id, t.buyer_item_id, t.seller_factor, t.buyer_factor, t.quantity, t.unit, t.unit_price, t.is_provisional, t.amount_yen, t.tax_category, t.wanted_on, case t.state when 'confirmed' then t.wanted_on end, t.state,
             t.chain_line_number, t.chain_step_number from placed t),
    others as materialized (select distinct t.trade_id, c.company from placed t cross join lateral (values (t.seller_id), (t.buyer_id)) c (company) where c.company <> me),
    records as (insert into app.access_record (company_id, by_company_id, user_id, trade_id, reaction) select o.company, me, nullif(substr(a, 38, 36), '00000000-0000-0000-0000-000000000000')::uuid, o.trade_id, 'cascade' from others o)
  select array_agg(t), (select array_agg(distinct o.company) from others o), (select array_agg(distinct o.trade_id) from others o) into found, cs, ts from t;
  if ts is null then
    perform set_config('musubi.applying', '', true);
    return query select t.ref, t.answer, t.reason, case t.reason when 'BELOW_MINIMUM' then t.minimum_quantity end, case t.reason when 'LEAD_TIME_SHORT' then t.lead_time_days end, null::uuid, null::int, null::text, t.seller_id, null::uuid, null::numeric, null::date from unnest(found) t;
    return; end if;
  p := array_to_string(cs, ',') || '|' || array_to_string(ts, ',');
  perform set_config('musubi.applying', '', true), set_config('musubi.exchange', p || '|' || guard.mac('x.' || p || '|' || a), true);
  return query select t.ref, t.answer, t.reason, null::numeric, null::int, t.trade_id, t.line_number, t.state, t.seller_id, t.seller_item_id, t.quantity * t.seller_factor, case t.state when 'confirmed' then t.wanted_on end from unnest(found) t;
end $$;
-- One chain as the acting company may see it. The window sees every step's company, date and state; a member its own steps, the milestones its neighbours' agreements show,
-- and all else as one step. Never a price, and no partner of others: a neighbour is named only where the two trade with each other.
create function guard.chain_view(chain uuid) returns table (chain_line_number int, step_number int, part int, feeds_step_number int, relation text, process_name text, company_id uuid, partner_id uuid, code text, quantity numeric, wanted_on date, promised_on date, state text, shipped numeric, accepted numeric, share_done numeric, trade_id uuid, trade_line_number int)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare me uuid := guard.current_company(); w uuid;
begin
  select v.company_id into w from app.value_chain v where v.id = chain;
  if w is null or not (w = me or exists (select from app.chain_step s where s.company_id = w and s.chain_id = chain and me in (s.seller_id, s.buyer_id))) then return; end if;
  return query
  with c as materialized (select * from app.chain_step c where c.company_id = w and c.chain_id = chain),
  s as (select c.*, l.state line_state, l.promised_on line_promised, coalesce(f.shipped, 0) shipped, coalesce(f.accepted, 0) accepted, g.shows_milestones,
                    c.buyer_id = me or exists (select from c o where o.chain_line_number = c.chain_line_number and o.seller_id = me and o.buyer_id = c.seller_id and o.feeds_step_number = c.step_number) trades_with_me,
                    case when w = me then 'step' when c.seller_id = me then 'own'
                         when exists (select from c o where o.chain_line_number = c.chain_line_number and o.seller_id = me and (case when o.buyer_id = w then o.feeds_step_number = c.step_number else o.buyer_id = c.seller_id and o.feeds_step_number = c.step_number end
                                                                                                                            or c.feeds_step_number = o.step_number and c.buyer_id in (me, w))) then 'neighbour' else 'other' end relation
               from c left join app.trade_line l on l.trade_id = c.trade_id and l.line_number = c.trade_line_number
               left join app.trade t on t.id = c.trade_id left join app.agreement g on g.id = t.agreement_id
               left join app.trade_line_face f on f.company_id = c.seller_id and f.trade_id = c.trade_id and f.line_number = c.trade_line_number
              where w = me or c.chain_line_number in (select o.chain_line_number from c o where me in (o.seller_id, o.buyer_id)))
  select s.chain_line_number, s.step_number, s.part, s.feeds_step_number, s.relation, s.process_name, case when s.relation in ('own', 'step') or s.trades_with_me then s.seller_id end,
         case when s.relation in ('own', 'step') or s.trades_with_me then s.buyer_id end, case when s.relation in ('own', 'step') or s.trades_with_me then s.code else '' end,
         case when s.relation in ('own', 'step') or s.trades_with_me then s.quantity end, s.wanted_on, s.line_promised, coalesce(s.line_state, 'planned'), case when s.relation in ('own', 'step') or s.trades_with_me then s.shipped end, case when s.relation in ('own', 'step') or s.trades_with_me then s.accepted end,
         case when s.relation in ('own', 'step') or s.trades_with_me or s.shows_milestones then round(greatest(least(1, s.accepted / s.quantity), least(0.99, guard.work_share(s.seller_id, s.trade_id, s.trade_line_number))), 2) end,
         case when s.relation = 'own' or me in (s.seller_id, s.buyer_id) then s.trade_id end, case when s.relation = 'own' or me in (s.seller_id, s.buyer_id) then s.trade_line_number end
    from s where s.relation <> 'other'
  union all
  select s.chain_line_number, min(s.step_number), 1, null, 'others', '', null, null, '', null, max(s.wanted_on), max(s.line_promised), coalesce(guard.trade_state(array_agg(s.line_state) filter (where s.line_state is not null)), 'planned'), null, null, null, null, null from s where s.relation = 'other' group by s.chain_line_number
  order by 1, 2, 3;
end $$;
-- A change along the chain: every pair gets its request, every member but the window is asked once. Nothing changes until all agreed.
create function guard.propose_chain_change(change uuid, requests jsonb) returns int language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me uuid := guard.current_company(); c app.chain_change; asked int;
begin
  select * into c from app.chain_change x where x.id = change and x.company_id = me and x.state = 'proposed';
  if c.id is null then raise exception 'no such change' using errcode = '42501'; end if;
  if exists (select from jsonb_to_recordset(requests) r (trade_id uuid) left join app.trade t on t.id = r.trade_id and (t.chain_id = c.chain_id or exists (select from app.value_chain v where v.id = c.chain_id and v.origin_trade_id = t.id)) and (t.dispatcher_id = me or me in (t.seller_id, t.buyer_id)) where t.id is null) then
    raise exception 'no such trade' using errcode = '42501'; end if;
  insert into app.change_request (id, trade_id, seller_id, buyer_id, proposed_by, number, reason, chain_change_id, expires_on)
    select r.id, t.id, t.seller_id, t.buyer_id, me, c.number, c.reason, c.id, c.expires_on from jsonb_to_recordset(requests) r (id uuid, trade_id uuid) join app.trade t on t.id = r.trade_id;
  insert into app.change_request_line (change_request_id, line_number, seller_id, buyer_id, is_cancel, new_quantity, new_wanted_on, new_promised_on, new_unit_price, new_amount_yen)
    select r.id, x.line_number, t.seller_id, t.buyer_id, coalesce(x.is_cancel, false), x.new_quantity, x.new_wanted_on, coalesce(x.new_promised_on, x.new_wanted_on), x.new_unit_price,
           case when x.new_quantity is not null or x.new_unit_price is not null then case coalesce(g.amount_rounding, 'down') when 'up' then ceil(coalesce(x.new_quantity, l.quantity) * coalesce(x.new_unit_price, l.unit_price)) when 'half_up' then round(coalesce(x.new_quantity, l.quantity) * coalesce(x.new_unit_price, l.unit_price)) else floor(coalesce(x.new_quantity, l.quantity) * coalesce(x.new_unit_price, l.unit_price)) end end
      from jsonb_to_recordset(requests) r (id uuid, trade_id uuid, lines jsonb) join app.trade t on t.id = r.trade_id left join app.agreement g on g.id = t.agreement_id
      cross join lateral jsonb_to_recordset(r.lines) x (line_number int, is_cancel boolean, new_quantity numeric, new_wanted_on date, new_promised_on date, new_unit_price numeric) join app.trade_line l on l.trade_id = t.id and l.line_number = x.line_number;
  -- a price between two others is theirs: the dispatcher cannot move it
  if exists (select from app.change_request q join app.change_request_line x on x.change_request_id = q.id where q.chain_change_id = c.id and x.new_unit_price is not null and me not in (coalesce(q.seller_id, me), coalesce(q.buyer_id, me))) then
    raise exception 'the price is theirs' using errcode = '42501'; end if;
  insert into app.chain_change_consent (chain_change_id, member_id, window_id) select distinct c.id, m, me from app.change_request q cross join lateral unnest(array[q.seller_id, q.buyer_id]) m where q.chain_change_id = c.id and m is not null and m <> me;
  get diagnostics asked = row_count;
  -- Standing rules answer for those whose every line stays within what the agreement confirms with no person.
  update app.chain_change_consent k set state = 'agreed', by_rule = true, answered_at = clock_timestamp() where k.chain_change_id = c.id and not exists (
    select from app.change_request q join app.change_request_line x on x.change_request_id = q.id join app.trade_line l on l.trade_id = q.trade_id and l.line_number = x.line_number join app.trade t on t.id = q.trade_id
     where q.chain_change_id = c.id and k.member_id in (q.seller_id, q.buyer_id) and (x.is_cancel or not guard.is_standing(t.agreement_id, l.agreement_line_number, coalesce(x.new_quantity, l.quantity), coalesce(x.new_unit_price, l.unit_price), coalesce(x.new_wanted_on, l.wanted_on), current_date)));
  return asked;
end $$;
-- A proposal nobody finished in time ends by itself, at the first look after its day.
create function guard.expire_chain_change(change uuid) returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ begin
  update app.chain_change x set state = 'expired', finished_at = clock_timestamp() where x.id = change and x.state in ('proposed', 'agreed') and x.expires_on < current_date;
  if not found then return false; end if;
  update app.change_request q set state = 'expired', answered_at = clock_timestamp() where q.chain_change_id = change and q.state = 'proposed';
  return true; end $$;
-- A member's own answer. The first refusal ends the proposal for all. The window is told; the words are for it alone.
create function guard.answer_chain_change(change uuid, agree boolean, cost bigint, answer_words text) returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me uuid := guard.current_company(); c app.chain_change; said text;
begin
  if not exists (select from app.chain_change_consent k where k.chain_change_id = change and k.member_id = me) then raise exception 'no such proposal' using errcode = '42501'; end if;
  if guard.expire_chain_change(change) then return 'expired'; end if;
  select * into c from app.chain_change x where x.id = change and x.state = 'proposed' for update;
  update app.chain_change_consent k set state = case when agree then 'agreed' else 'declined' end, cost_yen = case when agree then cost else 0 end, words = answer_words, answered_at = clock_timestamp() where k.chain_change_id = c.id and k.member_id = me and k.state = 'asked';
  if not found then raise exception 'no such proposal' using errcode = '42501'; end if;
  if not agree then
    update app.chain_change x set state = 'declined', finished_at = clock_timestamp() where x.id = change;
    update app.change_request q set state = 'declined', answered_at = clock_timestamp() where q.chain_change_id = change and q.state = 'proposed';
    said := 'declined';
  elsif not exists (select from app.chain_change_consent k where k.chain_change_id = change and k.state <> 'agreed') then update app.chain_change x set state = 'agreed' where x.id = change; said := 'agreed';
  else said := 'proposed'; end if;
  insert into app.outbox (company_id, id, kind, subject_id) select distinct m, gen_random_uuid(), 'network.chainChange', change
    from app.chain_change_consent k cross join lateral unnest(case when said = 'declined' then array[k.member_id, k.window_id] else array[k.window_id] end) m where k.chain_change_id = change and m <> me;
  return said;
end $$;
-- The window carries out what all agreed to: every revision of every pair in this one transaction.
create function guard.finish_chain_change(change uuid, apply boolean) returns uuid[] language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me uuid := guard.current_company(); c app.chain_change; ids uuid[]; ts uuid[];
begin
  select * into c from app.chain_change x where x.id = change and x.company_id = me and x.state in ('proposed', 'agreed') for update;
  if c.id is null then raise exception 'no such change' using errcode = '42501'; end if;
  if apply and c.expires_on < current_date then raise exception 'the proposal has expired' using errcode = '23514', constraint = 'change_in_time'; end if;
  if apply and exists (select from app.chain_change_consent k where k.chain_change_id = change and k.state <> 'agreed') then raise exception 'not all have agreed' using errcode = '23514', constraint = 'all_agreed'; end if;
  select array_agg(q.id order by q.id), array_agg(q.trade_id order by q.id) into ids, ts from app.change_request q where q.chain_change_id = change and q.state = 'proposed';
  if apply then perform guard.apply_changes(ids);
  else update app.change_request q set state = 'withdrawn', answered_at = clock_timestamp() where q.id = any (ids); end if;
  update app.chain_change x set state = case when apply then 'applied' else 'withdrawn' end, finished_at = clock_timestamp() where x.id = change;
  return coalesce(ts, '{}');
end $$;
-- What the sellers of these trades still owe, in their own stock unit: so that reservations can follow an agreed change. Only for the acting company and those whose door is open.
create function guard.owed_on(trades uuid[]) returns table (company_id uuid, trade_id uuid, line_number int, open_quantity numeric, promised_on date, is_cancelled boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select l.seller_id, l.trade_id, l.line_number, greatest(l.quantity - f.shipped, 0) * l.seller_factor, l.promised_on, l.state = 'cancelled' from app.trade_line l
    join app.trade_line_face f on f.company_id = l.seller_id and f.trade_id = l.trade_id and f.line_number = l.line_number
   where l.trade_id = any (trades) and l.state in ('confirmed', 'cancelled') and (l.seller_id = guard.current_company() or l.seller_id = any (guard.exchange(1)) and l.trade_id = any (guard.exchange(2))) $$;
grant execute on function guard.find_step_terms(jsonb), guard.precheck_steps(jsonb), guard.place_steps(uuid, jsonb), guard.chain_view(uuid), guard.propose_chain_change(uuid, jsonb), guard.answer_chain_change(uuid, boolean, bigint, text), guard.finish_chain_change(uuid, boolean), guard.owed_on(uuid[]) to musubi_app, musubi_job;
reset role;
