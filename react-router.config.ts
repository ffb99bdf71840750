import type { Config } from '@react-router/dev/config';

export default {
  appDirectory: 'web/app',
  buildDirectory: 'build',
  // Pages are never hydrated (docs/decisions/004), so no browser asks for routes.
  routeDiscovery: { mode: 'initial' },
  splitRouteModules: false,
} satisfies Config;
