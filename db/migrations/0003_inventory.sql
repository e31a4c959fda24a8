-- Stock is two ledgers: quantity, which every company named reads through a face of its own, and value, private to the owner.
set role musubi_owner;
create table app.place (
  company_id uuid not null references app.company, id uuid not null, code text not null, name text not null, name_en text not null default '',
  kind text not null check (kind in ('storage', 'receiving', 'production', 'at_partner', 'transit', 'customer', 'supplier', 'scrap', 'adjustment', 'opening')),
  partner_id uuid, is_active boolean not null default true, version int not null default 1,
  primary key (company_id, id), unique (company_id, code), foreign key (company_id, partner_id) references app.partner, check ((kind = 'at_partner') = (partner_id is not null)));
call app.declare_private('app.place', 'select, insert, update');
call app.let_guard('app.place', 'select');
call app.let_guard('app.item', 'select');
alter table app.item add foreign key (company_id, default_place_id) references app.place;
create table app.lot (
  company_id uuid not null, id uuid not null, item_id uuid not null, code text not null, made_on date, expires_on date, supplier_lot_code text not null default '', certificate_note text not null default '', supplier_id uuid,
  primary key (company_id, id), unique (company_id, item_id, code), foreign key (company_id, item_id) references app.item, foreign key (company_id, supplier_id) references app.partner);
-- One card per lot of a supplier, in however many parts it comes.
create unique index on app.lot (company_id, item_id, supplier_id, supplier_lot_code) where supplier_id is not null and supplier_lot_code <> '';
call app.declare_private('app.lot', 'select, insert, update');
create policy door_all on app.lot for insert with check (company_id = any ((select guard.exchange(1))::uuid[]));
create policy door_read on app.lot for select using (company_id = any ((select guard.exchange(1))::uuid[]));

-- One physical event. A company column is null where the side stands outside the platform.
-- from_* belongs to owner_id, to_* to to_owner_id; only opaque ids of the other side stand here, words are on the faces.
-- Its owners are the entered company and those behind the door, its keepers stand on the balances it changes, whose keys ask for them: no key asks
-- four times per move again whether they exist.
create table app.stock_move (
  id uuid primary key, kind text not null check (kind in ('opening', 'receipt', 'shipment', 'arrival', 'acceptance', 'rejection', 'return', 'transfer', 'adjustment', 'count', 'issue', 'output', 'scrap', 'free_issue')),
  moved_on date not null, recorded_at timestamptz not null default clock_timestamp(),
  owner_id uuid, to_owner_id uuid, keeper_id uuid, to_keeper_id uuid,
  from_item_id uuid, from_place_id uuid, from_lot_id uuid, from_quantity numeric(18, 6), to_item_id uuid, to_place_id uuid, to_lot_id uuid, to_quantity numeric(18, 6),
  trade_id uuid, trade_line_number int, delivery_id uuid, delivery_line_number int, work_order_id uuid, reverses_id uuid references app.stock_move, reason text not null default '',
  xid xid8 not null default pg_current_xact_id(),
  check (owner_id is not null or to_owner_id is not null),
  check ((owner_id is null) = (from_quantity is null)), check ((to_owner_id is null) = (to_quantity is null)), check (from_quantity > 0 or from_quantity is null), check (to_quantity > 0 or to_quantity is null),
  check (owner_id is null or to_owner_id is null or owner_id = to_owner_id or trade_id is not null));
create index on app.stock_move (owner_id, recorded_at);
create index on app.stock_move (trade_id) where trade_id is not null;
alter table app.stock_move enable row level security;
alter table app.stock_move force row level security;
create policy named_read on app.stock_move for select using ((select guard.current_company()) in (owner_id, to_owner_id, keeper_id, to_keeper_id));
-- Goods leave only by their owner's act: the keeper, or somebody who names himself the receiver, cannot write them away.
create policy owner_insert on app.stock_move for insert with check (
  (owner_id = (select guard.current_company()) and (to_owner_id is null or to_owner_id = owner_id)) or (owner_id is null and to_owner_id = (select guard.current_company())));
create policy door_insert on app.stock_move for insert with check (
  trade_id = any ((select guard.exchange(2))::uuid[])
  and (owner_id is null or owner_id = (select guard.current_company()) or owner_id = any ((select guard.exchange(1))::uuid[]))
  and (to_owner_id is null or to_owner_id = (select guard.current_company()) or to_owner_id = any ((select guard.exchange(1))::uuid[])));
