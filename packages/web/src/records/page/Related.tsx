import { PlusOutlined } from "@ant-design/icons";
import { localText } from "@dabiao/core/platform/text.ts";
import { queryRecordsContract } from "@dabiao/core/records/contract.ts";
import type { RecordDetail } from "@dabiao/core/records/record-query.ts";
import { useQueries, useQuery } from "@tanstack/react-query";
import { Button, Tabs } from "antd";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { FieldValue } from "../../fields/FieldValue.tsx";
import { useLocale } from "../../i18n/locale.ts";
import { PathLink } from "../../kit/PathLink.tsx";
import { objectQuery, useObjectIndex } from "../../model/object-index.ts";
import { Region } from "../../shell/RegionState.tsx";
import { useColumns } from "../columns.ts";
import { definitionOf, type ObjectDefinition } from "../definition.ts";
import { defaultSettings } from "../list-settings.ts";
import { QuickLog } from "./NextStepCard.tsx";

interface RelatedProps {
  readonly definition: ObjectDefinition;
  readonly detail: RecordDetail;
}

interface Referring {
  readonly definition: ObjectDefinition;
  /** The field of the other object that points here. */
  readonly via: string;
}

const ROWS = 8;

/** Records of other objects that point at this one, a tab for each object. */
export function Related({ definition, detail }: RelatedProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const index = useObjectIndex();
  const referring = useQueries({
    queries: index.map(({ key }) => ({ ...objectQuery(key), select: definitionOf })),
    combine: (results) =>
      results.flatMap(({ data }): Referring[] => {
        const via = data?.fields.find(
          ({ target, family, key, system }) =>
            !system && key !== "id" && family === "reference" && target?.object === definition.key,
        );
        return data && via ? [{ definition: data, via: via.key }] : [];
      }),
  });
  if (referring.length === 0) return null;
  return (
    <section className="card" aria-label={t("record.related")}>
      <Tabs
        size="small"
        items={referring.map((each) => ({
          key: each.definition.key,
          label: localText(each.definition.plural, locale),
          children: <RelatedList from={definition} detail={detail} referring={each} />,
        }))}
      />
    </section>
  );
}

function RelatedList({
  from,
  detail,
  referring,
}: {
  from: ObjectDefinition;
  detail: RecordDetail;
  referring: Referring;
}) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [isNew, setNew] = useState(false);
  const { definition, via } = referring;
  const object = definition.key;
  const id = detail.record.id;
  const name = definition.body.nameField;
  const paths = useMemo(() => {
    const view = definition.views.find(({ body }) => body.type === "grid")?.body ?? defaultSettings(definition);
    const others = view.columns.map(({ field }) => field).filter(([first]) => first !== name && first !== via);
    return [[name], ...others.slice(0, 3)];
  }, [definition, name, via]);
  const columns = useColumns(definition, paths);
  const filter = { field: [via], op: "eq" as const, value: id };
  const records = useQuery({
    queryKey: ["records", object, "related", via, id],
    queryFn: ({ signal }) =>
      call(queryRecordsContract, { params: { object }, body: { fields: paths, filter, limit: ROWS }, signal }),
    meta: { objects: [object] },
  });
  const label = localText(definition.label, locale);
  const all = `/o/${object}?view=all&filter=${encodeURIComponent(JSON.stringify(filter))}`;
  return (
    <>
      <Region query={records} rows={3}>
        {({ items, titles }) =>
          items.length === 0 ? (
            <p className="muted">{t("record.related.none", { name: label })}</p>
          ) : (
            <div className="related-table">
              <table>
                <thead>
                  <tr>
                    {columns.map((column) => (
                      <th key={column.name} scope="col">
                        {column.label(locale)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {items.map((row) => (
                    <tr key={row.id}>
                      {columns.map((column) => (
                        <td key={column.name}>
                          {column.name === name ? (
                            <PathLink to={`/o/${object}/${row.id}`}>{String(row.values[name] || "--")}</PathLink>
                          ) : (
                            <FieldValue field={column.field} value={row.values[column.name]} titles={titles} />
                          )}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Region>
      <div className="related-foot">
        {definition.canCreate && (
          <Button size="small" icon={<PlusOutlined />} onClick={() => setNew(true)}>
            {t("record.related.add", { name: label })}
          </Button>
        )}
        {records.data?.next && <PathLink to={all}>{t("record.related.all", { name: label })}</PathLink>}
      </div>
      {isNew && <QuickLog object={object} from={from} detail={detail} onClose={() => setNew(false)} />}
    </>
  );
}
