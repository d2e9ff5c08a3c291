import type { MethodResult, MethodsAnswer } from "@dabiao/core/goals/split-methods.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { formatPercent, formatTable, formatTile } from "@dabiao/core/numbers/format-number.ts";
import { refusalSentence } from "@dabiao/core/refusal-sentence.ts";
import { Input, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { shortPeriodName } from "../../metrics/period-name.ts";
import type { MethodKind } from "./split-choice.ts";

interface MethodTableProps {
  readonly answer: MethodsAnswer;
  readonly method: MethodKind;
  readonly weights: Readonly<Record<string, string>>;
  /** On a phone only the chosen method is shown. */
  readonly narrow: boolean;
  onMethod(method: MethodKind): void;
  onWeight(id: string, weight: string): void;
}

/** Children by methods: what each would get, and how much it would have to grow over its own last year. */
export function MethodTable({ answer, method, weights, narrow, onMethod, onWeight }: MethodTableProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const shown = narrow ? answer.methods.filter((each) => each.method === method) : answer.methods;
  const tile = (value: string | null) => (value === null ? t("goals.dash") : formatTile(decimal(value), locale));
  return (
    <div className="method-scroll">
      <table className="method-table">
        <thead>
          <tr>
            <th scope="col">{t("goals.who")}</th>
            <th scope="col">{t("goals.split.lastYear")}</th>
            <th scope="col">{t("goals.split.current")}</th>
            {shown.map((each) => (
              <MethodHead key={each.method} result={each} chosen={method} onMethod={onMethod} />
            ))}
          </tr>
        </thead>
        <tbody>
          {answer.children.map((child, row) => (
            <tr key={`${child.id}${child.period}`}>
              <th scope="row">
                {child.name || shortPeriodName(child.period, locale)}
                {child.locked && <span className="muted"> {t("goals.locked")}</span>}
                {child.tenureMonth !== null && (
                  <span className="muted"> {t("goals.split.tenure", { month: child.tenureMonth })}</span>
                )}
              </th>
              <td>{tile(child.lastYear)}</td>
              <td>{tile(child.current)}</td>
              {shown.map(({ method: of, shares }) => {
                const given = shares[row];
                const isTyped = of === method && (of === "weights" || of === "potential");
                return (
                  <td key={of} data-chosen={of === method}>
                    {isTyped && (
                      <Input
                        size="small"
                        className="method-weight"
                        inputMode="decimal"
                        value={weights[child.id] ?? ""}
                        placeholder={t(`goals.split.${of}`)}
                        aria-label={`${child.name} ${t(`goals.split.${of}`)}`}
                        onChange={({ target }) => onWeight(child.id, target.value.trim())}
                      />
                    )}
                    {given && (
                      <>
                        <span title={formatTable(decimal(given.amount), { decimals: 2 })}>{tile(given.amount)}</span>
                        <span className="method-growth">{growthText(given.growth)}</span>
                      </>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface MethodHeadProps {
  readonly result: MethodResult;
  readonly chosen: MethodKind;
  onMethod(method: MethodKind): void;
}

function MethodHead({ result: { method, unavailable, fellBack }, chosen, onMethod }: MethodHeadProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const isTyped = method === "weights" || method === "potential";
  const why = unavailable && refusalSentence({ code: unavailable.code, params: unavailable.params as never }, locale);
  return (
    <th scope="col" data-chosen={method === chosen}>
      <Radio
        checked={method === chosen}
        disabled={unavailable !== null && !isTyped}
        onChange={() => onMethod(method)}
        title={why ?? t(`goals.method.${method}.hint`)}
      >
        {t(`goals.method.${method}`)}
      </Radio>
      {why && !isTyped && <span className="method-note">{why}</span>}
      {fellBack && <span className="method-note">{t("goals.split.fellBack")}</span>}
    </th>
  );
}

function growthText(growth: string | null): string {
  if (growth === null) return "";
  const value = decimal(growth);
  return `${value.isNegative() ? "" : "+"}${formatPercent(value)}`;
}
