import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  root: fileURLToPath(new URL("./web", import.meta.url)),
  plugins: [react()],
  server: { port: 4801, proxy: { "/api": { target: "http://127.0.0.1:4800" } } },
  build: {
    outDir: fileURLToPath(new URL("./dist/web", import.meta.url)),
    emptyOutDir: true,
    target: "es2023",
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      // Our own pure code does nothing when it is loaded: what a page does not use of it stays out of its file.
      // Libraries change rarely and are kept by browsers over updates; every page is a file of its own already.
      output: {
        codeSplitting: {
          groups: [
            {
              name: "react",
              test: /node_modules[\\/](react|react-dom|scheduler|@tanstack|react-i18next|i18next)[\\/]/,
              priority: 3,
            },
            {
              name: "mantine",
              test: /node_modules[\\/](@mantine|@floating-ui|dayjs|react-remove-scroll|clsx)[\\/]/,
              priority: 2,
            },
            { name: "texts-ja", test: /messages\.ja\.json$/, priority: 5 },
            { name: "texts-en", test: /messages\.en\.json$/, priority: 5 },
            { name: "exact", test: /node_modules[\\/](decimal\.js|temporal-polyfill|jsbi|zod)[\\/]/, priority: 1 },
          ],
        },
      },
      treeshake: { moduleSideEffects: (id) => !/[\\/]domain[\\/]/.test(id) },
    },
  },
});
