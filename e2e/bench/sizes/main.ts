import { closeMongo } from '@/lib/db/mongo'
import { closePostgres } from '@/lib/db/postgres'
import { alone } from './alone'
import type { Figure } from './figure'
import { fill } from './fill'
import { firstStart, live } from './live'

// Runs one step for one catalogue size in its own process. The last line of output contains the results.
const [step, count, seconds] = process.argv.slice(2)
const steps: Record<string, () => Promise<Figure[]>> = {
  fill: () => fill(Number(count), (line) => console.error(line)),
  alone,
  'first-start': firstStart,
  live: () => live(Number(seconds)),
}
const run = steps[step ?? '']
if (!run) throw new Error(`Unknown step: ${step}`)
const figures = await run()
await Promise.all([closeMongo(), closePostgres()])
console.log(JSON.stringify(figures))
process.exit()
