'use client'

import clsx from 'clsx'
import { type ChangeEvent, useState } from 'react'
import { Check, Option } from '@/components/ui/form/choice'
import type { FacetOption, ValueFacetView } from '@/lib/contracts/listing/listing'
import { isFull, toggled } from '@/lib/domain/listing/listing'
import { numberText } from '@/lib/domain/locale'
import { useListing } from '../listing-client'

const SHOWN_ROWS = 6
const ROWS_TO_SEARCH = 12
/** Maximum number of values shown. The others appear only if the shopper searches for them. */
const MAX_ROWS = 100

/** The filter for values: checkboxes with numbers of results. A long list is collapsed and has a search field. */
export function FacetValues({ facet }: { facet: ValueFacetView }) {
  const { state } = useListing()
  const [text, setText] = useState('')
  const chosen = new Set(state.filters.get(facet.key))
  if (facet.look === 'words')
    return (
      <div className="options">
        {facet.options.map((option) => (
          <Word key={option.slug} facet={facet} option={option} />
        ))}
      </div>
    )
  const canSearch = facet.options.length > ROWS_TO_SEARCH
  const matching = text ? facet.options.filter(({ label }) => folded(label).includes(folded(text))) : facet.options
  const isFolded = !text && matching.length > SHOWN_ROWS + 1
  const shown = isFolded ? matching.slice(0, SHOWN_ROWS - 1) : matching.slice(0, MAX_ROWS)
  const more = isFolded ? matching.slice(shown.length) : []
  return (
    <>
      {canSearch && (
        <input
          type="search"
          className="input facet-find needs-script"
          aria-label={`Find in ${facet.label.toLowerCase()}`}
          placeholder={`Find in ${facet.options.length}`}
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
      )}
      {shown.map((option) => (
        <Row key={option.slug} facet={facet} option={option} />
      ))}
      {matching.length === 0 && <p className="hint">Nothing matches.</p>}
      {more.length > 0 && (
        <details className="facet-more" open={more.some(({ slug }) => chosen.has(slug))}>
          <summary className="btn btn-quiet btn-sm mt-1">{more.length} more</summary>
          {more.slice(0, MAX_ROWS).map((option) => (
            <Row key={option.slug} facet={facet} option={option} />
          ))}
          {more.length > MAX_ROWS && <p className="hint">Type above to find more.</p>}
        </details>
      )}
    </>
  )
}

// Approximates the way in which the search engine normalizes text, which is enough here.
const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

function Word({ facet, option }: { facet: ValueFacetView; option: FacetOption }) {
  return <Option type="checkbox" label={option.label} note={numberText(option.count)} {...useInput(facet, option)} />
}

function Row({ facet, option }: { facet: ValueFacetView; option: FacetOption }) {
  return (
    <div className={clsx('facet-row', option.count === 0 && 'is-none')}>
      <Check {...useInput(facet, option)}>
        {option.colour && <i className="facet-dot" style={{ background: option.colour }} />}
        {option.label}
      </Check>
      <span className="count">{numberText(option.count)}</span>
    </div>
  )
}

function useInput({ key }: ValueFacetView, { slug }: FacetOption) {
  const { state, go } = useListing()
  const isChosen = state.filters.get(key)?.includes(slug) ?? false
  return {
    name: key,
    value: slug,
    checked: isChosen,
    disabled: !isChosen && isFull(state),
    onChange: (_event: ChangeEvent) => go(toggled(state, key, slug)),
  }
}
