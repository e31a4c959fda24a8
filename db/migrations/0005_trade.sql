-- One trade, two faces. Shared rows carry both company columns; each side reads lists through its own faces, made by the guard.
set role musubi_owner;
-- Everything not yet sent is private to the side that writes it: trades, deliveries, invoices, change requests, payments.
create table app.draft (
  company_id uuid not null references app.company, id uuid not null, kind text not null check (kind in ('sales_order', 'purchase_order', 'quotation', 'enquiry', 'purchase_request', 'delivery', 'invoice', 'change_request', 'payment', 'agreement', 'dispatch')),
  number text not null, partner_id uuid, body jsonb not null, state text not null default 'draft' check (state in ('draft', 'approved', 'sent', 'discarded')), sent_id uuid,
  created_by uuid default guard.current_user_id(), created_at timestamptz not null default now(), updated_at timestamptz not null default now(), version int not null default 1,
  primary key (company_id, id), unique (company_id, kind, number), foreign key (company_id, partner_id) references app.partner);
create index on app.draft (company_id, kind, state, updated_at desc, id);
call app.declare_private('app.draft', 'select, insert, update');

-- That its companies exist follows from the agreement's key where there are two, else from the policy: the one company is the acting one.
-- That a trade is of its agreement's two companies, and a line of its trade's, the guard asks once for all rows of a statement (0006, its face triggers): a foreign key
-- asked row by row and locked each row it found. Neither agreements nor trades are ever deleted or given to others.
create table app.trade (
  id uuid primary key, seller_id uuid, buyer_id uuid,
  seller_key uuid not null generated always as (coalesce(seller_id, '00000000-0000-0000-0000-000000000000')) stored,
  buyer_key uuid not null generated always as (coalesce(buyer_id, '00000000-0000-0000-0000-000000000000')) stored,
  outside_partner_id uuid, agreement_id uuid, dispatcher_id uuid, chain_id uuid,
  number text not null, outside_number text not null default '', form text not null default 'goods' check (form in ('goods', 'processing')),
  first_state text not null check (first_state in ('enquiry', 'quoted', 'placed', 'confirmed')), booked_at text not null default 'acceptance' check (booked_at in ('shipment', 'receipt', 'acceptance')), is_one_step boolean not null default false,
  ordered_on date not null, wanted_on date, valid_until date, total_yen bigint not null, title text not null default '', deliver_to text not null default '', is_history boolean not null default false,
  placed_at timestamptz not null default clock_timestamp(),
  check (seller_id is not null or buyer_id is not null), check (seller_id <> buyer_id), check ((seller_id is null or buyer_id is null) = (outside_partner_id is not null)),
  check (seller_id is null or buyer_id is null or agreement_id is not null),
  unique (id, seller_key, buyer_key));
create index on app.trade (chain_id) where chain_id is not null;
call app.declare_pair('app.trade', 'select');
-- The buyer places; the seller writes only where its customer stands outside the platform.
create policy place on app.trade for insert with check (coalesce(buyer_id, seller_id) = (select guard.current_company()) and (dispatcher_id is null or dispatcher_id = coalesce(buyer_id, seller_id)));
grant insert (id, seller_id, buyer_id, outside_partner_id, agreement_id, dispatcher_id, chain_id, number, outside_number, form, first_state, booked_at, is_one_step, ordered_on, wanted_on, valid_until, total_yen, title, deliver_to, is_history)
  on app.trade to musubi_app, musubi_job;

