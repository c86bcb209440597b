import { defineConfig } from 'playwright/test'

// `npm test` sets the environment variables for the store's address and the browser. Without them, Playwright tests the
// store on the default port.
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: process.env.NEXUS_E2E_URL || 'http://localhost:3000',
    locale: 'en-GB',
    // A trace of every journey takes a third of the time. `--trace on` records one where it is needed.
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: process.env.NEXUS_BROWSER || undefined },
  },
})
