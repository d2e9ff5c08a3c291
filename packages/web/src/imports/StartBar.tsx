import type { Import } from "@dabiao/core/imports/import.ts";
import { Button, Typography } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import { WorkBar } from "./RunStep.tsx";
import { shownCounts } from "./shown-counts.ts";

interface StartBarProps {
  readonly stored: Import;
  /** Whether what stands here is what was checked. */
  readonly isFresh: boolean;
  readonly isBusy: boolean;
  onCheck(): void;
  onRun(): void;
}

/** What the import would do, and the one next step: check, or start. */
export function StartBar({ stored, isFresh, isBusy, onCheck, onRun }: StartBarProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { counts, state } = stored;
  if (state === "checking") return <WorkBar stored={stored} title={t("import.checking")} hint="" />;
  const good = counts.total - counts.failed;
  return (
    <div className="import-foot">
      {isFresh ? (
        <>
          <Typography.Text role="status">
            {t("import.will", shownCounts(counts, locale))}
            {stored.problems.length === 0 && ` · ${t("import.clean")}`}
          </Typography.Text>
          <Button type="primary" loading={isBusy} disabled={good === 0} onClick={onRun}>
            {counts.failed > 0 ? t("import.start.good", { count: good.toLocaleString(locale) }) : t("import.start")}
          </Button>
        </>
      ) : (
        <Button type="primary" loading={isBusy} onClick={onCheck}>
          {state === "checked" ? t("import.recheck") : t("import.check")}
        </Button>
      )}
    </div>
  );
}
