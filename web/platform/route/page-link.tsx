import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { type AnchorHTMLAttributes, forwardRef, useCallback } from "react";
import { actingCompanyId } from "../api/client.ts";

/** The whole address of a page of the acting company: `sales/orders` is `/c/<id>/sales/orders`. */
export function pageAddress(to: string): string {
  return to.startsWith("/") ? to : `/c/${actingCompanyId()}${to ? `/${to}` : ""}`;
}

export interface PageLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href"> {
  /** Below the company (`sales/orders/123?status=open`), or from the root with a leading slash. */
  readonly to: string;
}

/** A real link to a page: middle click, copy address and keyboard work as everywhere. */
export const PageLink = forwardRef<HTMLAnchorElement, PageLinkProps>(function PageLink(
  { to, className = "link", ...rest },
  ref,
) {
  const { path, search } = splitAddress(pageAddress(to));
  // The menu knows better which entry is the current one: an address is not current because another begins with it.
  const activeOptions = { exact: true, includeSearch: true };
  return (
    <Link
      activeOptions={activeOptions}
      ref={ref}
      to={path}
      search={search as never}
      className={className}
      {...(rest as object)}
    />
  );
});

/** Goes to a page of the acting company: `go("sales/orders/123")`. */
export function useGo(): (to: string, options?: { readonly replace?: boolean }) => void {
  const navigate = useNavigate();
  return useCallback(
    (to, options) => {
      const { path, search } = splitAddress(pageAddress(to));
      void navigate({ to: path, search: search as never, replace: options?.replace ?? false });
    },
    [navigate],
  );
}

/** The parts of the address a route names with `$`: `usePathParams().orderId`. */
export function usePathParams(): Readonly<Record<string, string>> {
  return useParams({ strict: false }) as Record<string, string>;
}

function splitAddress(address: string): { path: string; search: Record<string, string> } {
  const [path = "", query = ""] = address.split("?");
  return { path, search: Object.fromEntries(new URLSearchParams(query)) };
}
