import { setTimeout as sleep } from 'node:timers/promises'
import { familyOf, read } from './processes'

/** Time after which start-up work is over and the search index polls rarely. */
const SETTLE_MS = 180_000
const MEASURED_MS = 60_000
const TICKS_PER_SECOND = 100

/** Measures the CPU time of a store without visitors and prints it as a percentage of one core. Linux only. */
export async function benchIdle(launcher: number): Promise<void> {
  await sleep(SETTLE_MS)
  const before = processorSeconds(launcher)
  await sleep(MEASURED_MS)
  const percent = ((processorSeconds(launcher) - before) / MEASURED_MS) * 100_000
  console.log(`All processes of an idle store: ${percent.toFixed(1)} % of a core (goal: under 2 %)`)
}

/** Returns the CPU time that a process and its descendants have used so far, in seconds. */
function processorSeconds(pid: number): number {
  const ticks = familyOf(pid).map((member) => {
    const fields = read(`/proc/${member}/stat`).split(') ').at(-1)?.split(' ') ?? []
    return Number(fields[11] ?? 0) + Number(fields[12] ?? 0)
  })
  return ticks.reduce((sum, value) => sum + value, 0) / TICKS_PER_SECOND
}
