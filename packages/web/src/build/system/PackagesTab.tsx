import { PackageBody } from "@dabiao/core/model/package.ts";
import { exportPackage, listPackages, uninstallPackage } from "@dabiao/core/model/package-contract.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Upload } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { useLocale } from "../../i18n/locale.ts";
import { useSession } from "../../people/session.ts";
import { Region } from "../../shell/RegionState.tsx";
import { useErrorWords } from "../definition/issue-words.ts";
import { PackageDialog } from "./PackageDialog.tsx";
import { saveFile } from "./save-file.ts";

/** Configuration that travels: what is installed, this company's as a file, and another's looked at and taken in. */
export function PackagesTab() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { modal, message } = App.useApp();
  const words = useErrorWords();
  const client = useQueryClient();
  const { workspace } = useSession();
  const [opened, setOpened] = useState<PackageBody | null>(null);
  const packages = useQuery({ queryKey: ["packages"], queryFn: ({ signal }) => call(listPackages, { signal }) });
  const save = useMutation({
    mutationFn: () => call(exportPackage, { body: { key: "company", label: { zh: workspace.name } } }),
    onSuccess: (body) => saveFile(`${workspace.name}.dabiao.json`, JSON.stringify(body, null, 2)),
    onError: (error) => void message.error(words(error)),
  });

  async function open(file: File) {
    const parsed = PackageBody.safeParse(parse(await file.text()));
    if (parsed.success) setOpened(parsed.data);
    else void message.error(t("package.bad"));
  }

  function uninstall(key: string, label: string) {
    void modal.confirm({
      title: t("package.uninstall.ask", { label }),
      okButtonProps: { danger: true },
      onOk: async () => {
        await call(uninstallPackage, { params: { key }, query: {} }).catch(
          (error: unknown) => void message.error(words(error)),
        );
        await client.invalidateQueries();
      },
    });
  }

  return (
    <>
      <div className="audit-filters">
        <Button loading={save.isPending} onClick={() => save.mutate()}>
          {t("package.export")}
        </Button>
        <Upload
          accept=".json"
          showUploadList={false}
          beforeUpload={(file) => {
            void open(file);
            return false;
          }}
        >
          <Button>{t("package.import")}</Button>
        </Upload>
      </div>
      <Region query={packages}>
        {({ packages: items }) =>
          items.length === 0 ? (
            <p className="muted">{t("package.none")}</p>
          ) : (
            items.map((item) => (
              <div key={item.key} className="version-row">
                <div className="grow">
                  <strong>{localText(item.label, locale)}</strong> <span className="muted">{item.version}</span>
                </div>
                <Button size="small" danger onClick={() => uninstall(item.key, localText(item.label, locale))}>
                  {t("package.uninstall")}
                </Button>
              </div>
            ))
          )
        }
      </Region>
      {opened && <PackageDialog body={opened} onClose={() => setOpened(null)} />}
    </>
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
