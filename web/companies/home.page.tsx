import { Button, Group, Skeleton, Text, Title } from "@mantine/core";
import { type ComponentType, lazy, Suspense, useCallback, useEffect, useState } from "react";
import {
  allAreas,
  DateText,
  Empty,
  Failure,
  type HomeCard,
  type HomePanel,
  type HomeTask,
  type HomeTaskSource,
  Icon,
  PageHead,
  PageLink,
  Sparkline,
  StateBadge,
  useCan,
  useCompany,
  useCompanyName,
  useLive,
  useMe,
  usePageTitle,
  useText,
} from "../platform/index.ts";
import classes from "./home.module.css";
import { orderCards } from "./order-cards.ts";

const TASKS_SHOWN = 8;

/** Home by role: what needs me now, then the figures, each a door to its list. */
export function Page() {
  const t = useText();
  const can = useCan();
  const nameOf = useCompanyName();
  const company = useCompany();
  const { person } = useMe();
  usePageTitle(t("platform.home"));
  const areas = allAreas();
  const sources = areas.flatMap((area) => area.homeTasks ?? []).filter(({ permission }) => can(permission));
  const cards = orderCards(
    areas.flatMap((area) => area.homeCards ?? []).filter(({ permission }) => can(permission)),
    company.roles,
  );
  const panels = areas
    .flatMap((area) => area.homePanels ?? [])
    .filter(({ permission, roles }) => can(permission) && roles.some((role) => company.roles.includes(role)));
  useLive(areas.map(({ id }) => `${id}.`));
  // One record, one task: areas stand lowest first, and the higher one knows more of what is to be done with it.
  const [named, setNamed] = useState<Readonly<Record<string, string>>>({});
  const note = useCallback((source: string, ids: string) => setNamed((before) => ({ ...before, [source]: ids })), []);
  const isNamedAfter = (at: number) => {
    const later = new Set(sources.slice(at + 1).flatMap(({ id }) => named[id]?.split(" ") ?? []));
    return (id: string) => later.has(id);
  };
  return (
    <>
      <PageHead title={t("companies.home.greeting", { name: person.name })} hint={nameOf(company)} />
      {cards.length > 0 && (
        <section aria-labelledby="figures">
          <Title order={2} id="figures" mb={8}>
            {t("companies.home.figures")}
          </Title>
          <div className={classes.figures}>
            {cards.map((card) => (
              <Figure key={card.id} card={card} />
            ))}
          </div>
        </section>
      )}
      <section aria-labelledby="tasks" className={classes.part}>
        <Title order={2} id="tasks" mb={4}>
          {t("companies.home.tasks")}
        </Title>
        {sources.length === 0 ? (
          <Empty title={t("companies.home.noTasks")} hint={t("companies.home.noTasksHint")} />
        ) : (
          <>
            <div className={classes.tasks}>
              {sources.map((source, at) => (
                <Tasks key={source.id} source={source} isNamedLater={isNamedAfter(at)} onNamed={note} />
              ))}
            </div>
            <div className={classes.none}>
              <Empty title={t("companies.home.noTasks")} hint={t("companies.home.noTasksHint")} />
            </div>
          </>
        )}
      </section>
      {panels.map((panel) => (
        <section key={panel.id} aria-labelledby={panel.id} className={classes.part}>
          <Title order={2} id={panel.id} mb={4}>
            {t(panel.title)}
          </Title>
          <Suspense fallback={<Skeleton height={250} data-loading />}>
            <PanelOf panel={panel} />
          </Suspense>
        </section>
      ))}
    </>
  );
}

const opened = new Map<string, ComponentType>();

/** Its own file, loaded once. */
function PanelOf({ panel }: { readonly panel: HomePanel }) {
  let Panel = opened.get(panel.id);
  if (!Panel) {
    Panel = lazy(() => panel.panel().then((file) => ({ default: file.Panel })));
    opened.set(panel.id, Panel);
  }
  return <Panel />;
}

interface TasksProps {
  readonly source: HomeTaskSource;
  readonly isNamedLater: (id: string) => boolean;
  /** Told the ids of its tasks, with spaces between. */
  readonly onNamed: (source: string, ids: string) => void;
}

function Tasks({ source, isNamedLater, onNamed }: TasksProps) {
  const { tasks, error } = source.useTasks();
  const ids = tasks?.map(({ id }) => id).join(" ") ?? "";
  useEffect(() => onNamed(source.id, ids), [onNamed, source.id, ids]);
  if (error && !tasks) return <Failure error={error} />;
  if (!tasks) return <Skeleton height={18} my={10} data-loading />;
  return (
    <ul className={classes.list}>
      {tasks
        .filter(({ id }) => !isNamedLater(id))
        .slice(0, TASKS_SHOWN)
        .map((task) => (
          <Task key={task.id} task={task} />
        ))}
    </ul>
  );
}

function Task({ task }: { readonly task: HomeTask }) {
  const tones = { late: "late", attention: "attention", normal: "waiting" } as const;
  return (
    <li className={classes.task}>
      {task.state && <StateBadge tone={tones[task.state.tone]} label={task.state.label} />}
      <div className={classes.what}>
        <PageLink to={task.to}>{task.label}</PageLink>
        {task.detail && <span className="quiet">{task.detail}</span>}
      </div>
      {task.dueOn && <DateText value={task.dueOn} relative />}
      <Button
        variant="default"
        component={PageLink}
        to={task.to}
        className=""
        miw={124}
        justify="space-between"
        rightSection={<Icon name="chevronRight" size={12} />}
      >
        {task.action}
      </Button>
    </li>
  );
}

function Figure({ card }: { readonly card: HomeCard }) {
  const t = useText();
  const { figure, error } = card.useFigure();
  if (figure === null) return null;
  if (error && !figure) return <Failure error={error} />;
  if (!figure) return <Skeleton height={92} radius={4} />;
  return (
    <PageLink to={figure.to} className={classes.figure} data-tone={figure.tone ?? "normal"}>
      <span className={classes.label}>{figure.label}</span>
      <Group justify="space-between" align="flex-end" wrap="nowrap" gap={6}>
        <span className={classes.value}>
          {figure.value}
          {figure.unit && <small> {figure.unit}</small>}
        </span>
        {figure.trend && <Sparkline values={figure.trend} />}
      </Group>
      <Text size="xs" c="dimmed" component="span">
        {[figure.target && `${t("companies.home.target")} ${figure.target}`, figure.note].filter(Boolean).join(" · ")}
      </Text>
    </PageLink>
  );
}
