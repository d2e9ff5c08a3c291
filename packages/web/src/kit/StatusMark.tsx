import { useTranslation } from "react-i18next";
import "./messages.ts";
import "./kit.css";

/** Where a figure stands against what is expected by today. */
export type Status = "ahead" | "ok" | "watch" | "off" | "none";

const SHAPES: Readonly<Record<Status, string>> = {
  ahead: "M8 1.2 10 6h5l-4 3.2 1.5 5L8 11.2 3.5 14.2 5 9.2 1 6h5Z",
  ok: "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2Z",
  watch: "M8 2 15 14H1Z",
  off: "M8 1 15 8 8 15 1 8Z",
  none: "M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11Z",
};

interface StatusMarkProps {
  readonly status: Status;
  /** The word beside the shape; colour and shape alone never carry the meaning. */
  readonly word?: boolean;
}

/** ★ ● ▲ ◆ ○: a shape and a word in body ink. */
export function StatusMark({ status, word = true }: StatusMarkProps) {
  const { t } = useTranslation();
  const label = t(`status.${status}`);
  return (
    <span className="status-mark" data-status={status}>
      <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
        <path d={SHAPES[status]} />
      </svg>
      <span className={word ? undefined : "visually-hidden"}>{label}</span>
    </span>
  );
}
