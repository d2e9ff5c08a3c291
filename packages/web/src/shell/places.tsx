import { AimOutlined, AppstoreOutlined, BuildOutlined, HomeOutlined } from "@ant-design/icons";
import type { Permission } from "@dabiao/core/people/role.ts";
import type { ReactNode } from "react";

export interface PlacePage {
  readonly path: string;
  readonly label: string;
  /** Any of these opens the page; nobody needs one for a page without. */
  readonly needs?: readonly Permission[];
}

/** A place of the left rail. Places a role may never use are absent, not grey. */
export interface Place {
  readonly key: string;
  readonly label: string;
  readonly icon: ReactNode;
  readonly path: string;
  readonly pages: readonly PlacePage[];
}

export const PLACES: readonly Place[] = [
  { key: "home", label: "place.home", icon: <HomeOutlined />, path: "/home", pages: [] },
  {
    key: "kpi",
    label: "place.performance",
    icon: <AimOutlined />,
    path: "/kpi",
    pages: [
      { path: "/kpi", label: "page.kpi" },
      { path: "/kpi/me", label: "page.myScore" },
      { path: "/goals", label: "page.goals" },
      { path: "/goals/changes", label: "page.goalChanges" },
      { path: "/goals/life", label: "page.goalLife" },
      { path: "/goals/funnel", label: "page.funnel" },
      { path: "/kpi/cycles", label: "page.cycles" },
      { path: "/kpi/cards", label: "page.cards", needs: ["appraisal.manage"] },
      { path: "/kpi/lib", label: "page.metrics" },
      { path: "/kpi/entry", label: "page.entry" },
    ],
  },
  { key: "sales", label: "place.sales", icon: <AppstoreOutlined />, path: "/o", pages: [] },
  {
    key: "build",
    label: "place.build",
    icon: <BuildOutlined />,
    path: "/build",
    pages: [
      { path: "/build/objects", label: "page.objects", needs: ["model.manage"] },
      { path: "/build/import", label: "page.import", needs: ["import"] },
      { path: "/build/members", label: "page.members", needs: ["people.manage"] },
      { path: "/build/roles", label: "page.roles", needs: ["roles.manage"] },
      { path: "/build/system", label: "page.system", needs: ["system.manage", "api_keys.manage", "audit.read"] },
    ],
  },
];

/** The places and pages that these permissions open. */
export function openPlaces(permissions: ReadonlySet<Permission>): readonly Place[] {
  return PLACES.map((place) => ({ ...place, pages: place.pages.filter((page) => opens(page, permissions)) })).filter(
    (place) => place.key !== "build" || place.pages.length > 0,
  );
}

function opens(page: PlacePage, permissions: ReadonlySet<Permission>): boolean {
  return !page.needs || page.needs.some((permission) => permissions.has(permission));
}