create table app.trade_line (
  trade_id uuid not null, line_number int not null check (line_number > 0), seller_id uuid, buyer_id uuid,
  seller_key uuid not null generated always as (coalesce(seller_id, '00000000-0000-0000-0000-000000000000')) stored,
  buyer_key uuid not null generated always as (coalesce(buyer_id, '00000000-0000-0000-0000-000000000000')) stored,
  agreement_line_number int, code text not null, description text not null, seller_item_id uuid, buyer_item_id uuid, seller_factor numeric(18, 6) not null default 1, buyer_factor numeric(18, 6) not null default 1,
  quantity numeric(18, 6) not null check (quantity > 0), unit text not null, unit_price numeric(18, 6) not null check (unit_price >= 0), is_provisional boolean not null default false, amount_yen bigint not null check (amount_yen >= 0),
  tax_category text not null default 'taxable_10', wanted_on date not null, promised_on date, valid_until date, state text not null check (state in ('enquiry', 'quoted', 'placed', 'confirmed', 'declined', 'countered', 'cancelled', 'expired', 'withdrawn')),
  answer text not null default '', revision int not null default 1, chain_line_number int, chain_step_number int,
  primary key (trade_id, line_number));
call app.declare_pair('app.trade_line', 'select');
create policy place on app.trade_line for insert with check (coalesce(buyer_id, seller_id) = (select guard.current_company()));
create policy both_update on app.trade_line for update using ((select guard.current_company()) in (seller_id, buyer_id));
grant insert (trade_id, line_number, seller_id, buyer_id, agreement_line_number, code, description, seller_item_id, buyer_item_id, seller_factor, buyer_factor, quantity, unit, unit_price, is_provisional, amount_yen, tax_category,
  wanted_on, promised_on, valid_until, state, chain_line_number, chain_step_number), update (state, promised_on, valid_until, answer, unit_price, amount_yen, is_provisional) on app.trade_line to musubi_app, musubi_job;
-- What a line said before an agreed change.
create table app.trade_line_revision (
  trade_id uuid not null, line_number int not null, revision int not null, seller_id uuid, buyer_id uuid, quantity numeric(18, 6) not null, unit_price numeric(18, 6) not null, amount_yen bigint not null, wanted_on date not null, promised_on date,
  state text not null, change_request_id uuid, replaced_at timestamptz not null default clock_timestamp(), primary key (trade_id, line_number, revision), foreign key (trade_id, line_number) references app.trade_line);
call app.declare_pair('app.trade_line_revision', 'select');

-- What the buyer hands over free of charge for the work of a trade, named once for both: the keeper of the goods knows them by these words, never by
-- the owner's item card.
create table app.supplied_item (
  trade_id uuid not null, item_id uuid not null, seller_id uuid, buyer_id uuid,
  seller_key uuid not null generated always as (coalesce(seller_id, '00000000-0000-0000-0000-000000000000')) stored,
  buyer_key uuid not null generated always as (coalesce(buyer_id, '00000000-0000-0000-0000-000000000000')) stored,
  code text not null, description text not null, unit text not null,
  primary key (trade_id, item_id), foreign key (trade_id, seller_key, buyer_key) references app.trade (id, seller_key, buyer_key));
call app.declare_pair('app.supplied_item', 'select');
create policy supply on app.supplied_item for insert with check (buyer_id = (select guard.current_company()));
grant insert (trade_id, item_id, seller_id, buyer_id, code, description, unit) on app.supplied_item to musubi_app, musubi_job;

-- Faces: what the lists read. One company per row; sort and search columns repeated. Only the guard's triggers write them, from the shared rows of
-- the same statement, and nobody may delete a shared row: no foreign key is asked again for each; `doctor` (faces_agree) names a face without its line.
create table app.trade_face (
  company_id uuid not null, trade_id uuid not null, side text not null check (side in ('S', 'B')), partner_id uuid, number text not null, own_number text not null, outside_number text not null, state text not null,
  form text not null, ordered_on date not null, wanted_on date, promised_on date, total_yen bigint not null, chain_id uuid, is_history boolean not null, note text not null default '', is_done boolean not null default false,
  primary key (company_id, trade_id));
