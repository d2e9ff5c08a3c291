import { endOtherSessions, endSession, listSessions } from "@dabiao/core/people/sign-in-contract.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../api/call.ts";
import { useLocale } from "../i18n/locale.ts";
import { Region } from "../shell/RegionState.tsx";

const KEY = ["sessions"];

/** Where one is signed in, each to be ended from here. */
export function SessionsCard() {
  const { t } = useTranslation();
  const locale = useLocale();
  const client = useQueryClient();
  const sessions = useQuery({ queryKey: KEY, queryFn: () => call(listSessions) });
  const refresh = () => client.invalidateQueries({ queryKey: KEY });
  const end = useMutation({ mutationFn: (id: string) => call(endSession, { params: { id } }), onSuccess: refresh });
  const endOthers = useMutation({ mutationFn: () => call(endOtherSessions), onSuccess: refresh });
  const stamp = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
  return (
    <section className="card">
      <h2>{t("account.sessions")}</h2>
      <Region query={sessions}>
        {({ items }) => (
          <>
            {items.map((session) => (
              <div key={session.id} className="session-row">
                <div>
                  <div>{[deviceName(session.device), session.address].filter(Boolean).join(" · ")}</div>
                  <div className="muted">
                    {t("account.sessions.since", { at: stamp.format(new Date(session.signedInAt)) })}
                  </div>
                </div>
                {session.current ? (
                  <Tag>{t("account.sessions.this")}</Tag>
                ) : (
                  <Button size="small" onClick={() => end.mutate(session.id)}>
                    {t("account.sessions.end")}
                  </Button>
                )}
              </div>
            ))}
            {items.length > 1 && (
              <Button onClick={() => endOthers.mutate()} loading={endOthers.isPending}>
                {t("account.sessions.others")}
              </Button>
            )}
          </>
        )}
      </Region>
    </section>
  );
}

/** The browser and system in a user agent, as people call them. */
function deviceName(agent: string | null): string {
  if (!agent) return "--";
  const browser = /(Edg|Firefox|MicroMessenger|DingTalk|Chrome|Safari)/.exec(agent)?.[1]?.replace("Edg", "Edge") ?? "";
  const system = /(iPhone|iPad|Android|Windows|Mac OS|Linux)/.exec(agent)?.[1] ?? "";
  return [browser, system].filter(Boolean).join(" / ") || agent.slice(0, 40);
}
