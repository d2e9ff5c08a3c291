import { localText } from "@dabiao/core/platform/text.ts";
import { Button, Empty } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import { usePermissions } from "../people/session.ts";
import { useGo } from "../shell/use-go.ts";
import type { ObjectDefinition } from "./definition.ts";
import type { ListState } from "./use-list.ts";

interface ListEmptyProps {
  readonly definition: ObjectDefinition;
  readonly list: ListState;
  onNew(): void;
}

/** An empty list says why it is empty and names the ways out. */
export function ListEmpty({ definition, list, onNew }: ListEmptyProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const go = useGo();
  const permissions = usePermissions();
  const name = localText(definition.label, locale);
  if (list.isBin) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("list.bin.empty")} />;
  if (list.search || list.settings.filter) {
    const text = list.search ? t("list.empty.search", { search: list.search }) : t("list.empty.filter", { name });
    return (
      <div className="list-empty">
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={text} />
        <Button onClick={list.clear}>{t("list.clear")}</Button>
      </div>
    );
  }
  return (
    <div className="list-empty">
      <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("list.empty", { name })} />
      <div className="list-empty-ways">
        {permissions.has("import") && (
          <Button onClick={() => go(`/build/import?object=${definition.key}`)}>{t("list.import")}</Button>
        )}
        {definition.canCreate && (
          <Button type="primary" onClick={onNew}>
            {t("list.new", { name })}
          </Button>
        )}
        <Button onClick={() => go("/start")}>{t("list.sample")}</Button>
      </div>
    </div>
  );
}