create index on app.trade_face (company_id, side, ordered_on desc, trade_id desc);
create index on app.trade_face (company_id, number);
call app.declare_face('app.trade_face', 'note');
create table app.trade_line_face (
  company_id uuid not null, trade_id uuid not null, line_number int not null, side text not null check (side in ('S', 'B')), partner_id uuid, item_id uuid, code text not null, description text not null,
  quantity numeric(18, 6) not null, unit text not null, factor numeric(18, 6) not null, unit_price numeric(18, 6) not null, amount_yen bigint not null, wanted_on date not null, promised_on date, state text not null,
  shipped numeric(18, 6) not null default 0, received numeric(18, 6) not null default 0, accepted numeric(18, 6) not null default 0, rejected numeric(18, 6) not null default 0, returned numeric(18, 6) not null default 0, invoiced numeric(18, 6) not null default 0,
  is_open boolean not null, is_history boolean not null, place_id uuid, purpose text not null default 'material' check (purpose in ('material', 'merchandise', 'expense', 'asset', 'outside_processing')), work_order_id uuid, chain_id uuid, note text not null default '',
  primary key (company_id, trade_id, line_number));
create index on app.trade_line_face (company_id, side, wanted_on desc, trade_id desc, line_number desc);
create index on app.trade_line_face (company_id, item_id, state) where item_id is not null;
create index on app.trade_line_face (company_id, side, state, wanted_on desc, trade_id desc, line_number desc);
call app.declare_face('app.trade_line_face', 'place_id, purpose, work_order_id, note');

create table app.change_request (
  id uuid primary key, trade_id uuid not null, seller_id uuid, buyer_id uuid, seller_key uuid not null generated always as (coalesce(seller_id, '00000000-0000-0000-0000-000000000000')) stored,
  buyer_key uuid not null generated always as (coalesce(buyer_id, '00000000-0000-0000-0000-000000000000')) stored, proposed_by uuid not null references app.company, number text not null, reason text not null default '', cost_yen bigint not null default 0,
  state text not null default 'proposed' check (state in ('proposed', 'agreed', 'declined', 'countered', 'expired', 'withdrawn')), chain_change_id uuid, proposed_at timestamptz not null default clock_timestamp(), answered_at timestamptz, answer text not null default '', expires_on date,
  foreign key (trade_id, seller_key, buyer_key) references app.trade (id, seller_key, buyer_key), unique (id, seller_key, buyer_key));
create index on app.change_request (trade_id);
create index on app.change_request (chain_change_id) where chain_change_id is not null;
call app.declare_pair('app.change_request', 'select');
create policy propose on app.change_request for insert with check ((select guard.current_company()) in (seller_id, buyer_id) and proposed_by = (select guard.current_company()) and state = 'proposed');
grant insert (id, trade_id, seller_id, buyer_id, proposed_by, number, reason, cost_yen, state, chain_change_id, expires_on) on app.change_request to musubi_app, musubi_job;
create table app.change_request_line (
  change_request_id uuid not null, line_number int not null, seller_id uuid, buyer_id uuid, seller_key uuid not null generated always as (coalesce(seller_id, '00000000-0000-0000-0000-000000000000')) stored,
  buyer_key uuid not null generated always as (coalesce(buyer_id, '00000000-0000-0000-0000-000000000000')) stored, is_cancel boolean not null default false, new_quantity numeric(18, 6) check (new_quantity > 0), new_unit_price numeric(18, 6), new_amount_yen bigint, new_wanted_on date, new_promised_on date,
  primary key (change_request_id, line_number), foreign key (change_request_id, seller_key, buyer_key) references app.change_request (id, seller_key, buyer_key));
call app.declare_pair('app.change_request_line', 'select');
create policy propose on app.change_request_line for insert with check ((select guard.current_company()) in (seller_id, buyer_id));
grant insert (change_request_id, line_number, seller_id, buyer_id, is_cancel, new_quantity, new_unit_price, new_amount_yen, new_wanted_on, new_promised_on) on app.change_request_line to musubi_app, musubi_job;

