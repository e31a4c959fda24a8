-- The guard's part of the trade: faces, who may move which state, the door to the other side, agreed changes.
set role musubi_guard;

-- ── faces ────────────────────────────────────────────────────────────────────────────────────────────────────────────
-- The issuer keeps the shared number; the other side numbers the same trade in its own series.
-- Trades of others than their agreement's companies, and lines of others than their trade's, are refused as the faces are made: no look of its own.
create function guard.refuse_reference(what text) returns text language plpgsql set search_path = pg_catalog, pg_temp as $$ begin
  raise exception 'a row of other companies than what it belongs to' using errcode = '23503', schema = 'app', constraint = what; end $$;
create function guard.trade_face_ins() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ begin
  insert into app.trade_face (company_id, trade_id, side, partner_id, number, own_number, outside_number, state, form, ordered_on, wanted_on, total_yen, chain_id, is_history)
    select s.c, n.id, s.side, s.partner, case when n.agreement_id is not null and g.id is null then guard.refuse_reference('trade_of_its_agreement') else n.number end, case when s.issues then n.number else guard.take_number(s.c, s.kind) end,
           n.outside_number, n.first_state, n.form, n.ordered_on, n.wanted_on, n.total_yen, n.chain_id, n.is_history
      from n left join app.agreement g on (g.id, g.seller_key, g.buyer_key) = (n.agreement_id, n.seller_key, n.buyer_key)
      cross join lateral (values (n.seller_id, 'S', 'so', coalesce(g.seller_partner_id, n.outside_partner_id), n.buyer_id is null and n.dispatcher_id is null or n.dispatcher_id = n.seller_id),
                                 (n.buyer_id, 'B', 'po', coalesce(g.buyer_partner_id, n.outside_partner_id), n.dispatcher_id is null or n.dispatcher_id = n.buyer_id)) s (c, side, kind, partner, issues)
     where s.c is not null;
  return null; end $$;
create function guard.trade_line_face_ins() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ begin
  insert into app.trade_line_face (company_id, trade_id, line_number, side, partner_id, item_id, code, description, quantity, unit, factor, unit_price, amount_yen, wanted_on, promised_on, state, is_open, is_history, chain_id)
    select f.company_id, n.trade_id, n.line_number, f.side, f.partner_id, case f.side when 'S' then n.seller_item_id else n.buyer_item_id end, case when t.id is null then guard.refuse_reference('line_of_its_trade') else n.code end, n.description, n.quantity, n.unit,
           case f.side when 'S' then n.seller_factor else n.buyer_factor end, n.unit_price, n.amount_yen, n.wanted_on, n.promised_on, n.state, n.state in ('enquiry', 'quoted', 'placed', 'confirmed', 'countered') and not t.is_history, t.is_history, t.chain_id
      from n left join app.trade t on (t.id, t.seller_key, t.buyer_key) = (n.trade_id, n.seller_key, n.buyer_key) left join app.agreement g on g.id = t.agreement_id
      cross join lateral (values (n.seller_id, 'S', coalesce(g.seller_partner_id, t.outside_partner_id)), (n.buyer_id, 'B', coalesce(g.buyer_partner_id, t.outside_partner_id))) f (company_id, side, partner_id)
     where f.company_id is not null or t.id is null;
  return null; end $$;
-- A trade is as far as its least advanced living line.
create function guard.trade_state(states text[]) returns text language sql immutable set search_path = pg_catalog, pg_temp as $$
  select s from unnest(array['enquiry', 'quoted', 'countered', 'placed', 'confirmed', 'declined', 'withdrawn', 'expired', 'cancelled']) with ordinality o (s, n) where s = any (states) order by n limit 1 $$;
create function guard.trade_line_face_upd() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ begin
  update app.trade_line_face f set quantity = n.quantity, unit_price = n.unit_price, amount_yen = n.amount_yen, wanted_on = n.wanted_on, promised_on = n.promised_on, state = n.state,
         is_open = n.state in ('enquiry', 'quoted', 'placed', 'confirmed', 'countered') and not f.is_history and f.accepted - f.returned < n.quantity
    from n where f.company_id in (n.seller_id, n.buyer_id) and f.trade_id = n.trade_id and f.line_number = n.line_number;
  update app.trade_face f set state = x.state, total_yen = x.total, promised_on = x.promised, wanted_on = x.wanted, is_done = not x.open
    from (select l.trade_id, l.seller_id, l.buyer_id, guard.trade_state(array_agg(l.state)) state, coalesce(sum(l.amount_yen) filter (where l.state not in ('cancelled', 'declined', 'expired', 'withdrawn')), 0) total,
                 max(l.promised_on) promised, min(l.wanted_on) wanted,
                 exists (select from app.trade_line_face o where o.company_id in (l.seller_id, l.buyer_id) and o.trade_id = l.trade_id and o.is_open) open
            from app.trade_line l where l.trade_id in (select n.trade_id from n) group by l.trade_id, l.seller_id, l.buyer_id) x
   where f.company_id in (x.seller_id, x.buyer_id) and f.trade_id = x.trade_id;
  return null; end $$;
