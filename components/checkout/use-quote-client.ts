'use client'

import { useQuery } from '@tanstack/react-query'
import { readJson } from '@/components/ui/request/read-json'
import type { DeliveryMethod, Quote } from '@/lib/contracts/checkout/checkout'
import { COUNTRY_NAMES, type Country } from '@/lib/domain/shipping/country'
import { cartClient } from '../cart/store/cart-store'

export type Quotes = Record<DeliveryMethod, Quote>

/**
 * Returns the quote for the chosen country and delivery method, and the country whose VAT it includes. `quotes` came
 * with the page. For another country than theirs, the quote is fetched; until it arrives, returns the one from
 * `quotes`, which differs only in VAT.
 */
export function useQuote({
  quotes,
  quotedFor,
  country,
  method,
}: {
  quotes: Quotes
  quotedFor: Country
  country: Country
  method: DeliveryMethod
}): { quote: Quote; vatOf: string } {
  const sent = quotes[method]
  const { data: asked } = useQuery(
    {
      queryKey: ['quote', country, method, sent.total, sent.tax],
      queryFn: ({ signal }) => fetchQuote(country, method, signal),
      enabled: country !== quotedFor,
    },
    cartClient,
  )
  return asked ? { quote: asked, vatOf: COUNTRY_NAMES[country] } : { quote: sent, vatOf: COUNTRY_NAMES[quotedFor] }
}

async function fetchQuote(country: Country, deliveryMethod: DeliveryMethod, signal: AbortSignal): Promise<Quote> {
  const { quote } = await readJson(
    fetch(`/api/cart/quote?${new URLSearchParams({ country, deliveryMethod })}`, { signal }),
    import('@/lib/contracts/checkout/checkout').then(({ quoteAnswerSchema }) => quoteAnswerSchema),
  )
  if (!quote) throw new Error('The cart has become empty')
  return quote
}
