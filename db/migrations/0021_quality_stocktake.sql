-- What inspection and stocktaking need beyond 0003 and 0009.
set role musubi_owner;
-- Of the accepted pieces, those taken at a cut price (特採). A delivered line without an item of ours is inspected under the words of its order.
alter table app.inspection alter column item_id drop not null, add column special numeric(18, 6) not null default 0, add column description text not null default '',
  add constraint judged_within_quantity check (accepted >= 0 and rejected >= 0 and special >= 0 and special <= accepted and accepted + rejected <= quantity);
create index on app.inspection (company_id, delivery_id) where delivery_id is not null;
-- A plan is a rule for what comes, not a record: what was measured stands on the inspection itself.
grant delete on app.inspection_plan to musubi_app, musubi_job;
create index on app.stock_move_face (company_id, lot_id) where lot_id <> '00000000-0000-0000-0000-000000000000';
-- Goods are counted where they are, also in a partner's hands; several people count one stocktake, so each line has its own version.
alter table app.stocktake_line add column keeper_id uuid not null, add column version int not null default 1;
create unique index on app.stocktake_line (company_id, stocktake_id, item_id, place_id, lot_id, keeper_id);
create unique index on app.stocktake (company_id, number);
create index on app.stocktake (company_id, counted_on desc, id desc);
reset role;
