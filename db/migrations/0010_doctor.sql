-- The invariants of the trade model, asked of a live database. Reports names, counts and ids only, never a company's data.
set role musubi_owner;
call app.let_guard('app.account_map', 'select');
call app.let_guard('app.stock_value', 'select');
call app.let_guard('app.item_stock', 'select');
call app.let_guard('app.work_order_cost', 'select');
reset role;

set role musubi_guard;
-- `compared`: how many things were looked at; none is not a pass. `broken`: how many differ; `examples`: ids of up to five.
create function guard.examine() returns table (invariant text, compared bigint, broken bigint, examples text[]) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  -- 1. Each entry of each company balances, and none is empty.
  return query with e as (select j.company_id, j.id, coalesce(sum(l.amount_yen), 0) <> 0 or count(l.line_number) = 0 bad from app.journal_entry j
      left join app.journal_line l on l.company_id = j.company_id and l.entry_id = j.id group by 1, 2)
    select 'books_balance', count(*), count(*) filter (where bad), (array_agg(id::text) filter (where bad))[1:5] from e;
  -- 2. Stock value equals its accounts, company by company and account by account; shipped goods included.
  return query with v as (select s.company_id, m.account_id, sum(s.value_yen) yen from app.stock_value s
        join app.account_map m on m.company_id = s.company_id and m.role = case s.pool when 'shipped' then 'goodsShipped' else s.account_role end group by 1, 2),
      a as (select l.company_id, l.account_id, sum(l.amount_yen) yen from app.journal_line l where exists (
          select from app.account_map m where m.company_id = l.company_id and m.account_id = l.account_id and m.role in ('finishedGoods', 'merchandise', 'semiFinished', 'rawMaterials', 'supplies', 'goodsShipped')) group by 1, 2),
      b as (select coalesce(v.company_id, a.company_id) c, coalesce(v.account_id, a.account_id) k, coalesce(v.yen, 0) <> coalesce(a.yen, 0) bad from v full join a on a.company_id = v.company_id and a.account_id = v.account_id)
    select 'stock_value_equals_accounts', count(*), count(*) filter (where bad), (array_agg(c || '/' || k) filter (where bad))[1:5] from b;
  -- 3. Each item's row is the sum of its value ledger and of the moves through its real places.
  return query with v as (select company_id, item_id, sum(value_yen) yen, sum(quantity) q from app.stock_value where pool = 'stock' group by 1, 2),
      f as (select x.company_id, x.item_id, sum(x.quantity) q, coalesce(sum(x.quantity) filter (where p.kind = 'at_partner'), 0) away from app.stock_move_face x join app.place p on p.company_id = x.company_id and p.id = x.place_id
              where p.kind in ('storage', 'receiving', 'at_partner') group by 1, 2),
      b as (select coalesce(i.company_id, v.company_id, f.company_id) c, coalesce(i.item_id, v.item_id, f.item_id) k,
                   coalesce(i.value_yen, 0) <> coalesce(v.yen, 0) or coalesce(i.on_hand, 0) <> coalesce(v.q, 0) or coalesce(i.on_hand, 0) <> coalesce(f.q, 0) or coalesce(i.kept_elsewhere, 0) <> coalesce(f.away, 0) bad
              from app.item_stock i full join v on v.company_id = i.company_id and v.item_id = i.item_id full join f on f.company_id = coalesce(i.company_id, v.company_id) and f.item_id = coalesce(i.item_id, v.item_id))
    select 'item_stock_equals_ledgers', count(*), count(*) filter (where bad), (array_agg(c || '/' || k) filter (where bad))[1:5] from b;
  -- 4. No balance row differs from the sum of its moves.
  return query with f as (select company_id, item_id, place_id, lot_id, coalesce(keeper_id, company_id) keeper_id, sum(quantity) q from app.stock_move_face group by 1, 2, 3, 4, 5),
      b as (select coalesce(s.owner_id, f.company_id) c, coalesce(s.item_id, f.item_id) k, coalesce(s.quantity, 0) <> coalesce(f.q, 0) bad from app.stock_balance s
              full join f on f.company_id = s.owner_id and f.item_id = s.item_id and f.place_id = s.place_id and f.lot_id = s.lot_id and f.keeper_id = s.keeper_id)
    select 'balance_equals_moves', count(*), count(*) filter (where bad), (array_agg(c || '/' || k) filter (where bad))[1:5] from b;
  -- 5. Quantity comes and goes only by opening, receipt, shipment to outside, production, scrap and adjustment: any other move inside one company leaves its places' sum as it was.
  return query with m as (select v.id, v.kind, v.owner_id is not distinct from v.to_owner_id one_owner, sum(f.quantity) net, bool_and(p.kind in ('storage', 'receiving', 'at_partner', 'transit')) inside
        from app.stock_move v join app.stock_move_face f on f.move_id = v.id join app.place p on p.company_id = f.company_id and p.id = f.place_id where v.owner_id is not distinct from v.to_owner_id group by 1, 2, 3),
      b as (select id, net <> 0 or inside <> (kind in ('shipment', 'arrival', 'rejection', 'transfer', 'free_issue')) and kind not in ('return', 'acceptance') bad from m)
    select 'quantity_is_conserved', count(*), count(*) filter (where bad), (array_agg(id::text) filter (where bad))[1:5] from b;
  -- 6. What is promised is there, and is what the reservations say.
  return query with r as (select company_id, item_id, sum(allocated) a from app.reservation where state = 'open' group by 1, 2),
      b as (select coalesce(i.company_id, r.company_id) c, coalesce(i.item_id, r.item_id) k, coalesce(i.reserved, 0) <> coalesce(r.a, 0) or coalesce(i.reserved, 0) > greatest(coalesce(i.on_hand - i.kept_elsewhere, 0), 0) bad
              from app.item_stock i full join r on r.company_id = i.company_id and r.item_id = i.item_id)
    select 'reserved_within_stock', count(*), count(*) filter (where bad), (array_agg(c || '/' || k) filter (where bad))[1:5] from b;
  -- 7. Seller's receivable less buyer's payable is what is on its way between them (guard.in_transit lists it): invoice by invoice as both sides see it
  -- open, paper by paper (delivery, invoice) as both books post it, and pair by pair for all that stands on no invoice.
  -- What stands on papers of one face, or was brought forward, is each side's own; of it only what both agreed on as opening items is compared.
  return query with one_faced as (select d.id from app.delivery d where d.outside_partner_id is not null union all select i.id from app.invoice i where i.outside_partner_id is not null union all select y.id from app.payment y where y.outside_partner_id is not null),
      shared as (select l.company_id, l.partner_id, l.role, l.amount_yen from app.journal_line l join app.journal_entry e on e.company_id = l.company_id and e.id = l.entry_id
        where l.role in ('receivable', 'payable') and l.partner_id is not null and e.source_kind <> 'opening' and not exists (select from one_faced f where f.id = e.source_id)),
      carried as (select x.company_id, o.seller_id, o.buyer_id, x.opening_item_id, x.amount_yen from app.opening_item_part x join app.opening_item o on o.id = x.opening_item_id where x.carried_on is not null),
      pairs as (select distinct s.company_id seller, s.linked_company_id buyer, s.id seller_card, b.id buyer_card from app.partner s join app.partner b on b.company_id = s.linked_company_id and b.linked_company_id = s.company_id),
      x as (select p.*, (select coalesce(sum(l.amount_yen), 0) from shared l where l.company_id = p.seller and l.partner_id = p.seller_card and l.role = 'receivable') + (select coalesce(sum(c.amount_yen), 0) from carried c where c.company_id = p.seller and (c.seller_id, c.buyer_id) = (p.seller, p.buyer)) receivable,
                   (select coalesce(-sum(l.amount_yen), 0) from shared l where l.company_id = p.buyer and l.partner_id = p.buyer_card and l.role = 'payable') + (select coalesce(sum(c.amount_yen), 0) from carried c where c.company_id = p.buyer and (c.seller_id, c.buyer_id) = (p.seller, p.buyer)) payable,
                   (select coalesce(sum(y.amount_yen + coalesce((select sum(a.allowance_yen) from app.payment_allocation a where a.payment_id = y.id), 0)), 0) from app.payment y
                     where y.seller_id = p.seller and y.buyer_id = p.buyer and y.kind in ('transfer', 'cash', 'claim', 'offset') and not exists (select from app.payment_receipt r where r.payment_id = y.id)) in_transit,
                   exists (select from shared l where l.company_id = p.seller and l.partner_id = p.seller_card and l.role = 'receivable') known from pairs p),
      sent as (select a.invoice_id, sum(a.amount_yen + a.allowance_yen) yen from app.payment_allocation a where not exists (select from app.payment_receipt r where r.payment_id = a.payment_id) group by 1),
      papers as (select e.source_kind, e.source_id, coalesce(sum(l.amount_yen) filter (where l.role = 'receivable'), 0) + coalesce(sum(l.amount_yen) filter (where l.role = 'payable'), 0) difference from app.journal_entry e
          join app.journal_line l on l.company_id = e.company_id and l.entry_id = e.id and l.role in ('receivable', 'payable') where e.source_kind in ('delivery', 'invoice') group by 1, 2),
      b as (select seller || '/' || buyer k, receivable - payable <> in_transit bad from x where known or receivable <> 0 or payable <> 0
            union all select i.id::text, s.total_yen <> b.total_yen or b.settled_yen - s.settled_yen <> coalesce(t.yen, 0) from app.invoice i
              join app.invoice_face s on s.company_id = i.seller_id and s.invoice_id = i.id join app.invoice_face b on b.company_id = i.buyer_id and b.invoice_id = i.id left join sent t on t.invoice_id = i.id
            union all select p.source_kind || '/' || p.source_id, p.difference <> 0 from papers p left join app.delivery d on p.source_kind = 'delivery' and d.id = p.source_id left join app.invoice i on p.source_kind = 'invoice' and i.id = p.source_id
              where coalesce(d.seller_id, i.seller_id) is not null and coalesce(d.buyer_id, i.buyer_id) is not null)
    select 'receivable_meets_payable', count(*), count(*) filter (where bad), (array_agg(k) filter (where bad))[1:5] from b;
  -- 7b. An agreed opening item is one invoice of both, carried whole from the papers of each; none without its agreement. One that still waits for its answer is
  -- no part of it: guard.in_transit lists it.
  return query with carried as (select x.company_id, x.opening_item_id, x.amount_yen from app.opening_item_part x where x.carried_on is not null),
      b as (select coalesce(o.id, i.id)::text k, o.id is null or i.total_yen is distinct from o.amount_yen or i.seller_id is distinct from o.seller_id or i.buyer_id is distinct from o.buyer_id
                or (select sum(c.amount_yen) from carried c where c.opening_item_id = o.id and c.company_id = o.seller_id) is distinct from o.amount_yen or (select sum(c.amount_yen) from carried c where c.opening_item_id = o.id and c.company_id = o.buyer_id) is distinct from o.amount_yen bad
              from (select * from app.opening_item a where a.state = 'agreed') o full join (select * from app.invoice a where a.is_opening) i on i.id = o.id
            union all select f.invoice_id || '/carried', f.settled_yen + f.carried_yen > abs(f.total_yen) or f.carried_yen <> (select coalesce(sum(abs(x.amount_yen)), 0) from app.opening_item_part x where x.company_id = f.company_id and x.kind = 'invoice' and x.source_id = f.invoice_id and x.carried_on is not null)
              from app.invoice_face f where f.carried_yen <> 0
            union all select x.source_id || '/billed', true from app.opening_item_part x join app.invoice_line l on l.delivery_event_id = x.source_id where x.kind = 'event' and x.carried_on is not null)
    select 'opening_items_agreed', count(*), count(*) filter (where bad), (array_agg(k) filter (where bad))[1:5] from b;
  -- 8. Both faces of a trade line say what the shared line says, and nobody else has one; what they count is what was delivered and judged.
  return query with e as (select trade_id, trade_line_number n, coalesce(sum(quantity) filter (where kind in ('accepted', 'specially_accepted')), 0) accepted, coalesce(sum(quantity) filter (where kind = 'rejected'), 0) rejected, coalesce(sum(quantity) filter (where kind = 'returned'), 0) returned from app.delivery_event group by 1, 2),
      d as (select trade_id, trade_line_number n, sum(quantity) shipped from app.delivery_line group by 1, 2),
      b as (select l.trade_id || '/' || l.line_number k, (select count(*) from app.trade_line_face f where f.company_id in (l.seller_id, l.buyer_id) and f.trade_id = l.trade_id and f.line_number = l.line_number) <> (l.seller_id is not null)::int + (l.buyer_id is not null)::int
              or exists (select from app.trade_line_face f where f.company_id in (l.seller_id, l.buyer_id) and f.trade_id = l.trade_id and f.line_number = l.line_number and ((f.quantity, f.unit_price, f.amount_yen, f.wanted_on, f.state) is distinct from (l.quantity, l.unit_price, l.amount_yen, l.wanted_on, l.state)
                    or f.promised_on is distinct from l.promised_on or f.accepted <> coalesce(e.accepted, 0) or f.rejected <> coalesce(e.rejected, 0) or f.returned <> coalesce(e.returned, 0) or f.shipped <> coalesce(d.shipped, 0) - coalesce(e.rejected, 0) - coalesce(e.returned, 0))) bad
              from app.trade_line l join app.trade t on t.id = l.trade_id and not t.is_history left join e on e.trade_id = l.trade_id and e.n = l.line_number left join d on d.trade_id = l.trade_id and d.n = l.line_number
            union all select f.trade_id || '/' || f.line_number, true from app.trade_line_face f where not exists (select from app.trade_line l where l.trade_id = f.trade_id and l.line_number = f.line_number and f.company_id in (l.seller_id, l.buyer_id))
            union all select f.trade_id::text, true from app.trade_face f where not exists (select from app.trade t where t.id = f.trade_id and f.company_id in (t.seller_id, t.buyer_id)))
    select 'faces_agree', count(*), count(*) filter (where bad), (array_agg(k) filter (where bad))[1:5] from b;
  -- 9. An invoice is the sum of its lines and taxes, and both sides see as settled what was paid on it.
  return query with b as (select i.id::text k, i.net_yen <> (select coalesce(sum(l.amount_yen), 0) from app.invoice_line l where l.invoice_id = i.id) or i.tax_yen <> (select coalesce(sum(t.tax_yen), 0) from app.invoice_tax t where t.invoice_id = i.id)
              or exists (select from app.invoice_face f where f.invoice_id = i.id and f.side = 'B' and f.settled_yen <> (select coalesce(sum(a.amount_yen + a.allowance_yen), 0) from app.payment_allocation a where a.invoice_id = i.id))
              or exists (select from app.invoice_face f where f.invoice_id = i.id and f.side = 'S' and f.settled_yen <> (select coalesce(sum(a.amount_yen + a.allowance_yen), 0) from app.payment_allocation a join app.payment_receipt r on r.payment_id = a.payment_id where a.invoice_id = i.id)) bad
              from app.invoice i)
    select 'invoices_add_up', count(*), count(*) filter (where bad), (array_agg(k) filter (where bad))[1:5] from b;
  -- 10. Each step of a chain stands as its trade says, and what a step gives is enough for the step it feeds.
  return query with s as (select c.*, l.quantity line_quantity, l.state, o.state origin_state from app.chain_step c join app.value_chain v on v.company_id = c.company_id and v.id = c.chain_id
        left join app.trade_line l on l.trade_id = c.trade_id and l.line_number = c.trade_line_number left join app.trade_line o on o.trade_id = v.origin_trade_id and o.line_number = c.chain_line_number),
      -- a step done in parts gives what its parts give
      g as (select company_id, chain_id, chain_line_number, step_number, feeds_step_number, min(quantity_per) per, min(yield) yield, sum(quantity) quantity, bool_or(coalesce(state, '') = 'cancelled' or coalesce(origin_state, '') = 'cancelled') is_over from s group by 1, 2, 3, 4, 5),
      -- What feeds a step beside what the step needs, by sorting: as a join of two parts nobody knows the size of, it compared every step with every other.
      x as (select company_id, chain_id, chain_line_number, feeds_step_number at_step, step_number, quantity, per, is_over, null::numeric need, null::boolean is_need_over from g where feeds_step_number is not null
        union all select company_id, chain_id, chain_line_number, step_number, null, null, null, null, quantity / yield, is_over from g),
      short as (select y.chain_id, y.chain_line_number, y.step_number from (select x.*, max(x.need) over w needed, bool_or(x.is_need_over) over w is_needed_over from x window w as (partition by x.company_id, x.chain_id, x.chain_line_number, x.at_step)) y
        where y.step_number is not null and not y.is_over and not y.is_needed_over and y.quantity < trunc(y.needed * y.per, 6)),
      b as (select s.chain_id || '/' || s.chain_line_number || '/' || s.step_number k, s.trade_id is not null and (s.line_quantity is null or s.line_quantity <> s.quantity and s.state in ('placed', 'confirmed'))
              or (s.chain_id, s.chain_line_number, s.step_number) in (select h.chain_id, h.chain_line_number, h.step_number from short h) bad from s)
    select 'chains_fit', count(*), count(*) filter (where bad), (array_agg(k) filter (where bad))[1:5] from b;
  -- 11. Work in process of the books is what stands on the work orders.
  return query with w as (select c.company_id, m.account_id, sum(c.amount_yen) yen from app.work_order_cost c join app.account_map m on m.company_id = c.company_id and m.role = 'workInProcess' group by 1, 2),
      a as (select l.company_id, l.account_id, sum(l.amount_yen) yen from app.journal_line l join app.account_map m on m.company_id = l.company_id and m.account_id = l.account_id and m.role = 'workInProcess' group by 1, 2),
      b as (select coalesce(w.company_id, a.company_id)::text k, coalesce(w.yen, 0) <> coalesce(a.yen, 0) bad from w full join a on a.company_id = w.company_id and a.account_id = w.account_id)
    select 'work_in_process_equals_orders', count(*), count(*) filter (where bad), (array_agg(k) filter (where bad))[1:5] from b;
  -- 12. Folded account balances are the lines behind their mark.
  return query with m as (select xid from guard.mark where name = 'fold'),
      l as (select company_id, account_id, to_char(posted_on, 'YYYY-MM') mm, coalesce(sum(amount_yen) filter (where amount_yen > 0), 0) d, coalesce(-sum(amount_yen) filter (where amount_yen < 0), 0) c from app.journal_line, m where journal_line.xid < m.xid group by 1, 2, 3),
      b as (select coalesce(a.company_id, l.company_id) || '/' || coalesce(a.account_id, l.account_id) k, coalesce(a.debit_yen, 0) <> coalesce(l.d, 0) or coalesce(a.credit_yen, 0) <> coalesce(l.c, 0) bad
              from app.account_balance a full join l on l.company_id = a.company_id and l.account_id = a.account_id and l.mm = a.month)
    select 'folded_balances_equal_lines', count(*), count(*) filter (where bad), (array_agg(k) filter (where bad))[1:5] from b;
  -- 13. The audit chain: every sealed row is as it was when it was sealed, and none is missing from the chain.
  return query with s as (select z.company_id, z.n, z.hash, lag(z.hash, 1, ''::bytea) over w previous, lag(z.n, 1, 0::bigint) over w before, a.id audit_id, guard.audit_digest(a) digest from app.seal z left join app.audit a on a.company_id = z.company_id and a.id = z.audit_id window w as (partition by z.company_id order by z.n)),
      b as (select company_id || '/' || n k, audit_id is null or n <> before + 1 or hash <> sha256(previous || digest) bad from s
            union all select h.company_id || '/head', not exists (select from app.seal z where z.company_id = h.company_id and z.n = h.n and z.hash = h.hash) from guard.head h
            union all select a.company_id || '/' || a.id, true from app.audit a, guard.mark m where m.name = 'seal' and a.xid < m.xid and not exists (select from app.seal z where z.company_id = a.company_id and z.audit_id = a.id))
    select 'audit_is_sealed', count(*), count(*) filter (where bad), (array_agg(k) filter (where bad))[1:5] from b;
  -- 14. Where title passes between two companies, as many pieces come in as went out: each side in its own unit.
  return query with b as (select v.id::text k, v.from_quantity * l.buyer_factor <> v.to_quantity * l.seller_factor bad from app.stock_move v
        join app.trade_line l on l.trade_id = v.trade_id and l.line_number = v.trade_line_number where v.owner_id <> v.to_owner_id)
    select 'title_passes_whole', count(*), count(*) filter (where bad), (array_agg(k) filter (where bad))[1:5] from b;
