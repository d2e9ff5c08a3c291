import { localText } from "@dabiao/core/platform/text.ts";
import { installSolution, listSolutions, type Solution } from "@dabiao/core/solution/contract.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../api/call.ts";
import { useLocale } from "../i18n/locale.ts";
import { useRefusalText } from "../i18n/refusal-text.ts";
import { useSession } from "../people/session.ts";
import { Region } from "../shell/RegionState.tsx";
import { loadDemoCompany } from "./demo.ts";
import { StartStep } from "./StartStep.tsx";

export const solutionsQuery = {
  queryKey: ["solutions"],
  queryFn: () => call(listSolutions),
};

/** Step one: take a solution as the start, or look at the demo company first. One click each. */
export function SolutionStep({ number }: { readonly number: number }) {
  const { t } = useTranslation();
  const solutions = useQuery(solutionsQuery);
  const installed = solutions.data?.items.find((each) => each.installed);
  return (
    <StartStep number={number} title={t("start.solution")} done={installed !== undefined}>
      <Region query={solutions} rows={2}>
        {({ items }) =>
          installed ? (
            <p>{t("start.solution.done", { objects: installed.objects, metrics: installed.metrics })}</p>
          ) : (
            <Choice items={items} />
          )
        }
      </Region>
      <DemoOffer />
    </StartStep>
  );
}

function Choice({ items }: { readonly items: readonly Solution[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const client = useQueryClient();
  const { message } = App.useApp();
  const refusalText = useRefusalText();
  const [chosen, setChosen] = useState(items[0]?.key);
  const install = useMutation({
    mutationFn: (key: string) => call(installSolution, { params: { key } }),
    onSuccess: () => client.invalidateQueries(),
    onError: (error) => void message.error(refusalText(error)),
  });
  return (
    <>
      <Radio.Group
        className="start-solutions"
        value={chosen}
        onChange={({ target }) => setChosen(String(target.value))}
      >
        {items.map(({ key, label, description, objects, metrics }) => (
          <Radio key={key} value={key}>
            <strong>{localText(label, locale)}</strong>{" "}
            <span className="muted">{t("start.solution.holds", { objects, metrics })}</span>
            <div className="muted">{localText(description, locale)}</div>
          </Radio>
        ))}
      </Radio.Group>
      <Button
        type="primary"
        disabled={!chosen}
        loading={install.isPending}
        onClick={() => chosen && install.mutate(chosen)}
      >
        {t("start.solution.act")}
      </Button>
    </>
  );
}

function DemoOffer() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const refusalText = useRefusalText();
  const { workspace } = useSession();
  const load = useMutation({
    mutationFn: loadDemoCompany,
    onSuccess: () => location.assign("/kpi"),
    onError: (error) => void message.error(refusalText(error)),
  });
  if (workspace.kind === "demo") return null;
  return (
    <p className="muted">
      {t("start.demo.hint")}{" "}
      <Button size="small" loading={load.isPending} onClick={() => load.mutate()}>
        {t("start.demo")}
      </Button>
    </p>
  );
}
