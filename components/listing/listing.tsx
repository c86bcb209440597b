import type { ReactNode } from 'react'
import type { ListingView } from '@/lib/contracts/listing/listing'
import { LiveListing } from './listing-client'

/**
 * Provides a listing to its children. `title` is its title when it has no filters; `noun` is what its products are
 * called in a sentence.
 */
export function Listing({ view, ...rest }: { view: ListingView; title: string; noun: string; children: ReactNode }) {
  // Sent as one string, because hundreds of small objects would be expensive to send and parse with every request.
  return <LiveListing json={JSON.stringify(view)} {...rest} />
}
