import type { DefinitionDetail } from "@dabiao/core/model/contract.ts";
import { PERMISSIONS } from "@dabiao/core/people/role.ts";
import { roleKind } from "@dabiao/core/people/role-kind.ts";
import { Alert, Checkbox, Input, Tabs } from "antd";
import { useTranslation } from "react-i18next";
import { DependantsTab } from "../definition/DependantsTab.tsx";
import { DraftBar } from "../definition/DraftBar.tsx";
import { useIssueWords } from "../definition/issue-words.ts";
import { LabelInputs } from "../definition/LabelInputs.tsx";
import { useDraft } from "../definition/use-draft.ts";
import { VersionsTab } from "../definition/VersionsTab.tsx";
import { RightsMatrix } from "./RightsMatrix.tsx";

/** A role: its names, what it may do, and the matrix of objects and scopes. */
export function RoleEditor({ detail }: { readonly detail: DefinitionDetail }) {
  const { t } = useTranslation();
  const words = useIssueWords();
  const draft = useDraft(roleKind, detail);
  const { body, change } = draft;
  const rights = (
    <div className="role-editor">
      <DraftBar draft={draft} />
      {draft.issues.length > 0 && (
        <Alert type="error" showIcon title={draft.issues.map((issue) => words(issue)).join(" ")} />
      )}
      <LabelInputs value={body.label} onChange={(label) => change({ ...body, label })} />
      <label>
        <span className="muted">{t("roles.description")}</span>
        <Input
          value={body.description?.zh ?? ""}
          onChange={({ target }) => {
            const { description: _, ...rest } = body;
            change(target.value ? { ...rest, description: { zh: target.value } } : rest);
          }}
        />
      </label>
      <fieldset className="role-permissions">
        <legend>{t("roles.permissions")}</legend>
        {PERMISSIONS.map((permission) => (
          <Checkbox
            key={permission}
            checked={body.permissions.includes(permission)}
            onChange={({ target }) =>
              change({
                ...body,
                permissions: PERMISSIONS.filter((each) =>
                  each === permission ? target.checked : body.permissions.includes(each),
                ),
              })
            }
          >
            {t(`permission.${permission}`)}
          </Checkbox>
        ))}
      </fieldset>
      <RightsMatrix body={body} onChange={change} />
    </div>
  );
  return (
    <section className="card role-card">
      <Tabs
        items={[
          { key: "rights", label: t("roles.tab.rights"), children: rights },
          { key: "versions", label: t("versions.title"), children: <VersionsTab detail={detail} /> },
          {
            key: "usage",
            label: t("publish.dependants"),
            children: <DependantsTab detail={detail} back="/build/roles" />,
          },
        ]}
      />
    </section>
  );
}
