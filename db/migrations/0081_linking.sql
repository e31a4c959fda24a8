-- What stood between two companies before they were linked: open items both agree on.
set role musubi_owner;
-- An open receivable and payable from before the link, proposed by one side. Agreed, it is an invoice of both under the same id; until then each
-- side's books keep their own papers and nothing of them is shown but what stands here.
create table app.opening_item (
  id uuid primary key, seller_id uuid not null references app.company, buyer_id uuid not null references app.company, proposed_by uuid not null references app.company,
  number text not null check (number <> ''), documented_on date not null, due_on date not null, amount_yen bigint not null check (amount_yen <> 0), words text not null default '', round int not null default 1,
  state text not null default 'proposed' check (state in ('proposed', 'differs', 'agreed', 'withdrawn')), answer_yen bigint, answer_words text not null default '',
  proposed_at timestamptz not null default clock_timestamp(), answered_at timestamptz, agreed_on date,
  check (seller_id <> buyer_id), check (proposed_by in (seller_id, buyer_id)), check ((state = 'agreed') = (agreed_on is not null)));
create index on app.opening_item (seller_id, proposed_at desc, id);
create index on app.opening_item (buyer_id, proposed_at desc, id);
call app.declare_pair('app.opening_item', 'select');
create policy propose on app.opening_item for insert with check ((select guard.current_company()) in (seller_id, buyer_id) and proposed_by = (select guard.current_company()) and state = 'proposed' and round = 1
  and exists (select from app.partner_link l where l.state = 'linked' and (l.from_company_id, l.to_company_id) in ((opening_item.seller_id, opening_item.buyer_id), (opening_item.buyer_id, opening_item.seller_id))));
grant insert (id, seller_id, buyer_id, proposed_by, number, documented_on, due_on, amount_yen, words) on app.opening_item to musubi_app, musubi_job;
-- Who said what when, kept by the guard.
create table app.opening_item_word (
  opening_item_id uuid not null references app.opening_item, seq int not null, seller_id uuid not null, buyer_id uuid not null, by_company_id uuid not null,
  kind text not null check (kind in ('proposed', 'differs', 'agreed', 'withdrawn')), amount_yen bigint, words text not null default '', said_at timestamptz not null default clock_timestamp(), primary key (opening_item_id, seq));
call app.declare_pair('app.opening_item_word', 'select');
-- What of one company's own books an item stands for, round by round: an invoice, accepted goods on no invoice, or what the ledger holds beside them.
-- Never shown to the other side. With both sides' word the part is carried: it stands on the shared item and no longer on the own paper.
create table app.opening_item_part (
  company_id uuid not null, opening_item_id uuid not null references app.opening_item, round int not null, part_number int not null, kind text not null check (kind in ('invoice', 'event', 'ledger')),
  source_id uuid, amount_yen bigint not null check (amount_yen <> 0), carried_on date, check ((source_id is null) = (kind = 'ledger')), primary key (company_id, opening_item_id, round, part_number));
create unique index on app.opening_item_part (company_id, opening_item_id, round, kind, coalesce(source_id, '00000000-0000-0000-0000-000000000000'));
create index on app.opening_item_part (company_id, kind, source_id);
call app.declare_private('app.opening_item_part', 'select');
grant insert (company_id, opening_item_id, round, part_number, kind, source_id, amount_yen) on app.opening_item_part to musubi_app, musubi_job;
call app.let_guard('app.opening_item_part', 'select, update');
-- Only guard.agree_opening_item makes one.
alter table app.invoice add column is_opening boolean not null default false;
alter table app.invoice_face add column carried_yen bigint not null default 0 check (carried_yen >= 0);
-- Papers of one face are found by the card of the partner they were exchanged with.
create index on app.trade (outside_partner_id) where outside_partner_id is not null;
create index on app.delivery (outside_partner_id) where outside_partner_id is not null;
create index on app.invoice (outside_partner_id) where outside_partner_id is not null;
reset role;

