/**
 * The day the pieces of a work order (`w`) come, in SQL; `$1` is the company. Its due day, or later where an adopted schedule has its last operation end
 * after it: whoever makes or changes an order plans its operations within the due day, so only adopting goes beyond.
 */
export const COMES_ON =
  "greatest(w.due_on, (select c.planned_finish_on from app.work_order_operation c where c.company_id = $1 and c.work_order_id = w.id order by c.operation_number desc limit 1))";
