import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { read } from '../processes'

export type Ask = (round: number) => Promise<unknown>

/** Returns the milliseconds of each call. Calls run one after another, after a warm-up of a quarter as many. */
export async function oneAtATime(rounds: number, ask: Ask): Promise<number[]> {
  const times: number[] = []
  const unmeasured = Math.ceil(rounds / 4)
  for (let round = 0; round < rounds + unmeasured; round++) {
    const took = await timeOf(() => ask(round))
    if (round >= unmeasured) times.push(took)
  }
  return times
}

/** Runs concurrent callers for `seconds`. Each calls `ask` again as soon as its last call is answered. */
export async function together(callers: number, seconds: number, ask: Ask) {
  const times: number[] = []
  const began = performance.now()
  const end = began + seconds * 1_000
  let round = 0
  const call = async () => {
    while (performance.now() < end) times.push(await timeOf(() => ask(round++)))
  }
  await Promise.all(Array.from({ length: callers }, call))
  return { times, perSecond: (times.length * 1_000) / (performance.now() - began) }
}

export async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/**
 * Measures, in milliseconds, the longest time for which `work` blocks this thread's event loop (`held`), and the most
 * CPU time that the thread uses in one such block (`ran`, Linux only). The rest of `held` is time spent waiting for a
 * CPU.
 */
export async function longestHold(work: () => Promise<unknown>): Promise<{ held: number; ran: number }> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  let ran = 0
  let before = processorTime()
  const timer = setInterval(() => {
    const now = processorTime()
    ran = Math.max(ran, now - before)
    before = now
  }, 1)
  delay.enable()
  await work()
  delay.disable()
  clearInterval(timer)
  return { held: delay.max / 1e6, ran }
}

/** Returns the CPU time used by the main thread, in milliseconds; 0 if it is unknown. */
function processorTime(): number {
  const [nanoseconds] = read(`/proc/self/task/${process.pid}/schedstat`).split(' ')
  return Number(nanoseconds) / 1e6
}
