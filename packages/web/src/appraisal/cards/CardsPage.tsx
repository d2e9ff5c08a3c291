import { localText } from "@dabiao/core/platform/text.ts";
import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Empty, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { definitionsQuery } from "../../build/definition/definition-query.ts";
import { useLocale } from "../../i18n/locale.ts";
import { PageHead } from "../../kit/PageHead.tsx";
import { PathLink } from "../../kit/PathLink.tsx";
import { usePermissions } from "../../people/session.ts";
import { Region } from "../../shell/RegionState.tsx";
import { cardsQuery } from "../queries.ts";
import { NewCardDialog } from "./NewCardDialog.tsx";
import "./card-messages.ts";
import "./cards.css";

/** 记分卡: which cards there are, how many people each is for, and who has none. */
export function CardsPage() {
  const { t } = useTranslation();
  const locale = useLocale();
  const mayManage = usePermissions().has("appraisal.manage");
  const [making, setMaking] = useState(false);
  const cards = useQuery(cardsQuery);
  const drafts = useQuery({ ...definitionsQuery("scorecard"), enabled: mayManage }).data?.items ?? [];
  const unpublished = drafts.filter(({ published }) => published === null);
  const drafted = new Set(drafts.filter(({ hasDraft }) => hasDraft).map(({ key }) => key));
  const linkTo = (key: string, label: string) =>
    mayManage ? <PathLink to={`/kpi/cards/${key}`}>{label}</PathLink> : label;
  return (
    <>
      <PageHead
        title={t("cards.title")}
        actions={
          mayManage && (
            <Button type="primary" onClick={() => setMaking(true)}>
              {t("cards.new")}
            </Button>
          )
        }
      />
      <p className="muted">{t("cards.what")}</p>
      <Region query={cards}>
        {(data) => (
          <>
            {data.cards.length > 0 && data.without > 0 && (
              <Alert
                type="warning"
                showIcon
                className="cards-note"
                title={t("cards.without", { count: data.without })}
              />
            )}
            <div className="card-list">
              {unpublished.map(({ key, label }) => (
                <article key={key} className="card card-tile">
                  <h2>{linkTo(key, label)}</h2>
                  <Tag>{t("cards.draft")}</Tag>
                </article>
              ))}
              {data.cards.map(({ key, label, grain, people }) => (
                <article key={key} className="card card-tile">
                  <h2>{linkTo(key, localText(label, locale))}</h2>
                  <p className="muted">{`${t(`period.${grain}`)} · ${t("cards.people", { count: people })}`}</p>
                  {drafted.has(key) && <Tag>{t("cards.hasDraft")}</Tag>}
                </article>
              ))}
            </div>
            {data.cards.length === 0 && unpublished.length === 0 && (
              <Empty description={t("cards.empty")}>
                {mayManage && (
                  <Button type="primary" onClick={() => setMaking(true)}>
                    {t("cards.new")}
                  </Button>
                )}
              </Empty>
            )}
          </>
        )}
      </Region>
      {making && <NewCardDialog taken={drafts.map(({ key }) => key)} onClose={() => setMaking(false)} />}
    </>
  );
}