create function guard.delivery_face_ins() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ begin
  insert into app.delivery_face (company_id, delivery_id, side, partner_id, number, own_number, shipped_on, expected_on, state)
    select s.c, n.id, s.side, s.partner, n.number, case when s.side = 'S' or n.seller_id is null then n.number else guard.take_number(s.c, 'rc') end, n.shipped_on, n.expected_on, 'shipped'
      from n cross join lateral (values
        (n.seller_id, 'S', coalesce(n.outside_partner_id, (select p.id from app.partner p where p.company_id = n.seller_id and p.linked_company_id = n.buyer_id))),
        (n.buyer_id, 'B', coalesce(n.outside_partner_id, (select p.id from app.partner p where p.company_id = n.buyer_id and p.linked_company_id = n.seller_id)))) s (c, side, partner)
     where s.c is not null;
  return null; end $$;
create function guard.delivery_line_ins() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ begin
  if exists (select from n join app.trade_line l on (l.trade_id, l.line_number) = (n.trade_id, n.trade_line_number) where l.state <> 'confirmed') then
    raise exception 'only a confirmed line is delivered' using errcode = '23514', constraint = 'delivery_of_confirmed_line'; end if;
  update app.trade_line_face f set shipped = f.shipped + x.q
    from (select trade_id, trade_line_number, seller_id, buyer_id, sum(quantity) q from n group by 1, 2, 3, 4) x where f.company_id in (x.seller_id, x.buyer_id) and f.trade_id = x.trade_id and f.line_number = x.trade_line_number;
  return null; end $$;
-- Two people judging one line at once wait for each other here; the sums can then be trusted.
create function guard.delivery_event_ins() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ begin
  perform from app.delivery_line l where (l.delivery_id, l.line_number) in (select n.delivery_id, n.line_number from n) order by l.delivery_id, l.line_number for update;
  if exists (select from app.delivery_line l join lateral (
        select coalesce(sum(e.quantity) filter (where e.kind = 'received'), 0) received, coalesce(sum(e.quantity) filter (where e.kind in ('accepted', 'specially_accepted')), 0) accepted,
               coalesce(sum(e.quantity) filter (where e.kind = 'rejected'), 0) rejected, coalesce(sum(e.quantity) filter (where e.kind = 'returned'), 0) returned
          from app.delivery_event e where e.delivery_id = l.delivery_id and e.line_number = l.line_number) s on true
       where (l.delivery_id, l.line_number) in (select n.delivery_id, n.line_number from n)
         and (s.received > l.quantity or s.accepted + s.rejected > s.received or s.returned > s.accepted)) then
    raise exception 'more judged than delivered' using errcode = '23514', constraint = 'judged_within_delivered'; end if;
  if exists (select from n join app.delivery_line l on (l.delivery_id, l.line_number) = (n.delivery_id, n.line_number) where (l.trade_id, l.trade_line_number) <> (n.trade_id, n.trade_line_number)) then
    raise exception 'event of another line' using errcode = '23514', constraint = 'event_of_its_line'; end if;
  update app.trade_line_face f set received = f.received + x.received, accepted = f.accepted + x.accepted, rejected = f.rejected + x.rejected, returned = f.returned + x.returned,
         shipped = f.shipped - x.rejected - x.returned, is_open = f.state = 'confirmed' and not f.is_history and f.accepted + x.accepted - f.returned - x.returned < f.quantity
    from (select trade_id, trade_line_number, seller_id, buyer_id, coalesce(sum(quantity) filter (where kind = 'received'), 0) received, coalesce(sum(quantity) filter (where kind in ('accepted', 'specially_accepted')), 0) accepted,
                 coalesce(sum(quantity) filter (where kind = 'rejected'), 0) rejected, coalesce(sum(quantity) filter (where kind = 'returned'), 0) returned from n group by 1, 2, 3, 4) x
   where f.company_id in (x.seller_id, x.buyer_id) and f.trade_id = x.trade_id and f.line_number = x.trade_line_number;
  update app.trade_face f set is_done = not f.is_done
    from (select distinct trade_id, seller_id, buyer_id from n) x where f.company_id in (x.seller_id, x.buyer_id) and f.trade_id = x.trade_id
     and f.is_done = exists (select from app.trade_line_face o where o.trade_id = f.trade_id and o.company_id = f.company_id and o.is_open);
  update app.delivery_face f set received_on = coalesce(f.received_on, x.received_on), judged_on = case when x.judged >= x.quantity then x.judged_on else null end,
         state = case when x.judged >= x.quantity then 'judged' when x.received > 0 then 'received' else f.state end
    from (select l.delivery_id, l.seller_id, l.buyer_id, sum(l.quantity) quantity, sum(e.received) received, sum(e.judged) judged, max(e.received_on) received_on, max(e.judged_on) judged_on
            from app.delivery_line l left join lateral (select coalesce(sum(v.quantity) filter (where v.kind = 'received'), 0) received, coalesce(sum(v.quantity) filter (where v.kind in ('accepted', 'specially_accepted', 'rejected')), 0) judged,
                   max(v.happened_on) filter (where v.kind = 'received') received_on, max(v.happened_on) filter (where v.kind in ('accepted', 'specially_accepted', 'rejected')) judged_on
                   from app.delivery_event v where v.delivery_id = l.delivery_id and v.line_number = l.line_number) e on true
           where l.delivery_id in (select n.delivery_id from n) group by 1, 2, 3) x
   where f.company_id in (x.seller_id, x.buyer_id) and f.delivery_id = x.delivery_id;
  return null; end $$;
