-- A job that has done its work cannot enter its company again.
set role musubi_guard;
create function guard.finish_job(job uuid) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ begin
  update app.job_entry j set done_at = statement_timestamp() where j.id = job and j.company_id = guard.current_company();
  if not found then raise exception 'no such job' using errcode = '42501'; end if; end $$;
grant execute on function guard.finish_job(uuid) to musubi_job;
reset role;
