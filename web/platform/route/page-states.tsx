import { Button } from "@mantine/core";
import { type ErrorComponentProps, Link } from "@tanstack/react-router";
import { createContext, useContext } from "react";
import { useText } from "../i18n/use-text.ts";
import { Empty, Failure, Loading } from "../parts/answers.tsx";

/** Whether the frame is around: then it holds the page's `main` already. */
export const InFrame = createContext(false);

export function PagePending() {
  return <Loading lines={8} />;
}

/** Whatever a page could not catch. Offers a fresh try; after an update its files may simply be newer on the server. */
export function PageFailed({ error, reset }: ErrorComponentProps) {
  return (
    <div style={{ padding: 16 }}>
      <Failure
        error={error}
        retry={() => {
          if (/dynamically imported module|module script/i.test(String(error))) window.location.reload();
          else reset();
        }}
      />
    </div>
  );
}

export function PageMissing() {
  const t = useText();
  const framed = useContext(InFrame);
  const page = (
    <Empty
      isPage
      title={t("platform.missing.title")}
      hint={t("platform.missing.hint")}
      action={
        <Button component={Link} to="/" variant="default">
          {t("platform.home")}
        </Button>
      }
    />
  );
  return framed ? page : <main>{page}</main>;
}
