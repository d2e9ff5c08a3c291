import type { RefusalParams } from "@dabiao/core/platform/refusal.ts";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { ApiRefusal } from "../api/call.ts";

/** The sentence of a refusal in the user's language; a fault without a code says that the server cannot be reached. */
export function useRefusalText(): (error: unknown) => string {
  const { t } = useTranslation();
  return useCallback(
    (error: unknown) => {
      if (!(error instanceof ApiRefusal)) return t("refusal.network");
      const [first] = error.issues;
      const issue = error.code === "bad_request" && first ? first : error;
      return t(`refusal.${issue.code}`, { ...plain(issue.params), defaultValue: issue.code });
    },
    [t],
  );
}

function plain(params: RefusalParams): Record<string, string | number> {
  const entries = Object.entries(params).map(([key, value]) => [
    key,
    Array.isArray(value) ? value.join("、") : String(value),
  ]);
  return Object.fromEntries(entries) as Record<string, string>;
}
