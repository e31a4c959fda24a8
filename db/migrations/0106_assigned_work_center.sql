-- An operation may be done at another work centre than its routing names.
set role musubi_owner;
-- `assigned_work_center_id`: the one that stands in; null: its own does it. `time_factor`: how many times as long it takes there, as the master said when it was assigned; set-up and run minutes stay those of the routing.
alter table app.work_order_operation add assigned_work_center_id uuid, add time_factor numeric(6, 3) not null default 1 check (time_factor > 0),
  add foreign key (company_id, assigned_work_center_id) references app.work_center,
  add check (case when assigned_work_center_id is null then time_factor = 1 else work_center_id is not null and assigned_work_center_id <> work_center_id end);
-- Where it is done: what the floor, the load and promised dates ask for.
alter table app.work_order_operation add at_work_center_id uuid generated always as (coalesce(assigned_work_center_id, work_center_id)) stored;
create index on app.work_order_operation (company_id, at_work_center_id, state);
drop index app.work_order_operation_company_id_work_center_id_state_idx;
call app.let_guard('app.promise_order', 'select');
reset role;

set role musubi_guard;
-- Work orders of which something is done elsewhere than before. A promise that held minutes for them where they were to be done holds them no longer: its work orders say from now on where and when, as any others.
-- What is free sinks with what is held, until somebody reckons anew who knows where the work went (`as_of`, as in guard.confirm_promises).
create function guard.move_promised_work(work_orders uuid[]) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me uuid := guard.current_company(); gone uuid[];
begin
  with e as (update app.promise p set state = 'done', version = p.version + 1 where p.company_id = me and p.state = 'confirmed'
                and (p.trade_id in (select w.trade_id from app.work_order w where w.company_id = me and w.id = any (work_orders)) or p.id in (select y.promise_id from app.promise_order y where y.company_id = me and y.work_order_id = any (work_orders))) returning p.id) select array_agg(e.id) into gone from e;
  if gone is null then return; end if;
  with u as materialized (select x.subject_id, x.on_date, sum(x.amount) amount from app.promise_use x where x.company_id = me and x.promise_id = any (gone) and x.kind = 'capacity' group by 1, 2),
    b as materialized (select b.subject_id, b.on_date, u.amount from app.promise_bucket b join u using (subject_id, on_date) where b.company_id = me and b.kind = 'capacity' order by b.subject_id, b.on_date for update of b)
  update app.promise_bucket p set held = p.held - b.amount, free = p.free - b.amount, as_of = greatest(p.as_of, pg_current_xact_id()::text::bigint + 1) from b where p.company_id = me and p.kind = 'capacity' and (p.subject_id, p.on_date) = (b.subject_id, b.on_date);
  insert into app.outbox (company_id, id, kind, subject_id) select me, gen_random_uuid(), 'planning.promise', g from unnest(gone) g;
  -- Their other orders count as work too from now on.
  insert into app.outbox (company_id, id, kind, subject_id) select me, gen_random_uuid(), 'production.order', w.id from app.work_order w where w.company_id = me and w.state in ('planned', 'released', 'started')
     and (w.id in (select y.work_order_id from app.promise_order y where y.company_id = me and y.promise_id = any (gone)) or w.trade_id in (select p.trade_id from app.promise p where p.company_id = me and p.id = any (gone)));
end $$;
revoke execute on function guard.move_promised_work(uuid[]) from public;
grant execute on function guard.move_promised_work(uuid[]) to musubi_app, musubi_job;
reset role;
