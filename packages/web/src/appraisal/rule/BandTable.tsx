import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import type { Better, ScoringBand } from "@dabiao/core/appraisal/scoring/scoring-band.ts";
import type { Issue, RefusalPath } from "@dabiao/core/platform/refusal.ts";
import { Button, Typography } from "antd";
import { useTranslation } from "react-i18next";
import { issuesUnder, useIssueWords } from "../../build/definition/issue-words.ts";
import { bandAdded, bandRemoved, limitMoved } from "./edit-bands.ts";
import { NumberInput } from "./NumberInput.tsx";

interface BandTableProps {
  readonly bands: readonly ScoringBand[];
  readonly better: Better;
  /** Limits are shares of the target, typed in percent. */
  readonly percent: boolean;
  readonly onChange: (bands: ScoringBand[]) => void;
  readonly path: RefusalPath;
  readonly issues: readonly Issue[];
}

/** Half-open bands; a limit is one number between two of them, so that neither gap nor overlap can be typed. */
export function BandTable({ bands, better, percent, onChange, path, issues }: BandTableProps) {
  const { t } = useTranslation();
  const words = useIssueWords();
  const [open, close] = better === "up" ? ["[", ")"] : ["(", "]"];
  return (
    <div className="rule-scroll">
      <table className="rule-table">
        <thead>
          <tr>
            <th scope="col">{t("rule.band.from", { bracket: open })}</th>
            <th scope="col">{t("rule.band.to", { bracket: close })}</th>
            <th scope="col">{t("rule.points")}</th>
            <th scope="col">
              <span className="visually-hidden">{t("rule.remove")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {bands.map((band, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: bands have no names, and a row keeps its place while typed in
            <tr key={index}>
              <td>
                {band.from === null ? (
                  <span className="muted">{t("rule.open")}</span>
                ) : (
                  <NumberInput
                    percent={percent}
                    value={band.from}
                    label={t("rule.band.fromOf", { band: index + 1 })}
                    onChange={(limit) => onChange(limitMoved(bands, index, limit))}
                  />
                )}
              </td>
              <td className="muted">{band.to === null ? t("rule.open") : shown(band.to, percent)}</td>
              <td>
                <NumberInput
                  value={band.points}
                  label={t("rule.band.pointsOf", { band: index + 1 })}
                  onChange={(points) =>
                    onChange(bands.map((each, place) => (place === index ? { ...each, points } : each)))
                  }
                />
                {issuesUnder(issues, [...path, index]).map((issue) => (
                  <Typography.Text key={issue.code} type="danger" role="alert">
                    {words(issue)}
                  </Typography.Text>
                ))}
              </td>
              <td>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t("rule.band.remove", { band: index + 1 })}
                  disabled={bands.length === 1}
                  onClick={() => onChange(bandRemoved(bands, index))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button icon={<PlusOutlined />} disabled={bands.length >= 50} onClick={() => onChange(bandAdded(bands, percent))}>
        {t("rule.band.add")}
      </Button>
    </div>
  );
}

function shown(limit: string, percent: boolean): string {
  return percent ? `${Number(limit) * 100}%` : limit;
}
