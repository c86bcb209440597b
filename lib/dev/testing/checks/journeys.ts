import { join } from 'node:path'
import { runTool } from '@/lib/dev/launcher/process/tool'
import { findBrowser } from '../browser'
import { restoreTypesFile } from '../types-file'
import { type Count, countFile, countPlaywright, ofOne, sum } from './count'
import { openTestStore } from './test-store'

// On a terminal, Playwright's list reporter shows the current journey.
const PROGRESS = process.stdout.isTTY ? [] : [join(import.meta.dirname, 'playwright-progress.ts')]

/**
 * Builds a store with databases of its own, serves it and runs the end-to-end journeys in Chromium. Arguments are
 * passed to Playwright, for example a file name, or `-g` and a title. If NEXUS_E2E_URL is set, the journeys run against
 * that store and nothing is built.
 */
export async function checkJourneys(folder: string, playwrightArguments: string[] = []): Promise<Count> {
  const runningUrl = process.env.NEXUS_E2E_URL
  if (runningUrl) return walk(folder, runningUrl, {}, playwrightArguments)
  const restoreTypes = restoreTypesFile()
  const store = await openTestStore(folder)
  try {
    console.log('Building the store')
    const build = ofOne(await store.build())
    if (build.failed) return sum([build, notRun('the build failed')])
    console.log('Starting the store')
    const url = await store.start()
    if (!url) return sum([build, notRun('the store did not start')])
    return sum([build, await walk(folder, url, store.environment, playwrightArguments)])
  } finally {
    await store.close()
    restoreTypes() // next-env.d.ts refers to the build folder, which close() deletes
  }
}

async function walk(folder: string, url: string, env: Record<string, string>, args: string[]): Promise<Count> {
  const browser = await findBrowser(console.log).catch((error: Error) => error)
  if (browser instanceof Error) return notRun(browser.message)
  console.log(`Running the journeys on ${url} with ${browser.name}`)
  const report = join(folder, 'playwright.json')
  const reporters = ['list', 'json', ...PROGRESS].join(',')
  await runTool('playwright', ['test', '--config=e2e/playwright.config.ts', `--reporter=${reporters}`, ...args], {
    output: 'inherit',
    env: {
      ...env,
      NEXUS_E2E_URL: url,
      NEXUS_BROWSER: browser.executablePath ?? '',
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    },
  })
  return countFile(report, countPlaywright)
}

function notRun(reason: string): Count {
  console.log(`The journeys could not run: ${reason}`)
  return ofOne(false)
}
