import type { Metadata } from 'next'
import { Missing } from '@/components/layout/missing'
import { Shell } from '@/components/layout/shell'
import RootLayout, { generateMetadata as rootMetadata } from './layout'

export { viewport } from './layout'

export const generateMetadata = (): Metadata => ({ ...rootMetadata(), title: 'Not found · Nexus' })

/** For addresses that no route has. Within a route that has nothing to show, (shop)/not-found.tsx stands in. */
export default function NotFound() {
  return (
    <RootLayout params={Promise.resolve({})}>
      <Shell>
        <Missing />
      </Shell>
    </RootLayout>
  )
}
