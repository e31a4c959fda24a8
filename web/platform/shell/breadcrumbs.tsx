import { useLocation } from "@tanstack/react-router";
import { useEffect } from "react";
import { allAreas } from "../area.ts";
import { useText } from "../i18n/use-text.ts";
import { Icon } from "../parts/icons.tsx";
import { PageLink } from "../route/page-link.tsx";
import { useShownTitle } from "./page-title.ts";
import classes from "./shell.module.css";
import { trailOf, withoutEchoes } from "./trail.ts";

/** Where this page stands, each step a link but the last. */
export function Breadcrumbs() {
  const t = useText();
  const { pathname } = useLocation();
  const ownTitle = useShownTitle();
  const below = pathname.replace(/^\/c\/[^/]+\/?/, "");
  const trail = trailOf(below, allAreas());
  const named = [{ to: "", label: t("platform.home") }, ...trail.map(({ to, title }) => ({ to, label: t(title) }))];
  const steps = withoutEchoes(named, ownTitle !== null);
  const here = ownTitle ?? steps.at(-1)!.label;

  useEffect(() => {
    document.title = `${here} | 結び Musubi`;
  }, [here]);

  return (
    <nav aria-label={t("platform.breadcrumb")} className={`${classes.trail} no-print`}>
      <ol>
        {steps.map(({ to, label }, index) =>
          index === steps.length - 1 ? (
            <li key={to} aria-current="page">
              {here}
            </li>
          ) : (
            <li key={to}>
              <PageLink to={to}>{label}</PageLink>
              <Icon name="chevronRight" size={12} />
            </li>
          ),
        )}
      </ol>
    </nav>
  );
}
