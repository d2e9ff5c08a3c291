import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { compression } from "vite-plugin-compression2";

const server = process.env["DABIAO_SERVER"] ?? "http://127.0.0.1:4100";

export default defineConfig({
  plugins: [react(), compression({ algorithms: ["brotliCompress", "gzip"], threshold: 1024 })],
  resolve: { conditions: ["dabiao-source", "module", "browser", "development|production"] },
  server: { proxy: { "/api": server } },
  build: {
    outDir: "dist/page",
    target: "es2023",
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: {
        advancedChunks: {
          groups: [
            { name: "react", test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            { name: "grid", test: /node_modules[\\/]ag-grid/ },
            { name: "editor", test: /node_modules[\\/](@codemirror|@lezer)[\\/]/ },
          ],
        },
      },
    },
  },
});
