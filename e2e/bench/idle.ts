import { setTimeout as sleep } from 'node:timers/promises'
import { familyOf, processorSeconds } from './processes'

/** Time after which start-up work is over and the search index polls rarely. */
const SETTLE_MS = 180_000
const MEASURED_MS = 60_000

/** Measures the CPU time of a store without visitors and prints it as a percentage of one core. Linux only. */
export async function benchIdle(launcher: number): Promise<void> {
  await sleep(SETTLE_MS)
  const before = processorSeconds(familyOf(launcher))
  await sleep(MEASURED_MS)
  const percent = ((processorSeconds(familyOf(launcher)) - before) / MEASURED_MS) * 100_000
  console.log(`All processes of an idle store: ${percent.toFixed(1)} % of a core (goal: under 2 %)`)
}