-- Goods on their way: shipped by one, received and inspected by the other.
create table app.delivery (
  id uuid primary key, seller_id uuid references app.company, buyer_id uuid references app.company, seller_key uuid not null generated always as (coalesce(seller_id, '00000000-0000-0000-0000-000000000000')) stored,
  buyer_key uuid not null generated always as (coalesce(buyer_id, '00000000-0000-0000-0000-000000000000')) stored, outside_partner_id uuid, number text not null,
  shipped_on date not null, expected_on date, carrier text not null default '', note text not null default '', direct_from_id uuid, created_at timestamptz not null default clock_timestamp(),
  check ((seller_id is null or buyer_id is null) = (outside_partner_id is not null)), unique (id, seller_key, buyer_key));
call app.declare_pair('app.delivery', 'select');
-- A delivery is written by its sender, or by the buyer where the sender stands outside the platform.
create policy send on app.delivery for insert with check (seller_id = (select guard.current_company()) or (seller_id is null and buyer_id = (select guard.current_company())));
grant insert (id, seller_id, buyer_id, outside_partner_id, number, shipped_on, expected_on, carrier, note, direct_from_id) on app.delivery to musubi_app, musubi_job;
create table app.delivery_line (
  delivery_id uuid not null, line_number int not null, trade_id uuid not null, trade_line_number int not null, seller_id uuid, buyer_id uuid, seller_key uuid not null generated always as (coalesce(seller_id, '00000000-0000-0000-0000-000000000000')) stored,
  buyer_key uuid not null generated always as (coalesce(buyer_id, '00000000-0000-0000-0000-000000000000')) stored, quantity numeric(18, 6) not null check (quantity > 0), lot_code text not null default '',
  primary key (delivery_id, line_number), foreign key (delivery_id, seller_key, buyer_key) references app.delivery (id, seller_key, buyer_key),
  foreign key (trade_id, seller_key, buyer_key) references app.trade (id, seller_key, buyer_key), foreign key (trade_id, trade_line_number) references app.trade_line);
create index on app.delivery_line (trade_id, trade_line_number);
call app.declare_pair('app.delivery_line', 'select');
create policy send on app.delivery_line for insert with check (seller_id = (select guard.current_company()) or (seller_id is null and buyer_id = (select guard.current_company())));
grant insert (delivery_id, line_number, trade_id, trade_line_number, seller_id, buyer_id, quantity, lot_code) on app.delivery_line to musubi_app, musubi_job;
-- What happened to a delivered line after it left: received, accepted, specially accepted, rejected, returned. Append-only, so a line can be judged in parts.
create table app.delivery_event (
  id uuid primary key, delivery_id uuid not null, line_number int not null, trade_id uuid not null, trade_line_number int not null, seller_id uuid, buyer_id uuid, seller_key uuid not null generated always as (coalesce(seller_id, '00000000-0000-0000-0000-000000000000')) stored,
  buyer_key uuid not null generated always as (coalesce(buyer_id, '00000000-0000-0000-0000-000000000000')) stored, kind text not null check (kind in ('received', 'accepted', 'specially_accepted', 'rejected', 'returned', 'price_settled')), settled_from numeric(18, 6) check ((settled_from is not null) = (kind = 'price_settled')),
  quantity numeric(18, 6) not null check (quantity > 0), unit_price numeric(18, 6), amount_yen bigint, tax_yen bigint, happened_on date not null, reason text not null default '', lot_code text not null default '', recorded_at timestamptz not null default clock_timestamp(),
  foreign key (delivery_id, line_number) references app.delivery_line, foreign key (delivery_id, seller_key, buyer_key) references app.delivery (id, seller_key, buyer_key));
create index on app.delivery_event (delivery_id, line_number);
create index on app.delivery_event (trade_id, trade_line_number);
call app.declare_pair('app.delivery_event', 'select');
create policy judge on app.delivery_event for insert with check (buyer_id = (select guard.current_company()) or (buyer_id is null and seller_id = (select guard.current_company())));
-- Where both agreed that title passes with the shipment, or that one scan hands over, the sender's command is received and accepted too, through the door.
create policy hand_over on app.delivery_event for insert with check (kind in ('received', 'accepted') and seller_id = (select guard.current_company()) and buyer_id = any ((select guard.exchange(1))::uuid[]) and trade_id = any ((select guard.exchange(2))::uuid[])
  and exists (select from app.trade t where t.id = delivery_event.trade_id and (t.is_one_step or t.booked_at = 'shipment')));
