'use client'

import { type CSSProperties, type RefObject, useEffect, useRef, useState } from 'react'
import type { RangeFacetView } from '@/lib/contracts/listing/listing'
import { type Range, withPrice, withRange } from '@/lib/domain/listing/listing'
import { numberText } from '@/lib/domain/locale'
import { useListing } from '../listing-client'

/**
 * The filter for a range of numbers: a histogram, a slider with two handles, and two fields for exact bounds. The
 * handles snap to the edges of the bars, because bars further to the right cover wider ranges.
 */
export function FacetRange({ facet }: { facet: RangeFacetView }) {
  const { state, go } = useListing()
  const { bars, kind, key } = facet
  const { min: from = null, max: to = null } = (kind === 'price' ? state.price : state.ranges.get(key)) ?? {}
  const last = bars.length
  const scale = kind === 'price' ? 100 : 1
  const still: Ends = [from === null ? 0 : barBelow(bars, from), to === null ? last : barAbove(bars, to)]
  /** Positions of the handles while one is dragged, otherwise null. */
  const [moving, setMoving] = useState<Ends | null>(null)
  const ends = moving ?? still
  const [low, high] = ends
  const most = Math.max(1, ...bars.map(({ count }) => count))
  const edge = (bar: number) => (bar <= 0 ? facet.min : bar >= last ? facet.max : (bars[bar]?.from ?? facet.max))

  const ask = (range: Range) => {
    setMoving(null)
    go(kind === 'price' ? withPrice(state, range) : withRange(state, key, range))
  }
  // A handle that was not moved keeps its exact bound, which may be in the middle of a bar.
  const boundAt = (end: 0 | 1, bound: number | null) => {
    const isOutermost = end === 0 ? low <= 0 : high >= last
    if (ends[end] === still[end]) return bound ?? undefined
    return isOutermost ? undefined : edge(ends[end])
  }
  const slider = useRef<HTMLDivElement>(null)
  const fields = useRef<HTMLDivElement>(null)
  useCommit(slider, () => ask(rangeOf(boundAt(0, from), boundAt(1, to))))
  const write = (bounds: (number | null | undefined)[]) =>
    fields.current?.querySelectorAll('input').forEach((input, index) => {
      const bound = bounds[index] ?? null
      input.value = bound === null ? '' : numberText(bound / scale)
    })
  useCommit(fields, () => {
    const [min, max] = [...(fields.current?.querySelectorAll('input') ?? [])].map(({ value }) => plainNumber(value))
    const range = rangeOf(min && min * scale, max && max * scale)
    write([range.min, range.max]) // show the bounds as they were parsed, even if the range stays the same
    ask(range)
  })
  // Other changes of the same filter (a chip, the slider, Back) must also update the fields.
  // biome-ignore lint/correctness/useExhaustiveDependencies: must run when the bounds change
  useEffect(() => write([from, to]), [from, to])

  const move = (end: 0 | 1, bar: number) =>
    setMoving(end === 0 ? [Math.min(bar, high - 1), high] : [low, Math.max(bar, low + 1)])
  const thumb = (end: 0 | 1) => (
    <input
      type="range"
      className="needs-script"
      min={0}
      max={last}
      step={1}
      value={ends[end]}
      aria-label={`${end === 0 ? 'Lowest' : 'Highest'} ${facet.label.toLowerCase()}`}
      aria-valuetext={`${numberText(edge(ends[end]) / scale)} ${facet.unit}`}
      onChange={(event) => move(end, Number(event.target.value))}
    />
  )
  const field = (end: 'min' | 'max', value: number | null, outermost: number) => (
    <div className="affix">
      {kind === 'price' && <span className="unit">{facet.unit}</span>}
      <input
        className="input num"
        inputMode="decimal"
        autoComplete="off"
        name={`${facet.key}-${end}`}
        defaultValue={value === null ? '' : numberText(value / scale)}
        placeholder={numberText(outermost / scale)}
        aria-label={`${facet.label} ${end === 'min' ? 'from' : 'to'}${facet.unit && `, in ${facet.unit}`}`}
      />
      {kind !== 'price' && facet.unit && <span className="unit">{facet.unit}</span>}
    </div>
  )
  return (
    <>
      <div className="hist" aria-hidden="true">
        {bars.map(({ from: start, count }, bar) => {
          const style: CSSProperties & { '--h': string } = { '--h': `${Math.round((count / most) * 100)}%` }
          return <i key={start} style={style} className={bar >= low && bar < high ? 'in' : undefined} />
        })}
      </div>
      <div className="range" ref={slider}>
        {thumb(0)}
        {thumb(1)}
      </div>
      <div className="grid grid-cols-2 gap-2" ref={fields}>
        {field('min', from, facet.min)}
        {field('max', to, facet.max)}
      </div>
    </>
  )
}

/**
 * Calls `commit` when a change is finished: the slider was released, a field was left, or Enter was pressed. React's
 * onChange would fire at every step.
 */
function useCommit(box: RefObject<HTMLElement | null>, commit: () => void) {
  const latest = useRef(commit)
  useEffect(() => {
    latest.current = commit
  })
  useEffect(() => {
    const element = box.current
    const onCommit = () => latest.current()
    element?.addEventListener('change', onCommit)
    return () => element?.removeEventListener('change', onCommit)
  }, [box])
}

const plainNumber = (text: string) => {
  const plain = text
    .replace(/[^\d.,-]/g, '')
    .replace(/,(?=\d{3}\b)/g, '')
    .replace(',', '.')
  return plain !== '' && Number.isFinite(Number(plain)) ? Number(plain) : undefined
}

const rangeOf = (min: number | undefined, max: number | undefined): Range => ({
  ...(min !== undefined && { min }),
  ...(max !== undefined && { max }),
})

type Ends = [low: number, high: number]
type Bars = RangeFacetView['bars']
const barBelow = (bars: Bars, value: number) =>
  Math.max(
    0,
    bars.findLastIndex(({ from }) => from <= value),
  )
const barAbove = (bars: Bars, value: number) => {
  const bar = bars.findIndex(({ from }) => from >= value)
  return bar < 0 ? bars.length : Math.max(1, bar)
}
