import type { Metadata } from 'next'
import { Missing } from '@/components/layout/page/missing'
import { Shell } from '@/components/layout/shell'
import RootLayout, { generateMetadata as rootMetadata } from './layout'

export { viewport } from './layout'

export const generateMetadata = (): Metadata => ({ ...rootMetadata(), title: 'Not found · Nexus' })

/** The 404 page for addresses that belong to no route. Pages of the shop use (shop)/not-found.tsx instead. */
export default function NotFound() {
  return (
    <RootLayout params={Promise.resolve({})}>
      <Shell>
        <Missing />
      </Shell>
    </RootLayout>
  )
}
