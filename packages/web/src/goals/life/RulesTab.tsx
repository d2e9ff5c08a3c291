import { ABSENCE_KINDS } from "@dabiao/core/goals/absence.ts";
import { type GoalRulesBody, ProrationBasisName } from "@dabiao/core/goals/goal-rules.ts";
import { getGoalRules, putGoalRules } from "@dabiao/core/goals/ramp-contract.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Checkbox, Form, InputNumber, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { useRefusalText } from "../../i18n/refusal-text.ts";
import { Region } from "../../shell/RegionState.tsx";
import { useLifeAct } from "./use-life-act.ts";

/** What the company decided about targets in real life. */
export function RulesTab() {
  const query = useQuery({ queryKey: ["goals", "rules"], queryFn: ({ signal }) => call(getGoalRules, { signal }) });
  return <Region query={query}>{(rules) => <RulesForm rules={rules} />}</Region>;
}

function RulesForm({ rules }: { readonly rules: GoalRulesBody }) {
  const { t } = useTranslation();
  const refusalText = useRefusalText();
  const [edited, setEdited] = useState(rules);
  const save = useLifeAct((body: GoalRulesBody) => call(putGoalRules, { body }), t("life.saved"));
  const put = (change: Partial<GoalRulesBody>) => setEdited({ ...edited, ...change });
  const percent = (id: string, key: "oddsFloor" | "nearThreshold" | "processCap") => (
    <Form.Item label={t(`life.rules.${key}`)} htmlFor={id} extra={t(`life.rules.${key}.hint`)}>
      <Percent id={id} value={edited[key]} onChange={(value) => put({ [key]: value })} />
    </Form.Item>
  );
  const { manager } = edited;
  return (
    <Form layout="vertical" className="life-form" onFinish={() => save.mutate(edited)}>
      <Form.Item label={t("life.rules.proration")} htmlFor="rules-basis" extra={t("life.rules.proration.hint")}>
        <Select
          id="rules-basis"
          value={edited.proration}
          options={ProrationBasisName.options.map((value) => ({ value, label: t(`life.basis.${value}`) }))}
          onChange={(proration) => put({ proration })}
        />
      </Form.Item>
      <Form.Item label={t("life.rules.relief")}>
        <Checkbox.Group
          value={edited.relief}
          options={ABSENCE_KINDS.map((value) => ({ value, label: t(`life.absence.${value}`) }))}
          onChange={(relief) => put({ relief: ABSENCE_KINDS.filter((kind) => relief.includes(kind)) })}
        />
      </Form.Item>
      <Form.Item label={t("life.rules.manager")} htmlFor="rules-manager">
        <Select
          id="rules-manager"
          value={manager.kind}
          options={(["team", "haircut", "ownAndTeam"] as const).map((value) => ({
            value,
            label: t(`life.manager.rule.${value}`),
          }))}
          onChange={(kind) => put({ manager: kind === "haircut" ? { kind, haircut: "0.1" } : { kind } })}
        />
      </Form.Item>
      {manager.kind === "haircut" && (
        <Form.Item label={t("life.rules.haircut")} htmlFor="rules-haircut">
          <Percent
            id="rules-haircut"
            value={manager.haircut}
            onChange={(haircut) => put({ manager: { kind: "haircut", haircut } })}
          />
        </Form.Item>
      )}
      {percent("rules-odds", "oddsFloor")}
      {percent("rules-cap", "processCap")}
      {percent("rules-near", "nearThreshold")}
      {save.error && <Alert type="error" title={refusalText(save.error)} className="life-alert" />}
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {t("life.save")}
      </Button>
    </Form>
  );
}

interface PercentProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (share: string) => void;
}

/** A share, typed in percent. */
function Percent({ id, value, onChange }: PercentProps) {
  return (
    <InputNumber
      id={id}
      min={0}
      max={100}
      suffix="%"
      value={decimal(value).times(100).toNumber()}
      onChange={(typed) =>
        onChange(
          decimal(String(typed ?? 0))
            .div(100)
            .toFixed(),
        )
      }
    />
  );
}
