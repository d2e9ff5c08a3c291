import { type RefObject, useEffect, useRef, useState } from "react";

interface TypedCell {
  readonly box: RefObject<HTMLInputElement | null>;
  readonly text: string;
  setText(text: string): void;
}

/**
 * The box of a cell that is typed in: it opens with the key that began it, or with what stands there, selected.
 *
 * @param started the key that opened the cell, where it is the beginning of what is typed
 * @param standing what stands in the cell, as people type it; read once
 */
export function useTypedCell(
  started: string | null,
  standing: () => string,
  onValueChange: (value: string) => void,
): TypedCell {
  const box = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(() => started ?? standing());
  useEffect(() => {
    box.current?.focus();
    if (started !== null) onValueChange(started);
    else box.current?.select();
  }, [started, onValueChange]);
  return { box, text, setText };
}
