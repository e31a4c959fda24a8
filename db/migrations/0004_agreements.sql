-- Terms two companies agreed on. A row exists once it was sent; only an answer of the other side, through the guard, makes it active.
set role musubi_owner;
create table app.partner_link (
  id uuid primary key, from_company_id uuid not null references app.company, to_company_id uuid not null references app.company, from_partner_id uuid not null, to_partner_id uuid,
  state text not null default 'proposed' check (state in ('proposed', 'linked', 'declined', 'withdrawn')), message text not null default '', proposed_at timestamptz not null default now(), answered_at timestamptz,
  from_name text not null, check (from_company_id <> to_company_id));
create unique index on app.partner_link (least(from_company_id, to_company_id), greatest(from_company_id, to_company_id)) where state in ('proposed', 'linked');
alter table app.partner_link enable row level security;
alter table app.partner_link force row level security;
create policy both_read on app.partner_link for select using ((select guard.current_company()) in (from_company_id, to_company_id));
create policy asker_insert on app.partner_link for insert with check (from_company_id = (select guard.current_company()) and state = 'proposed');
grant select, insert (id, from_company_id, to_company_id, from_partner_id, message, from_name) on app.partner_link to musubi_app, musubi_job;
call app.let_guard('app.partner_link', 'select, update');

create table app.agreement (
  id uuid primary key, seller_id uuid references app.company, buyer_id uuid references app.company,
  seller_key uuid not null generated always as (coalesce(seller_id, '00000000-0000-0000-0000-000000000000')) stored,
  buyer_key uuid not null generated always as (coalesce(buyer_id, '00000000-0000-0000-0000-000000000000')) stored,
  outside_partner_id uuid, seller_partner_id uuid, buyer_partner_id uuid,
  seller_tax_status text not null default 'registered' check (seller_tax_status in ('registered', 'unregistered', 'exempt')), seller_registration_number text,
  name text not null, agreement_version int not null default 1, previous_id uuid references app.agreement,
  state text not null default 'proposed' check (state in ('proposed', 'active', 'declined', 'ended')), proposed_by uuid references app.company,
  valid_from date not null, ended_on date, answered_at timestamptz,
  booked_at text not null default 'acceptance' check (booked_at in ('shipment', 'receipt', 'acceptance')), default_acceptance_days int, is_one_step boolean not null default false,
  invoice_issuer text not null default 'seller' check (invoice_issuer in ('seller', 'buyer')), tax_rounding text not null default 'down' check (tax_rounding in ('down', 'half_up', 'up')),
  amount_rounding text not null default 'down' check (amount_rounding in ('down', 'half_up', 'up')),
  closing_day int not null default 31 check (closing_day between 1 and 31), closing_counts_by text not null default 'acceptance' check (closing_counts_by in ('receipt', 'acceptance')),
  payment_month_offset int not null default 1, payment_day int not null default 31, holiday_shift text not null default 'next' check (holiday_shift in ('previous', 'next', 'none')),
  payment_kind text not null default 'transfer' check (payment_kind in ('transfer', 'cash', 'claim', 'offset')),
  is_subcontract_law boolean not null default false, tolerance_rate numeric(9, 6) not null default 0, shows_milestones boolean not null default true,
  terms jsonb not null default '{}', created_at timestamptz not null default now(),
  -- the limits of all items without one of their own, as signed in the terms
  standing_quantity numeric(18, 6) generated always as ((terms -> 'standing' ->> 'maxQuantity')::numeric) stored, standing_lead_days int not null generated always as (coalesce((terms -> 'standing' ->> 'minLeadTimeDays')::int, 0)) stored,
  standing_provisional boolean not null generated always as (coalesce((terms -> 'standing' ->> 'allowsProvisionalPrice')::boolean, false)) stored,
  check (seller_id is not null or buyer_id is not null), check (seller_id <> buyer_id), check ((seller_id is null or buyer_id is null) = (outside_partner_id is not null)),
  unique (id, seller_key, buyer_key));
create index on app.agreement (seller_id, state);
create index on app.agreement (buyer_id, state);
call app.declare_pair('app.agreement', 'select');
create policy propose on app.agreement for insert with check ((select guard.current_company()) in (seller_id, buyer_id) and proposed_by = (select guard.current_company())
  and (state = 'proposed' or (state = 'active' and outside_partner_id is not null)));
