'use client'

import { InterpretedFilters } from '@/components/listing/search/interpreted-filters'
import { useListing } from './listing-client'

/** Shows how the query was interpreted. Hidden once the shopper changes the listing. */
export function ListingInterpretation() {
  return <InterpretedFilters view={useListing().view} />
}
