import type { DistributionGuide } from "@dabiao/core/appraisal/scoring/distribution-guide.ts";
import { Input, Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { NumberInput } from "../rule/NumberInput.tsx";

interface GuideFieldsProps {
  readonly guide: DistributionGuide | undefined;
  readonly onChange: (guide: DistributionGuide | undefined) => void;
}

const FIRST: DistributionGuide = {
  mode: "advisory",
  shares: [
    { grade: "S", percent: "10" },
    { grade: "A", percent: "20" },
    { grade: "B", percent: "50" },
    { grade: "C", percent: "15" },
    { grade: "D", percent: "5" },
  ],
};

/** How many people each grade is meant for, and whether that binds. */
export function GuideFields({ guide, onChange }: GuideFieldsProps) {
  const { t } = useTranslation();
  const mode = guide?.mode ?? "none";
  return (
    <>
      <Segmented
        value={mode}
        options={(["none", "advisory", "upper", "hard"] as const).map((value) => ({
          value,
          label: t(`guide.${value}`),
        }))}
        onChange={(next: DistributionGuide["mode"] | "none") =>
          onChange(next === "none" ? undefined : { ...(guide ?? FIRST), mode: next })
        }
      />
      {guide && (
        <div className="design-row">
          {guide.shares.map((share, index) => {
            const replace = (next: typeof share) =>
              onChange({ ...guide, shares: guide.shares.map((each, place) => (place === index ? next : each)) });
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a grade's name is typed here, its place stays
              <span key={index} className="guide-share">
                <Input
                  className="rating-key"
                  value={share.grade}
                  maxLength={10}
                  aria-label={t("cards.gradeOf", { place: index + 1 })}
                  onChange={({ target }) => replace({ ...share, grade: target.value })}
                />
                <NumberInput
                  value={share.percent}
                  label={t("guide.percentOf", { grade: share.grade })}
                  suffix="%"
                  onChange={(percent) => replace({ ...share, percent })}
                />
              </span>
            );
          })}
        </div>
      )}
    </>
  );
}
