import { Link } from './link'

/** Breadcrumb links. The last entry is the current page. */
export function Breadcrumb({ trail }: { trail: { name: string; href: string }[] }) {
  return (
    <nav aria-label="Breadcrumb">
      <ol className="crumbs">
        {[{ name: 'Nexus', href: '/' }, ...trail].map(({ name, href }, index) => (
          <li key={`${name} ${href}`}>
            <Link href={href} aria-current={index === trail.length ? 'page' : undefined}>
              {name}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
