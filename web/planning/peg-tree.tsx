import { type ReactNode, useState } from "react";
import {
  Answered,
  type AnswerOf,
  DateText,
  formatQuantity,
  Icon,
  PageLink,
  Quantity,
  StateBadge,
  useApi,
  useLive,
  useText,
} from "../platform/index.ts";
import classes from "./peg-tree.module.css";
import { OrderState, orderPage, RecordLink } from "./words.tsx";

type Level = AnswerOf<"get", "/api/v1/plan-items/{itemId}/pegs">;
type Group = Level["groups"][number];
type Node = Group["nodes"][number];

export interface PegStart {
  readonly itemId: string;
  readonly direction: "up" | "down";
  readonly kind: Node["kind"];
  readonly seq?: number;
  readonly id?: string;
  readonly line?: number;
}

/** The pegging tree from one supply or demand, one level at a time: each is asked for when it is opened. */
export function PegTree({
  start,
  label,
  heading = false,
}: {
  readonly start: PegStart;
  readonly label: string;
  /** Whether the label stands above it. */
  readonly heading?: boolean;
}) {
  const tree = (
    <ul className={classes.tree} aria-label={label}>
      <Branches start={start} />
    </ul>
  );
  return heading ? <Part title={label}>{tree}</Part> : tree;
}

/** A titled part of what is told of a supply or a demand. */
export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} style={{ marginBottom: 18 }}>
      <h2 style={{ fontSize: 14, margin: "0 0 4px" }}>{title}</h2>
      {children}
    </section>
  );
}

function Branches({ start }: { readonly start: PegStart }) {
  const t = useText();
  const { itemId, ...query } = start;
  const answer = useApi("/api/v1/plan-items/{itemId}/pegs", { params: { path: { itemId }, query } });
  // What is open stays open: only its figures are read anew.
  useLive(["planning.order", "planning.run"], () => void answer.refetch());
  return (
    <Answered answer={answer} lines={2}>
      {({ groups, isCut }) => (
        <>
          {groups.length === 0 && (
            <li className={classes.rest}>
              <span className="quiet">{t(`planning.pegs.none.${start.direction}`)}</span>
            </li>
          )}
          {groups.map((group) => (
            <GroupRows key={group.itemId} group={group} start={start} isOnly={groups.length === 1} />
          ))}
          {isCut && (
            <li className={classes.rest}>
              <span className="quiet">{t("planning.pegs.cut")}</span>
            </li>
          )}
        </>
      )}
    </Answered>
  );
}

/** What comes of one item: its parts and, where they are less than the whole, what is left. */
function GroupRows({
  group,
  start,
  isOnly,
}: {
  readonly group: Group;
  readonly start: PegStart;
  readonly isOnly: boolean;
}) {
  const t = useText();
  return (
    <>
      {(start.direction === "down" || !isOnly) && (
        <li className={classes.group}>
          <span>
            {group.itemCode} {group.itemName}
          </span>
          <Quantity value={group.quantity} unit={group.unit} />
        </li>
      )}
      {group.nodes.map((node) => (
        <Branch
          key={`${node.kind} ${node.order?.seq ?? node.record?.id ?? ""} ${node.record?.line ?? ""} ${node.neededOn}`}
          node={node}
          unit={group.unit}
          direction={start.direction}
        />
      ))}
      {group.rest !== "0" && (
        <li className={classes.rest}>
          <span>{t(`planning.pegs.rest.${start.direction}`)}</span>
          <Quantity value={group.rest} unit={group.unit} />
        </li>
      )}
    </>
  );
}

function Branch({
  node,
  unit,
  direction,
}: {
  readonly node: Node;
  readonly unit: string;
  readonly direction: "up" | "down";
}) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const name = `${node.itemCode} ${node.itemName}`;
  return (
    <li>
      <div className={classes.row} {...(node.isLate && { "data-late": true })}>
        {node.canOpen ? (
          <button
            type="button"
            className={classes.toggle!}
            aria-expanded={isOpen}
            aria-label={t(`planning.pegs.open.${direction}`, { item: name })}
            onClick={() => setOpen(!isOpen)}
          >
            <Icon name="chevronRight" size={13} />
          </button>
        ) : (
          <span />
        )}
        <div>
          <NodeName node={node} />
          <div className={classes.facts}>
            {direction === "up" && <span className="quiet">{name}</span>}
            <span>
              <span className="quiet">{t("planning.pegs.neededOn")} </span>
              <DateText value={node.neededOn} />
            </span>
            {node.availableOn && (
              <span>
                <span className="quiet">{t("planning.pegs.availableOn")} </span>
                <DateText value={node.availableOn} />
              </span>
            )}
            {node.order && <OrderState order={node.order} />}
            {node.workState && (
              <StateBadge tone={node.isLate ? "late" : "active"} label={t(`production.state.${node.workState}`)} />
            )}
            {node.isLate && !node.order?.isPastDue && <StateBadge tone="late" label={t("planning.pegs.late")} />}
          </div>
        </div>
        <div className={classes.quantity}>
          <Quantity value={node.quantity} unit={unit} />
          {node.whole !== null && (node.whole !== node.quantity || node.unit !== unit) && (
            <div className="quiet" style={{ fontSize: 12 }}>
              {t("planning.pegs.whole", { quantity: formatQuantity(node.whole, node.unit) })}
            </div>
          )}
        </div>
      </div>
      {isOpen && (
        <ul>
          <Branches start={nextOf(node, direction)} />
        </ul>
      )}
    </li>
  );
}

function NodeName({ node }: { readonly node: Node }) {
  const t = useText();
  if (node.order)
    return (
      <PageLink to={orderPage(node.order)}>
        {t("planning.pegs.order", {
          supply: t(`planning.supply.${node.order.supply}`),
          item: `${node.order.itemCode} #${node.order.seq}`,
          quantity: formatQuantity(node.order.quantity, node.order.unit),
        })}
      </PageLink>
    );
  if (node.record) return <RecordLink record={node.record} />;
  if (node.kind === "stock")
    return <PageLink to={`inventory/stock/${node.itemId}`}>{t("planning.timeline.onHand")}</PageLink>;
  return <span>{t("planning.why.safety")}</span>;
}

/** The next question: of what is made of it, or of what it is made. */
function nextOf({ itemId, kind, order, record }: Node, direction: "up" | "down"): PegStart {
  if (order) return { itemId: order.itemId, direction, kind, seq: order.seq };
  // A work order's material is asked for whole, whichever of its lines led here.
  return { itemId, direction, kind, ...(record && { id: record.id }) };
}
