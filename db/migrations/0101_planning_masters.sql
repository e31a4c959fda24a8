-- What planning knows of an item and a bill of material, for people to say: costs that lots are weighed by, phantoms, the firm fence, by-products, and what takes an item's place.
set role musubi_owner;
alter table app.item
  add column setup_cost_yen bigint, add column holding_cost_yen_per_year numeric(18, 6), add column is_phantom boolean not null default false, add column fence_days int not null default 0,
  add column successor_item_id uuid, add column successor_ratio numeric(18, 6), add column successor_from date,
  add constraint item_costs_not_negative check (setup_cost_yen >= 0 and holding_cost_yen_per_year >= 0),
  add constraint item_phantom_is_made check (not is_phantom or supply = 'make'),
  add constraint item_fence check (fence_days between 0 and 366),
  add constraint item_successor check ((successor_item_id is null) = (successor_ratio is null) and (successor_from is null or successor_item_id is not null) and successor_item_id <> id and successor_ratio > 0),
  add foreign key (company_id, successor_item_id) references app.item;
create index on app.item (company_id, successor_item_id) where successor_item_id is not null;
create index on app.item (company_id, id) where is_phantom;
alter table app.item drop constraint item_lot_rule_check;
alter table app.item add constraint item_lot_rule_check check (lot_rule in ('lot_for_lot', 'fixed', 'period', 'min_max', 'economic', 'wagner_whitin'));
-- Rows written before are left as they are until they are changed.
alter table app.item
  add constraint item_lot_rule_complete check ((lot_rule <> 'fixed' or lot_fixed is not null) and (lot_rule <> 'period' or lot_period_days is not null)
    and (lot_rule not in ('economic', 'wagner_whitin') or coalesce(setup_cost_yen, 0) > 0 and coalesce(holding_cost_yen_per_year, 0) > 0)) not valid,
  add constraint item_lots_above_zero check (lot_fixed > 0 and lot_period_days > 0 and lot_minimum > 0 and lot_maximum > 0 and lot_multiple > 0 and (lot_maximum is null or lot_minimum is null or lot_maximum >= lot_minimum)) not valid;
-- A by-product comes out of the parent's order instead of going in; its quantity is above zero as any other.
alter table app.bill_of_material_line add column kind text not null default 'component',
  add constraint bill_of_material_line_kind check (kind in ('component', 'by_product') and (kind = 'component' or scrap_rate = 0));
reset role;
