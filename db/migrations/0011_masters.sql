-- Masters as people edit them: versions where two may edit at once, mandates through the guard, and indexes for the jump search.
set role musubi_owner;
alter table app.calendar add column version int not null default 1;
alter table app.floor_person add column version int not null default 1;
alter table app.unit add column version int not null default 1;

-- Numbers are found by their beginning. The order of bytes is the same on every server; a language's order is not.
drop index app.trade_face_company_id_number_idx;
create index on app.trade_face (company_id, number collate "C");
create index on app.trade_face (company_id, own_number collate "C");
create index on app.invoice_face (company_id, number collate "C");
create index on app.delivery_face (company_id, number collate "C");
create index on app.work_order (company_id, number collate "C");
-- Opening a bill of material upwards and downwards, and the operations a partner or a work centre has.
create index on app.routing_operation (company_id, work_center_id) where work_center_id is not null;
create index on app.routing_operation (company_id, subcontract_partner_id) where subcontract_partner_id is not null;

-- A mandate opens a company to a stranger: it is given by an administrator through the guard and by nobody else.
revoke insert on app.mandate from musubi_app, musubi_job;
grant insert on app.mandate to musubi_guard;
reset role;

set role musubi_guard;
create function guard.give_mandate(mandate uuid, user_email text, mandate_roles text[], mandate_purpose text, from_day date, to_day date) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare u uuid;
begin
  if not exists (select from app.membership m where m.company_id = guard.current_company() and m.user_id = guard.current_user_id() and 'admin' = any (m.roles)) then
    raise exception 'not an administrator' using errcode = '42501'; end if;
  select id into u from auth."user" where email = lower(user_email);
  if u is null then return null; end if;
  insert into app.mandate (company_id, id, user_id, roles, purpose, valid_from, valid_to) values (guard.current_company(), mandate, u, mandate_roles, mandate_purpose, from_day, to_day);
  return u;
end $$;
-- Mandates of the acting company with the people they were given to.
create function guard.mandates() returns table (id uuid, user_id uuid, name text, email text, roles text[], purpose text, valid_from date, valid_to date)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select m.id, m.user_id, u.name, u.email, m.roles, m.purpose, m.valid_from, m.valid_to from app.mandate m join auth."user" u on u.id = m.user_id
   where m.company_id = guard.current_company() order by m.valid_from desc, m.id $$;
-- The side that proposed a link takes it back while it is unanswered; otherwise the pair could never be proposed again.
create function guard.withdraw_partner_link(link uuid) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ begin
  update app.partner_link x set state = 'withdrawn', answered_at = statement_timestamp() where x.id = link and x.from_company_id = guard.current_company() and x.state = 'proposed';
  if not found then raise exception 'no such proposal' using errcode = '42501'; end if; end $$;
grant execute on function guard.give_mandate(uuid, text, text[], text, date, date), guard.mandates(), guard.withdraw_partner_link(uuid) to musubi_app;
reset role;
