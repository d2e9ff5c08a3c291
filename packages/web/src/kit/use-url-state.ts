import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import type { z } from "zod";

/** What a change of the address may do: `replace` leaves no step for the browser's back button. */
interface ChangeOptions {
  readonly replace?: boolean;
}

type Change<State> = { readonly [Key in keyof State]?: State[Key] | undefined };

/**
 * A page's state in its address, so that every sight of it is a link. Each key of the schema must `catch` what it
 * cannot read: people edit addresses. A key set to `undefined` leaves the address.
 */
export function useUrlState<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
): readonly [
  z.output<z.ZodObject<Shape>>,
  (change: Change<z.output<z.ZodObject<Shape>>>, options?: ChangeOptions) => void,
] {
  const search: unknown = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = useCallback(
    (next: object, { replace = false }: ChangeOptions = {}) => {
      const merge = (before: object) => ({ ...before, ...next });
      void navigate({ to: ".", search: merge as never, replace, resetScroll: false });
    },
    [navigate],
  );
  return [schema.parse(search), change];
}
