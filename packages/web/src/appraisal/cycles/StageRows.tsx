import { DeadlinePolicy, type PlanStage, Stage } from "@dabiao/core/appraisal/plan.ts";
import { Checkbox, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";

interface StageRowsProps {
  readonly stages: readonly PlanStage[];
  readonly onChange: (stages: PlanStage[]) => void;
}

/** The steps a sheet goes through, each with its days and what happens when they are over. */
export function StageRows({ stages, onChange }: StageRowsProps) {
  const { t } = useTranslation();
  return (
    <div className="rule-scroll">
      <table className="rule-table">
        <thead>
          <tr>
            <th scope="col">{t("plan.stage")}</th>
            <th scope="col">{t("plan.workdays")}</th>
            <th scope="col">{t("plan.policy")}</th>
          </tr>
        </thead>
        <tbody>
          {Stage.options.map((name) => {
            const stage = stages.find((each) => each.stage === name);
            const replace = (next: PlanStage) => onChange(stages.map((each) => (each.stage === name ? next : each)));
            return (
              <tr key={name}>
                <th scope="row">
                  <Checkbox
                    checked={stage !== undefined}
                    onChange={({ target }) =>
                      onChange(
                        target.checked
                          ? inOrder([...stages, { stage: name, workdays: 3, policy: "late" }])
                          : stages.filter((each) => each.stage !== name),
                      )
                    }
                  >
                    {t(`stage.${name}`)}
                  </Checkbox>
                </th>
                <td>
                  {stage && (
                    <InputNumber
                      min={1}
                      max={60}
                      value={stage.workdays}
                      aria-label={t("plan.workdaysOf", { stage: t(`stage.${name}`) })}
                      onChange={(workdays) => replace({ ...stage, workdays: workdays ?? 1 })}
                    />
                  )}
                </td>
                <td>
                  {stage && (
                    <Select
                      value={stage.policy}
                      aria-label={t("plan.policyOf", { stage: t(`stage.${name}`) })}
                      popupMatchSelectWidth={false}
                      options={DeadlinePolicy.options.map((policy) => ({
                        value: policy,
                        label: t(`plan.policy.${policy}`),
                      }))}
                      onChange={(policy) => replace({ ...stage, policy })}
                    />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function inOrder(stages: readonly PlanStage[]): PlanStage[] {
  return Stage.options.flatMap((name) => stages.find(({ stage }) => stage === name) ?? []);
}
