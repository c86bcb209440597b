import type { ReactNode } from 'react'

const times = (count: number) => Array.from({ length: count }, (_, index) => index)

/** What a screen reader hears of a skeleton; the boxes themselves say nothing. */
function Waiting({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  return (
    <div role="status">
      <span className="vh">{label}</span>
      <div className={className} aria-hidden="true">
        {children}
      </div>
    </div>
  )
}

/** One card with the real borders and the size of what comes. */
export function CardSkeleton() {
  return (
    <div className="card is-waiting">
      <div className="card-pic skel" />
      <div className="card-body">
        <div className="skel h-9 w-2/3 -mt-7 border-3 border-line relative" />
        <div className="skel h-4 w-full mt-1" />
        <div className="skel h-3.5 w-3/4" />
        <div className="skel h-3.5 w-1/2 mt-2" />
      </div>
    </div>
  )
}

/** A shelf of cards: four across, or three beside filters. */
export function ShelfSkeleton({ count = 8, beside = false }: { count?: number; beside?: boolean }) {
  return (
    <Waiting label="Loading products" className={beside ? 'shelf list-shelf' : 'shelf new-shelf'}>
      {times(count).map((index) => (
        <CardSkeleton key={index} />
      ))}
    </Waiting>
  )
}

/** A listing: filters on the left, cards on the right. */
export function ListingSkeleton() {
  return (
    <div className="list">
      <div className="max-lg:hidden border-t-3 border-line" aria-hidden="true">
        {times(4).map((facet) => (
          <div key={facet} className="facet grid gap-2">
            <div className="skel h-5 w-1/3" />
            {times(4).map((row) => (
              <div key={row} className="skel h-5 w-full" />
            ))}
          </div>
        ))}
      </div>
      <div>
        <div className="list-bar" aria-hidden="true">
          <div className="skel h-11 w-40" />
          <div className="skel h-11 w-48" />
        </div>
        <ShelfSkeleton count={12} beside />
      </div>
    </div>
  )
}

/** A product page. */
export function ProductSkeleton() {
  return (
    <Waiting label="Loading product" className="pdp">
      <div className="grid gap-3">
        <div className="skel aspect-square border-3 border-line" />
        <div className="thumbs">
          {times(5).map((index) => (
            <div key={index} className="skel aspect-square border-3 border-line" />
          ))}
        </div>
      </div>
      <div className="buy">
        <div className="skel h-6 w-24" />
        <div className="skel h-20 w-full" />
        <div className="skel h-6 w-4/5" />
        <div className="skel h-20 w-56 border-3 border-line" />
        <div className="skel h-14 w-full" />
        <div className="skel h-14 w-full border-3 border-line" />
        <div className="skel h-40 w-full border-3 border-line" />
      </div>
    </Waiting>
  )
}

/** Lines of a cart. */
export function CartLinesSkeleton({ count = 3 }: { count?: number }) {
  return (
    <Waiting label="Loading your cart">
      {times(count).map((index) => (
        <div key={index} className="line-item">
          <div className="skel aspect-square border-3 border-line" />
          <div className="grid gap-2 content-start">
            <div className="skel h-5 w-2/3" />
            <div className="skel h-4 w-1/2" />
            <div className="skel h-8 w-28 border-2 border-line" />
          </div>
          <div className="skel h-6 w-16" />
        </div>
      ))}
    </Waiting>
  )
}
