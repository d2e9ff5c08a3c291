import { SearchOutlined } from "@ant-design/icons";
import { Input, type InputRef, Modal } from "antd";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useGo } from "../shell/use-go.ts";
import { type Command, useCommands } from "./commands.ts";
import { useFoundRecords } from "./found-records.ts";
import "./palette.css";

/** Ctrl+K: pages and actions from what is known here, at once; records from the server, added below and never reordered. */
export function CommandPalette({ open, onClose }: { readonly open: boolean; onClose(): void }) {
  const { t } = useTranslation();
  const input = useRef<InputRef>(null);
  return (
    <Modal
      open={open}
      onCancel={onClose}
      footer={null}
      closable={false}
      destroyOnHidden
      width={560}
      style={{ top: 80 }}
      title={<span className="visually-hidden">{t("palette.title")}</span>}
      afterOpenChange={(opened) => opened && input.current?.focus()}
    >
      <PaletteBody input={input} onClose={onClose} />
    </Modal>
  );
}

function PaletteBody({ input, onClose }: { readonly input: React.RefObject<InputRef | null>; onClose(): void }) {
  const { t } = useTranslation();
  const go = useGo();
  const listId = useId();
  const [words, setWords] = useState("");
  const [at, setAt] = useState(0);
  const found = useFoundRecords(words);
  const commands = [...useCommands(words), ...found];
  const chosen = Math.min(at, Math.max(0, commands.length - 1));

  function run(command: Command) {
    onClose();
    go(command.path);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setAt((chosen + step + commands.length) % Math.max(1, commands.length));
    }
    const command = commands[chosen];
    if (event.key === "Enter" && command) run(command);
  }

  return (
    <>
      <Input
        ref={input}
        size="large"
        prefix={<SearchOutlined />}
        placeholder={t("shell.search")}
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={commands[chosen] ? `${listId}-${chosen}` : undefined}
        aria-label={t("shell.search")}
      />
      <div id={listId} className="palette-list" role="listbox" aria-label={t("palette.title")}>
        {commands.map((command, index) => (
          <div
            key={command.path + command.label}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            className="palette-item"
            onClick={() => run(command)}
            onKeyDown={onKeyDown}
            onMouseMove={() => setAt(index)}
          >
            <span>{command.label}</span>
            <span className="muted">{command.group}</span>
          </div>
        ))}
        {commands.length === 0 && <p className="muted palette-none">{t("palette.none")}</p>}
      </div>
    </>
  );
}
