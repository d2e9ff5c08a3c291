import { Outlet } from "@tanstack/react-router";
import { Alert } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { CommandPalette } from "../palette/CommandPalette.tsx";
import { useKeys } from "./keys.ts";
import { useLiveInvalidation } from "./live.ts";
import { useIsPhone } from "./media.ts";
import { Rail } from "./Rail.tsx";
import { RegionLoading } from "./RegionState.tsx";
import { TopBar } from "./TopBar.tsx";
import { useGo } from "./use-go.ts";
import { WorkspaceBanner } from "./WorkspaceBanner.tsx";
import "./messages.ts";
import "./shell.css";

/** Not needed for the first sight of a desk: phones fetch their tabs, whoever asks the sheet of keys. */
const PhoneTabs = lazy(async () => ({ default: (await import("./PhoneTabs.tsx")).PhoneTabs }));
const KeySheet = lazy(async () => ({ default: (await import("./KeySheet.tsx")).KeySheet }));

/** The frame around every page of a signed-in member: rail or tabs, bar, palette, live channel. */
export function AppShell() {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const [open, setOpen] = useState<"palette" | "keys" | null>(null);
  const [folded, setFolded] = useState(() => localStorage.getItem("dabiao.rail") === "folded");
  const go = useGo();
  const live = useLiveInvalidation();
  useKeys({
    "mod+k": () => setOpen("palette"),
    "?": () => setOpen("keys"),
    "[": () => fold(!folded),
    "g h": () => go("/home"),
    "g i": () => go("/inbox"),
    "g k": () => go("/kpi"),
    "g s": () => go("/o"),
    "g b": () => go("/build"),
  });

  function fold(next: boolean) {
    localStorage.setItem("dabiao.rail", next ? "folded" : "open");
    setFolded(next);
  }

  return (
    <div className="shell" data-folded={folded}>
      <a className="skip-link" href="#page">
        {t("shell.skip")}
      </a>
      {!isPhone && <Rail folded={folded} onFold={fold} />}
      <div className="shell-main">
        <TopBar onSearch={() => setOpen("palette")} onKeys={() => setOpen("keys")} />
        <WorkspaceBanner />
        {live === "lost" && <Alert banner type="warning" title={t("shell.lost")} />}
        <main id="page" className="page" tabIndex={-1}>
          <Suspense fallback={<RegionLoading rows={8} />}>
            <Outlet />
          </Suspense>
        </main>
        {isPhone && (
          <Suspense fallback={<nav className="phone-tabs" aria-label={t("shell.navigation")} />}>
            <PhoneTabs />
          </Suspense>
        )}
      </div>
      <CommandPalette open={open === "palette"} onClose={() => setOpen(null)} />
      {open === "keys" && (
        <Suspense fallback={null}>
          <KeySheet open onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </div>
  );
}
