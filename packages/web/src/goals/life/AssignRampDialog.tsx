import type { RampBody } from "@dabiao/core/goals/ramp.ts";
import { assignRamp } from "@dabiao/core/goals/ramp-contract.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Alert, Form, Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { useLocale } from "../../i18n/locale.ts";
import { useRefusalText } from "../../i18n/refusal-text.ts";
import { useMetrics } from "../../metrics/use-metrics.ts";
import { DayField } from "./DayField.tsx";
import { PersonField } from "./PersonField.tsx";
import { useLifeAct } from "./use-life-act.ts";

interface AssignRampDialogProps {
  readonly ramps: readonly { readonly key: string; readonly body: RampBody }[];
  readonly onClose: () => void;
}

const OFF = "";

/** Puts one person on a ramp by name, or off all of them. */
export function AssignRampDialog({ ramps, onClose }: AssignRampDialogProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const refusalText = useRefusalText();
  const { today } = useMetrics();
  const [who, setWho] = useState<string | null>(null);
  const [ramp, setRamp] = useState(ramps[0]?.key ?? OFF);
  const [start, setStart] = useState(today);
  const assign = useLifeAct(
    (member: string) =>
      call(assignRamp, {
        body: { members: [member], assignment: ramp === OFF ? { kind: "none" } : { kind: "ramp", ramp, start } },
      }),
    t("life.saved"),
  );
  return (
    <Modal
      open
      title={t("life.ramp.assign")}
      okText={t("life.save")}
      cancelText={t("life.cancel")}
      okButtonProps={{ disabled: who === null || start === "", loading: assign.isPending }}
      onCancel={onClose}
      onOk={() => who && assign.mutate(who, { onSuccess: onClose })}
    >
      <Form layout="vertical">
        <Form.Item label={t("life.who")} htmlFor="assign-who">
          <PersonField id="assign-who" label={t("life.who")} value={who} onChange={setWho} />
        </Form.Item>
        <Form.Item label={t("life.ramp.head.ramp")} htmlFor="assign-ramp">
          <Select
            id="assign-ramp"
            value={ramp}
            options={[
              ...ramps.map(({ key, body }) => ({ value: key, label: localText(body.label, locale) })),
              { value: OFF, label: t("life.ramp.off") },
            ]}
            onChange={setRamp}
          />
        </Form.Item>
        {ramp !== OFF && (
          <Form.Item label={t("life.ramp.head.start")} htmlFor="assign-start">
            <DayField id="assign-start" label={t("life.ramp.head.start")} value={start} onChange={setStart} />
          </Form.Item>
        )}
        {assign.error && <Alert type="error" title={refusalText(assign.error)} className="life-alert" />}
      </Form>
    </Modal>
  );
}
