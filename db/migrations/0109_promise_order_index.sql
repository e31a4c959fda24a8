-- The work orders of confirmed promises are looked up by promise whenever a work centre's load is read.
set role musubi_owner;
create index on app.promise_order (company_id, promise_id);
reset role;
