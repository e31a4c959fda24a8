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
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      // Our own pure code does nothing when it is loaded: what a page does not use of it stays out of its file.
      treeshake: { moduleSideEffects: (id) => !/[\\/]domain[\\/]/.test(id) },
    },
  },
});
