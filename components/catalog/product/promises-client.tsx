'use client'

import { useSyncExternalStore } from 'react'
import { dayText } from '@/lib/domain/shipping/day'
import { expectedDay } from '@/lib/domain/shipping/delivery'
import { useChoice } from './choice-client'

const never = () => () => {}

/** The day on which an order of this moment arrives. Static pages do not know the day, so they name the days it takes. */
export function ArrivalDay({ days }: { days: number }) {
  const day = useSyncExternalStore(
    never,
    () => dayText(expectedDay(new Date(), days)),
    () => null,
  )
  return <>{day === null ? `With you in ${days} working days` : `With you ${day}`}</>
}

/** What the stock of the chosen variant is, as one says it. */
export function StockLine() {
  const { variant } = useChoice()
  if (variant.isOut) return <>Sold out</>
  if (variant.left !== null) return <>Only {variant.left} left</>
  return <>{variant.stock === 'few_left' ? 'Few left' : 'In stock'}</>
}
