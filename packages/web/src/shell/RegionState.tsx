import { Alert, Button, Skeleton, Typography } from "antd";
import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiRefusal } from "../api/call.ts";
import { useRefusalText } from "../i18n/refusal-text.ts";

const Forbidden = lazy(async () => ({ default: (await import("./Forbidden.tsx")).Forbidden }));

/** What a region needs to know of its query. */
interface RegionQuery<Data> {
  readonly data: Data | undefined;
  readonly error: Error | null;
  readonly isPending: boolean;
  refetch(): unknown;
}

interface RegionProps<Data> {
  readonly query: RegionQuery<Data>;
  readonly rows?: number;
  readonly children: (data: Data) => ReactNode;
}

/** A part of a page that reads data: quiet for 150 ms, then a skeleton; a fault stays inside and offers a retry. */
export function Region<Data>({ query, rows = 4, children }: RegionProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <RegionFault error={query.error} retry={() => query.refetch()} />;
  return <RegionLoading rows={rows} />;
}

export function RegionLoading({ rows = 4 }: { readonly rows?: number }) {
  const { t } = useTranslation();
  const waited = useWaited();
  if (waited === "no") return null;
  return (
    <div aria-busy="true" aria-live="polite">
      <Skeleton active title={false} paragraph={{ rows }} />
      {waited === "long" && <Typography.Text type="secondary">{t("state.slow")}</Typography.Text>}
    </div>
  );
}

export function RegionFault({ error, retry }: { readonly error: Error; readonly retry?: () => void }) {
  const { t } = useTranslation();
  const refusalText = useRefusalText();
  if (error instanceof ApiRefusal && error.code === "forbidden") {
    return (
      <Suspense fallback={null}>
        <Forbidden reason={refusalText(error)} />
      </Suspense>
    );
  }
  return (
    <Alert
      type="error"
      showIcon
      title={t("state.failed")}
      description={refusalText(error)}
      action={
        retry && (
          <Button size="small" onClick={retry}>
            {t("state.retry")}
          </Button>
        )
      }
    />
  );
}

function useWaited(): "no" | "short" | "long" {
  const [waited, setWaited] = useState<"no" | "short" | "long">("no");
  useEffect(() => {
    const short = setTimeout(() => setWaited("short"), 150);
    const long = setTimeout(() => setWaited("long"), 3000);
    return () => {
      clearTimeout(short);
      clearTimeout(long);
    };
  }, []);
  return waited;
}
