import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { AppShell } from "./AppShell.tsx";
import { NotFound } from "./NotFound.tsx";
import { needsSession } from "./needs-session.ts";
import { RouteFault } from "./RouteFault.tsx";

const root = createRootRoute({ notFoundComponent: NotFound, errorComponent: RouteFault });

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
  page("/me", () => import("../people/AccountPage.tsx"), "AccountPage"),
];

export const router = createRouter({
  routeTree: root.addChildren([setUp, signIn, invite, shell.addChildren(pages)]),
  defaultPreload: "intent",
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
