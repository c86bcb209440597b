import { availableParallelism } from 'node:os'
import { configDefaults, defineConfig } from 'vitest/config'

// Tests that need the databases. Each of these files gets databases of its own, on servers shared by all files of a
// run.
const NEEDS_DATABASES = [
  'lib/{services,jobs,db,queries,http,auth,api}/**/*.test.ts',
  'lib/search/{process-engine,snapshot/snapshots,sync/store-bulk,sync/store-source}.test.ts',
  'lib/search/mongodb/collection-manager.test.ts',
  'lib/dev/seeding/seed-state.test.ts',
  'prisma/**/*.test.ts',
]

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    exclude: [...configDefaults.exclude, '**/.next*/**', 'e2e/**'],
    testTimeout: 20_000,
    maxWorkers: Math.max(2, availableParallelism() - 1), // tests wait for databases, so two can share two cores
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{lib,components,app}/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, ...NEEDS_DATABASES],
        },
      },
      {
        extends: true,
        test: {
          name: 'services',
          include: NEEDS_DATABASES,
          globalSetup: './lib/dev/testing/test-servers.ts',
          setupFiles: './lib/dev/testing/test-database.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'scripts',
          include: ['scripts/**/*.test.ts'],
          globalSetup: './lib/dev/testing/script-servers.ts',
          sequence: { groupOrder: 1 }, // these start whole stores, so they run after the others
          maxWorkers: 1, // one at a time, because each of them rewrites next-env.d.ts and restores it
        },
      },
    ],
  },
})
