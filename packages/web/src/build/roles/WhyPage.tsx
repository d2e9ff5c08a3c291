import { why } from "@dabiao/core/people/rights-contract.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useQuery } from "@tanstack/react-query";
import { Alert, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { MemberPicker } from "../../fields/MemberPicker.tsx";
import { useLocale } from "../../i18n/locale.ts";
import { PageHead } from "../../kit/PageHead.tsx";
import { useObjectIndex } from "../../model/object-index.ts";
import { Region } from "../../shell/RegionState.tsx";
import { recordIn } from "./record-in.ts";
import { WhyAnswerView } from "./WhyAnswerView.tsx";
import "./messages.ts";
import "../definition/definition.css";
import "./roles.css";

/** 为什么他能看到这条: the grants of a member on an object or a record, in words. `?object=&id=&member=` fills it in. */
export function WhyPage() {
  const { t } = useTranslation();
  const locale = useLocale();
  const objects = useObjectIndex();
  const asked = new URLSearchParams(location.search);
  const [member, setMember] = useState<string | null>(asked.get("member"));
  const [chosen, setChosen] = useState<string | null>(asked.get("object"));
  const [typed, setTyped] = useState(asked.get("id") ?? "");
  const found = recordIn(typed);
  const object = found?.object ?? chosen ?? objects[0]?.key ?? null;
  const id = found?.id ?? null;
  const answer = useQuery({
    queryKey: ["why", member, object, id],
    queryFn: ({ signal }) =>
      call(why, { params: { member: member ?? "" }, query: { object: object ?? "", ...(id ? { id } : {}) }, signal }),
    enabled: member !== null && object !== null,
  });
  return (
    <>
      <PageHead title={t("why.title")} />
      <div className="card why-form">
        <div>
          <span className="muted">{t("why.member")}</span>
          <MemberPicker
            value={member}
            names={{}}
            label={t("why.member")}
            select={{}}
            onChange={(next) => setMember(typeof next === "string" ? next : null)}
          />
        </div>
        <div>
          <span className="muted">{t("why.object")}</span>
          <Select
            aria-label={t("why.object")}
            value={object}
            showSearch={{ optionFilterProp: "label" }}
            options={objects.map(({ key, label }) => ({ value: key, label: localText(label, locale) }))}
            onChange={setChosen}
          />
        </div>
        <label className="grow">
          <span className="muted">{t("why.record")}</span>
          <Input value={typed} allowClear onChange={({ target }) => setTyped(target.value)} />
        </label>
      </div>
      {typed.trim() !== "" && !found && <Alert type="warning" showIcon title={t("why.badRecord")} />}
      {member === null && <p className="muted">{t("why.hint")}</p>}
      {member !== null && object !== null && (
        <Region query={answer}>{(data) => <WhyAnswerView answer={data} />}</Region>
      )}
    </>
  );
}
