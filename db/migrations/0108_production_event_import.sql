-- Which import an event of a production log came by, so that a wrong log can be taken back as a whole.
set role musubi_owner;
-- `replaced_count`: events of earlier imports that this one put others in the place of. Taken back, its events are gone; what it replaced does not come back.
create table app.production_event_import (
  company_id uuid not null references app.company, id uuid not null, file_name text not null default '', imported_at timestamptz not null default clock_timestamp(), imported_by uuid default guard.current_user_id(), imported_by_name text not null default '',
  event_count int not null check (event_count > 0), replaced_count int not null check (replaced_count between 0 and event_count), taken_back_at timestamptz, taken_back_by uuid, taken_back_by_name text not null default '', primary key (company_id, id));
create index on app.production_event_import (company_id, imported_at, id);
call app.declare_private('app.production_event_import', 'select, insert');
grant update (taken_back_at, taken_back_by, taken_back_by_name) on app.production_event_import to musubi_app, musubi_job;
-- Events from before stand in one import of each company, without a file or a person: nobody kept them apart. The owner passes its own walls for this.
alter table app.production_event add column import_id uuid;
alter table app.production_event no force row level security;
alter table app.production_event_import no force row level security;
insert into app.production_event_import (company_id, id, imported_by, event_count, replaced_count)
  select e.company_id, gen_random_uuid(), null, count(*), 0 from app.production_event e group by e.company_id;
update app.production_event e set import_id = i.id from app.production_event_import i where i.company_id = e.company_id;
alter table app.production_event force row level security;
alter table app.production_event_import force row level security;
alter table app.production_event alter column import_id set not null, add foreign key (company_id, import_id) references app.production_event_import;
create index on app.production_event (company_id, import_id);
create index on app.production_event (company_id, (started_at at time zone 'Asia/Tokyo'), id);
grant delete on app.production_event to musubi_app, musubi_job;
reset role;
