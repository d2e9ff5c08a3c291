import type { PackageBody } from "@dabiao/core/model/package.ts";
import { installPackageContract, previewPackageContract } from "@dabiao/core/model/package-contract.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Modal } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { useLocale } from "../../i18n/locale.ts";
import { FormFault } from "../../people/FormFault.tsx";
import { Region } from "../../shell/RegionState.tsx";
import { useIssueWords } from "../definition/issue-words.ts";

/** What a package would change, definition by definition, before it is taken in. */
export function PackageDialog({ body, onClose }: { readonly body: PackageBody; onClose(): void }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { message } = App.useApp();
  const words = useIssueWords();
  const client = useQueryClient();
  const preview = useQuery({
    queryKey: ["package-preview", body],
    queryFn: ({ signal }) => call(previewPackageContract, { body, signal }),
    gcTime: 0,
  });
  const install = useMutation({
    mutationFn: () => call(installPackageContract, { params: { key: body.key }, body: { package: body } }),
    onSuccess: async ({ published }) => {
      void message.success(t("package.installed", { count: published.length }));
      onClose();
      await client.invalidateQueries();
    },
  });
  const conflicts = preview.data?.items.reduce((sum, item) => sum + item.conflicts.length, 0) ?? 0;
  return (
    <Modal
      open
      onCancel={onClose}
      title={`${t("package.preview")} · ${localText(body.label, locale)}`}
      okText={t("package.install")}
      okButtonProps={{ disabled: !preview.data || preview.data.issues.length > 0, loading: install.isPending }}
      onOk={() => install.mutate()}
    >
      <FormFault error={install.error} />
      <Region query={preview}>
        {({ items, issues }) => (
          <>
            {issues.length > 0 && <Alert type="error" showIcon title={issues.map((issue) => words(issue)).join(" ")} />}
            {conflicts > 0 && <Alert type="warning" showIcon title={t("package.conflicts", { count: conflicts })} />}
            <ul className="plain-list package-items">
              {items.map((item) => (
                <li key={item.kind + item.key}>
                  <span className="muted">{t(`kind.${item.kind}`, { defaultValue: item.kind })}</span>{" "}
                  {`${item.key} · ${t(`package.action.${item.action}`)}`}
                </li>
              ))}
            </ul>
          </>
        )}
      </Region>
    </Modal>
  );
}
