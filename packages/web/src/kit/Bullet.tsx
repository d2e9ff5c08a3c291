import { useTranslation } from "react-i18next";
import type { Status } from "./StatusMark.tsx";
import "./messages.ts";
import "./kit.css";

interface BulletProps {
  /** Shares of the target, 1 is the whole. */
  readonly actual: number | null;
  readonly expected: number | null;
  readonly status: Status;
}

/** A bar of what is done, a tick where it should be by today, the target at the right end. */
export function Bullet({ actual, expected, status }: BulletProps) {
  const { t } = useTranslation();
  const full = Math.max(1, actual ?? 0);
  const percent = (share: number) => `${Math.min(100, Math.max(0, (share / full) * 100))}%`;
  const label = t("bullet.label", { actual: words(actual), expected: words(expected) });
  return (
    <div className="bullet" role="img" aria-label={label}>
      <div className="bullet-done" data-status={status} style={{ inlineSize: percent(actual ?? 0) }} />
      {expected !== null && <div className="bullet-expected" style={{ insetInlineStart: percent(expected) }} />}
      {full > 1 && <div className="bullet-target" style={{ insetInlineStart: percent(1) }} />}
    </div>
  );
}

function words(share: number | null): string {
  return share === null ? "--" : `${(share * 100).toFixed(1)}%`;
}
