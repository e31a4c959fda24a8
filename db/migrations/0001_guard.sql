-- The walls: schemas, the login tables, companies and memberships, the secret, and how a company is entered.
-- Every later file builds on three rules: tables belong to musubi_owner, definer functions to musubi_guard, and every
-- table with a company forces row-level security with the policy of its class (db/table-classes.ts declares the class).

set role musubi_owner;
create schema app;
create schema auth;
grant usage on schema app to musubi_app, musubi_job, musubi_auth, musubi_guard;
grant usage on schema auth to musubi_auth, musubi_guard;
alter default privileges for role musubi_owner revoke execute on functions from public;

-- ── classes of tables ────────────────────────────────────────────────────────────────────────────────────────────
-- private: leads with its company; read and written by that company alone. `verbs` are the table's grants.
create procedure app.declare_private(target regclass, verbs text) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy own on %s using (company_id = (select guard.current_company())) with check (company_id = (select guard.current_company()))', target);
  execute format('grant %s on %s to musubi_app, musubi_job', verbs, target);
end $$;
-- face: one company's view of a shared record; rows come from the guard's triggers, a company updates only its own columns.
create procedure app.declare_face(target regclass, own_columns text default null) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy own on %s using (company_id = (select guard.current_company()))', target);
  execute format('create policy guard_all on %s to musubi_guard using (true) with check (true)', target);
  execute format('grant select on %s to musubi_app, musubi_job', target);
  if own_columns is not null then execute format('grant update (%s) on %s to musubi_app, musubi_job', own_columns, target); end if;
  execute format('grant select, insert, update on %s to musubi_guard', target);
end $$;
-- pair: two company columns; both read. Who writes is said table by table.
create procedure app.declare_pair(target regclass, verbs text) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy both_read on %s for select using ((select guard.current_company()) in (seller_id, buyer_id))', target);
  execute format('create policy guard_all on %s to musubi_guard using (true) with check (true)', target);
  execute format('grant %s on %s to musubi_app, musubi_job', verbs, target);
  execute format('grant select, insert, update on %s to musubi_guard', target);
end $$;
-- the guard may work on a table whatever the acting company: only for its own functions and triggers.
create procedure app.let_guard(target regclass, verbs text) language plpgsql as $$
begin
  execute format('create policy guard_all on %s to musubi_guard using (true) with check (true)', target);
  execute format('grant %s on %s to musubi_guard', verbs, target);
end $$;
reset role;

