import { readdirSync, readFileSync } from 'node:fs'

/** Returns the content of a file in /proc, or an empty string if the file does not exist. */
export const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return '' // the process has ended, or this is not Linux
  }
}

/** Returns the process id and the ids of all its descendants, from /proc. Linux only. */
export function familyOf(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), parent: Number(/\) \S (\d+)/.exec(read(`/proc/${name}/stat`))?.[1]) }))
  const family = [pid]
  for (const member of family)
    family.push(...parents.filter(({ parent }) => parent === member).map((child) => child.pid))
  return family
}

/** Returns the memory of these processes in MiB, as proportional set size, which counts shared pages only once. */
export function memoryOf(pids: number[]): number {
  const kilobytes = pids.map((pid) => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0))
  return kilobytes.reduce((sum, value) => sum + value, 0) / 1024
}

const TICKS_PER_SECOND = 100

/** Returns the CPU time that these processes have used so far, in seconds. */
export function processorSeconds(pids: number[]): number {
  const ticks = pids.map((pid) => {
    const fields = read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? []
    return Number(fields[11] ?? 0) + Number(fields[12] ?? 0)
  })
  return ticks.reduce((sum, value) => sum + value, 0) / TICKS_PER_SECOND
}
