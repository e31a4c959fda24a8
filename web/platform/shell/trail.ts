interface RouteLike {
  readonly path: string;
  readonly title: string;
}
interface AreaLike {
  readonly routes: readonly RouteLike[];
}

/**
 * The pages above and at an address: every route that matches the beginning of it, shortest first.
 *
 * @param path below the company: `sales/orders/123`
 */
export function trailOf(path: string, areas: readonly AreaLike[]): { to: string; title: string }[] {
  const parts = path.split("/").filter(Boolean);
  const routes = areas.flatMap((area) => area.routes);
  const trail: { to: string; title: string }[] = [];
  for (let length = 1; length <= parts.length; length += 1) {
    const beginning = parts.slice(0, length);
    const found = bestMatch(routes, beginning);
    if (found) trail.push({ to: beginning.join("/"), title: found.title });
  }
  return trail;
}

/** A fixed word fits better than a `$parameter`: `orders/new` is not the order named "new". */
function bestMatch(routes: readonly RouteLike[], parts: readonly string[]): RouteLike | undefined {
  const fits = routes.filter((route) => {
    const wanted = route.path.split("/").filter(Boolean);
    return wanted.length === parts.length && wanted.every((part, at) => part.startsWith("$") || part === parts[at]);
  });
  const fixed = (route: RouteLike) => route.path.split("/").filter((part) => !part.startsWith("$")).length;
  return fits.sort((a, b) => fixed(b) - fixed(a))[0];
}

/**
 * A record is called what its list is called; until it has a name of its own to show, or where it is only passed through, the list alone
 * says it: 取引先 › 取引先 tells nobody anything.
 */
export function withoutEchoes<T extends { readonly label: string }>(steps: readonly T[], isLastNamed: boolean): T[] {
  return steps.filter((step, at) => {
    if (isLastNamed && at === steps.length - 1) return true;
    return step.label !== steps[at - 1]?.label;
  });
}
