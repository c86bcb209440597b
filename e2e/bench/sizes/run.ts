import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { spawnGuarded } from '@/lib/dev/launcher/process/guarded-child'
import { PROJECT, typescriptArguments } from '@/lib/dev/launcher/project'
import { withDatabase } from '@/lib/dev/postgres/connection-string'
import { migrate } from '@/lib/dev/postgres/migrations'
import { TEST_SECRET } from '@/lib/dev/testing/test-secret'
import { table } from '../table'
import { type Figure, figureSchema } from './figure'

interface Where {
  databaseUrl: string
  mongodbUri: string
}

/**
 * Measures a catalogue of each size and returns a table. Each size has databases of its own, which are kept for the
 * next run.
 */
export async function benchSizes(sizes: number[], where: Where, seconds: number): Promise<string> {
  const columns: Figure[][] = []
  for (const size of sizes) columns.push(await measure(size, where, seconds))
  const names = [...new Set(columns.flatMap((figures) => figures.map(({ name }) => name)))]
  const known = (name: string) => columns.map((figures) => figures.find((figure) => figure.name === name))
  const rows = names.map((name) => [
    name,
    ...known(name).map((figure) => figure?.text ?? '–'),
    known(name).find((figure) => figure?.goal)?.goal ?? '',
  ])
  return table(['products', ...sizes.map((size) => size.toLocaleString('en-US')), 'goal at 1,000,000'], rows)
}

async function measure(size: number, { databaseUrl, mongodbUri }: Where, seconds: number): Promise<Figure[]> {
  const database = `nexus_bench_${size}`
  const snapshots = mkdtempSync(join(tmpdir(), 'nexus-bench-'))
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    NEXUS_SECRET: TEST_SECRET,
    DATABASE_URL: withDatabase(databaseUrl, database),
    MONGODB_URI: withDatabase(mongodbUri, database),
    SEARCH_SNAPSHOT_DIR: snapshots,
  }
  const figures: Figure[] = []
  try {
    await migrate(env.DATABASE_URL, { isOurs: true })
    for (const step of ['fill', 'alone', 'first-start', 'live']) {
      console.error(`${size} products: ${step}`)
      figures.push(...(await run(step, [String(size), String(seconds)], env)))
    }
  } finally {
    rmSync(snapshots, { recursive: true, force: true })
  }
  return figures
}

async function run(step: string, args: string[], env: NodeJS.ProcessEnv): Promise<Figure[]> {
  const [loader, ...rest] = typescriptArguments('e2e/bench/sizes/main.ts', step, ...args)
  const child = spawnGuarded(process.execPath, ['--expose-gc', loader!, ...rest], {
    cwd: PROJECT,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
    signals: { polite: 'TERM', patienceSeconds: 5, last: 'KILL' },
  })
  const { stdout } = child.process
  if (!stdout) throw new Error('The measurement has no output')
  const [said, code] = await Promise.all([text(stdout), child.ended])
  if (code !== 0) throw new Error(`Measuring (${step}) ended with ${code}`)
  return z.array(figureSchema).parse(JSON.parse(said.trim().split('\n').at(-1) ?? ''))
}
