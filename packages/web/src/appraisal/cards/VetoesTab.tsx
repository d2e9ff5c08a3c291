import { DeleteOutlined } from "@ant-design/icons";
import type { ScorecardBody } from "@dabiao/core/appraisal/scorecard.ts";
import type { Veto } from "@dabiao/core/appraisal/scoring/veto.ts";
import { Button, Input } from "antd";
import { useTranslation } from "react-i18next";
import { newKey } from "../../build/definition/new-key.ts";
import type { Draft } from "../../build/definition/use-draft.ts";
import { DesignField } from "../../metrics/DesignField.tsx";
import { VetoEffectFields } from "./VetoEffectFields.tsx";

/** 一票否决: events that overrule the score, and what they do. */
export function VetoesTab({ draft: { body, change, issues } }: { readonly draft: Draft<ScorecardBody> }) {
  const { t } = useTranslation();
  const { vetoes } = body;
  const keep = (next: Veto[]) => change({ ...body, vetoes: next });
  return (
    <div className="designer-form">
      <p className="muted">{t("cards.vetoes.hint")}</p>
      {vetoes.map((veto, index) => (
        <DesignField key={veto.key} label={t("cards.veto")} path={["vetoes", index]} issues={issues}>
          <div className="design-row">
            <Input
              className="veto-name"
              value={veto.label?.zh ?? ""}
              maxLength={100}
              aria-label={t("cards.veto.name")}
              placeholder={t("cards.veto.example")}
              onChange={({ target }) =>
                keep(vetoes.map((each) => (each === veto ? renamed(veto, target.value) : each)))
              }
            />
            <VetoEffectFields
              effect={veto.effect}
              body={body}
              onChange={(effect) => keep(vetoes.map((each) => (each === veto ? { ...veto, effect } : each)))}
            />
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={t("cards.removeOf", { item: veto.label?.zh ?? veto.key })}
              onClick={() => keep(vetoes.filter((each) => each !== veto))}
            />
          </div>
        </DesignField>
      ))}
      <Button
        className="rater-add"
        disabled={vetoes.length >= 20}
        onClick={() =>
          keep([
            ...vetoes,
            {
              key: newKey(
                { zh: "veto", en: "veto" },
                vetoes.map(({ key }) => key),
              ),
              label: { zh: t("cards.veto.first.zh"), en: t("cards.veto.first.en") },
              effect: { kind: "gradeCap", grade: body.scoring.grades.at(-1)?.key ?? "D" },
            },
          ])
        }
      >
        {t("cards.veto.add")}
      </Button>
    </div>
  );
}

function renamed(veto: Veto, zh: string): Veto {
  const { label: _, ...rest } = veto;
  return zh === "" ? rest : { ...veto, label: { zh } };
}