create function guard.invoice_face_ins() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ begin
  insert into app.invoice_face (company_id, invoice_id, side, partner_id, number, issued_on, due_on, net_yen, tax_yen, total_yen, state, is_own_issue)
    select s.c, n.id, s.side, s.partner, n.number, n.issued_on, n.due_on, n.net_yen, n.tax_yen, n.total_yen, 'issued', (s.side = 'S') = (n.issued_by = 'seller')
      from n cross join lateral (values
        (n.seller_id, 'S', coalesce(n.outside_partner_id, (select p.id from app.partner p where p.company_id = n.seller_id and p.linked_company_id = n.buyer_id))),
        (n.buyer_id, 'B', coalesce(n.outside_partner_id, (select p.id from app.partner p where p.company_id = n.buyer_id and p.linked_company_id = n.seller_id)))) s (c, side, partner)
     where s.c is not null;
  return null; end $$;
create function guard.invoice_line_ins() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ begin
  update app.trade_line_face f set invoiced = f.invoiced + x.q from (select trade_id, trade_line_number, seller_id, buyer_id, sum(quantity) q from n where trade_id is not null and not exists (select from app.delivery_event e where e.id = n.delivery_event_id and e.kind = 'price_settled') group by 1, 2, 3, 4) x
   where f.company_id in (x.seller_id, x.buyer_id) and f.trade_id = x.trade_id and f.line_number = x.trade_line_number;
  return null; end $$;
create function guard.invoice_answer_ins() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ begin
  if exists (select from n join app.invoice i on i.id = n.invoice_id where n.answered_by is not distinct from case i.issued_by when 'seller' then i.seller_id else i.buyer_id end and i.outside_partner_id is null) then
    raise exception 'the receiver answers' using errcode = '42501'; end if;
  update app.invoice_face f set state = case n.kind when 'disputed' then 'disputed' else 'acknowledged' end from n where f.company_id in (n.seller_id, n.buyer_id) and f.invoice_id = n.invoice_id and f.state <> 'settled';
  return null; end $$;
-- State of an invoice with so much left to pay. One that is open again after a payment was taken back stands as its receiver last said.
create function guard.invoice_state(invoice uuid, state text, open_yen numeric) returns text language sql stable set search_path = pg_catalog, pg_temp as $$
  select case when open_yen <= 0 then 'settled' when state <> 'settled' then state
    else coalesce((select case a.kind when 'disputed' then 'disputed' else 'acknowledged' end from app.invoice_answer a where a.invoice_id = invoice order by a.seq desc limit 1), 'issued') end $$;
-- A payment is taken back whole, by whoever wrote it, and not once the money of a partner on the platform has arrived.
create function guard.payment_face_ins() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ begin
  if exists (select from n join app.payment o on o.id = n.reverses_id where o.amount_yen <> -n.amount_yen or o.fee_yen <> -n.fee_yen or o.kind <> n.kind or o.reverses_id is not null) then
    raise exception 'a reversal mirrors its payment' using errcode = '23514', constraint = 'reversal_mirrors_payment'; end if;
  if exists (select from n join app.payment_receipt r on r.payment_id = n.reverses_id where n.outside_partner_id is null) then
    raise exception 'the money has arrived' using errcode = '23514', constraint = 'payment_arrived'; end if;
  update app.payment_face f set state = 'reversed' from n where f.company_id in (n.seller_id, n.buyer_id) and f.payment_id = n.reverses_id;
  insert into app.payment_face (company_id, payment_id, side, partner_id, number, own_number, kind, sent_on, amount_yen, fee_yen, state)
    select s.c, n.id, s.side, s.partner, n.number, case when s.side = 'B' or n.buyer_id is null then n.number else guard.take_number(s.c, 'rv') end, n.kind, n.sent_on, n.amount_yen, case s.side when 'B' then n.fee_yen else 0 end, case when n.reverses_id is null then 'sent' else 'reversed' end
      from n cross join lateral (values
        (n.seller_id, 'S', coalesce(n.outside_partner_id, (select p.id from app.partner p where p.company_id = n.seller_id and p.linked_company_id = n.buyer_id))),
        (n.buyer_id, 'B', coalesce(n.outside_partner_id, (select p.id from app.partner p where p.company_id = n.buyer_id and p.linked_company_id = n.seller_id)))) s (c, side, partner)
     where s.c is not null;
  return null; end $$;
