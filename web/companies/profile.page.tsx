import { Divider, Title } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMemo, useState } from "react";
import {
  FactList,
  type FormField,
  FormPage,
  LanguageSwitch,
  PageHead,
  useCommand,
  useCompanyName,
  useMe,
  useText,
} from "../platform/index.ts";

/** Own settings: language and password, and where this person may act. */
export function Page() {
  const t = useText();
  const { person, companies } = useMe();
  const nameOf = useCompanyName();
  const change = useCommand("post", "/api/v1/me/password", { placesRefusals: true, keepAnswers: true });
  const [round, setRound] = useState(0);
  const fields = useMemo<FormField[]>(
    () => [
      { name: "currentPassword", label: t("companies.profile.currentPassword"), kind: "password", required: true },
      {
        name: "nextPassword",
        label: t("companies.profile.nextPassword"),
        hint: t("companies.profile.passwordHint"),
        kind: "password",
        required: true,
      },
    ],
    [t],
  );
  return (
    <div style={{ maxWidth: 640 }}>
      <PageHead title={t("companies.profile.title")} />
      <FactList
        facts={[
          { label: t("companies.profile.name"), value: person.name },
          { label: t("companies.login.email"), value: person.email },
          { label: t("platform.language"), value: <LanguageSwitch /> },
          {
            label: t("companies.profile.companies"),
            value: companies.map((company) => (
              <div key={company.companyId}>
                {nameOf(company)}
                <span className="quiet">
                  {" "}
                  {company.roles.map((role) => t(`companies.role.${role}`)).join(t("companies.listComma"))}
                </span>
              </div>
            )),
          },
        ]}
      />
      <Divider my="lg" />
      <Title order={2} mb="xs">
        {t("companies.profile.password")}
      </Title>
      <FormPage
        key={round}
        fields={fields}
        columns={1}
        submitLabel={t("companies.profile.changePassword")}
        submit={(body) => change.run({ body: body as { currentPassword: string; nextPassword: string } })}
        onDone={() => {
          notifications.show({ message: t("companies.profile.passwordChanged"), color: "teal" });
          setRound(round + 1);
        }}
      />
    </div>
  );
}
