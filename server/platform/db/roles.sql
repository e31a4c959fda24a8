-- The roles of an installation. The program runs this by itself when it may (superuser, or CREATEROLE). Where a DBA keeps
-- the roles, the DBA runs it once per cluster, then `grant musubi_owner, musubi_guard to <migration user>`, and sets the
-- passwords of the three login roles. It may be run again at any time: it changes only what differs.
--
--   musubi_owner  owns schema app and every table      musubi_app   the server; owns nothing
--   musubi_guard  owns schema guard: who enters what    musubi_auth  sessions and accounts alone
--   (both without login)                                musubi_job   sealer, planner, outbox
do $$
declare
  r text;
  wanted text;
begin
  foreach r in array array['musubi_owner', 'musubi_guard', 'musubi_app', 'musubi_auth', 'musubi_job'] loop
    if not exists (select from pg_roles where rolname = r) then
      begin
        execute format('create role %I %s noinherit', r,
                       case when r in ('musubi_owner', 'musubi_guard') then 'nologin' else 'login' end);
      exception when duplicate_object or unique_violation then
        null; -- another migration made it in this moment: roles belong to the whole cluster
      end;
    end if;
  end loop;

  -- Against accidents: a statement that runs away, a lock waited for, a transaction left open (it would hold up the sealer).
  foreach r in array array['musubi_app', 'musubi_auth', 'musubi_job'] loop
    foreach wanted in array case r
        when 'musubi_job' then array['statement_timeout=5min', 'lock_timeout=10s', 'idle_in_transaction_session_timeout=60s']
        else array['statement_timeout=15s', 'lock_timeout=5s', 'idle_in_transaction_session_timeout=60s'] end
      || array['TimeZone=Asia/Tokyo'] -- "today" is the day in Japan, wherever the server stands
    loop
      if not exists (select from pg_roles where rolname = r and rolconfig @> array[wanted]) then
        execute format('alter role %I set %s = %L', r, split_part(wanted, '=', 1), split_part(wanted, '=', 2));
      end if;
    end loop;
  end loop;

  -- On 16 and later whoever creates a role administers it, but may not act as it until it is granted (15 the same words).
  if not (select rolsuper from pg_roles where rolname = current_user)
     and not (pg_has_role(current_user, 'musubi_owner', 'member') and pg_has_role(current_user, 'musubi_guard', 'member')) then
    execute format('grant musubi_owner, musubi_guard to %I', current_user);
  end if;
end $$;
