-- What a held date takes of stock and supply is a demand of the plan: holding, giving back, confirming and running out are news for it.
set role musubi_guard;
-- What a plan is made of, by the kinds of news. The planner's own news are not.
create or replace function guard.concerns_plan(kind text) returns boolean language sql immutable set search_path = pg_catalog, pg_temp as $$
  select kind ~ '^(trade|delivery|production|inventory\.(moved|reservation)|items|resources\.(calendar|work_center)|draft|purchasing|partnerPage|quality\.inspection|network\.chain(Change)?$|planning\.(forecast|firm|promise))' $$;
-- For the server's planner: leases companies whose plan has something to follow, also a held date that ran out, or whose day is over, to `me`; a job each, ids only.
create or replace function guard.claim_plans(me uuid, today date, lease interval, at_most int) returns setof uuid language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare now_mark xid8 := pg_snapshot_xmin(pg_current_snapshot()); now_at timestamptz := clock_timestamp(); from_mark xid8; claimed uuid[]; news uuid[]; lasts xid8[];
begin
  -- What happened is read once for all companies, from the mark of the one that is furthest behind. One that rests must not make that long.
  select q.read_mark into from_mark from app.planner q where q.not_before < now_at order by q.read_mark limit 1;
  select array_agg(n.company_id), array_agg(n.last::text::xid8) into news, lasts from (
    select o.company_id, max(o.xid::text::bigint) last from app.outbox o where o.xid >= from_mark and guard.concerns_plan(o.kind) group by 1) n;
  select array_agg(c.company_id) into claimed from (
    select p.company_id from app.planner p join app.plan_run r on r.company_id = p.company_id and r.id = p.run_id left join unnest(news, lasts) n (company_id, last) on n.company_id = p.company_id
     where (p.holder = me or p.leased_until < now_at) and p.not_before < now_at and (r.planned_from < today or n.last >= p.read_mark or exists (select from app.promise h where h.company_id = p.company_id and h.state = 'held' and h.expires_at <= now_at))
     order by p.followed_at limit at_most for update of p skip locked) c;
  -- Where nothing happened the mark goes on, so that the next look is short. What has a mark from before `from_mark` was not looked at.
  update app.planner p set read_mark = now_mark, looked_at = now_at where p.company_id in (
    select q.company_id from app.planner q left join unnest(news, lasts) n (company_id, last) on n.company_id = q.company_id
     where q.company_id <> all (coalesce(claimed, '{}')) and q.not_before < now_at and q.looked_at < now_at - interval '10 seconds' and q.read_mark >= from_mark and q.read_mark < now_mark
       and (n.last is null or n.last < q.read_mark) for update of q skip locked);
  if claimed is null then return; end if;
  update app.planner p set holder = me, leased_until = clock_timestamp() + lease where p.company_id = any (claimed);
  insert into app.job_entry (company_id, id, task) select c, gen_random_uuid(), 'planning.follow' from unnest(claimed) c
    where not exists (select from app.job_entry j where j.company_id = c and j.task = 'planning.follow' and j.done_at is null);
  return query select min(j.id::text)::uuid from app.job_entry j where j.company_id = any (claimed) and j.task = 'planning.follow' and j.done_at is null group by j.company_id;
end $$;
-- Held dates of the acting company that ran out are written as such, for its planner: nobody else may come by.
create function guard.end_lapsed_promises() returns void language sql security definer set search_path = pg_catalog, pg_temp as $$ select guard.expire_promises(guard.current_company()) $$;
revoke execute on function guard.end_lapsed_promises() from public;
grant execute on function guard.end_lapsed_promises() to musubi_job;
-- Dates held before are news for the plans that are kept.
insert into app.outbox (company_id, id, kind, subject_id) select p.company_id, gen_random_uuid(), 'planning.promise', p.id from app.promise p where p.state = 'held';
reset role;
