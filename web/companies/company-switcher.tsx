import { Popover, Text, TextInput, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { type Company, foldForSearch, Icon, useCompany, useCompanyName, useMe, useText } from "../platform/index.ts";
import classes from "./company-switcher.module.css";

const SEARCH_FROM = 8;

/** The acting company, unmistakable by colour and name; several companies can be switched between. */
export function CompanySwitcher() {
  const t = useText();
  const nameOf = useCompanyName();
  const company = useCompany();
  const { companies } = useMe();
  const [typed, setTyped] = useState("");
  const shown = companies.filter((one) =>
    foldForSearch(`${one.name} ${one.nameEn} ${one.code}`).includes(foldForSearch(typed)),
  );
  if (companies.length === 1)
    return (
      <div className={classes.company}>
        <Name company={company} />
      </div>
    );
  return (
    <Popover position="bottom-start" width={340} shadow="md" trapFocus returnFocus onClose={() => setTyped("")}>
      <Popover.Target>
        <UnstyledButton className={classes.company} aria-label={`${t("companies.switch")}: ${nameOf(company)}`}>
          <Name company={company} />
          <Icon name="chevronDown" size={14} />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p={6}>
        <Text size="xs" c="dimmed" px={8} py={4}>
          {t("companies.switch")}
        </Text>
        {companies.length > SEARCH_FROM && (
          <TextInput
            size="xs"
            mx={6}
            mb={6}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            placeholder={t("platform.list.search")}
            aria-label={t("platform.list.search")}
            data-autofocus
          />
        )}
        <ul className={classes.list}>
          {shown.map((one) => (
            <li key={one.companyId}>
              {/* A new page: nothing of the company before stays on the screen or in memory. */}
              <a
                href={`/c/${one.companyId}`}
                className={classes.item}
                aria-current={one.companyId === company.companyId ? "true" : undefined}
              >
                <span className={classes.swatch} style={{ background: one.color }} />
                <span className={classes.words}>
                  {nameOf(one)}
                  <Text size="xs" c="dimmed" component="span" display="block">
                    {one.code} · {one.roles.map((role) => t(`companies.role.${role}`)).join(t("companies.listComma"))}
                  </Text>
                </span>
                {one.companyId === company.companyId && <Icon name="check" />}
              </a>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

function Name({ company }: { readonly company: Company }) {
  const nameOf = useCompanyName();
  return (
    <>
      <span className={classes.swatch} style={{ background: company.color }} />
      <span className={classes.name}>{nameOf(company)}</span>
    </>
  );
}
