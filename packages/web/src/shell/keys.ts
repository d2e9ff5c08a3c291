import { useEffect, useRef } from "react";

/** Single keys and chords: `mod+k`, `?`, `g h`, `j`. `mod` is Ctrl, or Command on a Mac. */
export type KeyMap = Readonly<Record<string, (event: KeyboardEvent) => void>>;

const CHORD_WAIT_MS = 900;

/** Binds keys while the component stands. Typing, dialogs and a composing IME keep their keys. */
export function useKeys(map: KeyMap): void {
  const latest = useRef(map);
  latest.current = map;
  useEffect(() => {
    let first: { key: string; at: number } | null = null;
    function onKey(event: KeyboardEvent) {
      if (event.isComposing || event.defaultPrevented) return;
      const mod = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      if (mod) {
        run(`mod+${key}`, event);
        return;
      }
      if (event.altKey || isTyping(event.target)) return;
      const chord = first && event.timeStamp - first.at < CHORD_WAIT_MS ? `${first.key} ${key}` : "";
      if (chord && run(chord, event)) first = null;
      else if (!run(key, event)) first = { key, at: event.timeStamp };
    }
    function run(name: string, event: KeyboardEvent): boolean {
      const action = latest.current[name];
      if (!action) return false;
      event.preventDefault();
      action(event);
      return true;
    }
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('[role="dialog"],[role="grid"]')) return true;
  return ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName);
}
