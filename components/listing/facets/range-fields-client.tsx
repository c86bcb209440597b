'use client'

import { useEffect, useId, useRef, useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { alertIcon } from '@/components/ui/icons'
import type { RangeFacetView } from '@/lib/contracts/listing/listing'
import { parseNumber, priceFault, priceFaultText } from '@/lib/domain/listing/listing-draft'
import { rangeText } from '@/lib/domain/listing/listing-url'
import { type RangeProps, rangeOf, scaleOf, textOf, useCommit } from './range'

/** Two fields for the exact bounds of a range. What is no number leaves the filter as it is, and says so. */
export function RangeFields({ facet, range, ask }: RangeProps) {
  const { kind, key } = facet
  const { min: from, max: to } = range
  const scale = scaleOf(facet)
  const [fault, setFault] = useState<{ end: 0 | 1; text: string } | null>(null)
  const faultId = useId()
  const fields = useRef<HTMLDivElement>(null)
  const inputs = () => [...(fields.current?.querySelectorAll('input') ?? [])]
  const write = (bounds: (number | undefined)[]) =>
    inputs().forEach((input, index) => {
      const bound = bounds[index]
      input.value = bound === undefined ? '' : textOf(facet, bound)
    })
  useCommit(fields, () => {
    const typed = inputs().map(({ value }) => value.trim())
    const bounds = typed.map(parseNumber)
    const wrong = typed.findIndex((text, end) => text !== '' && !isPossible(facet, text, bounds[end]))
    setFault(wrong < 0 ? null : { end: wrong === 0 ? 0 : 1, text: typed[wrong] ?? '' })
    if (wrong >= 0) return
    const [min, max] = bounds.map((bound) => bound && Math.round(bound * scale * 1e4) / 1e4)
    const next = rangeOf(min, max)
    write([next.min, next.max]) // show the bounds as they were parsed, even if the range stays the same
    ask(next)
  })
  // Other changes of the same filter (a chip, the slider, Back) must also update the fields.
  // biome-ignore lint/correctness/useExhaustiveDependencies: must run when the bounds change
  useEffect(() => {
    write([from, to])
    setFault(null)
  }, [from, to])

  const field = (end: 0 | 1, value: number | undefined, outermost: number) => (
    <div className="affix">
      {kind === 'price' && <span className="unit">{facet.unit}</span>}
      <input
        className="input num"
        inputMode="decimal"
        autoComplete="off"
        name={`${key}-${end === 0 ? 'min' : 'max'}`}
        defaultValue={value === undefined ? '' : textOf(facet, value)}
        placeholder={textOf(facet, outermost)}
        aria-label={`${facet.label} ${end === 0 ? 'from' : 'to'}${facet.unit && `, in ${facet.unit}`}`}
        aria-invalid={fault?.end === end || undefined}
        aria-describedby={fault?.end === end ? faultId : undefined}
      />
      {kind !== 'price' && facet.unit && <span className="unit">{facet.unit}</span>}
    </div>
  )
  return (
    <>
      {(from !== undefined || to !== undefined) && (
        <input type="hidden" name={`${key}-before`} value={rangeText(range, scale)} />
      )}
      <div className="grid grid-cols-2 gap-2" ref={fields}>
        {field(0, from, facet.min)}
        {field(1, to, facet.max)}
      </div>
      {fault && (
        <p className="error pt-2" id={faultId} role="alert">
          <Icon d={alertIcon} /> {faultText(facet, fault.text)}; the filter stays as it was.
        </p>
      )}
    </>
  )
}

const isPossible = ({ kind }: RangeFacetView, text: string, bound: number | undefined) =>
  kind === 'price' ? priceFault(text) === null : bound !== undefined

function faultText({ kind }: RangeFacetView, text: string): string {
  const fault = kind === 'price' ? priceFault(text) : null
  return fault ? priceFaultText(text, fault) : `“${text}” is no number. Try 12 or 1.5`
}
