import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PageHead } from "../../kit/PageHead.tsx";
import { useKeys } from "../../shell/keys.ts";
import { AddMemberDialog } from "./AddMemberDialog.tsx";
import { MemberDrawer } from "./MemberDrawer.tsx";
import { MemberList } from "./MemberList.tsx";
import { PasteDialog } from "./PasteDialog.tsx";
import { UnitTree } from "./UnitTree.tsx";
import "../definition/definition.css";
import "./messages.ts";
import "./members.css";

/** 8.6: the company's units on the left, its people on the right. */
export function MembersPage() {
  const { t } = useTranslation();
  const [unit, setUnit] = useState<string | null>(null);
  const [member, setMember] = useState<string | null>(null);
  const [open, setOpen] = useState<"add" | "paste" | null>(null);
  useKeys({ c: () => setOpen("add") });
  return (
    <>
      <PageHead
        title={t("members.title")}
        actions={
          <>
            <Button onClick={() => setOpen("paste")}>{t("members.paste")}</Button>
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen("add")}>
              {t("members.add")}
            </Button>
          </>
        }
      />
      <div className="members">
        <UnitTree chosen={unit} onChoose={setUnit} />
        <MemberList unit={unit} onOpen={setMember} />
      </div>
      <MemberDrawer member={member} onClose={() => setMember(null)} />
      <AddMemberDialog open={open === "add"} unit={unit} onClose={() => setOpen(null)} onAdded={setMember} />
      <PasteDialog open={open === "paste"} onClose={() => setOpen(null)} />
    </>
  );
}
