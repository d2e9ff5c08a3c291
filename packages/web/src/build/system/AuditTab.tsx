import { AUDIT_KINDS, type AuditKind } from "@dabiao/core/people/audit.ts";
import { listAudit } from "@dabiao/core/people/rights-contract.ts";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { MemberPicker } from "../../fields/MemberPicker.tsx";
import { RegionFault, RegionLoading } from "../../shell/RegionState.tsx";
import { useStamp } from "./use-stamp.ts";

/** Who did what and when, newest first, narrowed by kind, person and time. */
export function AuditTab() {
  const { t } = useTranslation();
  const stamp = useStamp();
  const [kind, setKind] = useState<AuditKind | null>(null);
  const [member, setMember] = useState<string | null>(null);
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const log = useInfiniteQuery({
    queryKey: ["audit", kind, member, from, to],
    queryFn: ({ pageParam, signal }) =>
      call(listAudit, {
        query: {
          ...(kind ? { kind } : {}),
          ...(member ? { memberId: member } : {}),
          ...(from ? { from: instant(from, "00:00:00") } : {}),
          ...(to ? { to: instant(to, "23:59:59") } : {}),
          ...(pageParam ? { cursor: pageParam } : {}),
        },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const events = log.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <div className="audit-filters">
        <Select
          allowClear
          aria-label={t("audit.kind")}
          placeholder={t("audit.kind")}
          value={kind}
          showSearch={{ optionFilterProp: "label" }}
          options={[...new Set(AUDIT_KINDS)].map((value) => ({ value, label: t(`audit.kind.${value}`) }))}
          onChange={(next?: AuditKind | null) => setKind(next ?? null)}
        />
        <MemberPicker
          value={member}
          names={{}}
          label={t("audit.member")}
          select={{}}
          onChange={(next) => setMember(typeof next === "string" ? next : null)}
        />
        <Input type="date" aria-label={t("audit.from")} value={from} onChange={({ target }) => setFrom(target.value)} />
        <Input type="date" aria-label={t("audit.to")} value={to} onChange={({ target }) => setTo(target.value)} />
      </div>
      {log.error && <RegionFault error={log.error} retry={() => void log.refetch()} />}
      {log.isPending && <RegionLoading rows={8} />}
      {log.data && events.length === 0 && <p className="muted">{t("audit.none")}</p>}
      {events.map((event) => (
        <div key={event.id} className="audit-row">
          <span className="muted">{stamp(event.at)}</span>
          <span>{event.member?.name ?? t("audit.system")}</span>
          <strong>{t(`audit.kind.${event.kind}`)}</strong>
          <span className="muted link-text">
            {[event.subject, detailText(event.detail)].filter(Boolean).join(" · ")}
          </span>
        </div>
      ))}
      {log.hasNextPage && (
        <Button loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
          {t("members.more")}
        </Button>
      )}
    </>
  );
}

function instant(day: string, time: string): string {
  return new Date(`${day}T${time}`).toISOString();
}

function detailText(detail: Readonly<Record<string, unknown>>): string {
  return Object.entries(detail)
    .map(([key, value]) => `${key}=${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join(" ");
}
