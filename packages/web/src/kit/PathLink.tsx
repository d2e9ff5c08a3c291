import type { ComponentProps, MouseEvent } from "react";
import { useGo } from "../shell/use-go.ts";

interface PathLinkProps extends Omit<ComponentProps<"a">, "href" | "onClick"> {
  readonly to: string;
}

/** A link to an address of ours that is known at run time: it opens in place, and in a new tab when asked to. */
export function PathLink({ to, children, ...rest }: PathLinkProps) {
  const go = useGo();
  function follow(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(to);
  }
  return (
    <a {...rest} href={to} onClick={follow}>
      {children}
    </a>
  );
}
