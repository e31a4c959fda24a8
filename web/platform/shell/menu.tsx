import { useLocation } from "@tanstack/react-router";
import { useMemo } from "react";
import { allAreas, MENU_SECTIONS } from "../area.ts";
import { useText } from "../i18n/use-text.ts";
import { Icon } from "../parts/icons.tsx";
import { PageLink } from "../route/page-link.tsx";
import { useCan } from "../session/session.ts";
import classes from "./shell.module.css";

/** The left menu: what registered and what this person may use, in the order work flows. */
export function Menu({ onChosen }: { readonly onChosen: () => void }) {
  const t = useText();
  const can = useCan();
  const { pathname } = useLocation();
  const below = pathname.replace(/^\/c\/[^/]+\/?/, "");
  const sections = useMemo(() => {
    const entries = allAreas()
      .flatMap((area) => area.menu)
      .filter((entry) => can(entry.permission));
    return MENU_SECTIONS.map((section) => ({
      section,
      entries: entries.filter((entry) => entry.section === section),
    })).filter(({ entries }) => entries.length > 0);
  }, [can]);
  const current = sections
    .flatMap(({ entries }) => entries)
    .filter(({ to }) => below === to || below.startsWith(`${to}/`))
    .sort((a, b) => b.to.length - a.to.length)[0]?.to;

  return (
    <nav aria-label={t("platform.menu")} className={classes.menu}>
      <PageLink to="" className={classes.entry} aria-current={below === "" ? "page" : undefined} onClick={onChosen}>
        <Icon name="home" />
        {t("platform.home")}
      </PageLink>
      {sections.map(({ section, entries }) => (
        <section key={section} aria-labelledby={`menu-${section}`}>
          <h2 id={`menu-${section}`} className={classes.section}>
            {t(`platform.menu.${section}`)}
          </h2>
          <ul>
            {entries.map(({ to, label }) => (
              <li key={to}>
                <PageLink
                  to={to}
                  className={classes.entry}
                  aria-current={current === to ? "page" : undefined}
                  onClick={onChosen}
                >
                  {t(label)}
                </PageLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
