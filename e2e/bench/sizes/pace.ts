import { monitorEventLoopDelay, performance } from 'node:perf_hooks'

export type Ask = (round: number) => Promise<unknown>

/** How long each of so many calls took, one after the other, in milliseconds; a quarter as many come before, unmeasured. */
export async function oneAtATime(rounds: number, ask: Ask): Promise<number[]> {
  const times: number[] = []
  const unmeasured = Math.ceil(rounds / 4)
  for (let round = 0; round < rounds + unmeasured; round++) {
    const took = await timeOf(() => ask(round))
    if (round >= unmeasured) times.push(took)
  }
  return times
}

/** So many callers for some seconds, each asking again as soon as it has its answer. */
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

/** The longest time, in milliseconds, that this thread's event loop was held while the work went on. */
export async function longestHold(work: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  await work()
  delay.disable()
  return delay.max / 1e6
}
