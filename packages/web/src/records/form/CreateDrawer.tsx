import { localText } from "@dabiao/core/platform/text.ts";
import { writeRecordsContract } from "@dabiao/core/records/contract.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Drawer } from "antd";
import { useId, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiRefusal, call } from "../../api/call.ts";
import { useIssueText } from "../../fields/issue-text.ts";
import { useLocale } from "../../i18n/locale.ts";
import { useRefusalText } from "../../i18n/refusal-text.ts";
import { useIsPhone } from "../../shell/media.ts";
import { useGo } from "../../shell/use-go.ts";
import type { ObjectDefinition } from "../definition.ts";
import { useFilterTitles } from "../filter/use-filter-titles.ts";
import { useAddress } from "../list-address.ts";
import { refreshRecords } from "../refresh-records.ts";
import { useReturnFocus } from "../use-return-focus.ts";
import { useUndo } from "../use-undo.tsx";
import { fieldFaults, NO_FAULTS } from "./field-faults.ts";
import { defaultValues } from "./form-rules.ts";
import { RecordForm } from "./RecordForm.tsx";

interface CreateDrawerProps {
  readonly definition: ObjectDefinition;
  /** What is filled in already; the address may say more by `with`. */
  readonly given?: Readonly<Record<string, unknown>>;
  /** Where one stays after saving instead of going to the new record. */
  readonly stay?: boolean;
  onClose(): void;
}

/** A new record, beside the page it is made from. */
export function CreateDrawer({ definition, given, stay = false, onClose }: CreateDrawerProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  useReturnFocus();
  const isPhone = useIsPhone();
  const formId = useId();
  const { message } = App.useApp();
  const go = useGo();
  const client = useQueryClient();
  const refusalText = useRefusalText();
  const issueText = useIssueText(definition.fields);
  const { done } = useUndo();
  const { params } = useAddress();
  const start = useMemo(
    () => ({ ...defaultValues(definition), ...valuesIn(params.get("with")), ...given }),
    [definition, params, given],
  );
  const [values, setValues] = useState<Record<string, unknown>>(start);
  const [picked, setPicked] = useState<Record<string, Record<string, string>>>({});
  const [round, setRound] = useState(0);
  const linked = useFilterTitles(
    Object.entries(start).flatMap(([key, id]) => {
      const target = definition.fields.find((field) => field.key === key)?.target;
      const kind = target?.kind === "object" ? target.object : target?.kind;
      return kind && typeof id === "string" ? [{ kind, id }] : [];
    }),
  );
  const titles = { ...linked, ...picked };
  const name = localText(definition.label, locale);
  const create = useMutation({
    mutationFn: (_again: boolean) =>
      call(writeRecordsContract, {
        params: { object: definition.key },
        body: { ops: [{ op: "create", values: filled(values) }] },
      }),
    onSuccess: async ({ records, cause }, again) => {
      const title = String(values[definition.body.nameField] ?? name);
      done({ cause, object: definition.key, text: t("write.created", { name: title }) });
      await refreshRecords(client, definition.key);
      if (again) {
        setValues(start);
        setRound(round + 1);
        create.reset();
        return;
      }
      onClose();
      if (!stay && records[0]) go(`/o/${definition.key}/${records[0].id}`);
    },
    onError: (error) => {
      if (!(error instanceof ApiRefusal)) void message.error(refusalText(error));
    },
  });
  const faults = create.error instanceof ApiRefusal ? fieldFaults(definition, create.error) : NO_FAULTS;
  const general = faults.get("");

  return (
    <Drawer
      open
      onClose={onClose}
      title={t("list.new", { name })}
      size={isPhone ? "100%" : 640}
      footer={
        <div className="form-buttons">
          <Button onClick={onClose}>{t("act.cancel")}</Button>
          {!isPhone && (
            <Button loading={create.isPending} onClick={() => create.mutate(true)}>
              {t("form.again")}
            </Button>
          )}
          <Button type="primary" htmlType="submit" form={formId} loading={create.isPending}>
            {t("act.save")}
          </Button>
        </div>
      }
    >
      <form
        id={formId}
        className="form-parts"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate(false);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) create.mutate(false);
        }}
      >
        {faults.size > 1 && <Alert type="error" showIcon title={t("form.fault", { count: faults.size })} />}
        {general && <Alert type="error" showIcon title={issueText(general)} />}
        <RecordForm
          key={round}
          definition={definition}
          values={values}
          titles={titles}
          faults={faults}
          onChange={(key, value, title) => {
            setValues((before) => ({ ...before, [key]: value }));
            const target = definition.fields.find((field) => field.key === key)?.target;
            const kind = target?.kind === "object" ? target.object : target?.kind;
            if (kind && title && typeof value === "string")
              setPicked((before) => ({ ...before, [kind]: { ...before[kind], [value]: title } }));
          }}
        />
      </form>
    </Drawer>
  );
}

/** Empty fields are not sent, so that their defaults fill them. */
function filled(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ""));
}

function valuesIn(text: string | null): Record<string, unknown> {
  if (!text) return {};
  try {
    const values: unknown = JSON.parse(text);
    return typeof values === "object" && values !== null ? (values as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
