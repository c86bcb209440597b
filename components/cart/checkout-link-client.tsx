'use client'

import { useRouter } from 'next/navigation'
import { type MouseEvent, useState } from 'react'
import { ButtonLink } from '@/components/ui/form/button'
import { Icon } from '@/components/ui/icon'
import { arrowRightIcon } from '@/components/ui/icons'
import { cartIsSettled, useIsCartChanging } from './store/cart-store'

const CHECKOUT = '/checkout'

/**
 * The link to the checkout. Changes to the cart are shown before the server has saved them; the link waits until it
 * has, because the checkout would otherwise show an outdated cart.
 */
export function CheckoutLink({ onLeave }: { onLeave?: () => void }) {
  const router = useRouter()
  const isChanging = useIsCartChanging()
  const [isWaiting, setIsWaiting] = useState(false)
  const onClick = async (event: MouseEvent) => {
    const opensElsewhere = event.metaKey || event.ctrlKey || event.shiftKey
    if (!isChanging || opensElsewhere) return onLeave?.()
    event.preventDefault()
    setIsWaiting(true)
    await cartIsSettled()
    setIsWaiting(false)
    onLeave?.()
    router.push(CHECKOUT)
  }
  return (
    <ButtonLink
      tone="accent"
      size="lg"
      href={CHECKOUT}
      prefetch={false}
      aria-busy={isWaiting || undefined}
      onClick={onClick}
    >
      Check out <Icon d={arrowRightIcon} />
    </ButtonLink>
  )
}
