import { RightOutlined } from "@ant-design/icons";
import { localText } from "@dabiao/core/platform/text.ts";
import { useQuery } from "@tanstack/react-query";
import { Empty } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import { PageHead } from "../kit/PageHead.tsx";
import { PathLink } from "../kit/PathLink.tsx";
import { worldQuery } from "../model/object-index.ts";
import { Region } from "../shell/RegionState.tsx";
import "./messages.ts";
import "./records.css";

/** The objects one may open: where 业务 leads on a phone. */
export function ObjectsPage() {
  const { t } = useTranslation();
  const locale = useLocale();
  const world = useQuery(worldQuery);
  return (
    <>
      <PageHead title={t("list.objects")} />
      <Region query={world}>
        {({ objects }) =>
          objects.length === 0 ? (
            <Empty description={t("list.objects.none")} />
          ) : (
            <div className="object-cards">
              {objects.map((object) => (
                <PathLink key={object.key} to={`/o/${object.key}`} className="object-card">
                  {localText(object.plural ?? object.label, locale)}
                  <RightOutlined aria-hidden />
                </PathLink>
              ))}
            </div>
          )
        }
      </Region>
    </>
  );
}