-- The payer settles its invoice when it allocates, the seller when the money is there.
create function guard.payment_allocation_ins() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ begin
  perform from app.invoice i where i.id in (select n.invoice_id from n) order by i.id for update;
  if exists (select from app.invoice i where i.id in (select n.invoice_id from n) and (select sum(a.amount_yen + a.allowance_yen) from app.payment_allocation a where a.invoice_id = i.id)
             + (select max(f.carried_yen) from app.invoice_face f where f.company_id in (i.seller_id, i.buyer_id) and f.invoice_id = i.id) > abs(i.total_yen)) then
    raise exception 'more paid than invoiced' using errcode = '23514', constraint = 'paid_within_invoice'; end if;
  if exists (select from n join app.payment p on p.id = n.payment_id left join app.payment_allocation o on o.payment_id = p.reverses_id and o.invoice_id = n.invoice_id
             where case when p.reverses_id is null then n.amount_yen < 0 else (o.amount_yen, o.allowance_yen) is distinct from (-n.amount_yen, -n.allowance_yen) end) then
    raise exception 'a reversal mirrors its payment' using errcode = '23514', constraint = 'reversal_mirrors_payment'; end if;
  -- what is set against a credit note adds to what a payment can settle
  if exists (select from app.payment p where p.id in (select n.payment_id from n) and p.reverses_id is null
             and (select sum(sign(i.total_yen)::bigint * a.amount_yen) from app.payment_allocation a join app.invoice i on i.id = a.invoice_id where a.payment_id = p.id) not between 0 and p.amount_yen) then
    raise exception 'more allocated than paid' using errcode = '23514', constraint = 'allocated_within_payment'; end if;
  update app.invoice_face f set settled_yen = f.settled_yen + x.y, state = guard.invoice_state(f.invoice_id, f.state, abs(f.total_yen) - f.settled_yen - f.carried_yen - x.y)
    from (select invoice_id, buyer_id, sum(amount_yen + allowance_yen) y from n group by 1, 2) x where f.company_id = x.buyer_id and f.invoice_id = x.invoice_id and f.side = 'B';
  -- money that had arrived before it was allocated
  update app.invoice_face f set settled_yen = f.settled_yen + x.y, state = guard.invoice_state(f.invoice_id, f.state, abs(f.total_yen) - f.settled_yen - f.carried_yen - x.y)
    from (select n.invoice_id, n.seller_id, sum(n.amount_yen + n.allowance_yen) y from n join app.payment_receipt r on r.payment_id = n.payment_id group by 1, 2) x where f.company_id = x.seller_id and f.invoice_id = x.invoice_id and f.side = 'S';
  update app.payment_face f set state = 'matched' from n join app.payment_receipt r on r.payment_id = n.payment_id where f.company_id = n.seller_id and f.payment_id = n.payment_id and f.side = 'S' and f.state <> 'reversed';
  return null; end $$;
create function guard.payment_receipt_ins() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ begin
  if exists (select from n join app.payment p on p.reverses_id = n.payment_id) then
    raise exception 'the payment was taken back' using errcode = '23514', constraint = 'payment_taken_back'; end if;
  update app.payment_face f set received_on = n.received_on, state = case when f.state = 'reversed' then f.state when exists (select from app.payment_allocation a where a.payment_id = n.payment_id) then 'matched' else 'received' end from n where f.company_id in (n.seller_id, n.buyer_id) and f.payment_id = n.payment_id;
  update app.invoice_face f set settled_yen = f.settled_yen + x.y, state = guard.invoice_state(f.invoice_id, f.state, abs(f.total_yen) - f.settled_yen - f.carried_yen - x.y)
    from (select a.invoice_id, a.seller_id, sum(a.amount_yen + a.allowance_yen) y from app.payment_allocation a join n on n.payment_id = a.payment_id group by 1, 2) x where f.company_id = x.seller_id and f.invoice_id = x.invoice_id and f.side = 'S';
  return null; end $$;

