import { postAdjustments } from "@dabiao/core/appraisal/act-contract.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Button, Empty } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { PathLink } from "../../kit/PathLink.tsx";
import { shownChange } from "../shown-change.ts";
import { useAct } from "../use-act.ts";

/** Frozen figures never move: what has changed since is computed beside them and posted as differences. */
export function AdjustmentsTab({ cycleId }: { readonly cycleId: string }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const preview = useAct(postAdjustments, t("adjust.compared"));
  const post = useAct(postAdjustments, t("adjust.posted"));
  const shown = post.data ?? preview.data;
  const params = { cycleId };
  return (
    <>
      <p className="muted">{t("adjust.what")}</p>
      <div className="design-row">
        <Button loading={preview.isPending} onClick={() => preview.mutate({ params, body: { preview: true } })}>
          {t("adjust.compare")}
        </Button>
        <Button
          type="primary"
          loading={post.isPending}
          disabled={!preview.data || preview.data.posted.length === 0 || post.data !== undefined}
          onClick={() => post.mutate({ params, body: { preview: false } })}
        >
          {t("adjust.post")}
        </Button>
      </div>
      {shown?.posted.length === 0 && <Empty description={t("adjust.none")} />}
      <ul className="change-list">
        {shown?.posted.map((difference) => (
          <li key={`${difference.id}${difference.sheetId}${difference.item}${difference.field}`}>
            <span>
              <PathLink to={`/kpi/sheets/${difference.sheetId}`}>{difference.name}</PathLink>{" "}
              {difference.label && localText(difference.label, locale)} {t(`adjust.field.${difference.field}`)}{" "}
              {shownChange(difference.before, difference.after)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
