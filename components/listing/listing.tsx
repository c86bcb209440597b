import type { ReactNode } from 'react'
import type { ListingView } from '@/lib/contracts/listing/listing'
import { LiveListing } from './listing-client'

/** A listing, `title` of it as a whole, and what of it is listed ("laptops"); what is inside shows its present state. */
export function Listing({ view, ...rest }: { view: ListingView; title: string; noun: string; children: ReactNode }) {
  // As one text: hundreds of small objects would cost every request to send and to read.
  return <LiveListing json={JSON.stringify(view)} {...rest} />
}
