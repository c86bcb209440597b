import type { Metadata } from 'next'
import { RecentlyViewed } from '@/components/catalog/product/recently-viewed-client'
import { Overview } from '@/components/customers/account/overview'
import { PasskeyHint } from '@/components/customers/account/passkey-hint-client'
import { outcomeOf } from '@/components/layout/page/outcome'
import { readOverview, requireCustomer } from '@/lib/queries/customers'

export const metadata: Metadata = { title: 'Your account', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function Account() {
  const overview = await outcomeOf(requireCustomer('/account').then(({ userId }) => readOverview(userId)))
  if (!overview.ok) return overview.instead
  return (
    <>
      <Overview {...overview.value} />
      {!overview.value.hasPasskey && <PasskeyHint />}
      <RecentlyViewed />
    </>
  )
}
