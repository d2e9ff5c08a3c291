import { Modal } from "antd";
import { useTranslation } from "react-i18next";

const KEYS = [
  ["Ctrl+K", "keys.palette"],
  ["G H / G I / G K / G S / G B", "keys.go"],
  ["/", "keys.filter"],
  ["C", "keys.new"],
  ["J / K", "keys.move"],
  ["Ctrl+Z", "keys.undo"],
  ["[", "keys.rail"],
  ["?", "keys.help"],
] as const;

/** The sheet of keys, opened with `?`. */
export function KeySheet({ open, onClose }: { readonly open: boolean; onClose(): void }) {
  const { t } = useTranslation();
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={t("shell.keys")} width={420}>
      <dl className="key-sheet">
        {KEYS.map(([keys, label]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{t(label)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
