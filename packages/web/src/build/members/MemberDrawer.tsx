import { getMember } from "@dabiao/core/people/contract.ts";
import { useQuery } from "@tanstack/react-query";
import { Drawer } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { useIsPhone } from "../../shell/media.ts";
import { Region } from "../../shell/RegionState.tsx";
import { MemberActions } from "./MemberActions.tsx";
import { MemberCard } from "./MemberCard.tsx";
import { MemberHistory } from "./MemberHistory.tsx";

/** One member: data, roles, links, transfer, departure and history. */
export function MemberDrawer({ member, onClose }: { readonly member: string | null; onClose(): void }) {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const query = useQuery({
    queryKey: ["members", "one", member],
    queryFn: ({ signal }) => call(getMember, { params: { member: member ?? "" }, signal }),
    enabled: member !== null,
  });
  return (
    <Drawer
      open={member !== null}
      onClose={onClose}
      size={isPhone ? "100%" : 480}
      title={query.data?.name ?? t("members.name")}
      destroyOnHidden
    >
      <Region query={query}>
        {(data) => (
          <div className="member-drawer" key={data.id}>
            <MemberActions member={data} />
            <MemberCard member={data} />
            <MemberHistory member={data} />
          </div>
        )}
      </Region>
    </Drawer>
  );
}
