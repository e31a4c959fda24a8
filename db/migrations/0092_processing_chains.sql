-- Chains of processing: an operation of the window's order has its member's trade from the dispatch on, so that an acceptance finds the order even before
-- somebody released it (docs/decisions/0092-processing-chains.md).
set role musubi_guard;
-- As before, and orders that are only planned: their fee has to go into them as well.
create or replace function guard.lock_outside_operations(trades uuid[]) returns table (company_id uuid, work_order_id uuid, number text, operation_number int, trade_id uuid, trade_line_number int, planned_quantity numeric, good numeric, line_quantity numeric, accepted numeric, place_id uuid, production_place_id uuid, materials jsonb)
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
   where o.trade_id = any (trades) and w.state in ('planned', 'released', 'started', 'completed') and (o.company_id = me or o.company_id = any (others) and o.trade_id = any (opened)) order by o.company_id, o.work_order_id, o.operation_number;
end $$;
-- As before; pieces that came begin an order nobody released.
create or replace function guard.report_outside(changes jsonb) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me uuid := guard.current_company(); others uuid[] := guard.exchange(1); opened uuid[] := guard.exchange(2); c record;
begin
  for c in select * from jsonb_to_recordset(changes) x (company_id uuid, work_order_id uuid, operation_number int, report_id uuid, quantity numeric, is_done boolean, share numeric, materials jsonb) loop
    perform from app.work_order_operation o where o.company_id = c.company_id and o.work_order_id = c.work_order_id and o.operation_number = c.operation_number and (o.company_id = me or o.company_id = any (others) and o.trade_id = any (opened));
    if not found then raise exception 'no such operation' using errcode = '42501'; end if;
    update app.work_order_operation o set good = o.good + c.quantity, state = case when c.is_done then 'done' else 'running' end, version = o.version + 1
      where o.company_id = c.company_id and o.work_order_id = c.work_order_id and o.operation_number = c.operation_number;
    update app.work_order_operation n set state = 'ready', version = n.version + 1 where c.quantity > 0 and n.company_id = c.company_id and n.work_order_id = c.work_order_id and n.state = 'waiting'
      and n.operation_number = (select min(x.operation_number) from app.work_order_operation x where x.company_id = c.company_id and x.work_order_id = c.work_order_id and x.operation_number > c.operation_number);
    update app.work_order w set state = case when w.state in ('planned', 'released') then 'started' else w.state end, released_at = coalesce(w.released_at, clock_timestamp()), progress_share = c.share, version = w.version + 1 where w.company_id = c.company_id and w.id = c.work_order_id;
    update app.work_order_material m set free_issued = m.free_issued - x.quantity, issued = m.issued + x.quantity, version = m.version + 1 from jsonb_to_recordset(c.materials) x (line_number int, quantity numeric)
      where m.company_id = c.company_id and m.work_order_id = c.work_order_id and m.line_number = x.line_number and m.operation_number = c.operation_number;
    if c.quantity > 0 then insert into app.work_report (company_id, id, work_order_id, operation_number, kind, quantity) values (c.company_id, c.report_id, c.work_order_id, c.operation_number, 'good', c.quantity); end if;
  end loop;
end $$;
reset role;

-- ── a member's report of the far end ends whatever way its delivery is judged (docs/decisions/0082-far-end-reports.md) ──
set role musubi_owner;
alter table app.far_end_report drop constraint far_end_report_state_check;
alter table app.far_end_report add constraint far_end_report_state_check check (state in ('reported', 'applied', 'corrected', 'overtaken', 'declined', 'withdrawn'));
reset role;
set role musubi_guard;
-- What the window books of a report closes it first; a delivery that is judged with its report still open was taken as ordinary goods: what was reported is
-- over, and the member hears it.
create function guard.end_overtaken_reports() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare r app.far_end_report;
begin
  for r in update app.far_end_report x set state = 'overtaken', answered_at = clock_timestamp()
      where x.state = 'reported' and x.delivery_id in (select n.delivery_id from n where n.kind in ('accepted', 'specially_accepted', 'rejected')) returning * loop
    perform guard.tell_far_end(r, 'overtaken');
  end loop;
  return null; end $$;
grant execute on function guard.end_overtaken_reports() to musubi_owner;
-- Those that were left behind so far.
update app.far_end_report x set state = 'overtaken', answered_at = clock_timestamp()
  where x.state = 'reported' and not exists (select from app.delivery_line d where d.delivery_id = x.delivery_id
    and d.quantity > coalesce((select sum(e.quantity) from app.delivery_event e where e.delivery_id = d.delivery_id and e.line_number = d.line_number and e.kind in ('accepted', 'specially_accepted', 'rejected')), 0));
reset role;
set role musubi_owner;
create trigger ends_report after insert on app.delivery_event referencing new table as n for each statement execute function guard.end_overtaken_reports();
reset role;
