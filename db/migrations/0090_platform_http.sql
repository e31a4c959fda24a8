-- A command sent twice is done once: the answer is kept beside the work, in the same transaction, and given again.
set role musubi_owner;
create table app.idempotency_key (
  company_id uuid not null, user_id uuid not null default guard.current_user_id(), key text not null check (length(key) between 8 and 200),
  request_hash bytea not null, status int not null, body text not null, created_at timestamptz not null default now(), primary key (company_id, user_id, key));
-- Rows arrive in order of time, so the smallest kind of index finds the old ones.
create index on app.idempotency_key using brin (created_at);
call app.declare_private('app.idempotency_key', 'select');
grant insert (company_id, key, request_hash, status, body) on app.idempotency_key to musubi_app, musubi_job;
create policy guard_all on app.idempotency_key to musubi_guard using (true) with check (true);
grant select, delete on app.idempotency_key to musubi_guard;
reset role;

set role musubi_guard;
-- Keys are kept seven days: longer than any client tries again. Returns how many were forgotten.
create function guard.forget_idempotency_keys() returns bigint language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare total bigint;
begin
  delete from app.idempotency_key where created_at < statement_timestamp() - interval '7 days';
  get diagnostics total = row_count;
  return total;
end $$;
grant execute on function guard.forget_idempotency_keys() to musubi_job;
reset role;
