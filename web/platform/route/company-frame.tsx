import { Outlet, useLocation, useMatches } from "@tanstack/react-router";
import { type ReactNode, useEffect, useState } from "react";
import { actFor, whenSignedOut } from "../api/client.ts";
import { queryClient } from "../api/query-client.ts";
import { useText } from "../i18n/use-text.ts";
import { Empty } from "../parts/answers.tsx";
import { useCan } from "../session/session.ts";
import { Frame } from "../shell/frame.tsx";
import type { AppPages } from "./app-pages.ts";

interface PageData {
  readonly frame?: "shell" | "bare";
  readonly permission?: string;
}

/**
 * Everything below `/c/<company>`. A company entered anew is a new page: nothing of the one before stays on the screen.
 * When the session ends, signing in again lies over the page, and what was typed is still there afterwards.
 */
export function CompanyFrame({ pages }: { readonly pages: AppPages }) {
  const matches = useMatches();
  const companyId = (matches.at(-1)?.params as { companyId?: string } | undefined)?.companyId ?? null;
  const data = (matches.at(-1)?.staticData ?? {}) as PageData;
  const { pathname } = useLocation();
  const [signedOut, setSignedOut] = useState(false);
  actFor(companyId);

  useEffect(() => {
    whenSignedOut(() => setSignedOut(true));
    return () => whenSignedOut(() => undefined);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page begins at its top, whatever the query says
  useEffect(() => {
    document.getElementById("page")?.scrollTo(0, 0);
  }, [pathname]);

  const page = (
    <Permitted key={companyId} permission={data.permission}>
      <Outlet />
    </Permitted>
  );
  const Again = pages.loginAgain;
  return (
    <>
      {data.frame === "bare" ? page : <Frame parts={pages.frame}>{page}</Frame>}
      {signedOut && (
        <Again
          onDone={() => {
            setSignedOut(false);
            void queryClient.invalidateQueries();
          }}
        />
      )}
    </>
  );
}

/** A page somebody may not use says so, instead of failing at its first question. */
function Permitted({ permission, children }: { readonly permission?: string; readonly children: ReactNode }) {
  const t = useText();
  const can = useCan();
  if (can(permission)) return children;
  return <Empty isPage title={t("platform.notAllowed.title")} hint={t("platform.notAllowed.hint")} />;
}