grant select, insert (id, kind, moved_on, owner_id, to_owner_id, keeper_id, to_keeper_id, from_item_id, from_place_id, from_lot_id, from_quantity, to_item_id, to_place_id, to_lot_id, to_quantity,
  trade_id, trade_line_number, delivery_id, delivery_line_number, work_order_id, reverses_id, reason) on app.stock_move to musubi_app, musubi_job;
call app.let_guard('app.stock_move', 'select');

-- A company's side of a move: signed quantity at one of its places. Its sum per place, lot and keeper is the balance. Only the guard's trigger writes
-- it, from the moves of the same statement.
create table app.stock_move_face (
  company_id uuid not null, move_id uuid not null, seq int not null, item_id uuid not null, place_id uuid not null,
  lot_id uuid not null default '00000000-0000-0000-0000-000000000000', keeper_id uuid, quantity numeric(18, 6) not null check (quantity <> 0),
  kind text not null, moved_on date not null, trade_id uuid, work_order_id uuid, primary key (company_id, move_id, seq));
create index on app.stock_move_face (company_id, item_id, moved_on desc, move_id desc, seq);
create index on app.stock_move_face (company_id, moved_on desc, move_id desc, seq);
call app.declare_face('app.stock_move_face');

create table app.stock_balance (
  owner_id uuid not null references app.company, item_id uuid not null, place_id uuid not null, lot_id uuid not null default '00000000-0000-0000-0000-000000000000', keeper_id uuid not null,
  quantity numeric(18, 6) not null, may_be_negative boolean not null default false, primary key (owner_id, item_id, place_id, lot_id, keeper_id), check (quantity >= 0 or may_be_negative));
create index on app.stock_balance (keeper_id) where keeper_id <> owner_id;
alter table app.stock_balance enable row level security;
alter table app.stock_balance force row level security;
create policy both_read on app.stock_balance for select using ((select guard.current_company()) in (owner_id, keeper_id));
create policy owner_insert on app.stock_balance for insert with check (owner_id = (select guard.current_company()));
create policy owner_update on app.stock_balance for update using (owner_id = (select guard.current_company())) with check (owner_id = (select guard.current_company()));
create policy door_read on app.stock_balance for select using (owner_id = any ((select guard.exchange(1))::uuid[]));
create policy door_insert on app.stock_balance for insert with check (owner_id = any ((select guard.exchange(1))::uuid[]));
create policy door_update on app.stock_balance for update using (owner_id = any ((select guard.exchange(1))::uuid[])) with check (owner_id = any ((select guard.exchange(1))::uuid[]));
grant select, insert, update (quantity) on app.stock_balance to musubi_app, musubi_job;
call app.let_guard('app.stock_balance', 'select');

-- One row per item: what the owner has (of it `kept_elsewhere` stands at partners), what is promised of the rest, and what all of it is worth at
-- moving average. The row to lock. Goods shipped and not yet accepted have left it: they keep the cost they left with, in the pool `shipped`.
create table app.item_stock (
  company_id uuid not null, item_id uuid not null, on_hand numeric(18, 6) not null default 0, kept_elsewhere numeric(18, 6) not null default 0, reserved numeric(18, 6) not null default 0, value_yen bigint not null default 0,
  primary key (company_id, item_id), foreign key (company_id, item_id) references app.item,
  constraint nothing_promised_twice check (reserved >= 0 and reserved <= greatest(on_hand - kept_elsewhere, 0)), constraint value_fits_quantity check (on_hand <> 0 or value_yen = 0), check (value_yen >= 0 or on_hand < 0));
call app.declare_private('app.item_stock', 'select, insert, update');
create policy door_read on app.item_stock for select using (company_id = any ((select guard.exchange(1))::uuid[]));
create policy door_insert on app.item_stock for insert with check (company_id = any ((select guard.exchange(1))::uuid[]));
create policy door_update on app.item_stock for update using (company_id = any ((select guard.exchange(1))::uuid[])) with check (company_id = any ((select guard.exchange(1))::uuid[]));
create table app.stock_value (
  company_id uuid not null, move_id uuid not null references app.stock_move, seq int not null default 1, item_id uuid not null, pool text not null default 'stock' check (pool in ('stock', 'shipped')), quantity numeric(18, 6) not null, value_yen bigint not null, account_role text not null,
  delivery_id uuid, delivery_line_number int, work_order_id uuid, valued_on date not null, xid xid8 not null default pg_current_xact_id(), primary key (company_id, move_id, seq));
