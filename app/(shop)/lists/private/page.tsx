import type { Metadata } from 'next'
import { PrivateList } from '@/components/customers/wishlists/shared-list'

export const metadata: Metadata = { title: 'This list is private now', robots: { index: false, follow: false } }

/** What proxy.ts shows, with the status 404, at links of lists that are not shared. */
export default function Private() {
  return (
    <div className="wrap pt-6 pb-12 md:pt-10">
      <div className="max-w-[40rem]">
        <PrivateList />
      </div>
    </div>
  )
}
