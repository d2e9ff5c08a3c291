import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { queryClient } from "./api/query-client.ts";
import "./i18n/setup.ts";
import { router } from "./shell/routes.tsx";
import { ThemeProvider } from "./theme/ThemeProvider.tsx";

// Nothing is refused before something is asked: the sentences come right behind the first page.
void import("./i18n/refusals.ts");

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <ThemeProvider>
        <RouterProvider router={router} />
      </ThemeProvider>
    </QueryClientProvider>
  </StrictMode>,
);
