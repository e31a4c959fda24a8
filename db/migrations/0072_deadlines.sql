-- What happens because a day has passed: quotations and change requests run out, goods count as accepted, a buyer's statement as acknowledged.
set role musubi_guard;
-- A job row for each company in which something ran out before `today`; ids only. A row lasts half an hour, so of several server processes one works.
create function guard.open_deadline_jobs(today date) returns setof uuid language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update app.job_entry j set done_at = clock_timestamp() where j.task = 'deadlines' and j.done_at is null and j.created_at < clock_timestamp() - interval '30 minutes';
  return query insert into app.job_entry (company_id, id, task)
    select c.company_id, gen_random_uuid(), 'deadlines' from app.company c
     where not exists (select from app.job_entry j where j.company_id = c.company_id and j.task = 'deadlines' and j.done_at is null)
       and (exists (select from app.trade_line_face f join app.trade_line l on l.trade_id = f.trade_id and l.line_number = f.line_number
                     where f.company_id = c.company_id and f.side in ('S', 'B') and f.state = 'quoted' and l.valid_until < today and (f.side = 'S' or l.seller_id is null))
         or exists (select from app.change_request r where r.proposed_by = c.company_id and r.state = 'proposed' and r.expires_on < today and r.chain_change_id is null)
         or exists (select from app.delivery_face d join app.delivery_line l on l.delivery_id = d.delivery_id join app.trade t on t.id = l.trade_id join app.agreement g on g.id = t.agreement_id
                     where d.company_id = c.company_id and d.side in ('S', 'B') and d.state = 'received' and (d.side = 'B' or t.buyer_id is null) and d.received_on + g.default_acceptance_days <= today)
         or exists (select from app.invoice_face f join app.invoice_line l on l.invoice_id = f.invoice_id join app.trade t on t.id = l.trade_id join app.agreement g on g.id = t.agreement_id
                     join app.invoice i on i.id = f.invoice_id
                     where f.company_id = c.company_id and f.state = 'issued' and i.issued_by = 'buyer' and (f.side = 'S' or i.seller_id is null)
                       and f.issued_on + (g.terms ->> 'acknowledgedAfterDays')::int < today))
    returning id;
end $$;
create function guard.end_job(job uuid) returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  update app.job_entry j set done_at = clock_timestamp() where j.id = job and j.done_at is null $$;
grant execute on function guard.open_deadline_jobs(date), guard.end_job(uuid) to musubi_job;
reset role;
