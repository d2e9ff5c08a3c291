import type { Import } from "@dabiao/core/imports/import.ts";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Alert, Steps } from "antd";
import { useTranslation } from "react-i18next";
import { PageHead } from "../kit/PageHead.tsx";
import { useIsPhone } from "../shell/media.ts";
import { Region } from "../shell/RegionState.tsx";
import { backFrom } from "./back-from.ts";
import { importQuery } from "./import-queries.ts";
import { MapStep } from "./MapStep.tsx";
import { ResultStep } from "./ResultStep.tsx";
import { RunStep } from "./RunStep.tsx";
import { UploadStep } from "./UploadStep.tsx";
import "./imports.css";
import "./messages.ts";

const STEP_OF: Readonly<Record<Import["state"], number>> = {
  uploaded: 0,
  reading: 0,
  read: 1,
  checking: 2,
  checked: 2,
  running: 3,
  done: 3,
  cancelled: 3,
  failed: 3,
  undone: 3,
};

/** One import from the file to its undo. It lives on the server: leaving the page or opening it elsewhere changes nothing. */
export function ImportWizardPage() {
  const { id = "new" } = useParams({ strict: false }) as { id?: string };
  return id === "new" ? <NewImport /> : <StoredImport key={id} id={id} />;
}

function NewImport() {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t("import.title")} />
      <WizardSteps at={0} />
      <UploadStep back={backFrom()} />
    </>
  );
}

function StoredImport({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const query = useQuery(importQuery(id));
  return (
    <>
      <PageHead title={query.data ? `${t("import.title")} · ${query.data.fileName}` : t("import.title")} />
      <Region query={query}>
        {(stored) => (
          <>
            <WizardSteps at={STEP_OF[stored.state]} />
            <Step stored={stored} />
          </>
        )}
      </Region>
    </>
  );
}

function Step({ stored }: { readonly stored: Import }) {
  const { t } = useTranslation();
  switch (stored.state) {
    case "uploaded":
    case "reading":
      return <Alert type="info" showIcon title={t("import.reading")} />;
    case "read":
    case "checking":
    case "checked":
      return <MapStep stored={stored} />;
    case "running":
      return <RunStep stored={stored} />;
    case "done":
    case "cancelled":
    case "failed":
    case "undone":
      return <ResultStep stored={stored} />;
  }
}

function WizardSteps({ at }: { readonly at: number }) {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const items = (["upload", "map", "check", "run"] as const).map((step) => ({ title: t(`import.step.${step}`) }));
  return (
    <Steps
      className="import-steps"
      size="small"
      responsive={false}
      current={at}
      items={items}
      titlePlacement={isPhone ? "vertical" : "horizontal"}
    />
  );
}