set role musubi_guard;
-- Each word of either side, and the news of it for the other.
create function guard.opening_item_said() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me uuid := guard.current_company(); said text := case when tg_op = 'INSERT' then 'proposed' when new.round > old.round then 'proposed' else new.state end;
begin
  insert into app.opening_item_word (opening_item_id, seq, seller_id, buyer_id, by_company_id, kind, amount_yen, words)
    select new.id, 1 + count(*), new.seller_id, new.buyer_id, me, said, case said when 'differs' then new.answer_yen else new.amount_yen end, case said when 'proposed' then new.words when 'differs' then new.answer_words else '' end
      from app.opening_item_word w where w.opening_item_id = new.id;
  insert into app.outbox (company_id, id, kind, subject_id)
    select c, gen_random_uuid(), 'accounting.opening_item.' || said, new.id from unnest(array[new.seller_id, new.buyer_id]) c where c <> me;
  return null; end $$;
grant execute on function guard.opening_item_said() to musubi_owner;
-- What the ledger of a company holds with a partner beside its papers: opening balances and entries by hand, less what was carried from them. Plus: owed to the seller.
create function guard.opening_rest(company uuid, card uuid, side text) returns bigint language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select (case side when 'S' then 1 else -1 end * coalesce((select sum(l.amount_yen) from app.account_map m join app.journal_line l on l.company_id = m.company_id and l.account_id = m.account_id and l.partner_id = card
              join app.journal_entry e on e.company_id = l.company_id and e.id = l.entry_id where m.company_id = company and m.role = case side when 'S' then 'receivable' else 'payable' end and e.source_kind not in ('delivery', 'invoice', 'payment')), 0)
    - coalesce((select sum(x.amount_yen) from app.opening_item_part x join app.opening_item o on o.id = x.opening_item_id join app.partner p on p.company_id = company and p.id = card
              where x.company_id = company and x.kind = 'ledger' and x.carried_on is not null and case side when 'S' then (o.seller_id, o.buyer_id) = (company, p.linked_company_id) else (o.seller_id, o.buyer_id) = (p.linked_company_id, company) end), 0))::bigint $$;
-- Does a company's own paper, or its ledger, hold so much that is open with this partner? Papers of one face only: what both share is no opening item.
create function guard.holds_opening_part(company uuid, card uuid, side text, part app.opening_item_part) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case part.kind
    when 'invoice' then exists (select from app.invoice i join app.invoice_face f on f.company_id = company and f.invoice_id = i.id and f.side = holds_opening_part.side
        where i.id = part.source_id and i.outside_partner_id = card and sign(i.total_yen) = sign(part.amount_yen) and abs(i.total_yen) - f.settled_yen - f.carried_yen >= abs(part.amount_yen))
    when 'event' then exists (select from app.delivery_event e join app.delivery d on d.id = e.delivery_id
        where e.id = part.source_id and d.outside_partner_id = card and case holds_opening_part.side when 'S' then e.seller_id else e.buyer_id end = company and e.kind in ('accepted', 'specially_accepted', 'returned', 'price_settled')
          and case e.kind when 'returned' then -1 else 1 end * (e.amount_yen + coalesce(e.tax_yen, 0)) = part.amount_yen and not exists (select from app.invoice_line l where l.delivery_event_id = e.id)
          and not exists (select from app.opening_item_part c where c.company_id = company and c.kind = 'event' and c.source_id = e.id and c.carried_on is not null))
    else (select sign(r.yen) = sign(part.amount_yen) and abs(r.yen) >= abs(part.amount_yen) from guard.opening_rest(company, card, side) r (yen)) end $$;
