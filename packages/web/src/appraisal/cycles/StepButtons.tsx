import { stepCycle } from "@dabiao/core/appraisal/contract.ts";
import type { CycleState } from "@dabiao/core/appraisal/cycle.ts";
import { App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ReasonDialog } from "../ReasonDialog.tsx";
import { useAct } from "../use-act.ts";
import type { CycleDetail } from "./CyclePage.tsx";

const CANCELLABLE: readonly CycleState[] = ["draft", "goalSetting", "running", "scoring", "calibrating"];

/** What going on anyway means for a step. */
const FORCE_HINT: Readonly<Partial<Record<CycleState, string>>> = {
  calibrating: "cycle.force.hint.calibrating",
  published: "cycle.force.hint.published",
};

/** The one next step, and cancelling until the results are published. */
export function StepButtons({ cycle }: { readonly cycle: CycleDetail }) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const [asking, setAsking] = useState<"force" | "cancel" | null>(null);
  const step = useAct(stepCycle, t("cycle.stepped"), () => setAsking(null));
  const { next } = cycle;
  const go = (to: CycleState, more: { reason?: string; force?: boolean } = {}) =>
    step.mutate({ params: { cycleId: cycle.id }, body: { to, ...more } });
  return (
    <>
      {CANCELLABLE.includes(cycle.state) && <Button onClick={() => setAsking("cancel")}>{t("cycle.cancel")}</Button>}
      {next && cycle.blockers.length > 0 && !cycle.blockers.some(({ hard }) => hard) && (
        <Button onClick={() => setAsking("force")}>{t("cycle.force")}</Button>
      )}
      {next && (
        <Button
          type="primary"
          loading={step.isPending}
          disabled={cycle.blockers.length > 0}
          title={cycle.blockers.length > 0 ? t("cycle.blocked", { count: cycle.blockers.length }) : undefined}
          onClick={() =>
            void modal.confirm({
              title: t(`cycle.to.${next}`),
              content: t(`cycle.to.${next}.hint`),
              okText: t(`cycle.to.${next}`),
              onOk: () => go(next),
            })
          }
        >
          {t(`cycle.to.${next}`)}
        </Button>
      )}
      {asking === "force" && next && (
        <ReasonDialog
          title={t("cycle.force.title", { step: t(`cycle.to.${next}`) })}
          hint={t(FORCE_HINT[next] ?? "cycle.force.hint", { count: cycle.blockers.length })}
          ok={t(`cycle.to.${next}`)}
          busy={step.isPending}
          onOk={(reason) => go(next, { reason, force: true })}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === "cancel" && (
        <ReasonDialog
          danger
          title={t("cycle.cancel.title")}
          ok={t("cycle.cancel")}
          busy={step.isPending}
          onOk={(reason) => go("cancelled", { reason })}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}