-- A provisional price settled later: what it adds to (or takes off) the accepted pieces, written by whoever agreed last, at the price both agreed.
create policy settle on app.delivery_event for insert with check (kind = 'price_settled' and (select guard.current_company()) in (seller_id, buyer_id)
  and exists (select from app.change_request c join app.change_request_line x on x.change_request_id = c.id where c.trade_id = delivery_event.trade_id and c.state = 'agreed' and x.line_number = delivery_event.trade_line_number and x.new_unit_price = delivery_event.unit_price));
grant insert (id, delivery_id, line_number, trade_id, trade_line_number, seller_id, buyer_id, kind, settled_from, quantity, unit_price, amount_yen, tax_yen, happened_on, reason, lot_code) on app.delivery_event to musubi_app, musubi_job;
create table app.delivery_face (
  company_id uuid not null, delivery_id uuid not null references app.delivery, side text not null, partner_id uuid, number text not null, own_number text not null, shipped_on date not null, expected_on date, received_on date, judged_on date,
  state text not null check (state in ('shipped', 'received', 'judged')), place_id uuid, note text not null default '', primary key (company_id, delivery_id));
create index on app.delivery_face (company_id, side, shipped_on desc, delivery_id desc);
create index on app.delivery_face (company_id, side, state, shipped_on desc, delivery_id desc);
call app.declare_face('app.delivery_face', 'place_id, note');

create table app.invoice (
  id uuid primary key, seller_id uuid references app.company, buyer_id uuid references app.company, seller_key uuid not null generated always as (coalesce(seller_id, '00000000-0000-0000-0000-000000000000')) stored,
  buyer_key uuid not null generated always as (coalesce(buyer_id, '00000000-0000-0000-0000-000000000000')) stored, outside_partner_id uuid, number text not null, issued_by text not null check (issued_by in ('seller', 'buyer')),
  registration_number text, issued_on date not null, period_from date, period_to date, due_on date not null, tax_rounding text not null, net_yen bigint not null, tax_yen bigint not null, total_yen bigint not null, credits_id uuid references app.invoice,
  note text not null default '', created_at timestamptz not null default clock_timestamp(), check (total_yen = net_yen + tax_yen), check ((seller_id is null or buyer_id is null) = (outside_partner_id is not null)), unique (id, seller_key, buyer_key));
call app.declare_pair('app.invoice', 'select');
create policy issue on app.invoice for insert with check (case issued_by when 'seller' then seller_id = (select guard.current_company()) or (seller_id is null and buyer_id = (select guard.current_company()))
  else buyer_id = (select guard.current_company()) or (buyer_id is null and seller_id = (select guard.current_company())) end);
grant insert (id, seller_id, buyer_id, outside_partner_id, number, issued_by, registration_number, issued_on, period_from, period_to, due_on, tax_rounding, net_yen, tax_yen, total_yen, credits_id, note) on app.invoice to musubi_app, musubi_job;
create table app.invoice_line (
  invoice_id uuid not null, line_number int not null, seller_id uuid, buyer_id uuid, seller_key uuid not null generated always as (coalesce(seller_id, '00000000-0000-0000-0000-000000000000')) stored,
  buyer_key uuid not null generated always as (coalesce(buyer_id, '00000000-0000-0000-0000-000000000000')) stored, delivery_event_id uuid references app.delivery_event, trade_id uuid, trade_line_number int, supplied_on date not null, code text not null, description text not null,
  quantity numeric(18, 6) not null, unit text not null, unit_price numeric(18, 6) not null, amount_yen bigint not null, tax_category text not null, primary key (invoice_id, line_number), foreign key (invoice_id, seller_key, buyer_key) references app.invoice (id, seller_key, buyer_key));
