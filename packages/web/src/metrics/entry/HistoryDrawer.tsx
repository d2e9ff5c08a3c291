import { listManualHistory, type ManualFigure, type ManualSheet } from "@dabiao/core/metrics/manual-contract.ts";
import { useQuery } from "@tanstack/react-query";
import { Drawer } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { useLocale } from "../../i18n/locale.ts";
import { tableFigure } from "../../kit/figures.ts";
import { useIsPhone } from "../../shell/media.ts";
import { Region } from "../../shell/RegionState.tsx";

interface HistoryDrawerProps {
  readonly sheet: ManualSheet;
  readonly member: string | null;
  readonly onClose: () => void;
}

/** Everything ever entered for one person, the newest first. */
export function HistoryDrawer({ sheet, member, onClose }: HistoryDrawerProps) {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const { metric, period, rows } = sheet;
  const history = useQuery({
    queryKey: ["manual", "history", metric, period, member],
    queryFn: ({ signal }) => call(listManualHistory, { query: { metric, period, member: member ?? "" }, signal }),
    enabled: member !== null,
  });
  const name = rows.find(({ memberId }) => memberId === member)?.name ?? "";
  return (
    <Drawer
      open={member !== null}
      onClose={onClose}
      size={isPhone ? "100%" : 480}
      title={`${name} · ${t("entry.history")}`}
    >
      <Region query={history}>
        {({ items }) => (
          <ul className="entry-history">
            {items.map((figure) => (
              <HistoryLine key={figure.id} figure={figure} sheet={sheet} />
            ))}
          </ul>
        )}
      </Region>
    </Drawer>
  );
}

function HistoryLine({ figure, sheet }: { readonly figure: ManualFigure; readonly sheet: ManualSheet }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const stamp = new Intl.DateTimeFormat(locale, { dateStyle: "short", timeStyle: "short" });
  const { state, value, note, evidence, enteredBy, enteredAt, decidedBy, decidedAt, reason } = figure;
  const by = (what: string, name: string | undefined, at: string) =>
    t(`entry.by.${what}`, { name: name ?? "", at: stamp.format(new Date(at)) });
  const lines = [
    by("entered", enteredBy?.name, enteredAt),
    decidedAt === null ? t("entry.state.entered") : by(state, decidedBy?.name, decidedAt),
    reason && t("entry.reason", { reason }),
    [evidence, note].filter(Boolean).join(" · "),
  ].filter(Boolean);
  return (
    <li>
      <strong>{tableFigure(value, sheet.unit)}</strong>
      {lines.map((line) => (
        <span key={line} className="muted">
          {line}
        </span>
      ))}
    </li>
  );
}
