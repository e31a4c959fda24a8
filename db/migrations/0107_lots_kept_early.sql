-- Capacity-aware lots become firm planned orders that come earlier than they are needed, on purpose.
set role musubi_owner;
-- The day such an order is needed on. Planning does not say of it that it could come later as long as it is; until a person gives it another due day, or
-- gives it back to planning.
alter table app.planned_order add kept_early_for date;
reset role;
