import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { AppShell } from "./AppShell.tsx";
import { needsSession } from "./needs-session.ts";
import { RouteFault } from "./RouteFault.tsx";

const root = createRootRoute({
  notFoundComponent: lazyRouteComponent(() => import("./NotFound.tsx"), "NotFound"),
  errorComponent: RouteFault,
});

const setUp = createRoute({
  getParentRoute: () => root,
  path: "/setup",
  component: lazyRouteComponent(() => import("../people/SetUpPage.tsx"), "SetUpPage"),
});
const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  component: lazyRouteComponent(() => import("../people/SignInPage.tsx"), "SignInPage"),
});
const invite = createRoute({
  getParentRoute: () => root,
  path: "/invite/$token",
  component: lazyRouteComponent(() => import("../people/InvitePage.tsx"), "InvitePage"),
});

const passwordReset = createRoute({
  getParentRoute: () => root,
  path: "/password-reset/$token",
  component: lazyRouteComponent(() => import("../people/PasswordResetPage.tsx"), "PasswordResetPage"),
});

const shell = createRoute({ getParentRoute: () => root, id: "shell", component: AppShell, beforeLoad: needsSession });

/** A page inside the shell; its code is loaded when it is first opened. */
function page<const Path extends string, Name extends string>(
  path: Path,
  load: () => Promise<Record<Name, React.ComponentType>>,
  name: Name,
) {
  return createRoute({ getParentRoute: () => shell, path, component: lazyRouteComponent(load, name) });
}

const home = createRoute({
  getParentRoute: () => shell,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/home" });
  },
});

const pages = [
  home,
  page("/home", () => import("../home/HomePage.tsx"), "HomePage"),
  page("/start", () => import("../home/StartPage.tsx"), "StartPage"),
  page("/inbox", () => import("../inbox/InboxPage.tsx"), "InboxPage"),
  page("/kpi", () => import("../kpi/KpiBoardPage.tsx"), "KpiBoardPage"),
  page("/kpi/entry", () => import("../metrics/entry/EntryPage.tsx"), "EntryPage"),
  page("/kpi/me", () => import("../appraisal/me/MyScorePage.tsx"), "MyScorePage"),
  page("/kpi/cards", () => import("../appraisal/cards/CardsPage.tsx"), "CardsPage"),
  page("/kpi/cards/$key", () => import("../appraisal/cards/CardDesignerPage.tsx"), "CardDesignerPage"),
  page("/kpi/cycles", () => import("../appraisal/cycles/CyclesPage.tsx"), "CyclesPage"),
  page("/kpi/cycles/$id", () => import("../appraisal/cycles/CyclePage.tsx"), "CyclePage"),
  page("/kpi/plans/$key", () => import("../appraisal/cycles/PlanDesignerPage.tsx"), "PlanDesignerPage"),
  page("/kpi/sheets/$id", () => import("../appraisal/sheet/SheetPage.tsx"), "SheetPage"),
  page("/kpi/lib", () => import("../metrics/MetricLibraryPage.tsx"), "MetricLibraryPage"),
  page("/kpi/lib/$key", () => import("../metrics/MetricDesignerPage.tsx"), "MetricDesignerPage"),
  page("/goals", () => import("../goals/GoalsPage.tsx"), "GoalsPage"),
  page("/goals/changes", () => import("../goals/life/GoalChangesPage.tsx"), "GoalChangesPage"),
  page("/goals/life", () => import("../goals/life/GoalLifePage.tsx"), "GoalLifePage"),
  page("/goals/funnel", () => import("../goals/life/FunnelPage.tsx"), "FunnelPage"),
  page("/o", () => import("../records/ObjectsPage.tsx"), "ObjectsPage"),
  page("/o/$object", () => import("../records/ListPage.tsx"), "ListPage"),
  page("/o/$object/$id", () => import("../records/RecordPage.tsx"), "RecordPage"),
  page("/build/import", () => import("../imports/ImportsPage.tsx"), "ImportsPage"),
  page("/build/import/$id", () => import("../imports/ImportWizardPage.tsx"), "ImportWizardPage"),
  page("/me", () => import("../people/AccountPage.tsx"), "AccountPage"),
  page("/build/objects", () => import("../build/objects/ObjectsPage.tsx"), "ObjectsPage"),
  page("/build/objects/$key", () => import("../build/objects/ObjectDesignerPage.tsx"), "ObjectDesignerPage"),
  page("/build/members", () => import("../build/members/MembersPage.tsx"), "MembersPage"),
  page("/build/roles", () => import("../build/roles/RolesPage.tsx"), "RolesPage"),
  page("/build/roles/why", () => import("../build/roles/WhyPage.tsx"), "WhyPage"),
  page("/build/system", () => import("../build/system/SystemPage.tsx"), "SystemPage"),
];

export const router = createRouter({
  routeTree: root.addChildren([setUp, signIn, invite, passwordReset, shell.addChildren(pages)]),
  defaultPreload: "intent",
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
