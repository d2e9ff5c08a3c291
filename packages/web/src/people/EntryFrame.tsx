import { Typography } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import "../shell/messages.ts";
import "../shell/shell.css";
import "./entry.css";
import { useDocumentTitle } from "../kit/use-document-title.ts";
import { LanguageSwitch } from "./LanguageSwitch.tsx";

interface EntryFrameProps {
  readonly title: string;
  readonly hint?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of the pages before one is signed in: one card, one language switch, nothing else. */
export function EntryFrame({ title, hint, children }: EntryFrameProps) {
  const { t } = useTranslation();
  useDocumentTitle(title);
  return (
    <div className="entry">
      <main className="entry-card">
        <div className="entry-brand">
          <img src="/icon.svg" alt="" width={36} height={36} />
          <strong>{t("app.name")}</strong>
          <span className="grow" />
          <LanguageSwitch />
        </div>
        <Typography.Title level={1}>{title}</Typography.Title>
        {hint && <Typography.Paragraph type="secondary">{hint}</Typography.Paragraph>}
        {children}
      </main>
    </div>
  );
}