-- The other side agrees to what it saw. Only where both books hold exactly this, it becomes one item of both, as an invoice that posts nothing: each side's
-- own papers are carried to it. Answers 'agreed', or whose books do not hold it: 'own', 'theirs'.
create function guard.agree_opening_item(item uuid, seen_round int, on_day date) returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me uuid := guard.current_company(); o app.opening_item; s record; p app.opening_item_part;
begin
  select * into o from app.opening_item x where x.id = item and me in (x.seller_id, x.buyer_id) for update;
  if o.id is null or o.proposed_by = me or o.state <> 'proposed' or o.round <> seen_round then raise exception 'no such proposal' using errcode = '42501'; end if;
  -- An invoice over goods of either card waits here, or is waited for (guard.invoice_line_before_link): goods are billed or carried, never both.
  perform from app.partner x where (x.company_id, x.linked_company_id) in ((o.seller_id, o.buyer_id), (o.buyer_id, o.seller_id)) order by x.company_id for update;
  perform from app.invoice i where i.id in (select x.source_id from app.opening_item_part x where x.opening_item_id = item and x.round = o.round and x.kind = 'invoice') order by i.id for update;
  for s in select c.company, c.side, (select x.id from app.partner x where x.company_id = c.company and x.linked_company_id = c.other) card from (values (o.seller_id, 'S', o.buyer_id), (o.buyer_id, 'B', o.seller_id)) c (company, side, other) loop
    if (select coalesce(sum(x.amount_yen), 0) from app.opening_item_part x where x.company_id = s.company and x.opening_item_id = item and x.round = o.round) <> o.amount_yen then return case when s.company = me then 'own' else 'theirs' end; end if;
    for p in select * from app.opening_item_part x where x.company_id = s.company and x.opening_item_id = item and x.round = o.round loop
      if not guard.holds_opening_part(s.company, s.card, s.side, p) then return case when s.company = me then 'own' else 'theirs' end; end if;
    end loop;
  end loop;
  update app.opening_item_part x set carried_on = on_day where x.company_id in (o.seller_id, o.buyer_id) and x.opening_item_id = item and x.round = o.round;
  update app.invoice_face f set carried_yen = f.carried_yen + abs(x.amount_yen), state = guard.invoice_state(f.invoice_id, f.state, abs(f.total_yen) - f.settled_yen - f.carried_yen - abs(x.amount_yen))
    from app.opening_item_part x where x.opening_item_id = item and x.round = o.round and x.kind = 'invoice' and f.company_id = x.company_id and f.invoice_id = x.source_id;
  insert into app.invoice (id, seller_id, buyer_id, number, issued_by, issued_on, due_on, tax_rounding, net_yen, tax_yen, total_yen, is_opening) values (o.id, o.seller_id, o.buyer_id, o.number, 'seller', on_day, o.due_on, 'down', o.amount_yen, 0, o.amount_yen, true);
  insert into app.invoice_line (invoice_id, line_number, seller_id, buyer_id, supplied_on, code, description, quantity, unit, unit_price, amount_yen, tax_category)
    values (o.id, 1, o.seller_id, o.buyer_id, o.documented_on, o.number, o.number, 1, '式', o.amount_yen, o.amount_yen, 'out_of_scope');
  insert into app.invoice_answer (invoice_id, seq, seller_id, buyer_id, kind, answered_by) values (o.id, 1, o.seller_id, o.buyer_id, 'acknowledged', o.buyer_id);
  update app.opening_item x set state = 'agreed', agreed_on = on_day, answered_at = clock_timestamp() where x.id = item;
  insert into app.audit (company_id, id, command, subject_kind, subject_id, details) values (o.proposed_by, gen_random_uuid(), 'accounting.openingItemAgreed', 'openingItem', item, jsonb_build_object('number', o.number));
  return 'agreed';
end $$;
-- The other side says what differs.
create function guard.dispute_opening_item(item uuid, seen_round int, yen bigint, why text) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ begin
  update app.opening_item x set state = 'differs', answer_yen = yen, answer_words = why, answered_at = clock_timestamp()
   where x.id = item and guard.current_company() in (x.seller_id, x.buyer_id) and x.proposed_by <> guard.current_company() and x.state = 'proposed' and x.round = seen_round;
  if not found then raise exception 'no such proposal' using errcode = '42501'; end if; end $$;
