import { closeMongo } from '@/lib/db/mongo'
import { closePostgres } from '@/lib/db/postgres'
import { alone } from './alone'
import type { Figure } from './figure'
import { fill } from './fill'
import { firstStart, live } from './live'

// One step of measuring one size, in a process of its own: its figures are the last line that it prints.
const [step, count, seconds] = process.argv.slice(2)
const steps: Record<string, () => Promise<Figure[]>> = {
  fill: () => fill(Number(count), (line) => console.error(line)),
  alone,
  'first-start': firstStart,
  live: () => live(Number(seconds)),
}
const run = steps[step ?? '']
if (!run) throw new Error(`There is no step ${step}`)
const figures = await run()
await Promise.all([closeMongo(), closePostgres()])
console.log(JSON.stringify(figures))
process.exit()
