import { Group, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import {
  Answered,
  DateText,
  Empty,
  formatDecimal,
  PageHead,
  PageLink,
  Quantity,
  useApi,
  useLive,
  useText,
} from "../platform/index.ts";
import classes from "./board.module.css";
import { OperationState, OutsideState, ShareBar } from "./words.tsx";

/** What waits at each work centre, by due day; and what stands at subcontractors, as if it were an own operation. */
export function Page() {
  const t = useText();
  const board = useApi("/api/v1/production/board", {}, { keep: true });
  useLive("production.order", () => void board.refetch());
  return (
    <>
      <PageHead title={t("production.board.title")} />
      <Answered answer={board}>
        {({ workCenters, outside }) =>
          workCenters.length === 0 && outside.length === 0 ? (
            <Empty title={t("production.board.none")} hint={t("production.board.noneHint")} />
          ) : (
            <Stack>
              <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }} spacing="md">
                {workCenters.map((center) => {
                  const days = Number(center.openMinutes) / Math.max(center.minutesPerDay, 1);
                  return (
                    <section key={center.id} className={classes.center}>
                      <Group justify="space-between" wrap="nowrap" className={classes.head}>
                        <Title order={2} size="h5">
                          {center.name} <span className="quiet">{center.code}</span>
                        </Title>
                        <Text size="sm" className="tabular">
                          {t("production.board.load", {
                            hours: formatDecimal((Number(center.openMinutes) / 60).toFixed(1)),
                            days: formatDecimal(days.toFixed(1)),
                          })}
                        </Text>
                      </Group>
                      {center.operations.length === 0 && (
                        <Text size="sm" c="dimmed" p={10}>
                          {t("production.board.empty")}
                        </Text>
                      )}
                      <ol className={classes.queue}>
                        {center.operations.map((one) => (
                          <li key={`${one.workOrderId}-${one.operationNumber}`} data-late={one.isLate || undefined}>
                            <div className={classes.line}>
                              <PageLink to={`production/orders/${one.workOrderId}`}>
                                {one.number}-{one.operationNumber}
                              </PageLink>
                              <OperationState state={one.state} />
                              <span className={classes.due}>
                                <DateText value={one.dueOn} />
                              </span>
                            </div>
                            <div className={classes.line}>
                              <span>
                                {one.itemName} <span className="quiet">{one.operationName}</span>
                                {one.standsInFor && (
                                  <span className="quiet"> {t("production.standsIn", { name: one.standsInFor })}</span>
                                )}
                              </span>
                              <span className={classes.due}>
                                <Quantity value={one.open} unit={one.unit} />{" "}
                                <span className="quiet">
                                  {t("production.minutes", { minutes: formatDecimal(one.minutes) })}
                                </span>
                              </span>
                            </div>
                            {one.people.length > 0 && (
                              <div className="quiet">{t("production.atWork", { people: one.people.join("・") })}</div>
                            )}
                          </li>
                        ))}
                      </ol>
                    </section>
                  );
                })}
              </SimpleGrid>
              {outside.length > 0 && (
                <section className={classes.center}>
                  <div className={classes.head}>
                    <Title order={2} size="h5">
                      {t("production.board.outside")}
                    </Title>
                  </div>
                  <ol className={classes.queue}>
                    {outside.map((one) => (
                      <li key={`${one.workOrderId}-${one.operationNumber}`} data-late={one.isLate || undefined}>
                        <div className={classes.line}>
                          <PageLink to={`production/orders/${one.workOrderId}`}>
                            {one.number}-{one.operationNumber}
                          </PageLink>
                          <strong>{one.partnerName}</strong>
                          <OutsideState state={one.state} />
                          {one.share && <ShareBar share={one.share} />}
                          <span className={classes.due}>
                            {t(one.promisedOn ? "production.outside.promisedOn" : "production.outside.wantedOn")}{" "}
                            <DateText value={one.promisedOn ?? one.wantedOn} />
                          </span>
                        </div>
                        <div className={classes.line}>
                          <span>
                            {one.itemName} <span className="quiet">{one.operationName}</span>
                          </span>
                          <span className={classes.due}>
                            <Quantity value={one.accepted} /> / <Quantity value={one.quantity} unit={one.unit} />
                          </span>
                        </div>
                      </li>
                    ))}
                  </ol>
                </section>
              )}
            </Stack>
          )
        }
      </Answered>
    </>
  );
}
