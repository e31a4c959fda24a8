// The direction of imports, held by a tool. The table of areas stands in checks/areas.cjs.
const { AREAS } = require("./checks/areas.cjs");
const rule = (name, from, to) => ({ name, severity: "error", from, to });
const areaRules = Object.entries(AREAS).map(([area, may]) =>
  rule(
    `${area}-imports-only-listed-areas`,
    { path: `^(domain|server|web)/${area}/` },
    {
      path: "^(domain|server|web)/[^/]+/",
      pathNot: `^(domain|server|web)/(shared|platform|${[area, ...may].join("|")})/`,
    },
  ),
);

module.exports = {
  forbidden: [
    ...areaRules,
    rule(
      "area-through-its-index",
      { path: "^(domain|server|web)/([^/]+)/" },
      { path: "^$1/[^/]+/", pathNot: ["^$1/$2/", "^$1/[^/]+/index[.]tsx?$", "^server/platform/db/index[.]ts$"] },
    ),
    rule(
      "listed-areas-only",
      { path: "^(domain|server|web)/[^/]+/", pathNot: `^(domain|server|web)/(${Object.keys(AREAS).join("|")})/` },
      {},
    ),
    rule(
      "domain-through-its-index",
      { path: "^(server|web)/" },
      { path: "^domain/", pathNot: "^domain/[^/]+/index[.]ts$" },
    ),
    rule(
      "domain-is-pure",
      { path: "^domain/", pathNot: "[.](test|test-data)[.]ts$" },
      { pathNot: ["^domain/", "^node_modules/(zod|decimal[.]js|temporal-polyfill)/"] },
    ),
    rule("web-not-server", { path: "^web/" }, { path: "^server/" }),
    rule("server-not-web", { path: "^server/" }, { path: "^web/" }),
    rule(
      "sql-only-in-stores",
      { path: "^server/", pathNot: "[.]store[.]ts$|[.](test|fixture|test-data)[.]ts$|^server/platform/" },
      { path: "^node_modules/(pg|kysely|pg-boss)/|^server/platform/db/" },
    ),
    rule("no-cycle", {}, { circular: true }),
    rule("resolves", {}, { couldNotResolve: true }),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
  },
};