grant insert (id, seller_id, buyer_id, outside_partner_id, seller_partner_id, buyer_partner_id, seller_tax_status, seller_registration_number, name, agreement_version, previous_id, state, proposed_by, valid_from, booked_at, default_acceptance_days, is_one_step,
  invoice_issuer, tax_rounding, amount_rounding, closing_day, closing_counts_by, payment_month_offset, payment_day, holiday_shift, payment_kind, is_subcontract_law, tolerance_rate, shows_milestones, terms)
  on app.agreement to musubi_app, musubi_job;

-- What is traded under it: the buyer's code next to the seller's, the unit of the trade and each side's factor to its own stock unit.
create table app.agreement_item (
  agreement_id uuid not null, line_number int not null, seller_id uuid, buyer_id uuid,
  seller_key uuid not null generated always as (coalesce(seller_id, '00000000-0000-0000-0000-000000000000')) stored,
  buyer_key uuid not null generated always as (coalesce(buyer_id, '00000000-0000-0000-0000-000000000000')) stored,
  code text not null, description text not null, unit text not null, tax_category text not null default 'taxable_10',
  seller_item_id uuid, seller_item_code text, seller_factor numeric(18, 6) not null default 1 check (seller_factor > 0), buyer_item_id uuid, buyer_item_code text, buyer_factor numeric(18, 6) not null default 1 check (buyer_factor > 0),
  form text not null default 'goods' check (form in ('goods', 'processing')), lead_time_days int not null default 0, standing_quantity numeric(18, 6), minimum_quantity numeric(18, 6), free_issue jsonb not null default '[]',
  primary key (agreement_id, line_number), unique (agreement_id, code), foreign key (agreement_id, seller_key, buyer_key) references app.agreement (id, seller_key, buyer_key));
create index on app.agreement_item (seller_id, buyer_id, code);
call app.declare_pair('app.agreement_item', 'select');
create policy propose on app.agreement_item for insert with check ((select guard.current_company()) in (seller_id, buyer_id));
create policy map_own on app.agreement_item for update using ((select guard.current_company()) in (seller_id, buyer_id));
grant insert (agreement_id, line_number, seller_id, buyer_id, code, description, unit, tax_category, seller_item_id, seller_item_code, seller_factor, buyer_item_id, buyer_item_code, buyer_factor, form, lead_time_days,
  standing_quantity, minimum_quantity, free_issue), update (seller_item_id, seller_item_code, seller_factor, buyer_item_id, buyer_item_code, buyer_factor) on app.agreement_item to musubi_app, musubi_job;
create table app.agreement_price (
  agreement_id uuid not null, line_number int not null, from_quantity numeric(18, 6) not null default 0, valid_from date not null, valid_to date, seller_id uuid, buyer_id uuid,
  seller_key uuid not null generated always as (coalesce(seller_id, '00000000-0000-0000-0000-000000000000')) stored,
  buyer_key uuid not null generated always as (coalesce(buyer_id, '00000000-0000-0000-0000-000000000000')) stored,
  unit_price numeric(18, 6) not null check (unit_price >= 0), is_provisional boolean not null default false,
  primary key (agreement_id, line_number, from_quantity, valid_from), foreign key (agreement_id, line_number) references app.agreement_item, foreign key (agreement_id, seller_key, buyer_key) references app.agreement (id, seller_key, buyer_key));
call app.declare_pair('app.agreement_price', 'select');
create policy propose on app.agreement_price for insert with check ((select guard.current_company()) in (seller_id, buyer_id));
grant insert (agreement_id, line_number, from_quantity, valid_from, valid_to, seller_id, buyer_id, unit_price, is_provisional) on app.agreement_price to musubi_app, musubi_job;
reset role;

set role musubi_guard;
-- Items and prices belong to the proposal: once the other side has answered, a change is a new version.
create function guard.only_while_proposed() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ begin
  if exists (select from n join app.agreement g on g.id = n.agreement_id where g.state <> 'proposed' and g.outside_partner_id is null) then
    raise exception 'the agreement was answered already' using errcode = '42501'; end if;
  if exists (select from n join app.agreement g on g.id = n.agreement_id where g.outside_partner_id is null and g.proposed_by is distinct from guard.current_company()) then
    raise exception 'only the proposer adds to a proposal' using errcode = '42501'; end if;
  return null; end $$;
