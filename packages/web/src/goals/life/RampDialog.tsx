import type { RampBody } from "@dabiao/core/goals/ramp.ts";
import { putRamp } from "@dabiao/core/goals/ramp-contract.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { Alert, Button, Form, Input, InputNumber, Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { RoleSelect } from "../../build/members/RoleSelect.tsx";
import { useRefusalText } from "../../i18n/refusal-text.ts";
import { useLifeAct } from "./use-life-act.ts";

/** A curve to change; without a key it is a new one. */
export interface EditedRamp {
  readonly key: string | null;
  readonly body: RampBody | null;
}

const FIRST = [30, 60, 90];

/** A ramp: months in percent, the day by which the month of hire is month 1, whose roles it is. */
export function RampDialog({ edited, onClose }: { readonly edited: EditedRamp; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const refusalText = useRefusalText();
  const { body } = edited;
  const [name, setName] = useState(body?.label.zh ?? t("life.ramp.usual"));
  const [steps, setSteps] = useState<readonly (number | null)[]>(
    body?.steps.map((step) => decimal(step).times(100).toNumber()) ?? FIRST,
  );
  const [cutOffDay, setCutOffDay] = useState(body?.cutOffDay ?? 15);
  const [hireMonth, setHireMonth] = useState(body?.hireMonth ?? "first");
  const [roles, setRoles] = useState<string[]>(body?.roles ?? []);
  const complete = name.trim() !== "" && steps.length > 0 && steps.every((step) => step !== null);
  const save = useLifeAct(
    () =>
      call(putRamp, {
        params: { key: edited.key ?? `ramp_${Date.now().toString(36)}` },
        body: {
          ...body,
          label: { ...body?.label, zh: name.trim() },
          steps: steps.map((step) =>
            decimal(String(step ?? 0))
              .div(100)
              .toFixed(),
          ),
          cutOffDay,
          hireMonth,
          roles,
        },
      }),
    t("life.saved"),
  );
  const put = (index: number, value: number | null) =>
    setSteps(steps.map((step, place) => (place === index ? value : step)));
  return (
    <Modal
      open
      title={t(edited.key === null ? "life.ramp.new" : "life.edit")}
      okText={t("life.save")}
      cancelText={t("life.cancel")}
      okButtonProps={{ disabled: !complete, loading: save.isPending }}
      onCancel={onClose}
      onOk={() => save.mutate(undefined, { onSuccess: onClose })}
    >
      <Form layout="vertical">
        <Form.Item label={t("life.ramp.head.ramp")} htmlFor="ramp-name" required>
          <Input id="ramp-name" value={name} maxLength={100} onChange={({ target }) => setName(target.value)} />
        </Form.Item>
        <Form.Item label={t("life.ramp.head.steps")} extra={t("life.ramp.steps.hint")}>
          <div className="life-steps">
            {steps.map((step, index) => (
              <InputNumber
                // biome-ignore lint/suspicious/noArrayIndexKey: a month of tenure is its place
                key={index}
                className="life-step"
                min={0}
                max={200}
                value={step}
                aria-label={t("life.ramp.month", { month: index + 1 })}
                onChange={(value) => put(index, value)}
              />
            ))}
            <Button
              aria-label={t("life.ramp.addMonth")}
              onClick={() => setSteps([...steps, 100])}
              disabled={steps.length >= 36}
            >
              {t("life.plus")}
            </Button>
            <Button
              aria-label={t("life.ramp.dropMonth")}
              onClick={() => setSteps(steps.slice(0, -1))}
              disabled={steps.length < 2}
            >
              {t("life.minus")}
            </Button>
          </div>
        </Form.Item>
        <Form.Item label={t("life.ramp.head.cutOff")} htmlFor="ramp-cut" extra={t("life.ramp.cutOff.hint")}>
          <InputNumber id="ramp-cut" min={1} max={31} value={cutOffDay} onChange={(day) => setCutOffDay(day ?? 15)} />
        </Form.Item>
        <Form.Item label={t("life.ramp.hireMonth")} htmlFor="ramp-hire">
          <Select
            id="ramp-hire"
            value={hireMonth}
            options={(["first", "none"] as const).map((value) => ({ value, label: t(`life.ramp.hireMonth.${value}`) }))}
            onChange={setHireMonth}
          />
        </Form.Item>
        <Form.Item label={t("life.ramp.roles")} extra={t("life.ramp.roles.hint")}>
          <RoleSelect label={t("life.ramp.roles")} value={roles} onChange={setRoles} />
        </Form.Item>
        {save.error && <Alert type="error" title={refusalText(save.error)} className="life-alert" />}
      </Form>
    </Modal>
  );
}