create unique index on app.invoice_line (delivery_event_id) where delivery_event_id is not null;
call app.declare_pair('app.invoice_line', 'select');
create policy issue on app.invoice_line for insert with check ((select guard.current_company()) in (seller_id, buyer_id));
grant insert (invoice_id, line_number, seller_id, buyer_id, delivery_event_id, trade_id, trade_line_number, supplied_on, code, description, quantity, unit, unit_price, amount_yen, tax_category) on app.invoice_line to musubi_app, musubi_job;
create table app.invoice_tax (
  invoice_id uuid not null, tax_category text not null, seller_id uuid, buyer_id uuid, seller_key uuid not null generated always as (coalesce(seller_id, '00000000-0000-0000-0000-000000000000')) stored,
  buyer_key uuid not null generated always as (coalesce(buyer_id, '00000000-0000-0000-0000-000000000000')) stored, rate_percent int not null, net_yen bigint not null, tax_yen bigint not null, posted_tax_yen bigint not null,
  primary key (invoice_id, tax_category), foreign key (invoice_id, seller_key, buyer_key) references app.invoice (id, seller_key, buyer_key));
call app.declare_pair('app.invoice_tax', 'select');
create policy issue on app.invoice_tax for insert with check ((select guard.current_company()) in (seller_id, buyer_id));
grant insert (invoice_id, tax_category, seller_id, buyer_id, rate_percent, net_yen, tax_yen, posted_tax_yen) on app.invoice_tax to musubi_app, musubi_job;
-- The receiver's word on an invoice.
create table app.invoice_answer (
  invoice_id uuid not null, seq int not null, seller_id uuid, buyer_id uuid, seller_key uuid not null generated always as (coalesce(seller_id, '00000000-0000-0000-0000-000000000000')) stored,
  buyer_key uuid not null generated always as (coalesce(buyer_id, '00000000-0000-0000-0000-000000000000')) stored, kind text not null check (kind in ('acknowledged', 'disputed', 'deemed')), reason text not null default '', answered_by uuid not null, answered_at timestamptz not null default clock_timestamp(),
  primary key (invoice_id, seq), foreign key (invoice_id, seller_key, buyer_key) references app.invoice (id, seller_key, buyer_key));
call app.declare_pair('app.invoice_answer', 'select');
create policy answer on app.invoice_answer for insert with check ((select guard.current_company()) in (seller_id, buyer_id) and answered_by = (select guard.current_company()));
grant insert (invoice_id, seq, seller_id, buyer_id, kind, reason, answered_by) on app.invoice_answer to musubi_app, musubi_job;
create table app.invoice_face (
  company_id uuid not null, invoice_id uuid not null references app.invoice, side text not null, partner_id uuid, number text not null, issued_on date not null, due_on date not null, net_yen bigint not null, tax_yen bigint not null, total_yen bigint not null, settled_yen bigint not null default 0,
  state text not null check (state in ('issued', 'acknowledged', 'disputed', 'settled')), is_own_issue boolean not null, note text not null default '', primary key (company_id, invoice_id));
create index on app.invoice_face (company_id, side, issued_on desc, invoice_id desc);
create index on app.invoice_face (company_id, side, due_on) where state <> 'settled';
call app.declare_face('app.invoice_face', 'note');

create table app.payment (
  id uuid primary key, seller_id uuid references app.company, buyer_id uuid references app.company, seller_key uuid not null generated always as (coalesce(seller_id, '00000000-0000-0000-0000-000000000000')) stored,
  buyer_key uuid not null generated always as (coalesce(buyer_id, '00000000-0000-0000-0000-000000000000')) stored, outside_partner_id uuid, number text not null, kind text not null default 'transfer' check (kind in ('transfer', 'cash', 'claim', 'offset', 'advance')),
  sent_on date not null, amount_yen bigint not null, fee_yen bigint not null default 0, reference text not null default '', reverses_id uuid unique, created_at timestamptz not null default clock_timestamp(),
  -- nothing is paid when a credit note is set against invoices; what takes a payment back is its mirror
  check (case when reverses_id is null then (amount_yen > 0 or amount_yen = 0 and kind = 'offset') and fee_yen >= 0 else amount_yen <= 0 and fee_yen <= 0 end),
  check ((seller_id is null or buyer_id is null) = (outside_partner_id is not null)), unique (id, seller_key, buyer_key), foreign key (reverses_id, seller_key, buyer_key) references app.payment (id, seller_key, buyer_key));
