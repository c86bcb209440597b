import { availableParallelism } from 'node:os'
import { configDefaults, defineConfig } from 'vitest/config'

// What needs both databases. Every file of these has a database of its own on servers that one run shares.
const NEEDS_DATABASES = [
  'lib/{services,jobs,db,queries,http,auth}/**/*.test.ts',
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
    maxWorkers: Math.max(2, availableParallelism() - 1), // tests wait for databases, so two fit on two cores
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
          sequence: { groupOrder: 1 }, // whole stores: after the others, which need the machine too
          maxWorkers: 1, // and one by one: each writes next-env.d.ts and puts it back
        },
      },
    ],
  },
})
