import { useLocation, useNavigate } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";

export type AddressChange = Readonly<Record<string, unknown>>;

/** The address of a page as its state: everything a list shows is in it, so that a list can be sent as a link. */
export function useAddress(): { params: URLSearchParams; change(parts: AddressChange, replace?: boolean): void } {
  const searchStr = useLocation({ select: (location) => location.searchStr });
  const pathname = useLocation({ select: (location) => location.pathname });
  const navigate = useNavigate();
  const params = useMemo(() => readParams(searchStr), [searchStr]);
  const change = useCallback(
    (parts: AddressChange, replace = true) => {
      const next = new URLSearchParams(params);
      for (const [key, value] of Object.entries(parts)) {
        if (value === undefined || value === null || value === "") next.delete(key);
        else next.set(key, typeof value === "string" ? value : JSON.stringify(value));
      }
      void navigate({ href: `${pathname}${next.size > 0 ? `?${next}` : ""}`, replace });
    },
    [params, pathname, navigate],
  );
  return { params, change };
}

/** The router writes texts that look like JSON in quotes; they are taken off again. */
function readParams(text: string): URLSearchParams {
  const params = new URLSearchParams(text);
  for (const [key, value] of [...params]) {
    if (/^".*"$/.test(value)) params.set(key, String(JSON.parse(value)));
  }
  return params;
}