end $$;
-- What is on its way between two companies and makes a seller's receivable differ from the buyer's payable: payments sent and not received, and
-- acceptances one side has in its books and the other not. Ids only.
create function guard.in_transit() returns table (what text, number_of bigint, ids uuid[]) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select 'payments', count(*), coalesce(array_agg(p.id order by p.id), '{}') from app.payment p where p.seller_id is not null and p.buyer_id is not null and p.reverses_id is null and p.kind <> 'advance'
    and not exists (select from app.payment_receipt r where r.payment_id = p.id) and not exists (select from app.payment y where y.reverses_id = p.id)
  union all select 'acceptances', count(*), coalesce(array_agg(d.id order by d.id), '{}') from app.delivery d where d.seller_id is not null and d.buyer_id is not null
    and (select count(distinct e.company_id) from app.journal_entry e where e.trade_id in (select l.trade_id from app.delivery_line l where l.delivery_id = d.id) and e.source_kind = 'delivery' and e.source_id = d.id and e.kind in ('goods_accepted_sold', 'goods_accepted_bought')) = 1 $$;
-- How far behind the sealer and the folder are: seconds since they last ran.
create function guard.marks() returns table (name text, seconds double precision) language sql stable security definer set search_path = pg_catalog, pg_temp as $$ select name, extract(epoch from clock_timestamp() - at) from guard.mark $$;
grant execute on function guard.examine(), guard.marks(), guard.in_transit() to musubi_job;
reset role;
