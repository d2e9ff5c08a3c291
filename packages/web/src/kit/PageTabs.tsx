import { Select, Tabs } from "antd";
import { type ReactNode, useState } from "react";
import { useIsPhone } from "../shell/media.ts";
import "./kit.css";

interface PageTabsProps {
  /** What the parts are parts of, for screen readers. */
  readonly label: string;
  readonly items: readonly { readonly key: string; readonly label: string; readonly children: ReactNode }[];
}

/** Parts of a page: tabs at a desk; on a phone, where they would not fit, one choice of them. */
export function PageTabs({ label, items }: PageTabsProps) {
  const isPhone = useIsPhone();
  const [chosen, setChosen] = useState(items[0]?.key ?? "");
  if (!isPhone) return <Tabs aria-label={label} activeKey={chosen} onChange={setChosen} items={[...items]} />;
  return (
    <>
      <Select
        className="page-tabs"
        size="large"
        aria-label={label}
        value={chosen}
        options={items.map((item) => ({ value: item.key, label: item.label }))}
        onChange={setChosen}
      />
      {items.find(({ key }) => key === chosen)?.children}
    </>
  );
}
