import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import "./messages.ts";
import { RegionFault } from "./RegionState.tsx";

/** A page that broke says so in its own place and offers to be drawn again. */
export function RouteFault({ error }: ErrorComponentProps) {
  const router = useRouter();
  return (
    <RegionFault
      error={error instanceof Error ? error : new Error(String(error))}
      retry={() => void router.invalidate()}
    />
  );
}
