import type { LiveScore } from "@dabiao/core/appraisal/live-score.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { TraceDrawer } from "../trace/TraceDrawer.tsx";
import { ScoreLines } from "./ScoreLines.tsx";
import { ScoreSummary } from "./ScoreSummary.tsx";
import "./score-messages.ts";
import "./score.css";

interface LiveScoreViewProps {
  readonly score: LiveScore;
  readonly memberId: string;
}

/** A person's score by one card: the total, its lines, and why each number is what it is. */
export function LiveScoreView({ score, memberId }: LiveScoreViewProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<string | null>(null);
  const line = score.lines.find(({ item }) => item === opened);
  return (
    <div className="score">
      <ScoreSummary score={score} onWhy={() => setOpened("")} />
      <ScoreLines lines={score.lines} best={score.best} frozen={score.frozen} onWhy={setOpened} />
      <TraceDrawer
        open={opened !== null}
        line={line ?? null}
        lines={score.lines}
        total={score.trace}
        memberId={memberId}
        title={t("trace.title")}
        onClose={() => setOpened(null)}
      />
    </div>
  );
}
