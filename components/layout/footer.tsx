import { Link } from '@/components/ui/navigation/link'
import { Poster } from '@/components/ui/poster'
import { WITHDRAWAL_WORDS } from '@/lib/domain/orders/withdrawal-words'

const GROUPS = [
  {
    name: 'Shop',
    links: [
      { name: 'New', href: '/new' },
      { name: 'Deals', href: '/deals' },
      { name: 'Collections', href: '/collections' },
      { name: 'All departments', href: '/departments' },
    ],
  },
  {
    name: 'Help',
    links: [
      { name: 'Where is my order?', href: '/track' },
      { name: 'Returns, 30 days free', href: '/help/returns' },
      { name: WITHDRAWAL_WORDS.en.link, href: '/withdraw' },
      { name: 'Delivery and costs', href: '/help/delivery' },
    ],
  },
  {
    name: 'Small print',
    links: [
      { name: 'Terms', href: '/help/terms' },
      { name: 'Privacy', href: '/help/privacy' },
      { name: 'Imprint', href: '/help/imprint' },
    ],
  },
]

/** The footer of every page: contact and links. */
export function Footer() {
  return (
    <footer className="foot slab on-block">
      <div className="wrap grid gap-10 py-12 md:grid-cols-[1.4fr_1fr_1fr_1fr]">
        <div className="grid content-start gap-3">
          <p className="font-display text-d4 font-black">Real people answer, weekdays 9 to 18.</p>
          <p className="muted">
            Write to{' '}
            <a className="more" href="mailto:help@nexus.example">
              help@nexus.example
            </a>
            . We reply the same day and say so when we cannot.
          </p>
        </div>
        {GROUPS.map(({ name, links }) => (
          <nav key={name} aria-label={name}>
            <h2 className="text-sm font-bold font-sans mb-2">{name}</h2>
            <ul className="grid gap-1.5">
              {links.map((link) => (
                <li key={link.href}>
                  <Link href={link.href}>{link.name}</Link>
                </li>
              ))}
            </ul>
            {name === 'Small print' && (
              <p className="muted text-sm pt-3">Prices include VAT. A demo shop: nothing is charged or sent. © Nexus</p>
            )}
          </nav>
        ))}
      </div>
      <div className="wrap" aria-hidden="true">
        <Poster as="p" className="foot-name" lines={[{ text: 'nexus', size: 19, leading: 0.72 }]} />
      </div>
    </footer>
  )
}
