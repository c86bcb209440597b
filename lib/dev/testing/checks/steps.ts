import { join } from 'node:path'
import { runTool } from '@/lib/dev/launcher/process/tool'
import { ensureClient } from '@/lib/dev/postgres/migrations'
import { type Count, countFile, countVitest, ofOne } from './count'
import { checkJourneys } from './journeys'

export type Step = { name: string; run(folder: string): Promise<Count> }

/** What `npm test` checks, in this order. Every step runs, also after one that failed. */
export const STEPS: Step[] = [
  { name: 'Types', run: checkTypes },
  { name: 'Lint', run: async () => ofOne((await runTool('biome', ['check'], { output: 'inherit' })).code === 0) },
  { name: 'Rules and services (Vitest)', run: checkVitest },
  { name: 'Build and journeys (Playwright)', run: checkJourneys },
]

async function checkTypes(): Promise<Count> {
  await ensureClient()
  const routes = await runTool('next', ['typegen'])
  if (routes.code !== 0) console.log(routes.output)
  // What tsc remembers of the files that Next.js makes can be wrong after builds into other folders.
  const { code } = await runTool('tsc', ['--noEmit', '--incremental', 'false'], { output: 'inherit' })
  return ofOne(code === 0 && routes.code === 0)
}

async function checkVitest(folder: string): Promise<Count> {
  const report = join(folder, 'vitest.json')
  await runTool('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], {
    output: 'inherit',
    env: { NODE_ENV: 'test' },
  })
  return countFile(report, countVitest)
}