create index on app.stock_value (company_id, item_id, valued_on);
create index on app.stock_value (company_id, delivery_id, delivery_line_number) where delivery_id is not null;
call app.declare_private('app.stock_value', 'select');
grant insert (company_id, move_id, seq, item_id, pool, quantity, value_yen, account_role, delivery_id, delivery_line_number, work_order_id, valued_on) on app.stock_value to musubi_app, musubi_job;
create policy door_insert on app.stock_value for insert with check (company_id = any ((select guard.exchange(1))::uuid[]));
create policy door_read on app.stock_value for select using (company_id = any ((select guard.exchange(1))::uuid[]) and delivery_id is not null);

-- What is promised of the stock on hand to an order line or a work order. `allocated` counts against item_stock.reserved;
-- the rest of `quantity` waits for supply.
create table app.reservation (
  company_id uuid not null, id uuid not null, item_id uuid not null, trade_id uuid, trade_line_number int, work_order_id uuid, quantity numeric(18, 6) not null check (quantity >= 0),
  allocated numeric(18, 6) not null default 0, needed_on date, state text not null default 'open' check (state in ('open', 'done', 'cancelled')), version int not null default 1,
  primary key (company_id, id), check (allocated >= 0 and allocated <= quantity), check ((trade_id is null) <> (work_order_id is null)));
create index on app.reservation (company_id, trade_id, trade_line_number);
create index on app.reservation (company_id, item_id, state);
create index on app.reservation (company_id, work_order_id) where work_order_id is not null;
call app.declare_private('app.reservation', 'select, insert');
grant update (quantity, allocated, needed_on, state, version) on app.reservation to musubi_app, musubi_job;
create policy door_insert on app.reservation for insert with check (company_id = any ((select guard.exchange(1))::uuid[]) and trade_id = any ((select guard.exchange(2))::uuid[]));
create policy door_read on app.reservation for select using (company_id = any ((select guard.exchange(1))::uuid[]) and trade_id = any ((select guard.exchange(2))::uuid[]));
create policy door_update on app.reservation for update using (company_id = any ((select guard.exchange(1))::uuid[]) and trade_id = any ((select guard.exchange(2))::uuid[])) with check (company_id = any ((select guard.exchange(1))::uuid[]));

-- Stocktaking: counted against the ledger's theory at the moment of counting.
create table app.stocktake (
  company_id uuid not null references app.company, id uuid not null, number text not null, counted_on date not null, place_id uuid, state text not null default 'open' check (state in ('open', 'posted', 'cancelled')),
  note text not null default '', version int not null default 1, primary key (company_id, id), foreign key (company_id, place_id) references app.place);
create table app.stocktake_line (
  company_id uuid not null, stocktake_id uuid not null, line_number int not null, item_id uuid not null, place_id uuid not null, lot_id uuid not null default '00000000-0000-0000-0000-000000000000',
  theoretical numeric(18, 6) not null, counted numeric(18, 6), cause text not null default '', primary key (company_id, stocktake_id, line_number),
  foreign key (company_id, stocktake_id) references app.stocktake, foreign key (company_id, item_id) references app.item, foreign key (company_id, place_id) references app.place);
call app.declare_private('app.stocktake', 'select, insert, update');
call app.declare_private('app.stocktake_line', 'select, insert, update, delete');
reset role;

set role musubi_guard;
create function guard.stock_move_face_ins() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ begin
  insert into app.stock_move_face (company_id, move_id, seq, item_id, place_id, lot_id, keeper_id, quantity, kind, moved_on, trade_id, work_order_id)
    select s.c, n.id, s.seq, s.item, s.place, coalesce(s.lot, '00000000-0000-0000-0000-000000000000'), s.keeper, s.q, n.kind, n.moved_on, n.trade_id, n.work_order_id
      from n cross join lateral (values (1, n.owner_id, n.from_item_id, n.from_place_id, n.from_lot_id, n.keeper_id, -n.from_quantity),
                                        (2, n.to_owner_id, n.to_item_id, n.to_place_id, n.to_lot_id, n.to_keeper_id, n.to_quantity)) s (seq, c, item, place, lot, keeper, q)
     where s.c is not null;
  return null; end $$;
grant execute on function guard.stock_move_face_ins() to musubi_owner;
reset role;
set role musubi_owner;
create trigger face_ins after insert on app.stock_move referencing new table as n for each statement execute function guard.stock_move_face_ins();
reset role;
