import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { actFor } from "../api/client.ts";
import { Refused } from "../api/problem.ts";
import type { AreaRoute, AreaWeb } from "../area.ts";
import { firstCompany, loadMe, rememberCompany } from "../session/session.ts";
import { readQuery, writeQuery } from "./address-state.ts";
import type { AppPages } from "./app-pages.ts";
import { CompanyFrame } from "./company-frame.tsx";
import { PageFailed, PageMissing, PagePending } from "./page-states.tsx";

/**
 * The addresses of the product: `/login`, `/c/<company>/…` and the areas' pages below it. A link holds company and view,
 * so it opens the same for a colleague.
 */
export function makeRouter(areas: readonly AreaWeb[], pages: AppPages, cache: QueryClient) {
  const root = createRootRoute({ component: Outlet, notFoundComponent: PageMissing });
  const login = createRoute({ getParentRoute: () => root, path: "/login", component: () => <pages.login /> });
  const outside = areas
    .flatMap((area) => area.outside ?? [])
    .map(({ path, page }) =>
      createRoute({ getParentRoute: () => root, path: `/${path}`, component: lazyRouteComponent(page, "Page") }),
    );

  const signedIn = createRoute({
    getParentRoute: () => root,
    id: "signed-in",
    component: Outlet,
    beforeLoad: async ({ location }) => {
      try {
        return { me: await loadMe(cache) };
      } catch (error) {
        if (error instanceof Refused && error.problem.status === 401)
          throw redirect({ to: "/login", search: { next: location.href } as never });
        throw error;
      }
    },
  });
  const begin = createRoute({
    getParentRoute: () => signedIn,
    path: "/",
    beforeLoad: ({ context }) => {
      const company = firstCompany(context.me);
      if (company) throw redirect({ to: `/c/${company.companyId}` as string });
    },
    component: () => <pages.noCompany />,
  });
  const company = createRoute({
    getParentRoute: () => signedIn,
    path: "/c/$companyId",
    beforeLoad: ({ params, context }) => {
      const known = context.me.companies.some(({ companyId }) => companyId === params.companyId);
      actFor(known ? params.companyId : null);
      if (!known) throw notFound();
      rememberCompany(params.companyId);
    },
    component: () => <CompanyFrame pages={pages} />,
    notFoundComponent: PageMissing,
  });

  const routes = areas.flatMap((area) => area.routes);
  const home = createRoute({
    getParentRoute: () => company,
    path: "/",
    component: lazyRouteComponent(pages.home, "Page"),
  });
  const toRoute = (route: AreaRoute) =>
    createRoute({
      getParentRoute: () => company,
      path: `/${route.path}`,
      component: lazyRouteComponent(route.page, "Page"),
      staticData: { frame: route.frame ?? "shell", permission: route.permission } as never,
    });
  const tree = root.addChildren([
    login,
    ...outside,
    signedIn.addChildren([begin, company.addChildren([home, ...routes.map(toRoute)])]),
  ]);

  return createRouter({
    routeTree: tree,
    parseSearch: readQuery,
    stringifySearch: writeQuery,
    defaultPreload: "intent",
    scrollRestoration: false,
    defaultPendingComponent: PagePending,
    defaultPendingMs: 150,
    defaultErrorComponent: PageFailed,
    defaultNotFoundComponent: PageMissing,
  });
}
