import { Button } from '@/components/ui/button'
import { Check, Option, Switch } from '@/components/ui/choice'
import { Link } from '@/components/ui/link'
import type { CategoryLink, FacetOption, FacetView, ListingView, ValueFacetView } from '@/lib/contracts/listing'
import { FacetRange } from './facet-range-client'

const OPEN_FACETS = 5
const SHOWN_ROWS = 6

/** All filters of a listing, for a FilterForm. `withCategories` offers the categories below as links. */
export function Filters({ view, withCategories }: { view: ListingView; withCategories: boolean }) {
  const sort = view.sorts.find(({ selected }) => selected)
  const kept = view.pairs.filter(([key]) => ['in', 'q', 'asked', 'show'].includes(key))
  return (
    <>
      {[...kept, ...(sort && sort.key !== 'best' ? [['sort', sort.key] as const] : [])].map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      {withCategories && view.children.length > 0 && <CategoryRows links={view.children} />}
      {view.facets.map((facet, index) => (
        <FacetBox key={facet.key} facet={facet} open={facet.active || index < OPEN_FACETS} />
      ))}
      {(view.stock.count > 0 || view.stock.selected) && (
        <div className="facet">
          <Switch
            className="font-semibold"
            name="stock"
            value="in"
            defaultChecked={view.stock.selected}
            data-href={view.stock.href}
            data-control="stock"
          >
            In stock only <span className="count">{view.stock.count.toLocaleString('en-IE')}</span>
          </Switch>
        </div>
      )}
      <noscript>
        <Button type="submit" tone="accent" className="mt-4 w-full">
          Show results
        </Button>
      </noscript>
    </>
  )
}

function CategoryRows({ links }: { links: CategoryLink[] }) {
  return (
    <details className="facet" data-facet="in" open>
      <summary>Where</summary>
      <ul className="pt-2">
        {links.map(({ path, name, href, count }) => (
          <li key={path} className="facet-row">
            <Link href={href} className="hover:underline">
              {name}
            </Link>
            <span className="count">{count.toLocaleString('en-IE')}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function FacetBox({ facet, open }: { facet: FacetView; open: boolean }) {
  return (
    <details className="facet" data-facet={facet.key} open={open}>
      <summary>{facet.label}</summary>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need its legend beside the summary that says the same */}
      <div className="pt-2" role="group" aria-label={facet.label}>
        {facet.kind === 'values' ? (
          <FacetValues facet={facet} />
        ) : (
          <FacetRange key={`${facet.from} ${facet.to}`} facet={facet} />
        )}
      </div>
    </details>
  )
}

function FacetValues({ facet }: { facet: ValueFacetView }) {
  if (facet.look === 'words')
    return (
      <div className="options">
        {facet.options.map((option) => (
          <Option
            key={option.slug}
            type="checkbox"
            label={option.label}
            note={count(option)}
            {...inputOf(facet, option)}
          />
        ))}
      </div>
    )
  const isLong = facet.options.length > SHOWN_ROWS + 1
  const shown = isLong ? facet.options.slice(0, SHOWN_ROWS - 1) : facet.options
  const more = facet.options.slice(shown.length)
  return (
    <>
      {shown.map((option) => (
        <FacetRow key={option.slug} facet={facet} option={option} />
      ))}
      {more.length > 0 && (
        <details className="facet-more" data-facet={`${facet.key} more`} open={more.some(({ selected }) => selected)}>
          <summary className="btn btn-quiet btn-sm mt-1">{more.length} more</summary>
          {more.map((option) => (
            <FacetRow key={option.slug} facet={facet} option={option} />
          ))}
        </details>
      )}
    </>
  )
}

function FacetRow({ facet, option }: { facet: ValueFacetView; option: FacetOption }) {
  return (
    <div className={option.count === 0 ? 'facet-row is-none' : 'facet-row'}>
      <Check {...inputOf(facet, option)}>
        {option.colour && <i className="facet-dot" style={{ background: option.colour }} />}
        {option.label}
      </Check>
      <span className="count">{count(option)}</span>
    </div>
  )
}

const count = ({ count }: FacetOption) => count.toLocaleString('en-IE')

const inputOf = ({ key }: ValueFacetView, { slug, selected, href }: FacetOption) => ({
  name: key,
  value: slug,
  defaultChecked: selected,
  'data-href': href,
  'data-control': `${key}=${slug}`,
})
