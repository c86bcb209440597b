'use client'

import { type ReactNode, useSyncExternalStore } from 'react'
import { dayText } from '@/lib/domain/shipping/day'
import { expectedDay } from '@/lib/domain/shipping/delivery'
import { useChoice } from './choice-client'

const never = () => () => {}

/**
 * The day on which an order placed now would arrive. A static page cannot contain the day, so it contains the number of
 * days until scripts run.
 */
export function ArrivalDay({ days }: { days: number }) {
  const day = useSyncExternalStore(
    never,
    () => dayText(expectedDay(new Date(), days)),
    () => null,
  )
  return <>{day === null ? `With you in ${days} working days` : `With you ${day}`}</>
}

/** Shows its children unless the selected variant is sold out. */
export function WhileInStock({ children }: { children: ReactNode }) {
  return useChoice().variant.isOut ? null : children
}

/** The stock of the selected variant in words. While an option is open, it only says whether there is stock. */
export function StockLine() {
  const { variant, openGroup } = useChoice()
  if (variant.isOut) return <>Sold out</>
  if (openGroup) return <>In stock</>
  if (variant.left !== null) return <>Only {variant.left} left</>
  return <>{variant.stock === 'few_left' ? 'Few left' : 'In stock'}</>
}
