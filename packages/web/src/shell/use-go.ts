import { useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";

/** Goes to an address of ours, typed at run time: places, records and pages alike. */
export function useGo(): (path: string) => void {
  const navigate = useNavigate();
  return useCallback((path: string) => void navigate({ href: path }), [navigate]);
}