set role musubi_guard;
create schema guard;
create schema numbers;
grant usage on schema guard to musubi_app, musubi_job, musubi_auth, musubi_owner;
alter default privileges for role musubi_guard revoke execute on functions from public;
-- 64 random bytes xor ipad and opad: HMAC-SHA-256 from the built-in sha256(), no extension needed.
create table guard.secret (only_one bool primary key default true check (only_one), ikey bytea not null, okey bytea not null);
insert into guard.secret (ikey, okey)
  with k as (select uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) k),
  b as (select n, get_byte(k, n) v from k, generate_series(0, 63) n)
  select decode(string_agg(lpad(to_hex(v # 54), 2, '0'), '' order by n), 'hex'), decode(string_agg(lpad(to_hex(v # 92), 2, '0'), '' order by n), 'hex') from b;

-- Bound to backend and transaction start, so a value dies with its transaction and works on no other connection.
create function guard.mac(payload text) returns text language plpgsql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
declare s guard.secret;
begin
  select * into s from guard.secret;
  return encode(sha256(s.okey || sha256(s.ikey || int4send(pg_backend_pid()) || timestamptz_send(transaction_timestamp()) || convert_to(payload, 'UTF8'))), 'base64');
end $$;

create function guard.current_company() returns uuid language plpgsql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
declare v text := current_setting('musubi.acting', true); s guard.secret;
begin
  if v is null or v = '' then return null; end if;
  select * into s from guard.secret;
  if substr(v, 75) is distinct from encode(sha256(s.okey || sha256(s.ikey || int4send(pg_backend_pid()) || timestamptz_send(transaction_timestamp()) || convert_to('a.' || left(v, 73), 'UTF8'))), 'base64')
    then raise exception 'acting company was not entered' using errcode = '42501'; end if;
  return left(v, 36)::uuid;
end $$;

-- The person acting; null for a job.
create function guard.current_user_id() returns uuid language plpgsql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
declare v text := current_setting('musubi.acting', true); s guard.secret;
begin
  if v is null or v = '' then return null; end if;
  select * into s from guard.secret;     -- checked here as in current_company, not by calling it: as a default this runs once per row
  if substr(v, 75) is distinct from encode(sha256(s.okey || sha256(s.ikey || int4send(pg_backend_pid()) || timestamptz_send(transaction_timestamp()) || convert_to('a.' || left(v, 73), 'UTF8'))), 'base64')
    then raise exception 'acting company was not entered' using errcode = '42501'; end if;
  return nullif(substr(v, 38, 36), '00000000-0000-0000-0000-000000000000')::uuid;
end $$;

-- The second signed value: companies and trades of the other side this transaction may react for (see 0006).
create function guard.exchange(part int) returns uuid[] language plpgsql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
declare v text := current_setting('musubi.exchange', true); s guard.secret;
begin
  if v is null or v = '' then return '{}'; end if;
  select * into s from guard.secret;
  if right(v, 44) is distinct from encode(sha256(s.okey || sha256(s.ikey || int4send(pg_backend_pid()) || timestamptz_send(transaction_timestamp())
       || convert_to('x.' || left(v, -45) || '|' || current_setting('musubi.acting', true), 'UTF8'))), 'base64')
    then raise exception 'counterparty was not entered' using errcode = '42501'; end if;
  return ('{' || split_part(v, '|', part) || '}')::uuid[];
end $$;

grant execute on function guard.current_company(), guard.current_user_id(), guard.exchange(int) to musubi_app, musubi_job, musubi_owner;
reset role;

-- ── login: reached only by musubi_auth, so that an injection in the server cannot make itself a session ───────────────
set role musubi_owner;
create table auth."user" (
  id uuid primary key, name text not null, email text not null unique, email_verified boolean not null default false, image text,
  locale text not null default 'ja' check (locale in ('ja', 'en')), created_at timestamptz not null default now(), updated_at timestamptz not null default now());
create table auth.session (
  id uuid primary key, user_id uuid not null references auth."user" on delete cascade, token text not null unique, expires_at timestamptz not null,
  ip_address text, user_agent text, created_at timestamptz not null default now(), updated_at timestamptz not null default now());
create index on auth.session (user_id);
create table auth.account (
  id uuid primary key, account_id text not null, provider_id text not null, user_id uuid not null references auth."user" on delete cascade,
  access_token text, refresh_token text, id_token text, access_token_expires_at timestamptz, refresh_token_expires_at timestamptz, scope text, password text,
  created_at timestamptz not null default now(), updated_at timestamptz not null default now());
create index on auth.account (user_id);
create table auth.verification (
  id uuid primary key, identifier text not null, value text not null, expires_at timestamptz not null,
  created_at timestamptz not null default now(), updated_at timestamptz not null default now());
create index on auth.verification (identifier);
grant select, insert, update, delete on all tables in schema auth to musubi_auth;
grant select on auth.session, auth."user" to musubi_guard;

-- ── companies ───────────────────────────────────────────────────────────────────────────────────────────────────────
-- Private although its key is called company_id: only the company itself reads its own row.
create table app.company (
  company_id uuid primary key, code text not null unique, name text not null, name_en text not null default '', kana text not null default '',
  corporate_number text, registration_number text check (registration_number ~ '^T[0-9]{13}$'), tax_status text not null default 'registered' check (tax_status in ('registered', 'unregistered', 'exempt')),
  postal_code text not null default '', address text not null default '', phone text not null default '',
  capital_yen bigint, employee_count int, color text not null default '#2f5fa7',
  tax_rounding text not null default 'down' check (tax_rounding in ('down', 'half_up', 'up')),
  amount_rounding text not null default 'down' check (amount_rounding in ('down', 'half_up', 'up')),
  fiscal_year_start_month int not null default 4 check (fiscal_year_start_month between 1 and 12),
  is_window boolean not null default false, published boolean not null default false,
  created_at timestamptz not null default now(), version int not null default 1);
call app.declare_private('app.company', 'select');
grant update (name, name_en, kana, corporate_number, registration_number, tax_status, postal_code, address, phone, capital_yen, employee_count, color, tax_rounding,
  amount_rounding, fiscal_year_start_month, published, version) on app.company to musubi_app, musubi_job;
call app.let_guard('app.company', 'select, insert, update');
-- What a company chose to publish about itself: the only thing others can search.
create table app.company_profile (id uuid primary key, name text not null, name_en text not null default '', kana text not null default '', address text not null default '');
grant select on app.company_profile to musubi_app, musubi_job;
grant select, insert, update, delete on app.company_profile to musubi_guard;

-- Who may act for a company, and as what. No grant to the server at all: `guard.enter` reads it.
create table app.membership (
  user_id uuid not null references auth."user" on delete cascade, company_id uuid not null references app.company, roles text[] not null,
  valid_from date not null default current_date, valid_to date, primary key (user_id, company_id));
create index on app.membership (company_id);
alter table app.membership enable row level security;
alter table app.membership force row level security;
call app.let_guard('app.membership', 'select, insert, update');
-- A mandate lets a person act for a company it is not employed by (secretariat, shared service centre), from a day until a day.
create table app.mandate (
  company_id uuid not null references app.company, id uuid not null, user_id uuid not null references auth."user", roles text[] not null, purpose text not null,
  valid_from date not null, valid_to date, created_at timestamptz not null default now(), primary key (company_id, id));
create index on app.mandate (user_id);
call app.declare_private('app.mandate', 'select, insert');
grant update (valid_to) on app.mandate to musubi_app;
call app.let_guard('app.mandate', 'select');
-- A job enters a company only by a row that names company and task.
create table app.job_entry (
  company_id uuid not null references app.company, id uuid not null, task text not null, created_at timestamptz not null default now(), done_at timestamptz, primary key (company_id, id));
call app.declare_private('app.job_entry', 'select, insert');
call app.let_guard('app.job_entry', 'select, insert, update');
reset role;

set role musubi_guard;
-- Membership or mandate of the session's user is checked here and nowhere else; the value it signs lives for one transaction.
create function guard.enter(session_token text, company uuid) returns table (user_id uuid, roles text[], user_name text)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare u uuid; r text[]; n text; p text;
begin
  select s.user_id, array_agg(distinct x.role), w.name into u, r, n
    from auth.session s join auth."user" w on w.id = s.user_id
    join (select x.user_id, x.company_id, x.roles, x.valid_from, x.valid_to from app.membership x where x.company_id = company
          union all select y.user_id, y.company_id, y.roles, y.valid_from, y.valid_to from app.mandate y where y.company_id = company) m on m.user_id = s.user_id
    cross join lateral unnest(m.roles) x (role)
   where s.token = session_token and s.expires_at > statement_timestamp()
     and m.valid_from <= current_date and (m.valid_to is null or m.valid_to > current_date) group by s.user_id, w.name;
  if u is null then raise exception 'not a member' using errcode = '42501'; end if;
  p := company || '.' || u;
  perform set_config('musubi.acting', p || '.' || guard.mac('a.' || p), true), set_config('musubi.exchange', '', true);
  return query select u, r, n;
end $$;
create function guard.enter_job(job uuid) returns uuid language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare c uuid; p text;
begin
  select j.company_id into c from app.job_entry j where j.id = job and j.done_at is null;
  if c is null then raise exception 'no such job' using errcode = '42501'; end if;
  p := c || '.00000000-0000-0000-0000-000000000000';
  perform set_config('musubi.acting', p || '.' || guard.mac('a.' || p), true), set_config('musubi.exchange', '', true);
  return c;
end $$;
-- The companies a session may enter: what the company switcher shows.
create function guard.my_companies(session_token text) returns table (company_id uuid, code text, name text, name_en text, color text, roles text[])
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.company_id, c.code, c.name, c.name_en, c.color, m.roles from auth.session s
    join (select user_id, company_id, roles, valid_from, valid_to from app.membership union all select user_id, company_id, roles, valid_from, valid_to from app.mandate) m on m.user_id = s.user_id
    join app.company c on c.company_id = m.company_id
   where s.token = session_token and s.expires_at > statement_timestamp() and m.valid_from <= current_date and (m.valid_to is null or m.valid_to > current_date)
   order by c.code $$;
-- People who may act for the acting company (the users page).
create function guard.members() returns table (user_id uuid, name text, email text, roles text[], valid_from date, valid_to date)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select m.user_id, u.name, u.email, m.roles, m.valid_from, m.valid_to from app.membership m join auth."user" u on u.id = m.user_id
   where m.company_id = guard.current_company() order by u.name $$;
-- An administrator gives a known user a place in the acting company, or changes its roles.
create function guard.set_member(member_email text, member_roles text[], until date) returns uuid language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare u uuid;
begin
  if not exists (select from app.membership m where m.company_id = guard.current_company() and m.user_id = guard.current_user_id() and 'admin' = any (m.roles)) then
    raise exception 'not an administrator' using errcode = '42501'; end if;
  select id into u from auth."user" where email = member_email;
  if u is null then return null; end if;
  insert into app.membership (user_id, company_id, roles, valid_to) values (u, guard.current_company(), member_roles, until)
    on conflict (user_id, company_id) do update set roles = excluded.roles, valid_to = excluded.valid_to;
  return u;
end $$;
-- Taking a company on: done by the operator's command line and the sample loader with the login role of the auth pool, never by the server's pool.
create function guard.found_company(id uuid, company_code text, company_name text, company_name_en text, company_kana text, window_company boolean)
  returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into app.company (company_id, code, name, name_en, kana, is_window) values (id, company_code, company_name, company_name_en, company_kana, window_company) $$;
create function guard.found_member(member uuid, company uuid, member_roles text[]) returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into app.membership (user_id, company_id, roles) values (member, company, member_roles)
    on conflict (user_id, company_id) do update set roles = excluded.roles $$;
create function guard.publish_profile() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ begin
  if new.published then
    insert into app.company_profile values (new.company_id, new.name, new.name_en, new.kana, new.address)
      on conflict (id) do update set name = excluded.name, name_en = excluded.name_en, kana = excluded.kana, address = excluded.address;
  else delete from app.company_profile where id = new.company_id; end if;
  return null; end $$;
grant execute on function guard.enter(text, uuid), guard.my_companies(text), guard.members(), guard.set_member(text, text[], date) to musubi_app;
grant execute on function guard.my_companies(text), guard.found_company(uuid, text, text, text, text, boolean), guard.found_member(uuid, uuid, text[]) to musubi_auth;
grant execute on function guard.enter_job(uuid) to musubi_job;
grant execute on function guard.publish_profile() to musubi_owner;

-- Numbers people read: one sequence per company and kind, made at first use. A sequence never waits for another transaction.
create function guard.take_number(company uuid, kind text) returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare s text := 'numbers."' || company || '_' || kind || '"'; r regclass := to_regclass(s); n text;
begin
  if r is null then
    -- Two first users at once: the second waits for the first's transaction; its cache may still say that there is none.
    perform pg_advisory_xact_lock(hashtextextended(s, 0));
    begin execute 'create sequence ' || s; exception when duplicate_table or unique_violation then null; end;
    r := s::regclass;
  end if;
  n := nextval(r);
  -- lpad cuts what is longer
  return upper(kind) || '-' || lpad(n, greatest(6, length(n)), '0');
end $$;
-- `kind` is a short word of two letters: SO, PO, DN, IV …
create function guard.next_numbers(kind text, how_many int) returns text[] language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare c uuid := guard.current_company(); numbers text[] := '{}';
begin
  if c is null or kind !~ '^[a-z]{2}$' or how_many not between 1 and 10000 then raise exception 'enter first, with a kind of two letters' using errcode = '42501'; end if;
  for n in 1..how_many loop numbers := numbers || guard.take_number(c, kind); end loop;
  return numbers;
end $$;
grant execute on function guard.next_numbers(text, int) to musubi_app, musubi_job;
reset role;

set role musubi_owner;
create trigger publish_profile after insert or update of published, name, name_en, kana, address on app.company for each row execute function guard.publish_profile();

-- ── audit, outbox, access: written in the command's own transaction ─────────────────────────────────────────────────
-- Their companies are those entered, or those of a trade's agreement: no foreign key asks again whether they exist (docs/decisions/0060-cascade-speed.md).
create table app.audit (
  company_id uuid not null, id uuid not null, at timestamptz not null default clock_timestamp(), user_id uuid default guard.current_user_id(),
  command text not null, subject_kind text not null, subject_id uuid, details jsonb not null default '{}', xid xid8 not null default pg_current_xact_id(), primary key (company_id, id));
create index on app.audit (xid, id);
create index on app.audit (company_id, subject_id);
call app.declare_private('app.audit', 'select');
grant insert (company_id, id, command, subject_kind, subject_id, details) on app.audit to musubi_app, musubi_job;
create policy door_insert on app.audit for insert with check (company_id = any ((select guard.exchange(1))::uuid[]));
call app.let_guard('app.audit', 'select, insert');
create table app.outbox (
  company_id uuid not null, id uuid not null, kind text not null, subject_id uuid, xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null default clock_timestamp(), primary key (company_id, id));
create index on app.outbox (xid, id);
call app.declare_private('app.outbox', 'select');
grant insert (company_id, id, kind, subject_id) on app.outbox to musubi_app, musubi_job;
create policy door_insert on app.outbox for insert with check (company_id = any ((select guard.exchange(1))::uuid[]));
call app.let_guard('app.outbox', 'select, insert');
-- Each time another company's command reached through the door: its own company can read it.
create table app.access_record (
  company_id uuid not null, id bigint generated always as identity, at timestamptz not null default clock_timestamp(), by_company_id uuid not null, user_id uuid,
  trade_id uuid not null, reaction text not null, primary key (company_id, id));
call app.declare_private('app.access_record', 'select');
call app.let_guard('app.access_record', 'select, insert');
reset role;

-- ── the sealer: chains audit rows per company in an order that never changes behind the mark ─────────────────────────
set role musubi_guard;
create table guard.mark (name text primary key, xid xid8 not null, at timestamptz not null default clock_timestamp());
insert into guard.mark (name, xid) values ('seal', '0'), ('fold', '0');
create table guard.head (company_id uuid primary key, n bigint not null, hash bytea not null);
reset role;
set role musubi_owner;
create table app.seal (company_id uuid not null, n bigint not null, audit_id uuid not null, hash bytea not null, primary key (company_id, n));
create unique index on app.seal (company_id, audit_id);
call app.declare_private('app.seal', 'select');
call app.let_guard('app.seal', 'select, insert');
reset role;
set role musubi_guard;
create function guard.audit_digest(a app.audit) returns bytea language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select sha256(convert_to(concat_ws('|', a.company_id, a.id, extract(epoch from a.at), coalesce(a.user_id::text, '-'), a.command, a.subject_kind, coalesce(a.subject_id::text, '-'), a.details::text, a.xid), 'UTF8')) $$;
create function guard.seal_audit() returns bigint language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare low xid8; high xid8; r record; c uuid; h bytea; k bigint; total bigint := 0;
begin
  -- The mark's row lets one sealer in at a time. How far it may go is asked after it has the row: asked before, one that waited would set the mark back.
  select xid into low from guard.mark where name = 'seal' for update;
  select greatest(low, pg_snapshot_xmin(pg_current_snapshot())) into high;
  for r in select a.company_id, a.id, guard.audit_digest(a) d from app.audit a where a.xid >= low and a.xid < high order by a.company_id, a.xid, a.id loop
    if c is distinct from r.company_id then
      if c is not null then insert into guard.head values (c, k, h) on conflict (company_id) do update set n = excluded.n, hash = excluded.hash; end if;
      c := r.company_id; h := null; k := null;
      select x.n, x.hash into k, h from guard.head x where x.company_id = c;
      k := coalesce(k, 0); h := coalesce(h, ''::bytea);
    end if;
    k := k + 1; h := sha256(h || r.d); total := total + 1;
    insert into app.seal values (c, k, r.id, h);
  end loop;
  if c is not null then insert into guard.head values (c, k, h) on conflict (company_id) do update set n = excluded.n, hash = excluded.hash; end if;
  update guard.mark set xid = high, at = clock_timestamp() where name = 'seal';
  return total;
end $$;
grant execute on function guard.seal_audit() to musubi_job;
reset role;
