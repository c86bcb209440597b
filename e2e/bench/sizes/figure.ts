import { z } from 'zod'

/** A measurement for one catalogue size: its name, its result, and the goal for a million products. */
export const figureSchema = z.object({ name: z.string(), text: z.string(), goal: z.string().optional() })
export type Figure = z.infer<typeof figureSchema>

/** Returns the median and 95th percentile of durations as text: "9.2 / 11.6". */
export function percentiles(milliseconds: number[]): string {
  const sorted = [...milliseconds].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return `${short(at(0.5))} / ${short(at(0.95))}`
}

/** Returns a number as text, with two decimals below 1, one below 100 and none otherwise: 0.27, 9.2, 143. */
export const short = (value: number): string => value.toFixed(value < 1 ? 2 : value < 100 ? 1 : 0)

export const mebibytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MiB`
