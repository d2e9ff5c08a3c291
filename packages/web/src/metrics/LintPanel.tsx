import type { Finding, LintLetter, LintLevel } from "@dabiao/core/metrics/lint/finding.ts";
import { worstLevel } from "@dabiao/core/metrics/lint/finding.ts";
import { findingSentence } from "@dabiao/core/metrics/lint/finding-sentence.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import { PathLink } from "../kit/PathLink.tsx";
import "./lint-messages.ts";
import "./lint.css";

interface LintPanelProps {
  readonly findings: readonly Finding[];
  readonly score?: number;
  /** Leads to the field a finding is about, where it is on the same page. */
  readonly onMend?: (finding: Finding) => void;
}

const LETTERS: readonly LintLetter[] = ["S", "M", "A", "R", "T", "C"];
/** Shape and word, never colour alone. */
const SHAPES: Readonly<Record<LintLevel, string>> = { pass: "✓", warn: "!", block: "✕" };

/** What a check found, letter by letter: how bad, in a sentence, and the way to mend it. */
export function LintPanel({ findings, score, onMend }: LintPanelProps) {
  const { t } = useTranslation();
  const shown = LETTERS.filter((letter) => findings.some((each) => each.letter === letter));
  return (
    <section className="lint" aria-label={t("lint.title")}>
      <h2>
        {t("lint.title")}
        {score !== undefined && <span className="muted lint-score">{t("lint.score", { score })}</span>}
      </h2>
      {shown.map((letter) => (
        <Letter
          key={letter}
          letter={letter}
          findings={findings.filter((each) => each.letter === letter)}
          {...(onMend ? { onMend } : {})}
        />
      ))}
    </section>
  );
}

interface LetterProps {
  readonly letter: LintLetter;
  readonly findings: readonly Finding[];
  readonly onMend?: (finding: Finding) => void;
}

function Letter({ letter, findings, onMend }: LetterProps) {
  const { t } = useTranslation();
  const level = worstLevel(findings);
  const faults = findings.filter((each) => each.level !== "pass");
  return (
    <div className={`lint-letter lint-${level}`}>
      <span className="lint-mark" aria-hidden="true">
        {letter === "C" ? "∑" : letter}
      </span>
      <div className="grow">
        <strong>{t(`lint.letter.${letter}`)}</strong>{" "}
        <span className="lint-level">
          <span aria-hidden="true">{SHAPES[level]}</span> {t(`lint.level.${level}`)}
        </span>
        <ul>
          {(faults.length > 0 ? faults : findings).map((finding) => (
            <FindingLine
              key={`${finding.code} ${finding.path.join(".")}`}
              finding={finding}
              {...(onMend ? { onMend } : {})}
            />
          ))}
        </ul>
      </div>
    </div>
  );
}

interface FindingLineProps {
  readonly finding: Finding;
  readonly onMend?: (finding: Finding) => void;
}

/** One finding as a sentence, with how to mend it and the way there. */
export function FindingLine({ finding, onMend }: FindingLineProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { says, mend } = findingSentence(finding, locale);
  const item = finding.params["item"];
  const isOfLine = typeof item === "object" && !finding.code.startsWith("card_");
  return (
    <li>
      {isOfLine && t("lint.item", { item: localText(item, locale) })}
      {says} {mend && <span className="muted">{mend} </span>}
      {finding.level !== "pass" && finding.mend && <PathLink to={finding.mend}>{t("lint.mend")}</PathLink>}
      {finding.level !== "pass" && !finding.mend && onMend && finding.path.length > 0 && (
        <Button type="link" size="small" onClick={() => onMend(finding)}>
          {t("lint.mend")}
        </Button>
      )}
    </li>
  );
}
