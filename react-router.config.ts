import type { Config } from '@react-router/dev/config';

export default {
  appDirectory: 'web/app',
  buildDirectory: 'build',
  // Pages are never hydrated (docs/decisions/004), so no browser asks for routes.
  routeDiscovery: { mode: 'initial' },
  splitRouteModules: false,
  // Where a form was sent from is checked at the server's door (api/src/accounts/routes.ts), which knows the public address
  // and the names a local installation answers to; the router would only compare with one of them.
  allowedActionOrigins: ['**'],
} satisfies Config;
