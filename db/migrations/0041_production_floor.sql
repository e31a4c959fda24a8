-- What making needs beyond 0009: pieces per operation, goods at subcontractors, people signed in on the floor, and the guard's part of
-- outside processing: both companies' orders follow one acceptance.
set role musubi_owner;
alter table app.work_order add column progress_share numeric(5, 4) not null default 0 check (progress_share between 0 and 1), add column good_rate numeric(9, 6) not null default 1 check (good_rate > 0 and good_rate <= 1),
  -- Of a processing order: pieces whose cost went into cost of sales at the buyer's acceptance.
  add column delivered numeric(18, 6) not null default 0;
alter table app.work_order_operation add column planned_quantity numeric(18, 6) not null default 0, add column rework numeric(18, 6) not null default 0;
-- Of this order's material, what stands at the subcontractor of its operation and is not consumed yet.
alter table app.work_order_material add column free_issued numeric(18, 6) not null default 0 check (free_issued >= 0);
-- Material and work leave an order at a different pace; output and loss say which of the two they take.
alter table app.work_order_cost add column portion text not null default 'conversion' check (portion in ('material', 'conversion'));
alter table app.work_report add column user_id uuid default guard.current_user_id();
-- A planned order that is edited is exploded anew; once the floor has reported, the reports' keys keep its operations.
grant delete on app.work_order_operation, app.work_order_material to musubi_app, musubi_job;
create index on app.work_report (company_id, person_id, work_order_id, operation_number, reported_at desc) where person_id is not null;
create index on app.stock_value (company_id, work_order_id) where work_order_id is not null;
create index on app.stock_move_face (company_id, work_order_id) where work_order_id is not null;
create index on app.work_order (company_id, due_on, id);
-- A person signed in on a shared tablet; only a hash of the token is kept.
create table app.floor_session (
  company_id uuid not null references app.company, id uuid not null, person_id uuid not null, token_hash text not null, signed_in_at timestamptz not null default clock_timestamp(), expires_at timestamptz not null,
  primary key (company_id, id), unique (company_id, token_hash), foreign key (company_id, person_id) references app.floor_person);
call app.declare_private('app.floor_session', 'select, insert');
call app.let_guard('app.work_order_operation', 'select, update');
call app.let_guard('app.work_order_material', 'select, update');
call app.let_guard('app.work_report', 'insert');
call app.let_guard('app.unit', 'select');
grant update on app.work_order to musubi_guard;
reset role;

set role musubi_guard;
-- Processing orders of these trades' sellers with what each holds in work, locked: their cost of sales is taken at acceptance, whoever records it.
create function guard.lock_processing_orders(trades uuid[]) returns table (company_id uuid, work_order_id uuid, number text, trade_id uuid, trade_line_number int, quantity numeric, delivered numeric, accepted numeric, material_yen bigint, conversion_yen bigint)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare me uuid := guard.current_company(); others uuid[] := guard.exchange(1); opened uuid[] := guard.exchange(2);
begin
  perform from app.work_order w where w.trade_id = any (trades) and (w.company_id = me or w.company_id = any (others) and w.trade_id = any (opened)) order by w.company_id, w.id for update;
  return query select w.company_id, w.id, w.number, w.trade_id, w.trade_line_number, w.quantity, w.delivered, f.accepted - f.returned, coalesce(c.material, 0)::bigint, coalesce(c.conversion, 0)::bigint
    from app.work_order w join app.item i on i.company_id = w.company_id and i.id = w.item_id and i.category = 'processing'
    join app.trade_line_face f on f.company_id = w.company_id and f.side = 'S' and f.trade_id = w.trade_id and f.line_number = w.trade_line_number
    left join lateral (select sum(x.amount_yen) filter (where x.portion = 'material') material, sum(x.amount_yen) filter (where x.portion = 'conversion') conversion from app.work_order_cost x where x.company_id = w.company_id and x.work_order_id = w.id) c on true
   where w.trade_id = any (trades) and w.state not in ('closed', 'cancelled') and (w.company_id = me or w.company_id = any (others) and w.trade_id = any (opened)) order by w.company_id, w.id;
