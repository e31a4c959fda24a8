-- The living plan: one planner of a company keeps its plan in memory and follows what happens; the rows of the current plan are replaced item by item.
set role musubi_owner;
-- A proposal keeps its number as long as it is needed, so numbers are no longer in the order of the start. Without the number the index has few different keys and stays small; those of one day are sorted when a page is read.
create index planned_order_by_start on app.planned_order (company_id, run_id, start_on);
create index planned_order_changed on app.planned_order (company_id, run_id) where version > 1;
create index planned_order_set on app.planned_order (company_id, run_id, state) where state in ('edited', 'converted');
-- `order_seqs`: the item's proposals. `changed_by`: the transaction that wrote the row, so that whoever keeps something derived from the plan reads only what changed.
alter table app.plan_item add column order_seqs int[] not null default '{}', add column changed_by xid8 not null default pg_current_xact_id();
alter table app.plan_item alter order_seqs set storage external;
grant update (changed_by) on app.plan_item to musubi_app, musubi_job;
create index plan_item_changed on app.plan_item (company_id, run_id, changed_by);
create index plan_exception_by_item on app.plan_exception (company_id, run_id, item_id);
-- Why a plan was made as a whole: a person asked, its day was over, or what changed could not be followed item by item.
-- `alive_until`: the process that makes it says again and again that it lives; one that was killed is not waited for.
alter table app.plan_run add column alive_until timestamptz not null default clock_timestamp() + interval '30 seconds', add column cause text not null default 'asked' check (cause in ('asked', 'day', 'change'));
-- Who keeps a company's plan current. `holder`: the process that has it until `leased_until`; whoever writes checks both, so that one that was replaced writes nothing.
-- Everything that transactions below `read_mark` did is in the plan. `version` grows with every change: what is in the memory of a process is current only with the same version.
create table app.planner (
  company_id uuid primary key references app.company, run_id uuid not null, holder uuid, leased_until timestamptz not null default '-infinity', read_mark xid8 not null, next_seq int not null, version int not null default 1, followed_at timestamptz not null default clock_timestamp(), looked_at timestamptz not null default '-infinity');
call app.declare_private('app.planner', 'select, insert, update');
call app.let_guard('app.planner', 'select, update');
grant update on app.plan_run to musubi_guard;
-- Plans from before are kept from now on; the first change makes them anew.
insert into app.planner (company_id, run_id, read_mark, next_seq)
  select r.company_id, r.id, pg_snapshot_xmin(pg_current_snapshot()), coalesce((select max(o.seq) + 1 from app.planned_order o where o.company_id = r.company_id and o.run_id = r.id), 0) from app.plan_run r where r.is_current;
reset role;

set role musubi_guard;
-- What a plan is made of, by the kinds of news. The planner's own news are not.
create function guard.concerns_plan(kind text) returns boolean language sql immutable set search_path = pg_catalog, pg_temp as $$
  select kind ~ '^(trade|delivery|production|inventory\.(moved|reservation)|items|resources\.(calendar|work_center)|draft|purchasing|partnerPage|quality\.inspection|network\.chain(Change)?$|planning\.(forecast|firm))' $$;
-- Says that these jobs of `me` go on: their companies stay leased, and plans on their way are not given up.
create function guard.keep_planning(me uuid, jobs uuid[], lease interval) returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  update app.planner p set leased_until = clock_timestamp() + lease from app.job_entry j where j.id = any (jobs) and p.company_id = j.company_id and p.holder = me;
  update app.plan_run r set alive_until = clock_timestamp() + lease from app.job_entry j where j.id = any (jobs) and r.company_id = j.company_id and r.state = 'running' $$;
-- For the server's planner: leases companies whose plan has something to follow, or whose day is over, to `me`; a job each, ids only.
create function guard.claim_plans(me uuid, today date, lease interval, at_most int) returns setof uuid language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare now_mark xid8 := pg_snapshot_xmin(pg_current_snapshot()); claimed uuid[];
begin
  select array_agg(c.company_id) into claimed from (
    select p.company_id from app.planner p join app.plan_run r on r.company_id = p.company_id and r.id = p.run_id
     where (p.holder = me or p.leased_until < clock_timestamp())
       and (r.planned_from < today or exists (select from app.outbox o where o.company_id = p.company_id and o.xid >= p.read_mark and guard.concerns_plan(o.kind)))
     order by p.followed_at limit at_most for update of p skip locked) c;
  -- Where nothing happened the mark goes on, so that the next look is short.
  update app.planner p set read_mark = now_mark, looked_at = clock_timestamp() where p.company_id in (
    select q.company_id from app.planner q where q.company_id <> all (coalesce(claimed, '{}')) and q.looked_at < clock_timestamp() - interval '10 seconds' and q.read_mark < now_mark
       and not exists (select from app.outbox o where o.company_id = q.company_id and o.xid >= q.read_mark and o.xid < now_mark and guard.concerns_plan(o.kind)) for update skip locked);
  if claimed is null then return; end if;
  update app.planner p set holder = me, leased_until = clock_timestamp() + lease where p.company_id = any (claimed);
  insert into app.job_entry (company_id, id, task) select c, gen_random_uuid(), 'planning.follow' from unnest(claimed) c
    where not exists (select from app.job_entry j where j.company_id = c and j.task = 'planning.follow' and j.done_at is null);
  return query select min(j.id::text)::uuid from app.job_entry j where j.company_id = any (claimed) and j.task = 'planning.follow' and j.done_at is null group by j.company_id;
end $$;
-- For `doctor`: a job for each company that has a plan, to read it and plan it anew beside it.
create function guard.open_plan_checks() returns setof uuid language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into app.job_entry (company_id, id, task) select p.company_id, gen_random_uuid(), 'planning.check' from app.planner p returning id $$;
grant execute on function guard.keep_planning(uuid, uuid[], interval), guard.claim_plans(uuid, date, interval, int), guard.open_plan_checks() to musubi_job;
grant execute on function guard.concerns_plan(text) to musubi_app, musubi_job;
reset role;
