import { ABSENCE_KINDS, type AbsenceKind } from "@dabiao/core/goals/absence.ts";
import { askAbsence } from "@dabiao/core/goals/absence-contract.ts";
import { Alert, Form, Input, Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { useRefusalText } from "../../i18n/refusal-text.ts";
import { useSession } from "../../people/session.ts";
import { DayField } from "./DayField.tsx";
import { PersonField } from "./PersonField.tsx";
import { useLifeAct } from "./use-life-act.ts";

/** For oneself it waits for approval; what somebody in charge enters counts at once. */
export function AbsenceDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const refusalText = useRefusalText();
  const { member } = useSession();
  const [who, setWho] = useState<string | null>(member.id);
  const [kind, setKind] = useState<AbsenceKind>("sick");
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const [note, setNote] = useState("");
  const ask = useLifeAct(
    (memberId: string) => call(askAbsence, { body: { memberId, kind, fromDay: from, toDay: to, note: note.trim() } }),
    t("life.saved"),
  );
  return (
    <Modal
      open
      title={t("life.absence.ask")}
      okText={t("life.save")}
      cancelText={t("life.cancel")}
      okButtonProps={{ disabled: who === null || from === "" || to === "", loading: ask.isPending }}
      onCancel={onClose}
      onOk={() => who && ask.mutate(who, { onSuccess: onClose })}
    >
      <Form layout="vertical">
        <Form.Item label={t("life.who")} htmlFor="absence-who">
          <PersonField
            id="absence-who"
            label={t("life.who")}
            value={who}
            known={{ [member.id]: member.name }}
            onChange={setWho}
          />
        </Form.Item>
        <Form.Item label={t("life.kind")} htmlFor="absence-kind">
          <Select
            id="absence-kind"
            value={kind}
            options={ABSENCE_KINDS.map((value) => ({ value, label: t(`life.absence.${value}`) }))}
            onChange={setKind}
          />
        </Form.Item>
        <Form.Item label={t("life.absence.from")} htmlFor="absence-from">
          <DayField id="absence-from" label={t("life.absence.from")} value={from} onChange={setFrom} />
        </Form.Item>
        <Form.Item label={t("life.absence.to")} htmlFor="absence-to">
          <DayField id="absence-to" label={t("life.absence.to")} value={to} onChange={setTo} />
        </Form.Item>
        <Form.Item label={t("life.note")} htmlFor="absence-note">
          <Input id="absence-note" value={note} maxLength={500} onChange={({ target }) => setNote(target.value)} />
        </Form.Item>
        {ask.error && <Alert type="error" title={refusalText(ask.error)} className="life-alert" />}
      </Form>
    </Modal>
  );
}
