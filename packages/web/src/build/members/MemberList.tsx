import { listMembers } from "@dabiao/core/people/contract.ts";
import { MEMBER_STATES, type Member, type MemberState } from "@dabiao/core/people/member.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button, Empty, Input, Segmented, Tag } from "antd";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { useLocale } from "../../i18n/locale.ts";
import { RegionFault, RegionLoading } from "../../shell/RegionState.tsx";
import { rolesQuery } from "./queries.ts";

interface MemberListProps {
  readonly unit: string | null;
  onOpen(member: string): void;
}

/** The members of a unit and all below it, found by 汉字, pinyin or initials. */
export function MemberList({ unit, onOpen }: MemberListProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const [state, setState] = useState<MemberState | "all">("all");
  const search = useDeferredValue(typed.trim());
  const list = useInfiniteQuery({
    queryKey: ["members", "list", unit, search, state],
    queryFn: ({ pageParam, signal }) =>
      call(listMembers, {
        query: {
          ...(unit ? { unit } : {}),
          ...(search ? { search } : {}),
          ...(state === "all" ? {} : { state }),
          ...(pageParam ? { cursor: pageParam } : {}),
        },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  const members = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className="card member-list">
      <div className="member-filters">
        <Input.Search
          allowClear
          placeholder={t("members.search")}
          aria-label={t("members.search")}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Segmented
          aria-label={t("members.state")}
          value={state}
          options={(["all", ...MEMBER_STATES] as const).map((value) => ({
            value,
            label: value === "all" ? t("members.all") : t(`members.state.${value}`),
          }))}
          onChange={setState}
        />
      </div>
      {list.error && <RegionFault error={list.error} retry={() => void list.refetch()} />}
      {list.isPending && <RegionLoading rows={8} />}
      {list.data && members.length === 0 && <Empty description={t("members.empty")} />}
      <ul className="member-rows">
        {members.map((member) => (
          <MemberRow key={member.id} member={member} onOpen={() => onOpen(member.id)} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button block loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t("members.more")}
        </Button>
      )}
    </section>
  );
}

function MemberRow({ member, onOpen }: { readonly member: Member; onOpen(): void }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const roles = useQuery(rolesQuery).data?.items ?? [];
  const roleName = (key: string) => {
    const role = roles.find((each) => each.key === key);
    return role ? localText(role.label, locale) : key;
  };
  return (
    <li>
      <button type="button" className="member-row" onClick={onOpen}>
        <strong className="member-name">{member.name}</strong>
        <span className="member-unit muted">{member.unit?.path.join(" / ") ?? "--"}</span>
        <span className="member-roles">{member.roleKeys.map(roleName).join("、")}</span>
        <span className="member-state">
          {member.state !== "active" && <Tag>{t(`members.state.${member.state}`)}</Tag>}
          {member.state === "active" && !member.hasAccount && <Tag>{t("members.noAccount")}</Tag>}
        </span>
      </button>
    </li>
  );
}
