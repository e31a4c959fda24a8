-- What a window took from its own stock for a line it dispatched: the steps make only the rest.
set role musubi_owner;
create table app.chain_stock (
  company_id uuid not null, chain_id uuid not null, chain_line_number int not null, item_id uuid not null, quantity numeric(18, 6) not null check (quantity >= 0),
  primary key (company_id, chain_id, chain_line_number), foreign key (company_id, chain_id) references app.value_chain, foreign key (company_id, item_id) references app.item);
call app.declare_private('app.chain_stock', 'select, insert');
grant update (quantity) on app.chain_stock to musubi_app, musubi_job;
grant update (quantity, needed_on, version) on app.reservation to musubi_guard;
reset role;

set role musubi_guard;
-- After a member's answer: origin lines of the chain that wait, and whose every step is confirmed now, are confirmed to the maker with the date the
-- chain keeps, and reserved at the window. Called by a party of the step's trade; says only how many lines were confirmed. The line is locked first:
-- of two members who answer at once the second sees the first.
create or replace function guard.follow_chain(trade uuid, holidays date[]) returns int language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
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
reset role;