end $$;
-- Pieces of processing orders the buyer has accepted: their cost is sold.
create function guard.deliver_processing(changes jsonb) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me uuid := guard.current_company(); others uuid[] := guard.exchange(1); opened uuid[] := guard.exchange(2); n int;
begin
  update app.work_order w set delivered = w.delivered + x.quantity, version = w.version + 1 from jsonb_to_recordset(changes) x (company_id uuid, work_order_id uuid, quantity numeric)
   where w.company_id = x.company_id and w.id = x.work_order_id and (w.company_id = me or w.company_id = any (others) and w.trade_id = any (opened));
  get diagnostics n = row_count;
  if n <> jsonb_array_length(changes) then raise exception 'no such order' using errcode = '42501'; end if;
end $$;
-- Outside operations these trades carry out, with the material that stands there, locked in the same order.
create function guard.lock_outside_operations(trades uuid[]) returns table (company_id uuid, work_order_id uuid, number text, operation_number int, trade_id uuid, trade_line_number int, planned_quantity numeric, good numeric, line_quantity numeric, accepted numeric, place_id uuid, production_place_id uuid, materials jsonb)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare me uuid := guard.current_company(); others uuid[] := guard.exchange(1); opened uuid[] := guard.exchange(2);
begin
  perform from app.work_order w join app.work_order_operation o on o.company_id = w.company_id and o.work_order_id = w.id
   where o.trade_id = any (trades) and (o.company_id = me or o.company_id = any (others) and o.trade_id = any (opened)) order by w.company_id, w.id, o.operation_number for update of w, o;
  return query select o.company_id, o.work_order_id, w.number, o.operation_number, o.trade_id, o.trade_line_number, o.planned_quantity, o.good, f.quantity, f.accepted - f.returned,
      (select p.id from app.place p where p.company_id = o.company_id and p.kind = 'at_partner' and p.partner_id = o.subcontract_partner_id and p.is_active order by p.code limit 1),
      (select p.id from app.place p where p.company_id = o.company_id and p.kind = 'production' and p.is_active order by p.code limit 1),
      coalesce((select jsonb_agg(jsonb_build_object('lineNumber', m.line_number, 'itemId', m.item_id, 'category', i.category, 'decimals', u.decimals, 'required', m.required::text, 'issued', m.issued::text, 'freeIssued', m.free_issued::text) order by m.line_number)
                  from app.work_order_material m join app.item i on i.company_id = m.company_id and i.id = m.item_id join app.unit u on u.company_id = i.company_id and u.code = i.unit
                 where m.company_id = o.company_id and m.work_order_id = o.work_order_id and m.operation_number = o.operation_number and m.free_issued > 0), '[]')
    from app.work_order_operation o join app.work_order w on w.company_id = o.company_id and w.id = o.work_order_id
    join app.trade_line_face f on f.company_id = o.company_id and f.side = 'B' and f.trade_id = o.trade_id and f.line_number = o.trade_line_number
   where o.trade_id = any (trades) and w.state in ('released', 'started', 'completed') and (o.company_id = me or o.company_id = any (others) and o.trade_id = any (opened)) order by o.company_id, o.work_order_id, o.operation_number;
