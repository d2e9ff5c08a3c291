import type { Scope } from "@dabiao/core/people/role.ts";
import { useTranslation } from "react-i18next";
import "./messages.ts";

export const SCOPES = ["none", "own", "unit", "subtree", "all"] as const;

/** A scope as people say it. */
export function useScopeWords(): (scope: Scope) => string {
  const { t } = useTranslation();
  return (scope) => t(`scope.${typeof scope === "string" ? scope : "rule"}`);
}
