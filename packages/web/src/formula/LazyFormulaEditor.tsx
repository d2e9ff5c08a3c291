import { Skeleton } from "antd";
import { lazy, Suspense } from "react";
import type { FormulaEditorProps } from "./FormulaEditor.tsx";

const Editor = lazy(async () => ({ default: (await import("./FormulaEditor.tsx")).FormulaEditor }));

/** The formula editor, fetched when it is first shown: CodeMirror is 90 kB that most pages never need. */
export function LazyFormulaEditor(props: FormulaEditorProps) {
  return (
    <Suspense fallback={<Skeleton.Input active block />}>
      <Editor {...props} />
    </Suspense>
  );
}
