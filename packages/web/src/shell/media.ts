import { useSyncExternalStore } from "react";

const phone = matchMedia("(max-width: 767px)");

/** Whether the screen is a phone's: one column, tabs at the thumb. */
export function useIsPhone(): boolean {
  return useSyncExternalStore(
    (changed) => {
      phone.addEventListener("change", changed);
      return () => phone.removeEventListener("change", changed);
    },
    () => phone.matches,
  );
}
