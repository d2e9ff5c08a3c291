import { type DefinitionDetail, deleteDraft, putDraft } from "@dabiao/core/model/contract.ts";
import type { KindSchema } from "@dabiao/core/model/kind.ts";
import type { Issue } from "@dabiao/core/platform/refusal.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { call } from "../../api/call.ts";
import { useKeys } from "../../shell/keys.ts";
import { checkQuery, definitionQuery } from "./definition-query.ts";

const SAVE_AFTER_MS = 900;

/** A definition being worked on: what is on the screen, what is kept of it, and what is wrong with it. */
export interface Draft<Body> {
  readonly kind: string;
  readonly key: string;
  readonly detail: DefinitionDetail;
  readonly body: Body;
  readonly issues: readonly Issue[];
  /** `clean` has no draft at all, `waiting` is not kept yet. */
  readonly state: "clean" | "waiting" | "saving" | "kept" | "failed";
  readonly error: Error | null;
  change(next: Body): void;
  /** Keeps what is on the screen now. */
  save(): Promise<void>;
  discard(): Promise<void>;
}

/** Keeps a definition's draft as one goes, at the latest when `Ctrl+S` is pressed. */
export function useDraft<Body>(schema: KindSchema<Body>, detail: DefinitionDetail): Draft<Body> {
  const { kind, key } = detail;
  const client = useQueryClient();
  const ground = `${detail.published}/${detail.building}`;
  const [edit, setEdit] = useState<{ readonly body: Body; readonly ground: string } | null>(null);
  // What was edited has been published, or another version came into force: the server's word counts again.
  const edited = edit?.ground === ground ? edit.body : null;
  const kept = useRef<Body | null>(null);
  const found = useQuery({ ...checkQuery(kind, key), enabled: detail.hasDraft && edited === null });
  const write = useMutation({
    mutationFn: (body: Body) => call(putDraft, { params: { kind, key }, body: { body: body as never } }),
    onSuccess: ({ issues }, body) => {
      kept.current = body;
      client.setQueryData(checkQuery(kind, key).queryKey, { issues: [...issues] });
      client.setQueryData(definitionQuery(kind, key).queryKey, (old) =>
        old ? { ...old, draft: body as never, hasDraft: true } : old,
      );
      void client.invalidateQueries({ queryKey: ["definitions"] });
    },
  });
  const waiting = edited !== null && kept.current !== edited;
  const save = async () => {
    if (edited !== null && kept.current !== edited) await write.mutateAsync(edited);
    await client.invalidateQueries(definitionQuery(kind, key));
  };
  const keep = useEffectEvent(() => waiting && edited !== null && write.mutate(edited));
  useEffect(() => {
    if (edited === null) return;
    const timer = setTimeout(keep, SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [edited]);
  useEffect(() => () => void keep(), []);
  useKeys({ "mod+s": () => void save().catch(() => undefined) });
  return {
    kind,
    key,
    detail,
    body: edited ?? read(schema, detail.draft ?? detail.body),
    issues: write.data?.issues ?? found.data?.issues ?? [],
    state: write.isPending ? "saving" : write.isError ? "failed" : stateOf(detail, edited !== null, waiting),
    error: write.error,
    change: (body) => setEdit({ body, ground }),
    save,
    async discard() {
      await call(deleteDraft, { params: { kind, key } });
      kept.current = null;
      setEdit(null);
      write.reset();
      client.removeQueries(checkQuery(kind, key));
      await client.invalidateQueries({ queryKey: ["definition", kind, key] });
      await client.invalidateQueries({ queryKey: ["definitions"] });
    },
  };
}

function stateOf(detail: DefinitionDetail, edited: boolean, waiting: boolean): "clean" | "waiting" | "kept" {
  if (waiting) return "waiting";
  return edited || detail.hasDraft ? "kept" : "clean";
}

/** A draft may be faulty; then it is shown as it is, so that it can be put right. */
function read<Body>({ schema }: KindSchema<Body>, raw: unknown): Body {
  const parsed = schema.safeParse(raw);
  return parsed.success ? parsed.data : (raw as Body);
}