-- ── who may move which state, and who may confirm without a person ─────────────────────────────────────────────────────
create function guard.trade_line_moves() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me uuid := guard.current_company(); seller bool; buyer bool; price_moved bool := (new.unit_price, new.amount_yen, new.is_provisional) is distinct from (old.unit_price, old.amount_yen, old.is_provisional);
begin
  if current_setting('musubi.applying', true) = new.trade_id::text || guard.mac('c.' || new.trade_id) then return new; end if;   -- an agreed change, by guard.apply_changes
  seller := coalesce(new.seller_id = me, true) ; buyer := coalesce(new.buyer_id = me, true);    -- alone on the platform: both hats
  if new.state = old.state and new.state in ('declined', 'cancelled', 'expired', 'withdrawn') then raise exception 'the line is closed' using errcode = '42501', constraint = 'trade_line_moves'; end if;
  if new.state <> old.state and not (
       seller and (old.state, new.state) in (('enquiry', 'quoted'), ('enquiry', 'declined'), ('quoted', 'withdrawn'), ('quoted', 'expired'), ('placed', 'confirmed'), ('placed', 'declined'), ('placed', 'countered'), ('countered', 'confirmed'), ('countered', 'declined'))
    or buyer and (old.state, new.state) in (('enquiry', 'cancelled'), ('quoted', 'placed'), ('quoted', 'cancelled'), ('placed', 'cancelled'), ('countered', 'confirmed'), ('countered', 'cancelled'))) then
    raise exception 'this side may not move the line from % to %', old.state, new.state using errcode = '42501', constraint = 'trade_line_moves'; end if;
  if price_moved and not (seller and new.state in ('quoted', 'countered') and old.state in ('enquiry', 'quoted', 'placed')) then
    raise exception 'the price is agreed' using errcode = '42501', constraint = 'trade_line_moves'; end if;
  -- who takes the seller's counter confirms the seller's own terms: its day, or the wanted one where the counter was only of the price
  if new.promised_on is distinct from old.promised_on and not (seller or buyer and new.state = 'placed' or buyer and old.state = 'countered' and new.state = 'confirmed' and new.promised_on = coalesce(old.promised_on, old.wanted_on)) then
    raise exception 'the seller promises' using errcode = '42501', constraint = 'trade_line_moves'; end if;
  if new.valid_until is distinct from old.valid_until and not (seller and new.state = 'quoted') then
    raise exception 'the seller quotes' using errcode = '42501', constraint = 'trade_line_moves'; end if;
  return new; end $$;
-- Does a standing rule of the agreement confirm this line with no person? Quantity, agreed price and lead time, all from facts both share.
create function guard.is_standing(agreement uuid, line int, quantity numeric, unit_price numeric, wanted_on date, ordered_on date) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from app.agreement_item i join app.agreement g on g.id = i.agreement_id and g.state = 'active'
    where i.agreement_id = agreement and i.line_number = line and i.seller_item_id is not null and coalesce(i.standing_quantity, g.standing_quantity) >= quantity and coalesce(i.minimum_quantity, 0) <= quantity and wanted_on >= ordered_on + greatest(i.lead_time_days, g.standing_lead_days)
      and unit_price = (select case when not p.is_provisional or g.standing_provisional then p.unit_price end from app.agreement_price p where p.agreement_id = i.agreement_id and p.line_number = i.line_number and p.from_quantity <= quantity and p.valid_from <= ordered_on and coalesce(p.valid_to, 'infinity') >= ordered_on
                          and p.valid_from = (select max(o.valid_from) from app.agreement_price o where o.agreement_id = i.agreement_id and o.line_number = i.line_number and o.valid_from <= ordered_on and coalesce(o.valid_to, 'infinity') >= ordered_on)
                        order by p.from_quantity desc limit 1)) $$;
create function guard.trade_line_placed() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me uuid; applying text := current_setting('musubi.applying', true);
begin
  if applying <> '' then if applying = 'steps' || guard.mac('steps') then return null; end if; end if;      -- guard.place_steps has checked
  me := guard.current_company();
  if not exists (select from n where n.state in ('confirmed', 'quoted') and n.seller_id is not null and n.seller_id is distinct from me) then return null; end if;
  if exists (select from n join app.trade t on t.id = n.trade_id
      where n.state = 'confirmed' and n.seller_id is not null and n.seller_id is distinct from me and not guard.is_standing(t.agreement_id, n.agreement_line_number, n.quantity, n.unit_price, n.wanted_on, t.ordered_on)) then
    raise exception 'the seller confirms' using errcode = '42501', constraint = 'seller_confirms'; end if;
  if exists (select from n where n.state = 'quoted' and n.seller_id is not null and n.seller_id is distinct from me) then raise exception 'the seller quotes' using errcode = '42501', constraint = 'seller_confirms'; end if;
  return null; end $$;

