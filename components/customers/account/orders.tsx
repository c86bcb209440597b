import clsx from 'clsx'
import { EmptyState } from '@/components/ui/feedback/empty-state'
import { ButtonLink } from '@/components/ui/form/button'
import { Icon } from '@/components/ui/icon'
import { searchIcon } from '@/components/ui/icons'
import { Pager } from '@/components/ui/navigation/pager'
import type { OrderRowView } from '@/lib/contracts/orders'
import { OrderRows } from './order-rows'

interface Search {
  words: string
  state: 'all' | 'open' | 'done'
  page: number
}

interface Found {
  orders: OrderRowView[]
  /** Number of orders that the search finds, and of all orders. */
  count: number
  all: number
  pages: number
  search: Search
}

const PAGE_SIZE = 8
const STATES = [
  { state: 'all', name: 'All' },
  { state: 'open', name: 'Open' },
  { state: 'done', name: 'Closed' },
] as const

const address = ({ words, state, page }: Search) => {
  const query = new URLSearchParams({
    ...(words && { q: words }),
    ...(state !== 'all' && { state }),
    ...(page > 1 && { page: String(page) }),
  })
  return query.size > 0 ? `/account/orders?${query}` : '/account/orders'
}

/** A person's orders. Filters, search and pages appear from the second order on. */
export function Orders({ found }: { found: Found }) {
  const { orders, count, all, pages, search } = found
  const from = (search.page - 1) * PAGE_SIZE
  return (
    <>
      <h1 className="text-d2 pb-4">Orders</h1>
      {all > 1 && <Bar search={search} />}
      {all === 0 && (
        <EmptyState title="No orders yet" text="What you order stands here, with its way to you.">
          <ButtonLink tone="accent" href="/new">
            Look around
          </ButtonLink>
        </EmptyState>
      )}
      {all > 0 && orders.length === 0 && (
        <EmptyState
          title={search.words ? `No order has “${search.words}”` : 'No such order'}
          text="Try the number, or less of the word."
        >
          <a className="btn" href="/account/orders">
            Show all {all}
          </a>
        </EmptyState>
      )}
      {orders.length > 0 && <OrderRows orders={orders} />}
      {pages > 1 && orders.length > 0 && (
        <Pager
          page={search.page}
          pages={pages}
          href={(page) => address({ ...search, page })}
          summary={`${from + 1} to ${from + orders.length} of ${count}`}
        />
      )}
      <p className="pt-6">
        An order is missing?{' '}
        <a className="more" href="/account/orders/claim">
          Fetch it
        </a>
      </p>
    </>
  )
}

function Bar({ search }: { search: Search }) {
  return (
    <div className="acct-bar">
      <div className="flex flex-wrap gap-2">
        {STATES.map(({ state, name }) => (
          <a
            key={state}
            className={clsx('chip', state === search.state && 'is-on')}
            href={address({ ...search, state, page: 1 })}
            aria-current={state === search.state || undefined}
          >
            {name}
          </a>
        ))}
      </div>
      <search className="acct-find">
        <form className="find" action="/account/orders">
          {search.state !== 'all' && <input type="hidden" name="state" value={search.state} />}
          <label className="vh" htmlFor="order-search">
            Search your orders
          </label>
          <input
            id="order-search"
            name="q"
            type="search"
            placeholder="Number or product"
            defaultValue={search.words}
            maxLength={100}
          />
          <button type="submit" aria-label="Search orders">
            <Icon d={searchIcon} />
          </button>
        </form>
      </search>
    </div>
  )
}
