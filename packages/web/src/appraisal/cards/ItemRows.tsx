import { ArrowDownOutlined, ArrowUpOutlined } from "@ant-design/icons";
import type { ScorecardItem } from "@dabiao/core/appraisal/scorecard.ts";
import type { Dimension } from "@dabiao/core/appraisal/scoring/card-scoring.ts";
import type { Issue } from "@dabiao/core/platform/refusal.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Button, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { issuesUnder } from "../../build/definition/issue-words.ts";
import { useLocale } from "../../i18n/locale.ts";
import type { Metrics } from "../../metrics/use-metrics.ts";
import { NumberInput } from "../rule/NumberInput.tsx";
import { useRuleWords } from "../rule/use-rule-words.ts";
import { useItemName } from "./use-item-name.ts";

interface ItemRowsProps {
  readonly items: readonly ScorecardItem[];
  readonly dimensions: readonly Dimension[];
  readonly chosen: number;
  readonly issues: readonly Issue[];
  readonly metrics: Metrics;
  readonly onChoose: (index: number) => void;
  readonly onWeight: (index: number, weight: string) => void;
  readonly onMove: (index: number, by: -1 | 1) => void;
}

/** The lines in a list: choosing one opens it, its weight is typed in place. */
export function ItemRows({ items, dimensions, chosen, issues, metrics, onChoose, onWeight, onMove }: ItemRowsProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const words = useRuleWords();
  const nameOf = useItemName(metrics);
  return (
    <ul className="item-rows">
      {items.map((item, index) => {
        const name = nameOf(item);
        const dimension = dimensions.find(({ key }) => key === item.dimension);
        const faults = issuesUnder(issues, ["items", index]).length;
        return (
          <li key={item.key} className="item-row" data-chosen={index === chosen}>
            <button type="button" className="item-name" aria-current={index === chosen} onClick={() => onChoose(index)}>
              <strong>{name}</strong>
              <span className="muted">
                {[dimension && localText(dimension.label, locale), words(item.rule)].filter(Boolean).join(" · ")}
              </span>
            </button>
            {faults > 0 && <Tag color="error">{t("draft.problems", { count: faults })}</Tag>}
            {item.kind === "scored" ? (
              <NumberInput
                value={item.weight}
                label={t("cards.weightOf", { item: name })}
                suffix="%"
                onChange={(weight) => onWeight(index, weight)}
              />
            ) : (
              <Tag>{t(`cards.kind.${item.kind}`)}</Tag>
            )}
            <span className="item-moves">
              <Button
                type="text"
                size="small"
                icon={<ArrowUpOutlined />}
                aria-label={t("cards.up", { item: name })}
                disabled={index === 0}
                onClick={() => onMove(index, -1)}
              />
              <Button
                type="text"
                size="small"
                icon={<ArrowDownOutlined />}
                aria-label={t("cards.down", { item: name })}
                disabled={index === items.length - 1}
                onClick={() => onMove(index, 1)}
              />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