-- ── the door to the other side ───────────────────────────────────────────────────────────────────────────────────────
-- Signs the counterparties of these trades, so that this transaction may write the other side's reaction: reservation, stock, value,
-- journal, outbox, audit; and read its account map, periods and the balances it must move. One answer for all reasons of refusal.
create function guard.enter_counterparties(trades uuid[], reaction text) returns uuid[] language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare a text := current_setting('musubi.acting', true); me uuid := guard.current_company(); cs uuid[]; n int; p text;
begin
  if me is null or reaction not in ('place', 'ship', 'accept', 'invoice', 'pay', 'change', 'cascade') then raise exception 'enter first, with a known reaction' using errcode = '42501'; end if;
  with t as materialized (
    select t.id, s.other from app.trade t
      join app.agreement g on (g.id, g.seller_key, g.buyer_key) = (t.agreement_id, t.seller_key, t.buyer_key) and (g.state = 'active' or g.state = 'ended' and reaction not in ('place', 'cascade'))
      cross join lateral (select unnest(array[t.seller_id, t.buyer_id]) other) s
     where t.id = any (trades) and t.seller_id is not null and t.buyer_id is not null and s.other <> me
       and (me in (t.seller_id, t.buyer_id) or t.dispatcher_id = me and reaction in ('cascade', 'change') and guard.may_dispatch(me, t.seller_id, t.buyer_id))),
  w as (insert into app.access_record (company_id, by_company_id, user_id, trade_id, reaction) select other, me, guard.current_user_id(), id, reaction from t)
  select count(distinct id), array_agg(distinct other) into n, cs from t;
  if n is distinct from cardinality(trades) then raise exception 'no such trade' using errcode = '42501'; end if;
  p := array_to_string(cs, ',') || '|' || array_to_string(trades, ',');
  perform set_config('musubi.exchange', p || '|' || guard.mac('x.' || p || '|' || a), true);
  return cs;
end $$;
grant execute on function guard.enter_counterparties(uuid[], text) to musubi_app, musubi_job;

-- One plan for all, since making one costs more than running it: a handful of rows by key.
-- What a command must know of each side of its trades to write both sides' reactions: own item and its category, own places, purpose, tax settings.
-- Only for the acting company and those whose door is open.
create function guard.side_facts(trades uuid[]) returns table (trade_id uuid, line_number int, company_id uuid, side text, partner_id uuid, item_id uuid, category text, is_lot_tracked boolean, factor numeric, purpose text, work_order_id uuid,
    storage_place_id uuid, receiving_place_id uuid, transit_place_id uuid, customer_place_id uuid, supplier_place_id uuid, production_place_id uuid, tax_status text, tax_rounding text)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare me uuid := guard.current_company(); others uuid[] := guard.exchange(1); opened uuid[] := guard.exchange(2);
begin
  return query with p as materialized (
      select x.company_id, (array_agg(x.id order by x.code) filter (where x.kind = 'storage'))[1] storage, (array_agg(x.id order by x.code) filter (where x.kind = 'receiving'))[1] receiving, (array_agg(x.id order by x.code) filter (where x.kind = 'transit'))[1] transit,
             (array_agg(x.id order by x.code) filter (where x.kind = 'customer'))[1] customer, (array_agg(x.id order by x.code) filter (where x.kind = 'supplier'))[1] supplier, (array_agg(x.id order by x.code) filter (where x.kind = 'production'))[1] production
        from app.place x where x.company_id = any (me || others) and x.is_active group by x.company_id)
    select f.trade_id, f.line_number, f.company_id, f.side, f.partner_id, f.item_id, i.category, i.is_lot_tracked, f.factor, f.purpose, f.work_order_id,
      coalesce(i.default_place_id, p.storage), coalesce(f.place_id, p.receiving), p.transit, p.customer, p.supplier, p.production, c.tax_status, c.tax_rounding
    from unnest(me || others) u (id) join app.company c on c.company_id = u.id left join p on p.company_id = u.id
    cross join lateral (select * from app.trade_line_face y where y.company_id = u.id and y.trade_id = any (trades)) f
    left join app.item i on i.company_id = f.company_id and i.id = f.item_id
   where f.company_id = me or f.trade_id = any (opened);
end $$;
-- Numbers of the acting company or of one whose door is open.
create function guard.next_numbers_for(companies uuid[], kind text) returns text[] language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me uuid := guard.current_company(); others uuid[] := guard.exchange(1);
begin
  if me is null or kind !~ '^[a-z]{2}$' or exists (select from unnest(companies) c where c is distinct from me and not c = any (others)) then raise exception 'enter first, with a kind of two letters' using errcode = '42501'; end if;
  return (select array_agg(guard.take_number(c, kind) order by n) from unnest(companies) with ordinality u (c, n));
end $$;
grant execute on function guard.side_facts(uuid[]), guard.next_numbers_for(uuid[], text) to musubi_app, musubi_job;

-- The moves that sent a delivery's lines: opaque ids of the seller's, for whoever is party to the delivery, so that acceptance and rejection can answer them.
create function guard.shipment_of(delivery uuid) returns table (line_number int, transit_place_id uuid, from_place_id uuid, from_item_id uuid, from_lot_id uuid, from_quantity numeric)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select m.delivery_line_number, m.to_place_id, m.from_place_id, m.from_item_id, m.from_lot_id, m.from_quantity from app.delivery d join app.delivery_line l on l.delivery_id = d.id
    join app.stock_move m on m.trade_id = l.trade_id and m.delivery_id = d.id and m.delivery_line_number = l.line_number and m.kind = 'shipment'
   where d.id = delivery and guard.current_company() in (d.seller_id, d.buyer_id) $$;
