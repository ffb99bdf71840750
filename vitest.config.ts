import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Packages load graphql as Node does. Vite would choose its other build for our files, and an error of the one is none of the other.
  resolve: { alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }] },
  test: {
    setupFiles: ['test/setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        // Node loads the code itself, as it does for who runs it: half the waiting of a file whose tests are quick.
        test: {
          name: 'node',
          globalSetup: ['test/global-setup.ts'],
          include: ['{i18n,prisma,search,seed,api,web,test,jobs,log,operations}/**/*.test.ts'],
          experimental: { viteModuleRunner: false },
        },
      },
      // Parts of pages are JSX, which Node does not read; they need no database.
      { extends: true, test: { name: 'jsx', include: ['web/**/*.test.tsx'] } },
    ],
  },
});
