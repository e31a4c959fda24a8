-- The planning board says which work orders changed since its schedule was made.
set role musubi_owner;
-- `seen`: every work order that was looked at, with what it asked for and what was reported of it, as short sums; null in a schedule made before.
alter table app.schedule add seen jsonb;
reset role;
