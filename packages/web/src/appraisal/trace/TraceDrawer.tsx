import type { KeptStep, SheetLine } from "@dabiao/core/appraisal/sheet.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Drawer } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { useIsPhone } from "../../shell/media.ts";
import { LineRecords } from "./LineRecords.tsx";
import { TraceList } from "./TraceList.tsx";

interface TraceDrawerProps {
  readonly open: boolean;
  /** The line asked about; `null` for the total. */
  readonly line: SheetLine | null;
  readonly lines: readonly SheetLine[];
  readonly total: readonly KeptStep[];
  readonly memberId: string;
  readonly title: string;
  readonly onClose: () => void;
}

/** 为什么是这个数: the arithmetic in words, down to the records. */
export function TraceDrawer({ open, line, lines, total, memberId, title, onClose }: TraceDrawerProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const isPhone = useIsPhone();
  const nameOf = (kind: string, key: string) => {
    const named = kind === "item" ? lines.find(({ item }) => item === key) : undefined;
    return named ? localText(named.label, locale) : key;
  };
  return (
    <Drawer
      open={open}
      onClose={onClose}
      size={isPhone ? "100%" : 560}
      destroyOnHidden
      title={line ? `${localText(line.label, locale)} · ${title}` : title}
    >
      {line ? (
        <>
          <h2 className="trace-head">{t("trace.score")}</h2>
          <TraceList trace={line.trace} nameOf={nameOf} />
          <LineRecords line={line} memberId={memberId} />
        </>
      ) : (
        <>
          <h2 className="trace-head">{t("trace.total")}</h2>
          <TraceList trace={total} nameOf={nameOf} />
        </>
      )}
    </Drawer>
  );
}
