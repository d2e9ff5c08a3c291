import type { KpiBody } from "@dabiao/core/metrics/metric.ts";
import { Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { DesignField } from "./DesignField.tsx";
import { GroupSelect } from "./GroupSelect.tsx";

interface KpiWordsProps {
  readonly body: KpiBody;
  readonly put: <Name extends keyof KpiBody>(name: Name, value: KpiBody[Name] | null) => void;
}

/** Where it stands in the library and what is said about it, in both languages. */
export function KpiWords({ body, put }: KpiWordsProps) {
  const { t } = useTranslation();
  const { help, strategy } = body;
  const written = (zh: string, en: string) => (zh === "" && en === "" ? null : { zh, ...(en === "" ? {} : { en }) });
  return (
    <>
      <div className="design-row">
        <DesignField label={t("designer.group")}>
          <GroupSelect value={body.group ?? null} onChange={(group) => put("group", group)} />
        </DesignField>
        <DesignField label={t("designer.tags")}>
          <Select
            mode="tags"
            className="design-wide"
            value={[...(body.tags ?? [])]}
            maxCount={10}
            aria-label={t("designer.tags")}
            onChange={(tags: string[]) => put("tags", tags.length === 0 ? null : tags.map((tag) => tag.slice(0, 20)))}
          />
        </DesignField>
      </div>
      <DesignField label={t("designer.strategy")} hint={t("designer.strategy.hint")}>
        <Input
          value={strategy?.zh ?? ""}
          maxLength={200}
          aria-label={t("designer.strategy")}
          onChange={({ target }) => put("strategy", written(target.value, strategy?.en ?? ""))}
        />
      </DesignField>
      {(["zh", "en"] as const).map((language) => (
        <DesignField
          key={language}
          label={t(`designer.help.${language}`)}
          {...(language === "zh" ? { hint: t("designer.help.hint") } : {})}
        >
          <Input.TextArea
            value={help?.[language] ?? ""}
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={2000}
            aria-label={t(`designer.help.${language}`)}
            onChange={({ target }) => {
              const next = { zh: help?.zh ?? "", en: help?.en ?? "", [language]: target.value };
              put("help", written(next.zh, next.en));
            }}
          />
        </DesignField>
      ))}
    </>
  );
}
