import { checkImport, runImport } from "@dabiao/core/imports/contract.ts";
import type { Import, ImportMapping, ImportTarget } from "@dabiao/core/imports/import.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../api/call.ts";
import { useRefusalText } from "../i18n/refusal-text.ts";
import { Region } from "../shell/RegionState.tsx";
import { ColumnTable } from "./ColumnTable.tsx";
import { DuplicateChoices } from "./DuplicateChoices.tsx";
import { FileChoices } from "./FileChoices.tsx";
import { importQuery, suggestionQuery } from "./import-queries.ts";
import { ProblemList } from "./ProblemList.tsx";
import { StartBar } from "./StartBar.tsx";
import { useTargetFields } from "./use-target-fields.ts";

/** Where columns go and what the check found: one table, so that a problem is mended where it stands. */
export function MapStep({ stored }: { readonly stored: Import }) {
  const suggestion = useQuery({ ...suggestionQuery(stored.id, 0), enabled: stored.mapping === null });
  const initial = stored.mapping ?? suggestion.data?.mapping;
  return (
    <Region query={{ ...suggestion, data: initial }} rows={8}>
      {(mapping) => <Mapping stored={stored} initial={mapping} remembered={suggestion.data?.remembered === true} />}
    </Region>
  );
}

interface MappingProps {
  readonly stored: Import;
  readonly initial: ImportMapping;
  readonly remembered: boolean;
}

function Mapping({ stored, initial, remembered }: MappingProps) {
  const { t } = useTranslation();
  const refusalText = useRefusalText();
  const client = useQueryClient();
  const [draft, setDraft] = useState(initial);
  const [checked, setChecked] = useState(stored.mapping ? initial : null);
  const fields = useTargetFields(draft.target);
  const params = { id: stored.id };
  const show = (next: Import) => client.setQueryData(importQuery(stored.id).queryKey, next);
  const check = useMutation({
    mutationFn: (mapping: ImportMapping) => call(checkImport, { params, body: mapping }),
    onMutate: setChecked,
    onSuccess: show,
    onError: () => setChecked(null),
  });
  const run = useMutation({ mutationFn: () => call(runImport, { params }), onSuccess: show });
  const suggest = useMutation({
    mutationFn: ({ sheet, target }: { sheet: number; target: ImportTarget | null }) => {
      const object = target === null ? undefined : target.kind === "people" ? "people" : target.object;
      return client.fetchQuery(suggestionQuery(stored.id, sheet, object));
    },
    onSuccess: ({ mapping }) => setDraft(mapping),
  });
  const mend = (mapping: ImportMapping) => {
    setDraft(mapping);
    check.mutate(mapping);
  };
  const sheet = stored.sheets[draft.sheet];
  const isFresh = stored.state === "checked" && draft === checked;
  const fault = check.error ?? run.error ?? suggest.error;
  if (!sheet) return null;
  return (
    <>
      <FileChoices
        stored={stored}
        draft={draft}
        remembered={remembered}
        onSheet={(index) => suggest.mutate({ sheet: index, target: null })}
        onTarget={(target) => suggest.mutate({ sheet: draft.sheet, target })}
      />
      {fault && <Alert type="error" showIcon title={refusalText(fault)} />}
      <ColumnTable
        columns={sheet.columns}
        draft={draft}
        fields={fields}
        problems={isFresh ? stored.problems : []}
        onChange={setDraft}
        onMend={mend}
      />
      {isFresh && (
        <ProblemList
          problems={stored.problems.filter(({ column }) => column === null)}
          fields={fields}
          title={t("import.problem.general")}
        />
      )}
      {draft.target.kind === "object" && <DuplicateChoices draft={draft} fields={fields} onChange={setDraft} />}
      <StartBar
        stored={stored}
        isFresh={isFresh}
        isBusy={check.isPending || run.isPending || suggest.isPending}
        onCheck={() => check.mutate(draft)}
        onRun={() => run.mutate()}
      />
    </>
  );
}