call app.declare_pair('app.payment', 'select');
create policy pay on app.payment for insert with check (buyer_id = (select guard.current_company()) or (buyer_id is null and seller_id = (select guard.current_company())));
grant insert (id, seller_id, buyer_id, outside_partner_id, number, kind, sent_on, amount_yen, fee_yen, reference, reverses_id) on app.payment to musubi_app, musubi_job;
create table app.payment_allocation (
  payment_id uuid not null, invoice_id uuid not null, seller_id uuid, buyer_id uuid, seller_key uuid not null generated always as (coalesce(seller_id, '00000000-0000-0000-0000-000000000000')) stored,
  buyer_key uuid not null generated always as (coalesce(buyer_id, '00000000-0000-0000-0000-000000000000')) stored, amount_yen bigint not null, allowance_yen bigint not null default 0, check (amount_yen > 0 and allowance_yen >= 0 or amount_yen < 0 and allowance_yen <= 0), primary key (payment_id, invoice_id),
  foreign key (payment_id, seller_key, buyer_key) references app.payment (id, seller_key, buyer_key), foreign key (invoice_id, seller_key, buyer_key) references app.invoice (id, seller_key, buyer_key));
create index on app.payment_allocation (invoice_id);
call app.declare_pair('app.payment_allocation', 'select');
create policy pay on app.payment_allocation for insert with check ((select guard.current_company()) in (seller_id, buyer_id));
grant insert (payment_id, invoice_id, seller_id, buyer_id, amount_yen, allowance_yen) on app.payment_allocation to musubi_app, musubi_job;
-- Money arrived at the seller: its own act, on its own day.
create table app.payment_receipt (
  payment_id uuid primary key, seller_id uuid, buyer_id uuid, seller_key uuid not null generated always as (coalesce(seller_id, '00000000-0000-0000-0000-000000000000')) stored,
  buyer_key uuid not null generated always as (coalesce(buyer_id, '00000000-0000-0000-0000-000000000000')) stored, received_on date not null, amount_yen bigint not null, matched_at timestamptz not null default clock_timestamp(),
  foreign key (payment_id, seller_key, buyer_key) references app.payment (id, seller_key, buyer_key));
call app.declare_pair('app.payment_receipt', 'select');
create policy receive on app.payment_receipt for insert with check (seller_id = (select guard.current_company()));
grant insert (payment_id, seller_id, buyer_id, received_on, amount_yen) on app.payment_receipt to musubi_app, musubi_job;
create table app.payment_face (
  company_id uuid not null, payment_id uuid not null references app.payment, side text not null, partner_id uuid, number text not null, own_number text not null, kind text not null, sent_on date not null, received_on date, amount_yen bigint not null, fee_yen bigint not null,
  state text not null check (state in ('sent', 'received', 'matched', 'reversed')), note text not null default '', primary key (company_id, payment_id));
create index on app.payment_face (company_id, side, sent_on desc, payment_id desc);
call app.declare_face('app.payment_face', 'note');

-- A link sent to a partner without an account: its page shows one trade, nothing else. Only a hash is kept.
create table app.partner_page (
  company_id uuid not null references app.company, id uuid not null, trade_id uuid not null references app.trade, token_hash bytea not null unique, created_at timestamptz not null default now(), expires_at timestamptz not null, opened_at timestamptz, answer jsonb, answered_at timestamptz, withdrawn boolean not null default false,
  primary key (company_id, id));
call app.declare_private('app.partner_page', 'select, insert');
grant update (withdrawn) on app.partner_page to musubi_app;
call app.let_guard('app.partner_page', 'select, update');
reset role;