grant execute on function guard.shipment_of(uuid) to musubi_app, musubi_job;

-- ── agreed changes ───────────────────────────────────────────────────────────────────────────────────────────────────
create function guard.apply_changes(requests uuid[]) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare r record; l record; shipped numeric;
begin
  for r in select c.id, c.trade_id from app.change_request c where c.id = any (requests) order by c.trade_id, c.id loop
    perform from app.trade t where t.id = r.trade_id for update;
    perform set_config('musubi.applying', r.trade_id::text || guard.mac('c.' || r.trade_id), true);
    for l in select x.*, o.quantity, o.unit_price, o.amount_yen, o.wanted_on, o.promised_on, o.state, o.revision, o.unit_price old_price from app.change_request_line x
        join app.trade_line o on o.trade_id = r.trade_id and o.line_number = x.line_number where x.change_request_id = r.id order by x.line_number loop
      if l.state not in ('placed', 'confirmed', 'countered') then raise exception 'the line is closed' using errcode = '23514', constraint = 'change_of_open_line'; end if;
      select max(f.shipped) into shipped from app.trade t join app.trade_line_face f on f.company_id in (t.seller_id, t.buyer_id) and f.trade_id = t.id where t.id = r.trade_id and f.line_number = l.line_number;
      if coalesce(l.new_quantity, l.quantity) < shipped or l.is_cancel and shipped > 0 then raise exception 'what is delivered cannot be changed away' using errcode = '23514', constraint = 'change_above_delivered'; end if;
      insert into app.trade_line_revision (trade_id, line_number, revision, seller_id, buyer_id, quantity, unit_price, amount_yen, wanted_on, promised_on, state, change_request_id)
        select o.trade_id, o.line_number, o.revision, o.seller_id, o.buyer_id, o.quantity, o.unit_price, o.amount_yen, o.wanted_on, o.promised_on, o.state, r.id from app.trade_line o where o.trade_id = r.trade_id and o.line_number = l.line_number;
      update app.trade_line o set state = case when l.is_cancel then 'cancelled' else o.state end, quantity = coalesce(l.new_quantity, o.quantity), unit_price = coalesce(l.new_unit_price, o.unit_price),
             amount_yen = coalesce(l.new_amount_yen, o.amount_yen), is_provisional = o.is_provisional and l.new_unit_price is null, wanted_on = coalesce(l.new_wanted_on, o.wanted_on),
             promised_on = case when o.state = 'confirmed' then coalesce(l.new_promised_on, l.new_wanted_on, o.promised_on) else o.promised_on end, revision = o.revision + 1
       where o.trade_id = r.trade_id and o.line_number = l.line_number;
    end loop;
    update app.change_request c set state = 'agreed', answered_at = clock_timestamp() where c.id = r.id;
  end loop;
  perform set_config('musubi.applying', '', true);
end $$;
-- Whether what both signed answers a request of the buyer with no person at the seller: every changed line stays within the agreement's standing
-- limits as of today, nothing is called off, no cost is asked for, and no day is put into the seller's mouth before the wanted one.
create function guard.is_standing_change(request uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from app.change_request c join app.trade t on t.id = c.trade_id where c.id = request and c.state = 'proposed' and c.chain_change_id is null and c.cost_yen = 0
      and c.proposed_by = guard.current_company() and t.buyer_id = c.proposed_by and t.seller_id is not null and not exists (
      select from app.change_request_line x join app.trade_line l on l.trade_id = c.trade_id and l.line_number = x.line_number where x.change_request_id = c.id and (x.is_cancel or l.state <> 'confirmed'
        or coalesce(x.new_promised_on, x.new_wanted_on, l.wanted_on) < coalesce(x.new_wanted_on, l.wanted_on)
        or not guard.is_standing(t.agreement_id, l.agreement_line_number, coalesce(x.new_quantity, l.quantity), coalesce(x.new_unit_price, l.unit_price), coalesce(x.new_wanted_on, l.wanted_on), current_date)))) $$;
-- The other side's answer to one change request, or the standing rule's; agreed makes the new revision at once. Requests of a chain are answered through the chain.
-- After its last day it can only expire, which either side's clock may say.
create function guard.answer_change(request uuid, answer_state text, words text) returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me uuid := guard.current_company(); c app.change_request; alone bool;
begin
  select * into c from app.change_request x where x.id = request and me in (x.seller_id, x.buyer_id) and x.state = 'proposed' and x.chain_change_id is null for update;
  alone := c.seller_id is null or c.buyer_id is null;
  if c.id is null or answer_state = 'expired' and coalesce(c.expires_on, 'infinity') >= current_date
    or answer_state <> 'expired' and (c.proposed_by = me and not alone and answer_state <> 'withdrawn' and not (answer_state = 'agreed' and guard.is_standing_change(request)) or c.proposed_by <> me and answer_state = 'withdrawn' or answer_state not in ('agreed', 'declined', 'countered', 'withdrawn')) then
    raise exception 'no such proposal' using errcode = '42501'; end if;
  if answer_state = 'agreed' then perform guard.apply_changes(array[request]); update app.change_request x set answer = words where x.id = request;
  else update app.change_request x set state = answer_state, answer = words, answered_at = clock_timestamp() where x.id = request; end if;
  return answer_state;
