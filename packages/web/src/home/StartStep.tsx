import { CheckOutlined } from "@ant-design/icons";
import type { ReactNode } from "react";

interface StartStepProps {
  readonly number: number;
  readonly title: string;
  readonly done: boolean;
  readonly children: ReactNode;
}

/** One step of the list: its number, or a tick once it is done. */
export function StartStep({ number, title, done, children }: StartStepProps) {
  return (
    <li className="card start-step" data-done={done}>
      <span className="start-number" aria-hidden="true">
        {done ? <CheckOutlined /> : number}
      </span>
      <div>
        <h2>{title}</h2>
        {children}
      </div>
    </li>
  );
}
