import { CartButton } from '@/components/cart/cart-button-client'
import { Who } from '@/components/customers/who/who-client'
import { InstantSearch } from '@/components/listing/search/instant-search-client'
import { Link } from '@/components/ui/navigation/link'
import { numberText } from '@/lib/domain/locale'
import type { MenuData } from '@/lib/queries/catalog/menu'
import { Aisles } from './aisles-client'
import { Menu } from './menu-client'
import { SearchForm } from './search-form'
import { ThemeSwitch } from './theme-switch-client'
import { Wordmark } from './wordmark'

/**
 * The shop's header. It is the same for all visitors; only its client components, such as the cart button, are
 * personal.
 */
export function Header({ menu }: { menu: MenuData }) {
  const aisles = menu.departments.map(({ name, href, count }) => ({ name, href, count }))
  return (
    <>
      <SkipLink />
      <header className="top">
        <div className="wrap top-bar">
          <Wordmark />
          <SearchForm className="top-find">
            <InstantSearch />
          </SearchForm>
          <div className="top-tools">
            <ThemeSwitch className="max-sm:hidden" />
            <Who />
            <Menu>
              <MenuList aisles={aisles} total={menu.total} />
            </Menu>
            <CartButton />
          </div>
        </div>
        <Aisles aisles={aisles} />
      </header>
    </>
  )
}

export function SkipLink() {
  return (
    <a className="btn btn-ink skip" href="#main">
      Skip to content
    </a>
  )
}

function MenuList({ aisles, total }: { aisles: { name: string; href: string; count: number }[]; total: number }) {
  const rows = [
    ...aisles.map(({ name, href, count }) => ({ name, href, note: numberText(count) })),
    { name: 'All departments', href: '/departments', note: numberText(total) },
    { name: 'New', href: '/new', note: '' },
    { name: 'Deals', href: '/deals', note: '' },
    { name: 'Collections', href: '/collections', note: '' },
    { name: 'Where is my order?', href: '/track', note: '' },
  ]
  return (
    <>
      <ul className="menu-list">
        {rows.map(({ name, href, note }) => (
          <li key={href}>
            <Link href={href}>
              {name} <span className="count">{note}</span>
            </Link>
          </li>
        ))}
      </ul>
      <div className="p-4">
        <ThemeSwitch withText />
      </div>
    </>
  )
}
