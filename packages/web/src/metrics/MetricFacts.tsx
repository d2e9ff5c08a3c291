import { type MetricBody, Unit } from "@dabiao/core/metrics/metric.ts";
import { Input, InputNumber, Segmented, Select } from "antd";
import { useTranslation } from "react-i18next";
import { LabelInputs } from "../build/definition/LabelInputs.tsx";
import type { Draft } from "../build/definition/use-draft.ts";
import { DesignField } from "./DesignField.tsx";
import { GroupSelect } from "./GroupSelect.tsx";

const CURRENCIES = ["CNY", "USD", "HKD", "EUR", "GBP", "JPY"];

/** What a metric is called, what it counts in, and which way is better. */
export function MetricFacts({ draft }: { readonly draft: Draft<MetricBody> }) {
  const { t } = useTranslation();
  const { body, issues, change } = draft;
  const { unit } = body;
  return (
    <>
      <LabelInputs value={body.label} onChange={(label) => change({ ...body, label })} />
      <DesignField label={t("designer.description")}>
        <Input.TextArea
          value={body.description?.zh ?? ""}
          autoSize={{ minRows: 1, maxRows: 4 }}
          maxLength={200}
          aria-label={t("designer.description")}
          onChange={({ target }) => {
            const { description: _before, ...rest } = body;
            change(target.value === "" ? rest : { ...rest, description: { ...body.description, zh: target.value } });
          }}
        />
      </DesignField>
      <div className="design-row">
        <DesignField label={t("designer.unit")} path={["unit"]} issues={issues}>
          <Select
            value={unit.kind}
            options={Unit.shape.kind.options.map((kind) => ({ value: kind, label: t(`library.unit.${kind}`) }))}
            aria-label={t("designer.unit")}
            onChange={(kind) =>
              change({
                ...body,
                unit: {
                  kind,
                  decimals: kind === "count" ? 0 : unit.decimals,
                  ...(kind === "money" ? { currency: "CNY" } : {}),
                },
              })
            }
          />
        </DesignField>
        {unit.kind === "money" && (
          <DesignField label={t("designer.currency")}>
            <Select
              value={unit.currency ?? "CNY"}
              options={CURRENCIES.map((value) => ({ value, label: value }))}
              aria-label={t("designer.currency")}
              onChange={(currency) => change({ ...body, unit: { ...unit, currency } })}
            />
          </DesignField>
        )}
        {unit.kind !== "money" && unit.kind !== "percent" && (
          <DesignField label={t("designer.unitLabel")} path={["unit", "label"]}>
            <Input
              className="design-unit"
              value={unit.label?.zh ?? ""}
              maxLength={20}
              aria-label={t("designer.unitLabel")}
              onChange={({ target }) => {
                const { label: _before, ...rest } = unit;
                change({
                  ...body,
                  unit: target.value === "" ? rest : { ...rest, label: { ...unit.label, zh: target.value } },
                });
              }}
            />
          </DesignField>
        )}
        <DesignField label={t("designer.decimals")}>
          <InputNumber
            value={unit.decimals}
            min={0}
            max={6}
            aria-label={t("designer.decimals")}
            onChange={(decimals) => change({ ...body, unit: { ...unit, decimals: decimals ?? 0 } })}
          />
        </DesignField>
        <DesignField label={t("designer.direction")}>
          <Segmented
            value={body.direction}
            options={(["up", "down", "band"] as const).map((value) => ({
              value,
              label: t(`designer.direction.${value}`),
            }))}
            onChange={(direction) => change({ ...body, direction })}
          />
        </DesignField>
        <DesignField label={t("designer.group")}>
          <GroupSelect
            value={body.group ?? null}
            onChange={(group) => {
              const { group: _before, ...rest } = body;
              change(group === null ? rest : { ...rest, group });
            }}
          />
        </DesignField>
      </div>
    </>
  );
}
