-- An operation may be done at another work centre than its routing names.
set role musubi_owner;
-- `assigned_work_center_id`: the one that stands in; null: its own does it. `time_factor`: how many times as long it takes there, as the master said when it was assigned; set-up and run minutes stay those of the routing.
alter table app.work_order_operation add assigned_work_center_id uuid, add time_factor numeric(6, 3) not null default 1 check (time_factor > 0),
  add foreign key (company_id, assigned_work_center_id) references app.work_center,
  add check (case when assigned_work_center_id is null then time_factor = 1 else work_center_id is not null and assigned_work_center_id <> work_center_id end);
-- Where it is done: what the floor, the load and promised dates ask for.
alter table app.work_order_operation add at_work_center_id uuid generated always as (coalesce(assigned_work_center_id, work_center_id)) stored;
create index on app.work_order_operation (company_id, at_work_center_id, state);
drop index app.work_order_operation_company_id_work_center_id_state_idx;
reset role;
