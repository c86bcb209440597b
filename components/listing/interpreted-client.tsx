'use client'

import { Meant } from '@/components/listing/search/interpreted-filters'
import { useListing } from './listing-client'

/** What was understood of the text, as long as the listing is what was understood. */
export function ListingMeant() {
  return <Meant view={useListing().view} />
}
