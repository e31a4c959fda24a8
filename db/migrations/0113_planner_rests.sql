-- A plan that cannot be made is not tried for ever, and plans that were there before the planner are kept as well.
set role musubi_owner;
-- `attempts`: how often it was begun anew since it last succeeded. A killed program's attempt is taken up at once; what fails every time (a wrong master, too little memory) waits until `not_before`.
alter table app.planner add attempts int not null default 0, add not_before timestamptz not null default '-infinity';
-- Plans from before are made anew with the first look. The owner passes its own walls for this one statement.
alter table app.planner no force row level security;
alter table app.plan_run no force row level security;
alter table app.planned_order no force row level security;
insert into app.planner (company_id, run_id, read_mark, next_seq)
  select r.company_id, r.id, '0', coalesce((select max(o.seq) + 1 from app.planned_order o where o.company_id = r.company_id and o.run_id = r.id), 0) from app.plan_run r where r.is_current
  on conflict (company_id) do nothing;
alter table app.planner force row level security;
alter table app.plan_run force row level security;
alter table app.planned_order force row level security;
create index job_entry_open on app.job_entry (id) where done_at is null;
reset role;

set role musubi_guard;
-- Says that these jobs of `me` go on: their companies stay leased, and plans on their way are not given up. A job that ended keeps nothing.
create or replace function guard.keep_planning(me uuid, jobs uuid[], lease interval) returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  update app.planner p set leased_until = clock_timestamp() + lease from app.job_entry j where j.id = any (jobs) and j.done_at is null and p.company_id = j.company_id and p.holder = me;
  update app.plan_run r set alive_until = clock_timestamp() + lease from app.job_entry j where j.id = any (jobs) and j.done_at is null and r.company_id = j.company_id and r.state = 'running' $$;
reset role;
