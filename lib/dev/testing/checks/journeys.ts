import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runTool } from '@/lib/dev/launcher/process/tool'
import { PROJECT } from '@/lib/dev/launcher/project'
import { findBrowser } from '../browser'
import { type Count, countFile, countPlaywright, ofOne, sum } from './count'
import { openTestStore } from './test-store'

const TYPES_FILE = join(PROJECT, 'next-env.d.ts')

/** Builds a store with databases of its own, serves it, and walks through it in a real Chromium. */
export async function checkJourneys(folder: string): Promise<Count> {
  const typesBefore = readFileSync(TYPES_FILE, 'utf8')
  const store = await openTestStore(folder)
  try {
    const build = ofOne(await store.build())
    if (build.failed) return sum([build, notRun('there is no build')])
    const browser = await findBrowser(console.log).catch((error: Error) => error)
    if (browser instanceof Error) return sum([build, notRun(browser.message)])
    const url = await store.start()
    if (!url) return sum([build, notRun('the store did not start')])

    console.log(`The store is at ${url}, the browser is ${browser.name}`)
    const report = join(folder, 'playwright.json')
    await runTool('playwright', ['test', '--config=e2e/playwright.config.ts', '--reporter=list,json'], {
      output: 'inherit',
      env: {
        ...store.environment,
        NEXUS_E2E_URL: url,
        NEXUS_BROWSER: browser.executablePath ?? '',
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      },
    })
    return sum([build, countFile(report, countPlaywright)])
  } finally {
    await store.close()
    writeFileSync(TYPES_FILE, typesBefore) // it names the build folder, which is gone
  }
}

function notRun(reason: string): Count {
  console.log(`The journeys could not be walked: ${reason}`)
  return ofOne(false)
}
