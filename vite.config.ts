import { reactRouter } from '@react-router/dev/vite';
import { defineConfig, type Plugin } from 'vite';

/** The browser never loads a route module (docs/decisions/004): each becomes an empty one, so none of their code is built for it. */
function withoutBrowserRoutes(): Plugin {
  const browserRoute = '?__react-router-build-client-route';
  return {
    name: 'atrium:without-browser-routes',
    enforce: 'post',
    applyToEnvironment: (environment) => environment.name === 'client',
    transform: (_, id) => (id.endsWith(browserRoute) ? { code: 'export {};', map: null } : null),
  };
}

export default defineConfig({
  plugins: [withoutBrowserRoutes(), reactRouter()],
  build: { target: 'es2022', assetsInlineLimit: 0, cssCodeSplit: true },
});
