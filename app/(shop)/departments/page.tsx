import type { Metadata } from 'next'
import { CategoryTiles } from '@/components/catalog/category-tiles'
import { outcomeOf } from '@/components/layout/page/outcome'
import { ListingHead } from '@/components/listing/head'
import { Chip } from '@/components/ui/chip'
import { Count } from '@/components/ui/count'
import { EmptyState } from '@/components/ui/feedback/empty-state'
import { Breadcrumb } from '@/components/ui/navigation/breadcrumb'
import { Link } from '@/components/ui/navigation/link'
import { getDepartments } from '@/lib/queries/catalog/menu'

export const ensureStatic = 'navigation'

export const metadata: Metadata = {
  title: 'All departments',
  description: 'Every door into the shop, and what is behind it.',
  alternates: { canonical: '/departments' },
}

export default async function DepartmentsPage() {
  const found = await outcomeOf(getDepartments())
  if (!found.ok) return found.instead
  const { departments, total } = found.value
  return (
    <div className="wrap pt-5">
      <Breadcrumb trail={[{ name: 'Departments', href: '/departments' }]} />
      <ListingHead title="Departments">
        <Count of={total} /> things behind {departments.length} doors.
      </ListingHead>
      {departments.length === 0 ? (
        <EmptyState
          title="The shelves are still empty"
          text="There are no products in the catalogue yet."
          object="box"
        />
      ) : (
        <CategoryTiles links={departments} />
      )}
      {departments.map(({ path, name, href, children }) => (
        <section key={path} className="pt-10 md:pt-14" aria-labelledby={`d-${path}`}>
          <div className="sec-head">
            <h2 id={`d-${path}`} className="text-d3">
              {name}
            </h2>
            <Link className="more" href={href}>
              All of it
            </Link>
          </div>
          <ul className="flex flex-wrap gap-2">
            {children.map((child) => (
              <li key={child.path}>
                <Chip href={child.href} count={child.count}>
                  {child.name}
                </Chip>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
