import { listDependants } from "@dabiao/core/model/contract.ts";
import type { FieldBody, ObjectBody } from "@dabiao/core/model/object.ts";
import { useQuery } from "@tanstack/react-query";
import { Button, Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { DependantList } from "../definition/DependantList.tsx";
import type { Draft } from "../definition/use-draft.ts";
import { withField, withoutField } from "./edit-fields.ts";

interface FieldUsageProps {
  readonly draft: Draft<ObjectBody>;
  readonly field: FieldBody;
  onGone(): void;
}

/** Who uses the field; archiving keeps its values, deleting waits until nobody uses it. */
export function FieldUsage({ draft, field, onGone }: FieldUsageProps) {
  const { t } = useTranslation();
  const { detail, key, body } = draft;
  const usage = useQuery({
    queryKey: ["definition", "object", key, "dependants", field.key],
    queryFn: ({ signal }) =>
      call(listDependants, { params: { kind: "object", key }, query: { part: field.key }, signal }),
    enabled: detail.published !== null,
  });
  const dependants = usage.data?.dependants ?? [];
  const isName = body.nameField === field.key;
  const reason = dependants.length > 0 ? t("field.remove.used", { count: dependants.length }) : "";
  return (
    <div className="field-usage">
      <span>{t("field.usage")}</span>
      <DependantList dependants={dependants} />
      <div className="field-checks">
        <Button
          disabled={isName}
          onClick={() => draft.change(withField(body, field.key, (each) => ({ ...each, archived: !each.archived })))}
        >
          {t(field.archived ? "field.restore" : "field.archive")}
        </Button>
        <Tooltip title={reason}>
          <Button
            danger
            disabled={isName || dependants.length > 0}
            onClick={() => {
              draft.change(withoutField(body, field.key));
              onGone();
            }}
          >
            {t("field.remove")}
          </Button>
        </Tooltip>
      </div>
    </div>
  );
}
