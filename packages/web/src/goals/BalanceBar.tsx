import type { DraftEdit } from "@dabiao/core/goals/goal-draft.ts";
import type { TreeRow } from "@dabiao/core/goals/goal-tree.ts";
import { type Decimal, decimal } from "@dabiao/core/numbers/decimal.ts";
import { formatTile } from "@dabiao/core/numbers/format-number.ts";
import { Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";

interface BalanceBarProps {
  readonly top: TreeRow;
  readonly period: string;
  /** What to do about the difference, while there is a draft to do it in. */
  readonly onBalance?: (edit: DraftEdit) => void;
}

/** The whole against what was handed out: target, handed out, kept as buffer, not handed out. */
export function BalanceBar({ top, period, onBalance }: BalanceBarProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [cell] = top.cells;
  const { amount = null, people = null } = cell ?? {};
  const figure = (value: string | Decimal | null) =>
    value === null ? t("goals.unset") : formatTile(decimal(value), locale);
  const residue = people && decimal(people.residue);
  const facts: readonly (readonly [string, string])[] = [
    [t("goals.balance.target"), figure(amount)],
    [t("goals.balance.handed"), figure(people?.amount ?? cell?.sum ?? null)],
    [t("goals.balance.buffer"), figure(people?.buffer ?? "0")],
    [t(residue?.isNegative() ? "goals.balance.over" : "goals.balance.left"), figure(residue?.abs() ?? null)],
  ];
  const ways = (["children", "buffer", "upper"] as const).map((by) => ({
    key: by,
    label: t(`goals.mend.balance.${by}`),
  }));
  return (
    <section className="balance-bar" aria-label={t("goals.balance")}>
      <dl>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {onBalance && residue && !residue.isZero() && (
        <Dropdown
          menu={{
            items: ways,
            onClick: ({ key }) =>
              onBalance({
                kind: "balance",
                subject: top.subject,
                period,
                axis: "people",
                by: key as "children" | "buffer" | "upper",
              }),
          }}
        >
          <Button>{t("goals.balance.act")}</Button>
        </Dropdown>
      )}
    </section>
  );
}
