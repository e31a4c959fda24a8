-- A proposal and its answer are news for the other side's screens, which no door leads to: there is no trade yet.
set role musubi_guard;
create function guard.agreement_news() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ begin
  insert into app.outbox (company_id, id, kind, subject_id)
    select c, gen_random_uuid(), 'agreements.agreement', n.id from n cross join lateral unnest(array[n.seller_id, n.buyer_id]) c where c is not null and c is distinct from guard.current_company();
  return null; end $$;
grant execute on function guard.agreement_news() to musubi_owner;
reset role;
set role musubi_owner;
create trigger news_ins after insert on app.agreement referencing new table as n for each statement execute function guard.agreement_news();
create trigger news_upd after update on app.agreement referencing new table as n for each statement execute function guard.agreement_news();
reset role;
