import type { ReactNode } from "react";
import "./life.css";

interface ScrollTableProps {
  readonly label: string;
  readonly heads: readonly { readonly key: string; readonly label: string; readonly isFigure?: boolean }[];
  readonly children: ReactNode;
}

/** A plain table that scrolls by itself where it is wider than the screen, by keyboard too. */
export function ScrollTable({ label, heads, children }: ScrollTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard
    <section className="life-scroll" aria-label={label} tabIndex={0}>
      <table className="life-table">
        <thead>
          <tr>
            {heads.map(({ key, label: head, isFigure }) => (
              <th key={key} scope="col" className={isFigure ? "life-figure" : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
