-- A held promise may be attached to one line of a larger order, so work that moves elsewhere ends the promise of its own line alone.
set role musubi_guard;
create or replace function guard.move_promised_work(work_orders uuid[]) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me uuid := guard.current_company(); gone uuid[];
begin
  with e as (update app.promise p set state = 'done', version = p.version + 1 where p.company_id = me and p.state = 'confirmed'
                and (exists (select from app.work_order w where w.company_id = me and w.id = any (work_orders) and w.trade_id = p.trade_id and w.trade_line_number = coalesce(p.trade_line_number, w.trade_line_number))
                  or p.id in (select y.promise_id from app.promise_order y where y.company_id = me and y.work_order_id = any (work_orders))) returning p.id) select array_agg(e.id) into gone from e;
  if gone is null then return; end if;
  with u as materialized (select x.subject_id, x.on_date, sum(x.amount) amount from app.promise_use x where x.company_id = me and x.promise_id = any (gone) and x.kind = 'capacity' group by 1, 2),
    b as materialized (select b.subject_id, b.on_date, u.amount from app.promise_bucket b join u using (subject_id, on_date) where b.company_id = me and b.kind = 'capacity' order by b.subject_id, b.on_date for update of b)
  update app.promise_bucket p set held = p.held - b.amount, free = p.free - b.amount, as_of = greatest(p.as_of, pg_current_xact_id()::text::bigint + 1) from b where p.company_id = me and p.kind = 'capacity' and (p.subject_id, p.on_date) = (b.subject_id, b.on_date);
  insert into app.outbox (company_id, id, kind, subject_id) select me, gen_random_uuid(), 'planning.promise', g from unnest(gone) g;
  -- Their other orders count as work too from now on.
  insert into app.outbox (company_id, id, kind, subject_id) select me, gen_random_uuid(), 'production.order', w.id from app.work_order w where w.company_id = me and w.state in ('planned', 'released', 'started')
     and (w.id in (select y.work_order_id from app.promise_order y where y.company_id = me and y.promise_id = any (gone))
       or exists (select from app.promise p where p.company_id = me and p.id = any (gone) and p.trade_id = w.trade_id and coalesce(p.trade_line_number, w.trade_line_number) = w.trade_line_number));
end $$;
reset role;
