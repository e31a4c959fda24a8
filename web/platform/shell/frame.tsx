import { ActionIcon, Drawer } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { ComponentType, CSSProperties, ReactNode } from "react";
import { useText } from "../i18n/use-text.ts";
import { Icon } from "../parts/icons.tsx";
import { PageLink } from "../route/page-link.tsx";
import { InFrame } from "../route/page-states.tsx";
import { useCompany } from "../session/session.ts";
import { Breadcrumbs } from "./breadcrumbs.tsx";
import { JumpSearch } from "./jump-search.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { Menu } from "./menu.tsx";
import { OfflineNote } from "./offline-note.tsx";
import classes from "./shell.module.css";

/** Parts of the frame that belong to an area: who acts, as which company, and what arrived for them. */
export interface FrameParts {
  readonly CompanySwitcher: ComponentType;
  readonly NotificationBell: ComponentType;
  readonly UserMenu: ComponentType;
}

/** Menu, top bar, breadcrumb, page. The stripe in the company's colour runs over the whole width. */
export function Frame({ parts, children }: { readonly parts: FrameParts; readonly children: ReactNode }) {
  const t = useText();
  const company = useCompany();
  const [open, { open: show, close }] = useDisclosure(false);
  return (
    <div className={classes.frame} style={{ "--company": company.color } as CSSProperties}>
      <a href="#page" className="skip-link">
        {t("platform.skipToPage")}
      </a>
      <header className={`${classes.top} no-print`}>
        <ActionIcon
          className={classes.burger}
          variant="subtle"
          color="gray"
          size="lg"
          onClick={show}
          aria-label={t("platform.menu")}
          aria-expanded={open}
        >
          <Icon name="bars" size={18} />
        </ActionIcon>
        <PageLink to="" className={classes.brand} aria-label={`Musubi ${t("platform.home")}`}>
          結び
        </PageLink>
        <parts.CompanySwitcher />
        <JumpSearch />
        <div className={classes.right}>
          <parts.NotificationBell />
          <LanguageSwitch />
          <parts.UserMenu />
        </div>
      </header>
      <div className={`${classes.side} no-print`}>
        <Menu onChosen={close} />
      </div>
      <Drawer opened={open} onClose={close} size={250} title={t("platform.menu")} padding="xs">
        <Menu onChosen={close} />
      </Drawer>
      <main id="page" className={`${classes.page} print-plain`} tabIndex={-1}>
        <OfflineNote />
        <Breadcrumbs />
        <InFrame value={true}>{children}</InFrame>
      </main>
    </div>
  );
}