-- The side that proposed it proposes anew after the other's word, or takes it back; never once it is agreed.
create function guard.repropose_opening_item(item uuid, seen_round int, new_due date, yen bigint, why text) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ begin
  update app.opening_item x set state = 'proposed', round = x.round + 1, due_on = new_due, amount_yen = yen, words = why, answer_yen = null, answer_words = '', proposed_at = clock_timestamp(), answered_at = null
   where x.id = item and x.proposed_by = guard.current_company() and x.state = 'differs' and x.round = seen_round;
  if not found then raise exception 'no such proposal' using errcode = '42501'; end if; end $$;
create function guard.withdraw_opening_item(item uuid) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ begin
  update app.opening_item x set state = 'withdrawn', answered_at = clock_timestamp() where x.id = item and x.proposed_by = guard.current_company() and x.state in ('proposed', 'differs');
  if not found then raise exception 'no such proposal' using errcode = '42501'; end if; end $$;
-- The same of the acting company's own ledger.
create function guard.my_opening_rest(card uuid, side text) returns bigint language sql stable security definer set search_path = pg_catalog, pg_temp as $$ select guard.opening_rest(guard.current_company(), card, side) $$;
grant execute on function guard.my_opening_rest(uuid, text), guard.agree_opening_item(uuid, int, date), guard.dispute_opening_item(uuid, int, bigint, text), guard.repropose_opening_item(uuid, int, date, bigint, text), guard.withdraw_opening_item(uuid) to musubi_app;
-- A link proposed, answered or taken back is told to the company that did not do it.
create function guard.partner_link_said() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ begin
  insert into app.outbox (company_id, id, kind, subject_id)
    select c, gen_random_uuid(), 'parties.partner_link.' || new.state, new.id from unnest(array[new.from_company_id, new.to_company_id]) c where c is distinct from guard.current_company();
  return null; end $$;
grant execute on function guard.partner_link_said() to musubi_owner;
-- As in 0004; but both cards are locked first, in the order in which an agreed opening item locks them, and neither may stand for anybody yet.
create or replace function guard.answer_partner_link(link uuid, accept boolean, own_partner uuid) returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me uuid := guard.current_company(); l app.partner_link;
begin
  select * into l from app.partner_link x where x.id = link and x.to_company_id = me and x.state = 'proposed' for update;
  if l.id is null then raise exception 'no such proposal' using errcode = '42501'; end if;
  if accept then
    perform from app.partner p where (p.company_id, p.id) in ((l.from_company_id, l.from_partner_id), (me, own_partner)) order by p.company_id for update;
    if (select count(*) from app.partner p where (p.company_id, p.id) in ((l.from_company_id, l.from_partner_id), (me, own_partner)) and p.linked_company_id is null) <> 2 then
      raise exception 'choose your own card' using errcode = '42501'; end if;
    update app.partner p set linked_company_id = case p.company_id when me then l.from_company_id else me end, linked_on = current_date, version = p.version + 1
     where (p.company_id, p.id) in ((l.from_company_id, l.from_partner_id), (me, own_partner));
  end if;
  update app.partner_link x set state = case when accept then 'linked' else 'declined' end, answered_at = statement_timestamp(), to_partner_id = own_partner where x.id = link;
  return case when accept then 'linked' else 'declined' end;
end $$;
-- A payment of opening items alone names no trade, so no door leads to its other side: each side hears of it here, as of an advance (0083).
create function guard.opening_payment(payment uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from app.payment_allocation a join app.payment p on p.id = a.payment_id where a.payment_id = payment and p.kind <> 'advance')
    and not exists (select from app.payment_allocation a join app.invoice i on i.id = a.invoice_id where a.payment_id = payment and not i.is_opening) $$;
