import { decideProposal, listProposals } from "@dabiao/core/appraisal/act-contract.ts";
import { useQuery } from "@tanstack/react-query";
import { Button, Empty, Switch, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { PathLink } from "../../kit/PathLink.tsx";
import { Region } from "../../shell/RegionState.tsx";
import { APPRAISAL } from "../queries.ts";
import { shownNumber } from "../rule/shown-number.ts";
import { useAct } from "../use-act.ts";

/** What one person proposed and another has to approve: overrides, bonuses, deductions, vetoes. */
export function ProposalsTab({ cycleId }: { readonly cycleId: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(true);
  const proposals = useQuery({
    queryKey: [...APPRAISAL, "proposals", cycleId, open],
    queryFn: ({ signal }) => call(listProposals, { body: { cycle: cycleId, open }, signal }),
  });
  const decide = useAct(decideProposal, t("proposal.decided"));
  return (
    <>
      <label className="cycle-controls">
        <Switch checked={open} onChange={setOpen} aria-label={t("proposal.open")} /> {t("proposal.open")}
      </label>
      <Region query={proposals}>
        {(data) =>
          data.proposals.length === 0 ? (
            <Empty description={t("proposal.none")} />
          ) : (
            <ul className="change-list">
              {data.proposals.map((proposal) => (
                <li key={proposal.id}>
                  <span>
                    <PathLink to={`/kpi/sheets/${proposal.sheetId}`}>{proposal.name}</PathLink>{" "}
                    {t(`proposal.${proposal.kind}`)} {proposal.item}{" "}
                    {proposal.value !== null && <strong>{shownNumber(proposal.value)}</strong>}{" "}
                    <Tag>{t(`proposal.state.${proposal.state}`)}</Tag>
                  </span>
                  <span>{proposal.reason}</span>
                  <span className="muted">{proposal.by}</span>
                  {proposal.mayDecide && (
                    <span className="design-row">
                      {([true, false] as const).map((approve) => (
                        <Button
                          key={String(approve)}
                          type={approve ? "primary" : "default"}
                          loading={decide.isPending}
                          onClick={() => decide.mutate({ params: { proposalId: proposal.id }, body: { approve } })}
                        >
                          {t(approve ? "proposal.approve" : "proposal.refuse")}
                        </Button>
                      ))}
                    </span>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Region>
    </>
  );
}
