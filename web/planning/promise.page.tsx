import { Table } from "@mantine/core";
import { useState } from "react";
import { HistoryPanel } from "../companies/index.ts";
import {
  DateText,
  DocumentPage,
  InstantText,
  PageLink,
  Quantity,
  todayInJapan,
  useApi,
  useCommand,
  usePathParams,
  useText,
} from "../platform/index.ts";
import { ConfirmPromiseDialog } from "./confirm-promise-dialog.tsx";
import { PromiseOrders, PromiseStateBadge, Remaining } from "./promise-parts.tsx";
import type { Promised } from "./promise-words.ts";
import { questionAddress } from "./use-question.ts";

/** One promised date: what stands behind it, how long it is held, and what it became. */
export function Page() {
  const t = useText();
  const id = usePathParams()["promiseId"] ?? "";
  const answer = useApi("/api/v1/promises/{id}", { params: { path: { id } } });
  const [confirming, setConfirming] = useState(false);
  const release = useCommand("post", "/api/v1/promises/{id}/release", {
    success: (done) => t("planning.promise.released", { number: done.number }),
  });
  return (
    <>
      <DocumentPage
        answer={answer}
        live="planning.promise"
        view={(promise) => {
          const isHeld = promise.state === "held";
          const notNow = isHeld ? null : t("planning.promise.onlyHeld");
          return {
            kind: t("planning.promise.title"),
            number: promise.number,
            state: <PromiseStateBadge promise={promise} size="lg" />,
            ...(promise.partnerName && { partner: promise.partnerName }),
            facts: [
              { label: t("planning.item"), value: `${promise.itemCode} ${promise.itemName}` },
              { label: t("planning.quantity"), value: <Quantity value={promise.quantity} unit={promise.unit} /> },
              { label: t("planning.promise.wantedOn"), value: <DateText value={promise.wantedOn} /> },
              { label: t("planning.promise.promisedOn"), value: <DateText value={promise.promisedOn} relative /> },
              {
                label: t("planning.promise.expiresAt"),
                value: (
                  <>
                    <InstantText value={promise.expiresAt} />{" "}
                    {isHeld && (
                      <>
                        (<Remaining promise={promise} />)
                      </>
                    )}
                  </>
                ),
              },
            ],
            ...(!promise.isOfOther && {
              primary: {
                id: "confirm",
                label: t("planning.promise.confirm"),
                permission: "planning.promise",
                notNow,
                run: () => setConfirming(true),
              },
            }),
            actions: [
              {
                id: "release",
                label: t("planning.promise.release"),
                permission: "planning.promise",
                notNow,
                run: () => release.run({ params: { path: { id } } }),
                confirm: { title: t("planning.promise.release"), text: t("planning.promise.releaseText") },
              },
            ],
            body: <Made promise={promise} />,
            side: [
              {
                id: "order",
                title: t("planning.promise.became"),
                body: promise.isOfOther ? (
                  <span className="quiet">{t("planning.promise.ofOther")}</span>
                ) : (
                  <PromiseOrders promise={promise} />
                ),
              },
              {
                id: "more",
                title: t("planning.order.more"),
                body: (
                  <ul style={{ margin: 0, paddingLeft: 16 }}>
                    <li>
                      <PageLink
                        to={questionAddress({
                          item: promise.itemId,
                          quantity: promise.quantity,
                          // A day gone by is no question any more.
                          wantedOn: promise.wantedOn < todayInJapan() ? "" : promise.wantedOn,
                        })}
                      >
                        {t("planning.promise.askAgain")}
                      </PageLink>
                    </li>
                    <li>
                      <PageLink to={`planning/items/${promise.itemId}`}>{t("planning.timeline.title")}</PageLink>
                    </li>
                  </ul>
                ),
              },
              { id: "history", title: t("companies.history.title"), body: <HistoryPanel subjectId={promise.id} /> },
            ],
          };
        }}
      />
      {confirming && answer.data && (
        <ConfirmPromiseDialog
          promise={answer.data}
          onClose={() => setConfirming(false)}
          onDone={() => setConfirming(false)}
        />
      )}
    </>
  );
}

/** What is made for it; from stock nothing is. */
function Made({ promise }: { readonly promise: Promised }) {
  const t = useText();
  const title = t("planning.when.made");
  return (
    <section aria-label={title}>
      <h2 style={{ fontSize: 15, margin: "4px 0 8px" }}>{title}</h2>
      {promise.orders.length === 0 ? (
        <p className="quiet" style={{ margin: 0 }}>
          {t("planning.promise.fromStock")}
        </p>
      ) : (
        <Table fz={13} verticalSpacing={4} aria-label={title}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("planning.item")}</Table.Th>
              <Table.Th ta="right">{t("planning.quantity")}</Table.Th>
              <Table.Th>{t("planning.startOn")}</Table.Th>
              <Table.Th>{t("planning.dueOn")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {promise.orders.map((order) => (
              <Table.Tr key={`${order.itemId} ${order.startOn} ${order.dueOn} ${order.startQuantity}`}>
                <Table.Td>
                  {order.itemCode} {order.itemName}
                </Table.Td>
                <Table.Td ta="right">
                  <Quantity value={order.startQuantity} unit={order.unit} />
                </Table.Td>
                <Table.Td>
                  <DateText value={order.startOn} />
                </Table.Td>
                <Table.Td>
                  <DateText value={order.dueOn} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
  );
}