create function guard.opening_payment_sent() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ begin
  insert into app.outbox (company_id, id, kind, subject_id)
    select c, gen_random_uuid(), case when p.reverses_id is null then 'payment.sent' else 'payment.reversed' end, coalesce(p.reverses_id, p.id)
      from app.payment p cross join lateral unnest(array[p.seller_id, p.buyer_id]) c
     where p.id in (select n.payment_id from n) and p.kind <> 'advance' and c is distinct from guard.current_company() and c is not null and guard.opening_payment(p.id);
  return null; end $$;
create function guard.opening_payment_arrived() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ begin
  insert into app.outbox (company_id, id, kind, subject_id)
    select c, gen_random_uuid(), 'payment.received', n.payment_id from n cross join lateral unnest(array[n.seller_id, n.buyer_id]) c
     where c is distinct from guard.current_company() and c is not null and guard.opening_payment(n.payment_id);
  return null; end $$;
grant execute on function guard.opening_payment_sent(), guard.opening_payment_arrived() to musubi_owner;
-- Goods of an order from before a link stand on an invoice of one face, all others on one of two, never both on one; and what an opening item carries is
-- not billed again. The card is locked first: who links, or agrees to an item, at this moment is waited for, and what it did is seen.
create function guard.invoice_line_before_link() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ begin
  perform from app.partner p where (p.company_id, p.id) in (select coalesce(i.seller_id, i.buyer_id), i.outside_partner_id from app.invoice i where i.id in (select n.invoice_id from n) and i.outside_partner_id is not null) order by p.company_id, p.id for share;
  if exists (select from n join app.invoice i on i.id = n.invoice_id join app.trade t on t.id = n.trade_id where t.outside_partner_id is distinct from i.outside_partner_id) then
    raise exception 'goods from before and after a link stand on one invoice' using errcode = '23514', constraint = 'invoice_of_one_face'; end if;
  if exists (select from n join app.invoice i on i.id = n.invoice_id join app.opening_item_part x on x.company_id = coalesce(i.seller_id, i.buyer_id) and x.kind = 'event' and x.source_id = n.delivery_event_id
             where i.outside_partner_id is not null and x.carried_on is not null) then
    raise exception 'carried to an opening item' using errcode = '40001'; end if;
  return null; end $$;
grant execute on function guard.invoice_line_before_link() to musubi_owner;
-- What another company had itself sent to this one before both agreed to a link: its orders, its delivery notes, the invoices and statements it issued. Only
-- to the company its card stands for, only while both cards stand for each other; as the paper said it, without notes, costs or anything of its own books.
-- `card` is the reader's own card of that company.
create function guard.earlier_papers(card uuid) returns table (kind text, id uuid, side text, number text, dated_on date, total_yen bigint) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with sender as (select q.company_id, q.id from app.partner p join app.partner q on q.company_id = p.linked_company_id and q.linked_company_id = p.company_id where p.company_id = guard.current_company() and p.id = card
      and exists (select from app.partner_link l where l.state = 'linked' and (l.from_company_id, l.from_partner_id, l.to_company_id, l.to_partner_id) in ((p.company_id, p.id, q.company_id, q.id), (q.company_id, q.id, p.company_id, p.id))))
  select 'order', t.id, 'S', t.number, t.ordered_on, (select sum(l.amount_yen)::bigint from app.trade_line l where l.trade_id = t.id and l.state in ('placed', 'confirmed')) from sender s join app.trade t on t.outside_partner_id = s.id and t.buyer_id = s.company_id
    where exists (select from app.trade_line l where l.trade_id = t.id and l.state in ('placed', 'confirmed'))
  union all select 'delivery', d.id, 'B', d.number, d.shipped_on, null from sender s join app.delivery d on d.outside_partner_id = s.id and d.seller_id = s.company_id
  union all select 'invoice', i.id, case when i.seller_id is null then 'S' else 'B' end, i.number, i.issued_on, i.total_yen from sender s join app.invoice i on i.outside_partner_id = s.id
    and case i.issued_by when 'seller' then i.seller_id else i.buyer_id end = s.company_id $$;
