import { Alert, App, Button } from "antd";
import { useTranslation } from "react-i18next";
import { previewMember } from "../api/preview.ts";
import { removeDemoCompany } from "../home/demo.ts";
import { useSession } from "../people/session.ts";
import { useIsPhone } from "./media.ts";

/** Says when this is not one's usual view: the demo company, or somebody else's eyes. */
export function WorkspaceBanner() {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const { modal, message } = App.useApp();
  const { preview, member, workspace } = useSession();

  function endPreview() {
    previewMember(null);
    location.assign("/build/members");
  }

  function askToRemove() {
    modal.confirm({
      title: t("shell.demo.remove"),
      content: t("shell.demo.confirm"),
      okButtonProps: { danger: true },
      onOk: async () => {
        await removeDemoCompany();
        await message.success(t("shell.demo.removed"), 1);
        location.assign("/home");
      },
    });
  }

  if (preview) {
    const end = (
      <Button size="small" onClick={endPreview}>
        {t("shell.preview.end")}
      </Button>
    );
    return <Alert banner type="warning" title={t("shell.preview", { name: member.name })} action={end} />;
  }
  if (workspace.kind !== "demo") return null;
  const remove = (
    <Button size="small" onClick={askToRemove}>
      {t(isPhone ? "shell.demo.remove.short" : "shell.demo.remove")}
    </Button>
  );
  return <Alert banner type="info" title={t("shell.demo")} action={remove} />;
}
