import { changeUnit } from "@dabiao/core/people/contract.ts";
import type { Unit } from "@dabiao/core/people/unit.ts";
import { useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { useErrorWords } from "../definition/issue-words.ts";
import { unitsQuery } from "./queries.ts";

/** Asks, then archives a unit; one with people or units in it says so. */
export function useArchiveUnit(): (unit: Unit) => void {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const client = useQueryClient();
  const words = useErrorWords();
  return ({ id, name }) =>
    void modal.confirm({
      title: t("units.archive.ask", { name }),
      onOk: async () => {
        try {
          await call(changeUnit, { params: { unit: id }, body: { archived: true } });
          await client.invalidateQueries(unitsQuery);
        } catch (error) {
          void message.error(words(error));
        }
      },
    });
}
