import type { BenchDatabase } from "./bench-database.ts";
import { connect } from "./live-database.ts";

/**
 * How many days of a work centre or an item are promised beyond what there is. Reckons by itself from the records, day by day and minute by
 * minute: it shares no code with what makes the promises.
 */
export async function countOverbooked(
  database: BenchDatabase,
  company: string,
): Promise<{ checked: number; overbooked: number }> {
  const client = await connect(database);
  const ask = async <Row extends object>(text: string): Promise<Row[]> =>
    (await client.query<Row>(text, [company])).rows;
  const alive = "(p.state = 'confirmed' or p.state = 'held' and p.expires_at > clock_timestamp())";
  const uses = await ask<{ kind: string; subject: string; day: number; amount: number }>(
    `select u.kind, u.subject_id subject, u.on_date - current_date "day", sum(u.amount)::float8 amount from app.promise p join app.promise_use u on u.company_id = p.company_id and u.promise_id = p.id where p.company_id = $1 and ${alive} group by 1, 2, 3`,
  );
  // The work of orders no promise made, as it would be laid: by its last day, each piece from its first day into what is left.
  const work = await ask<{ subject: string; from: number; to: number; minutes: number }>(
    `select o.at_work_center_id subject, o.planned_start_on - current_date "from", o.planned_finish_on - current_date "to", ceil(sum(((case when o.state in ('waiting', 'ready') then o.setup_minutes else 0 end) + o.run_minutes_per_unit * (o.planned_quantity - o.good - o.scrap)) * o.time_factor))::float8 minutes
       from app.work_order w join app.work_order_operation o on o.company_id = w.company_id and o.work_order_id = w.id where w.company_id = $1 and w.state in ('planned', 'released', 'started')
        and not exists (select from app.promise p where p.company_id = $1 and p.state = 'confirmed' and p.trade_id = w.trade_id) and not exists (select from app.promise_order y where y.company_id = $1 and y.work_order_id = w.id) group by 1, 2, 3`,
  );
  const centers = await ask<{ id: string; minutes: number }>(
    "select id, machine_count * minutes_per_day minutes from app.work_center where company_id = $1",
  );
  const stock = await ask<{ subject: string; day: number; amount: number }>(
    'select s.item_id subject, 0 "day", s.on_hand::float8 amount from app.item_stock s where s.company_id = $1',
  );
  // An order whose last operation is planned to end after its due day comes then.
  const receipts = await ask<{ subject: string; day: number; amount: number }>(
    `select w.item_id subject, greatest(w.due_on, e.ends) - current_date "day", sum(w.quantity)::float8 amount from app.work_order w
       left join lateral (select o.planned_finish_on ends from app.work_order_operation o where o.company_id = w.company_id and o.work_order_id = w.id order by o.operation_number desc limit 1) e on true
      where w.company_id = $1 and w.state in ('planned', 'released', 'started') group by 1, 2`,
  );
  const [{ weekday }] = (await ask<{ weekday: number }>(
    "select extract(isodow from current_date)::int weekday, $1::uuid",
  )) as [{ weekday: number }];
  await client.end();

  const free = new Map<string, number[]>();
  for (const { id, minutes } of centers)
    free.set(
      id,
      Array.from({ length: 548 }, (_, day) => ((weekday - 1 + day) % 7 < 5 ? minutes : 0)),
    );
  for (const piece of work.toSorted((a, b) => a.to - b.to || a.from - b.from || a.minutes - b.minutes)) {
    const days = free.get(piece.subject)!;
    let left = piece.minutes;
    for (let day = Math.max(0, piece.from); left > 0 && day < days.length; day++) {
      const laid = Math.min(left, days[day]!);
      days[day]! -= laid;
      left -= laid;
    }
  }
  const supply = new Map<string, number>();
  for (const { subject, day, amount } of [...stock, ...receipts]) {
    const key = `${subject}/${Math.max(0, day)}`;
    supply.set(key, (supply.get(key) ?? 0) + amount);
  }
  let overbooked = 0;
  for (const { kind, subject, day, amount } of uses) {
    const most = kind === "capacity" ? (free.get(subject)?.[day] ?? 0) : (supply.get(`${subject}/${day}`) ?? 0);
    if (amount > most + 1e-6) overbooked++;
  }
  return { checked: uses.length, overbooked };
}
