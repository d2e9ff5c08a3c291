import { SearchOutlined } from "@ant-design/icons";
import { Input, type InputRef } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useKeys } from "../shell/keys.ts";

interface SearchBoxProps {
  readonly value: string;
  onChange(text: string): void;
}

const PAUSE_MS = 250;

/** Searches the list while one types, not in the middle of a word being composed. `/` goes here. */
export function SearchBox({ value, onChange }: SearchBoxProps) {
  const { t } = useTranslation();
  const box = useRef<InputRef>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const composing = useRef(false);
  useKeys({ "/": () => box.current?.focus() });
  useEffect(() => {
    if (typed === null || composing.current || typed.trim() === value) return;
    const timer = setTimeout(() => onChange(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  return (
    <Input
      ref={box}
      className="list-search"
      prefix={<SearchOutlined />}
      allowClear
      type="search"
      value={typed ?? value}
      placeholder={t("list.search")}
      aria-label={t("list.search")}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => setTyped(null)}
      onCompositionStart={() => {
        composing.current = true;
      }}
      onCompositionEnd={(event) => {
        composing.current = false;
        setTyped(`${event.currentTarget.value}`);
        onChange(event.currentTarget.value.trim());
      }}
    />
  );
}