end $$;
-- Writes what an acceptance did to outside operations: pieces, state, consumed material, the order's progress and a report of it.
create function guard.report_outside(changes jsonb) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me uuid := guard.current_company(); others uuid[] := guard.exchange(1); opened uuid[] := guard.exchange(2); c record;
begin
  for c in select * from jsonb_to_recordset(changes) x (company_id uuid, work_order_id uuid, operation_number int, report_id uuid, quantity numeric, is_done boolean, share numeric, materials jsonb) loop
    perform from app.work_order_operation o where o.company_id = c.company_id and o.work_order_id = c.work_order_id and o.operation_number = c.operation_number and (o.company_id = me or o.company_id = any (others) and o.trade_id = any (opened));
    if not found then raise exception 'no such operation' using errcode = '42501'; end if;
    update app.work_order_operation o set good = o.good + c.quantity, state = case when c.is_done then 'done' else 'running' end, version = o.version + 1
      where o.company_id = c.company_id and o.work_order_id = c.work_order_id and o.operation_number = c.operation_number;
    update app.work_order_operation n set state = 'ready', version = n.version + 1 where c.quantity > 0 and n.company_id = c.company_id and n.work_order_id = c.work_order_id and n.state = 'waiting'
      and n.operation_number = (select min(x.operation_number) from app.work_order_operation x where x.company_id = c.company_id and x.work_order_id = c.work_order_id and x.operation_number > c.operation_number);
    update app.work_order w set state = case when w.state = 'released' then 'started' else w.state end, progress_share = c.share, version = w.version + 1 where w.company_id = c.company_id and w.id = c.work_order_id;
    update app.work_order_material m set free_issued = m.free_issued - x.quantity, issued = m.issued + x.quantity, version = m.version + 1 from jsonb_to_recordset(c.materials) x (line_number int, quantity numeric)
      where m.company_id = c.company_id and m.work_order_id = c.work_order_id and m.line_number = x.line_number and m.operation_number = c.operation_number;
    if c.quantity > 0 then insert into app.work_report (company_id, id, work_order_id, operation_number, kind, quantity) values (c.company_id, c.report_id, c.work_order_id, c.operation_number, 'good', c.quantity); end if;
  end loop;
end $$;
-- All operations of orders one may react for, for their progress.
create function guard.outside_progress(orders uuid[]) returns table (work_order_id uuid, operation_number int, planned_quantity numeric, good numeric, scrap numeric, state text, setup_minutes numeric, run_minutes_per_unit numeric)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare me uuid := guard.current_company(); others uuid[] := guard.exchange(1); opened uuid[] := guard.exchange(2);
begin
  return query select o.work_order_id, o.operation_number, o.planned_quantity, o.good, o.scrap, o.state, o.setup_minutes, o.run_minutes_per_unit from app.work_order_operation o
   where o.work_order_id = any (orders) and (o.company_id = me or o.company_id = any (others) and exists (select from app.work_order_operation t where t.company_id = o.company_id and t.work_order_id = o.work_order_id and t.trade_id = any (opened)))
   order by o.work_order_id, o.operation_number;
end $$;
-- Share of a seller's line that its work orders have done, 0 to 1. For functions of the guard only: it looks past the walls.
create function guard.work_share(seller uuid, trade uuid, line int) returns numeric language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select least(1, coalesce(sum(w.progress_share * w.quantity) / max(l.quantity), 0)) from app.work_order w join app.trade_line l on l.trade_id = w.trade_id and l.line_number = w.trade_line_number
   where w.company_id = seller and w.trade_id = trade and w.trade_line_number = line and w.state <> 'cancelled' $$;
-- What a buyer sees of its trades' progress: a share, where the agreement shows milestones; nothing of how it is made.
create function guard.trade_progress(trades uuid[]) returns table (trade_id uuid, line_number int, share numeric) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare me uuid := guard.current_company();
begin
  return query select t.id, l.line_number, round(greatest(least(0.99, guard.work_share(t.seller_id, t.id, l.line_number)), least(1, coalesce(f.accepted, 0) / l.quantity)), 2)
    from app.trade t join app.agreement g on g.id = t.agreement_id and g.shows_milestones join app.trade_line l on l.trade_id = t.id left join app.trade_line_face f on f.company_id = me and f.trade_id = t.id and f.line_number = l.line_number
   where t.id = any (trades) and me in (t.seller_id, t.buyer_id) and t.seller_id is not null;
end $$;
grant execute on function guard.lock_processing_orders(uuid[]), guard.deliver_processing(jsonb), guard.lock_outside_operations(uuid[]), guard.report_outside(jsonb), guard.outside_progress(uuid[]), guard.trade_progress(uuid[]) to musubi_app, musubi_job;
reset role;
