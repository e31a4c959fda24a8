import "@fontsource-variable/noto-sans-jp/wght.css";
import "@mantine/core/styles.css";
import "@mantine/dates/styles.css";
import "@mantine/notifications/styles.css";
import "@mantine/spotlight/styles.css";
import "./style/base.css";
import "dayjs/locale/ja";
import { MantineProvider } from "@mantine/core";
import { DatesProvider } from "@mantine/dates";
import { ModalsProvider } from "@mantine/modals";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { queryClient } from "./api/query-client.ts";
import { type AreaWeb, registerAreas } from "./area.ts";
import { mergeMessages, startI18n } from "./i18n/i18n.ts";
import { useLocale, useText } from "./i18n/use-text.ts";
import en from "./messages.en.json";
import ja from "./messages.ja.json";
import type { AppPages } from "./route/app-pages.ts";
import { makeRouter } from "./route/make-router.tsx";
import { cssVariables, theme } from "./style/theme.ts";

/** Draws the product: the areas' pages in the platform's frame. */
export function startWeb(root: HTMLElement, areas: readonly AreaWeb[], pages: AppPages): void {
  registerAreas(areas);
  startI18n(mergeMessages([{ ja, en }, ...areas.map((area) => area.messages)]));
  const router = makeRouter(areas, pages, queryClient);
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme="light">
        <QueryClientProvider client={queryClient}>
          <Spoken router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}

/** Everything that speaks: calendars and dialogs follow the reader's language. */
function Spoken({ router }: { readonly router: ReturnType<typeof makeRouter> }) {
  const locale = useLocale();
  const t = useText();
  return (
    <DatesProvider settings={{ locale, firstDayOfWeek: 0, weekendDays: [0, 6] }}>
      <ModalsProvider labels={{ confirm: t("platform.ok"), cancel: t("platform.cancel") }}>
        <Notifications position="bottom-right" limit={4} />
        <RouterProvider router={router} />
      </ModalsProvider>
    </DatesProvider>
  );
}
