import type { ReactNode } from "react";
import { useDocumentTitle } from "./use-document-title.ts";

interface PageHeadProps {
  readonly title: ReactNode;
  /** Beside the title: tags, counts. */
  readonly beside?: ReactNode;
  /** Buttons at the end. */
  readonly actions?: ReactNode;
}

/** The head of a page: its one h1, and what can be done here. */
export function PageHead({ title, beside, actions }: PageHeadProps) {
  useDocumentTitle(typeof title === "string" ? title : undefined);
  return (
    <header className="page-head">
      <h1>{title}</h1>
      {beside}
      <span className="grow" />
      {actions}
    </header>
  );
}
