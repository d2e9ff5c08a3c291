/** What can be taken back with Ctrl+Z, newest last; it lives as long as the tab. */
export interface Undoable {
  /** The server's name for all that one action did. */
  readonly cause: string;
  readonly text: string;
  readonly object: string;
}

const STEPS_MAX = 50;
const stack: Undoable[] = [];

export function remember(step: Undoable): void {
  stack.push(step);
  if (stack.length > STEPS_MAX) stack.shift();
}

/** Takes a step off the stack: the one named, or the newest. */
export function takeBack(cause?: string): Undoable | undefined {
  if (cause === undefined) return stack.pop();
  const at = stack.findIndex((step) => step.cause === cause);
  return at < 0 ? undefined : stack.splice(at, 1)[0];
}