-- Each side maps its own item and nothing else.
create function guard.map_own_item() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me uuid := guard.current_company();
begin
  if new.seller_id is distinct from me and (new.seller_item_id, new.seller_item_code, new.seller_factor) is distinct from (old.seller_item_id, old.seller_item_code, old.seller_factor)
     or new.buyer_id is distinct from me and (new.buyer_item_id, new.buyer_item_code, new.buyer_factor) is distinct from (old.buyer_item_id, old.buyer_item_code, old.buyer_factor) then
    raise exception 'the other side maps its own item' using errcode = '42501'; end if;
  return new; end $$;
grant execute on function guard.only_while_proposed(), guard.map_own_item() to musubi_owner;
-- The answer of the other side. Its own partner card for the proposer comes with it.
create function guard.answer_agreement(agreement uuid, accept boolean, own_partner uuid) returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me uuid := guard.current_company(); g app.agreement;
begin
  select * into g from app.agreement a where a.id = agreement and me in (a.seller_id, a.buyer_id) and a.state = 'proposed' for update;
  if g.id is null or g.proposed_by = me then raise exception 'no such proposal' using errcode = '42501'; end if;
  update app.agreement a set state = case when accept then 'active' else 'declined' end, answered_at = statement_timestamp(),
      seller_partner_id = case when me = a.seller_id then own_partner else a.seller_partner_id end, buyer_partner_id = case when me = a.buyer_id then own_partner else a.buyer_partner_id end
    where a.id = agreement;
  -- The version before it holds until the new one begins; `ended_on` is the first day a version no longer holds.
  if accept and g.previous_id is not null then update app.agreement a set state = case when g.valid_from <= current_date then 'ended' else a.state end, ended_on = g.valid_from
     where a.id = g.previous_id and a.state = 'active' and (a.seller_key, a.buyer_key) = (g.seller_key, g.buyer_key); end if;
  return case when accept then 'active' else 'declined' end;
end $$;
-- Either side ends it; open trades run on.
create function guard.end_agreement(agreement uuid, on_date date) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ begin
  update app.agreement a set state = case when on_date <= current_date or a.state = 'proposed' then 'ended' else a.state end, ended_on = on_date
   where a.id = agreement and guard.current_company() in (a.seller_id, a.buyer_id) and a.state in ('active', 'proposed') and (a.ended_on is null or a.ended_on > on_date);
  if not found then raise exception 'no such agreement' using errcode = '42501'; end if; end $$;
create function guard.answer_partner_link(link uuid, accept boolean, own_partner uuid) returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me uuid := guard.current_company(); l app.partner_link;
begin
  select * into l from app.partner_link x where x.id = link and x.to_company_id = me and x.state = 'proposed' for update;
  if l.id is null then raise exception 'no such proposal' using errcode = '42501'; end if;
  update app.partner_link x set state = case when accept then 'linked' else 'declined' end, answered_at = statement_timestamp(), to_partner_id = own_partner where x.id = link;
  if accept then
    update app.partner p set linked_company_id = l.to_company_id, linked_on = current_date, version = p.version + 1 where p.company_id = l.from_company_id and p.id = l.from_partner_id;
    update app.partner p set linked_company_id = l.from_company_id, linked_on = current_date, version = p.version + 1 where p.company_id = me and p.id = own_partner;
    if not found then raise exception 'choose your own card' using errcode = '42501'; end if;
  end if;
  return case when accept then 'linked' else 'declined' end;
end $$;
grant execute on function guard.answer_agreement(uuid, boolean, uuid), guard.end_agreement(uuid, date), guard.answer_partner_link(uuid, boolean, uuid) to musubi_app;
reset role;
set role musubi_owner;
create trigger only_while_proposed after insert on app.agreement_item referencing new table as n for each statement execute function guard.only_while_proposed();
create trigger only_while_proposed after insert on app.agreement_price referencing new table as n for each statement execute function guard.only_while_proposed();
create trigger map_own_item before update on app.agreement_item for each row execute function guard.map_own_item();
reset role;
