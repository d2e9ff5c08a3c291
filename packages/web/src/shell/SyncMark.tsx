import { useIsMutating } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";

/** R4, never lie: whether a change is saved, on its way, or waiting for the network. */
export function SyncMark() {
  const { t } = useTranslation();
  const writing = useIsMutating();
  const online = useSyncExternalStore(onNetworkChange, () => navigator.onLine);
  const state = online ? (writing > 0 ? "syncing" : "synced") : "offline";
  return (
    <output className="sync-mark" data-state={state}>
      <span className="sync-dot" aria-hidden="true" />
      <span className="sync-text">{t(`sync.${state}`, { count: writing })}</span>
    </output>
  );
}

function onNetworkChange(changed: () => void): () => void {
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  return () => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  };
}
