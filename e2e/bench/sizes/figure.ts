import { z } from 'zod'

/** One measurement of a catalogue: name, result, and goal at a million products. */
export const figureSchema = z.object({ name: z.string(), text: z.string(), goal: z.string().optional() })
export type Figure = z.infer<typeof figureSchema>

/** Formats milliseconds as "9.2 / 11.6": median and 95th percentile. */
export function percentiles(milliseconds: number[]): string {
  const sorted = [...milliseconds].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return `${short(at(0.5))} / ${short(at(0.95))}`
}

/** Formats with three significant digits: 0.27, 9.20, 143. */
export const short = (value: number): string => value.toFixed(value < 1 ? 2 : value < 100 ? 1 : 0)

export const mebibytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MiB`
