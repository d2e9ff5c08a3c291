import { RoleBody } from "@dabiao/core/people/role.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useQueries, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { Region } from "../../shell/RegionState.tsx";
import { useGo } from "../../shell/use-go.ts";
import { definitionQuery, definitionsQuery } from "../definition/definition-query.ts";
import { useScopeWords } from "../roles/scope-words.ts";

/** Who may do what with these records, role by role; it is changed in the roles. */
export function RightsTab({ object }: { readonly object: string }) {
  const { t } = useTranslation();
  const go = useGo();
  const roles = useQuery(definitionsQuery("role"));
  return (
    <>
      <p className="muted">{t("rights.hint")}</p>
      <Region query={roles}>{({ items }) => <Matrix object={object} roles={items.map(({ key }) => key)} />}</Region>
      <Button onClick={() => go("/build/roles")}>{t("rights.open")}</Button>
    </>
  );
}

function Matrix({ object, roles }: { readonly object: string; readonly roles: readonly string[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const scopeWords = useScopeWords();
  const bodies = useQueries({ queries: roles.map((key) => definitionQuery("role", key)) }).flatMap(({ data }) => {
    const parsed = RoleBody.safeParse(data?.body);
    return data && parsed.success ? [{ key: data.key, body: parsed.data }] : [];
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section tabIndex={0} className="table-scroll" aria-label={t("objects.tab.rights")}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t("kind.role")}</th>
            {["read", "create", "update", "delete", "export"].map((action) => (
              <th key={action} scope="col">
                {t(`role.action.${action}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {bodies.map(({ key, body }) => {
            const right = body.objects[object] ?? body.objects["*"];
            return (
              <tr key={key}>
                <th scope="row">{localText(body.label, locale)}</th>
                <td>{scopeWords(right?.read ?? "none")}</td>
                <td>{t(right?.create ? "role.yes" : "role.no")}</td>
                <td>{scopeWords(right?.update ?? "none")}</td>
                <td>{scopeWords(right?.delete ?? "none")}</td>
                <td>{t(right?.export ? "role.yes" : "role.no")}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