end $$;
grant execute on function guard.answer_change(uuid, text, text), guard.is_standing_change(uuid) to musubi_app, musubi_job;

-- ── the page for a partner without an account ─────────────────────────────────────────────────────────────────────────
create function guard.open_partner_page(page_token text) returns jsonb language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare p app.partner_page;
begin
  update app.partner_page x set opened_at = coalesce(x.opened_at, clock_timestamp()) where x.token_hash = sha256(convert_to(page_token, 'UTF8')) and x.expires_at > now() and not x.withdrawn returning * into p;
  if p.id is null then return null; end if;
  return (select jsonb_build_object('company', c.name, 'companyAddress', c.address, 'registrationNumber', c.registration_number, 'number', t.number, 'outsideNumber', t.outside_number, 'orderedOn', t.ordered_on, 'title', t.title, 'side', case when t.seller_id = p.company_id then 'S' else 'B' end,
      'partner', (select jsonb_build_object('name', x.name, 'address', x.address) from app.partner x where x.company_id = p.company_id and x.id = t.outside_partner_id), 'deliverTo', t.deliver_to, 'answer', p.answer, 'answeredAt', p.answered_at,
      'lines', (select jsonb_agg(jsonb_build_object('lineNumber', l.line_number, 'code', l.code, 'description', l.description, 'quantity', l.quantity::text, 'unit', l.unit, 'unitPrice', l.unit_price::text, 'amountYen', l.amount_yen::text, 'taxCategory', l.tax_category, 'wantedOn', l.wanted_on, 'promisedOn', l.promised_on, 'state', l.state) order by l.line_number)
                  from app.trade_line l where l.trade_id = t.id))
    from app.trade t join app.company c on c.company_id = p.company_id where t.id = p.trade_id);
end $$;
-- The partner's word arrives as a note for the company, which decides: nothing moves by a link alone.
create function guard.answer_partner_page(page_token text, words jsonb) returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare p app.partner_page;
begin
  update app.partner_page x set answer = words, answered_at = clock_timestamp() where x.token_hash = sha256(convert_to(page_token, 'UTF8')) and x.expires_at > now() and not x.withdrawn and x.answer is null returning * into p;
  if p.id is null then return false; end if;
  insert into app.outbox (company_id, id, kind, subject_id) values (p.company_id, gen_random_uuid(), 'partnerPage.answered', p.trade_id);
  return true;
end $$;
grant execute on function guard.open_partner_page(text), guard.answer_partner_page(text, jsonb) to musubi_app;
grant execute on function guard.trade_face_ins(), guard.trade_line_face_ins(), guard.trade_line_face_upd(), guard.delivery_face_ins(), guard.delivery_line_ins(), guard.delivery_event_ins(), guard.invoice_face_ins(), guard.invoice_line_ins(),
  guard.invoice_answer_ins(), guard.payment_face_ins(), guard.payment_allocation_ins(), guard.payment_receipt_ins(), guard.trade_line_moves(), guard.trade_line_placed() to musubi_owner;
reset role;

set role musubi_owner;
create trigger face_ins after insert on app.trade referencing new table as n for each statement execute function guard.trade_face_ins();
create trigger a_placed after insert on app.trade_line referencing new table as n for each statement execute function guard.trade_line_placed();
create trigger face_ins after insert on app.trade_line referencing new table as n for each statement execute function guard.trade_line_face_ins();
create trigger moves before update on app.trade_line for each row execute function guard.trade_line_moves();
create trigger face_upd after update on app.trade_line referencing new table as n for each statement execute function guard.trade_line_face_upd();
create trigger face_ins after insert on app.delivery referencing new table as n for each statement execute function guard.delivery_face_ins();
create trigger face_ins after insert on app.delivery_line referencing new table as n for each statement execute function guard.delivery_line_ins();
create trigger face_ins after insert on app.delivery_event referencing new table as n for each statement execute function guard.delivery_event_ins();
create trigger face_ins after insert on app.invoice referencing new table as n for each statement execute function guard.invoice_face_ins();
create trigger face_ins after insert on app.invoice_line referencing new table as n for each statement execute function guard.invoice_line_ins();
create trigger face_ins after insert on app.invoice_answer referencing new table as n for each statement execute function guard.invoice_answer_ins();
create trigger face_ins after insert on app.payment referencing new table as n for each statement execute function guard.payment_face_ins();
create trigger face_ins after insert on app.payment_allocation referencing new table as n for each statement execute function guard.payment_allocation_ins();
create trigger face_ins after insert on app.payment_receipt referencing new table as n for each statement execute function guard.payment_receipt_ins();
reset role;
