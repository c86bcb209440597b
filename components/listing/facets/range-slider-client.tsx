'use client'

import { type CSSProperties, useRef, useState } from 'react'
import { rangeStops } from '@/lib/domain/listing/range-stops'
import { type RangeProps, rangeOf, scaleOf, textOf, useCommit } from './range'

/**
 * A histogram with a slider of two handles below it. The handles stop at the edges of the bars and at round values
 * within them; a bar is as wide as its number of stops.
 */
export function RangeSlider({ facet, range, ask }: RangeProps) {
  const { min: from, max: to } = range
  const { bars } = facet
  const perBar = rangeStops(
    bars.map((bar) => bar.from),
    facet.max,
    scaleOf(facet),
  )
  const stops = perBar.flat()
  const last = stops.length
  const still: Ends = [from === undefined ? 0 : stopBelow(stops, from), to === undefined ? last : stopAbove(stops, to)]
  /** Positions of the handles while one is dragged, otherwise null. */
  const [moving, setMoving] = useState<Ends | null>(null)
  const ends = moving ?? still
  const [low, high] = ends
  const valueAt = (stop: number) => (stop <= 0 ? facet.min : (stops[stop] ?? facet.max))
  // A handle that was not moved keeps its exact bound, which may lie between two stops.
  const boundAt = (end: 0 | 1, bound: number | undefined) => {
    const isOutermost = end === 0 ? low <= 0 : high >= last
    if (ends[end] === still[end]) return bound
    return isOutermost ? undefined : valueAt(ends[end])
  }
  const slider = useRef<HTMLDivElement>(null)
  useCommit(slider, () => {
    setMoving(null)
    ask(rangeOf(boundAt(0, from), boundAt(1, to)))
  })
  const move = (end: 0 | 1, stop: number) =>
    setMoving(end === 0 ? [Math.min(stop, high - 1), high] : [low, Math.max(stop, low + 1)])
  const thumb = (end: 0 | 1) => (
    <input
      type="range"
      className="needs-script"
      min={0}
      max={last}
      step={1}
      value={ends[end]}
      aria-label={`${end === 0 ? 'Lowest' : 'Highest'} ${facet.label.toLowerCase()}`}
      aria-valuetext={`${textOf(facet, valueAt(ends[end]))} ${facet.unit}`}
      onChange={(event) => move(end, Number(event.target.value))}
    />
  )
  const highest = Math.max(1, ...bars.map(({ count }) => count))
  const firstStops = perBar.map((_, bar) => perBar.slice(0, bar).flat().length)
  return (
    <>
      <div className="hist" aria-hidden="true">
        {bars.map(({ from: start, count }, bar) => {
          const [first = 0, next = last] = firstStops.slice(bar)
          const style: CSSProperties & { '--h': string } = {
            '--h': `${Math.round((count / highest) * 100)}%`,
            flexGrow: next - first,
          }
          return <i key={start} style={style} className={next > low && first < high ? 'in' : undefined} />
        })}
      </div>
      <div className="range" ref={slider}>
        {thumb(0)}
        {thumb(1)}
      </div>
    </>
  )
}

type Ends = [low: number, high: number]
const stopBelow = (stops: number[], value: number) =>
  Math.max(
    0,
    stops.findLastIndex((stop) => stop <= value),
  )
function stopAbove(stops: number[], value: number): number {
  const at = stops.findIndex((stop) => stop >= value)
  return at < 0 ? stops.length : Math.max(1, at)
}