create function guard.earlier_paper(card uuid, paper uuid) returns jsonb language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('kind', e.kind, 'id', e.id, 'side', e.side, 'number', e.number, 'datedOn', e.dated_on, 'totalYen', e.total_yen::text,
    'dueOn', i.due_on, 'netYen', i.net_yen::text, 'taxYen', i.tax_yen::text,
    'lines', case e.kind
      when 'order' then (select jsonb_agg(jsonb_build_object('lineNumber', l.line_number, 'dueOn', l.wanted_on, 'code', l.code, 'description', l.description, 'quantity', trim_scale(l.quantity)::text, 'unit', l.unit, 'unitPrice', trim_scale(l.unit_price)::text, 'amountYen', l.amount_yen::text) order by l.line_number)
        from app.trade_line l where l.trade_id = e.id and l.state in ('placed', 'confirmed'))
      when 'delivery' then (select jsonb_agg(jsonb_build_object('lineNumber', x.line_number, 'dueOn', null, 'code', l.code, 'description', l.description, 'quantity', trim_scale(x.quantity)::text, 'unit', l.unit, 'unitPrice', null, 'amountYen', null) order by x.line_number)
        from app.delivery_line x join app.trade_line l on l.trade_id = x.trade_id and l.line_number = x.trade_line_number where x.delivery_id = e.id)
      else (select jsonb_agg(jsonb_build_object('lineNumber', l.line_number, 'dueOn', l.supplied_on, 'code', l.code, 'description', l.description, 'quantity', trim_scale(l.quantity)::text, 'unit', l.unit, 'unitPrice', trim_scale(l.unit_price)::text, 'amountYen', l.amount_yen::text) order by l.line_number)
        from app.invoice_line l where l.invoice_id = e.id) end)
  from guard.earlier_papers(card) e left join app.invoice i on e.kind = 'invoice' and i.id = e.id where e.id = paper $$;
-- As in 0010, and the opening items that wait for an answer: they stand in each side's own books only, and make no two books differ.
create or replace function guard.in_transit() returns table (what text, number_of bigint, ids uuid[]) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select 'payments', count(*), coalesce(array_agg(p.id order by p.id), '{}') from app.payment p where p.seller_id is not null and p.buyer_id is not null and p.reverses_id is null and p.kind <> 'advance'
    and not exists (select from app.payment_receipt r where r.payment_id = p.id) and not exists (select from app.payment y where y.reverses_id = p.id)
  union all select 'acceptances', count(*), coalesce(array_agg(d.id order by d.id), '{}') from app.delivery d where d.seller_id is not null and d.buyer_id is not null
    and (select count(distinct e.company_id) from app.journal_entry e where e.trade_id in (select l.trade_id from app.delivery_line l where l.delivery_id = d.id) and e.source_kind = 'delivery' and e.source_id = d.id and e.kind in ('goods_accepted_sold', 'goods_accepted_bought')) = 1
  union all select 'openingItems', count(*), coalesce(array_agg(o.id order by o.id), '{}') from app.opening_item o where o.state in ('proposed', 'differs') $$;
grant execute on function guard.earlier_papers(uuid), guard.earlier_paper(uuid, uuid) to musubi_app;
reset role;
set role musubi_owner;
create trigger said after insert or update on app.opening_item for each row execute function guard.opening_item_said();
create trigger before_link after insert on app.invoice_line referencing new table as n for each statement execute function guard.invoice_line_before_link();
create trigger opening_payment_sent after insert on app.payment_allocation referencing new table as n for each statement execute function guard.opening_payment_sent();
create trigger opening_payment_arrived after insert on app.payment_receipt referencing new table as n for each statement execute function guard.opening_payment_arrived();
create trigger link_said after insert or update on app.partner_link for each row execute function guard.partner_link_said();
reset role;
