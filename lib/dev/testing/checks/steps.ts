import { join } from 'node:path'
import { runTool } from '@/lib/dev/launcher/process/tool'
import { ensureClient } from '@/lib/dev/postgres/migrations'
import { type Count, countFile, countVitest, ofOne } from './count'
import { checkJourneys } from './journeys'

/** A check of `npm test`. `run` receives a folder for reports and data, which is deleted at the end. */
export type Step = { name: string; run(folder: string): Promise<Count> }

/** The checks of `npm test`, in order. If one fails, the others still run. */
export const STEPS: Step[] = [
  { name: 'Types', run: checkTypes },
  { name: 'Lint', run: async () => ofOne((await runTool('biome', ['check'], { output: 'inherit' })).code === 0) },
  { name: 'Rules and services (Vitest)', run: checkVitest },
  { name: 'Build and journeys (Playwright)', run: (folder) => checkJourneys(folder) },
]

// On a terminal, Vitest shows its own progress.
const VITEST_PROGRESS = process.stdout.isTTY ? [] : [`--reporter=${join(import.meta.dirname, 'vitest-progress.ts')}`]

async function checkTypes(): Promise<Count> {
  await ensureClient()
  const routes = await runTool('next', ['typegen'])
  if (routes.code !== 0) console.log(routes.output)
  // tsc's incremental state can be outdated after builds into other folders.
  const { code } = await runTool('tsc', ['--noEmit', '--incremental', 'false'], { output: 'inherit' })
  return ofOne(code === 0 && routes.code === 0)
}

async function checkVitest(folder: string): Promise<Count> {
  const report = join(folder, 'vitest.json')
  const reporters = ['--reporter=default', ...VITEST_PROGRESS, '--reporter=json', `--outputFile.json=${report}`]
  await runTool('vitest', ['run', ...reporters], {
    output: 'inherit',
    env: { NODE_ENV: 'test' },
  })
  return countFile(report, countVitest)
}
