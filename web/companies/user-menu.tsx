import { Menu, Text, UnstyledButton } from "@mantine/core";
import { Icon, useCompany, useGo, useMe, useText } from "../platform/index.ts";
import { useSignOut } from "./use-sign-out.ts";
import classes from "./user-menu.module.css";

/** Who is signed in, with which roles here; own settings and the way out. */
export function UserMenu() {
  const t = useText();
  const go = useGo();
  const signOut = useSignOut();
  const { person } = useMe();
  const { roles } = useCompany();
  return (
    <Menu width={240}>
      <Menu.Target>
        <UnstyledButton className={classes.user} aria-label={`${t("companies.user")}: ${person.name}`}>
          <Icon name="user" />
          <span className={classes.name}>{person.name}</span>
          <Icon name="chevronDown" size={13} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" c="var(--mantine-color-text)" fw={600}>
            {person.name}
          </Text>
          {person.email}
          <br />
          {roles.map((role) => t(`companies.role.${role}`)).join(t("companies.listComma"))}
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="edit" />} onClick={() => go("settings/profile")}>
          {t("companies.profile.title")}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="lock" />} onClick={() => void signOut()}>
          {t("companies.signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
