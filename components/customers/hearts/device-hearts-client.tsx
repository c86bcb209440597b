'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { meStore } from '@/components/customers/who/me-store'
import { EmptyState } from '@/components/ui/feedback/empty-state'
import { Button, ButtonLink, IconButton } from '@/components/ui/form/button'
import { closeIcon } from '@/components/ui/icons'
import { Link } from '@/components/ui/navigation/link'
import { Thumb } from '@/components/ui/picture'
import { Price } from '@/components/ui/price'
import { readJson } from '@/components/ui/request/read-json'
import type { ViewedProduct } from '@/lib/contracts/catalog/product-view'
import type { Heart } from '@/lib/contracts/customers/wishlists'
import { deviceHearts } from './device-hearts'

const AT_ONCE = 24

/** What this browser keeps for a guest, with the current prices. */
export function DeviceHearts() {
  const hearts = useSyncExternalStore(deviceHearts.subscribe, deviceHearts.get, deviceHearts.onServer)
  const me = useSyncExternalStore(meStore.subscribe, meStore.get, meStore.onServer)
  const [known, setKnown] = useState<ReadonlyMap<string, ViewedProduct> | 'failed' | null>(null)
  const [tries, setTries] = useState(0)
  const ids = hearts.map(({ productId }) => productId).join(',')
  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` loads again
  useEffect(() => {
    let isCurrent = true
    void loadProducts(ids === '' ? [] : ids.split(',')).then((loaded) => isCurrent && setKnown(loaded))
    return () => {
      isCurrent = false
    }
  }, [ids, tries])
  return (
    <>
      <p className="hidden noscript:block">This list is kept by a script of ours, which your browser does not run.</p>
      {me.is === 'in' ? (
        <p className="pb-6">
          You are signed in: your lists are in{' '}
          <a className="more" href="/account/wishlists">
            your account
          </a>
          .
        </p>
      ) : (
        <p className="pb-6">
          Nobody else sees it.{' '}
          <a className="more" href="/sign-in?to=/account/wishlists" rel="nofollow">
            Sign in
          </a>
          , and it joins your lists; we then say when something gets cheaper.
        </p>
      )}
      {known === 'failed' ? (
        <EmptyState broken title="The list is unavailable" text="Nothing on it is lost.">
          <Button onClick={() => setTries(tries + 1)}>Try again</Button>
        </EmptyState>
      ) : known === null ? null : (
        <Hearts hearts={hearts} known={known} />
      )}
    </>
  )
}

function Hearts({ hearts, known }: { hearts: readonly Heart[]; known: ReadonlyMap<string, ViewedProduct> }) {
  if (hearts.length === 0)
    return (
      <div className="max-w-[40rem]">
        <EmptyState title="Nothing saved yet" text="Press the heart on anything.">
          <ButtonLink tone="accent" href="/new">
            Look around
          </ButtonLink>
        </EmptyState>
      </div>
    )
  return (
    <ul className="rows">
      {hearts.map(({ productId, sku }) => {
        const product = known.get(productId)
        const name = product?.name ?? 'Something that we do not sell any more'
        return (
          <li key={productId}>
            {product?.image ? <Thumb src={product.image} size={56} /> : <span className="thumb" />}
            <div className="min-w-0">
              {product ? (
                <Link className="font-bold who-name" href={sku ? `${product.href.split('#')[0]}#${sku}` : product.href}>
                  {name}
                </Link>
              ) : (
                <span className="muted">{name}</span>
              )}
            </div>
            <div className="flex items-center gap-3">
              {product && <Price amount={product.price} size="1.25rem" />}
              <IconButton
                size="sm"
                d={closeIcon}
                label={`Take ${name} off the list`}
                onClick={() => deviceHearts.remove([productId])}
              />
            </div>
          </li>
        )
      })}
    </ul>
  )
}

/** Returns what the shop sells now of these products. */
async function loadProducts(ids: string[]): Promise<ReadonlyMap<string, ViewedProduct> | 'failed'> {
  const contract = import('@/lib/contracts/catalog/product-view').then(({ liveSchema }) => liveSchema)
  const parts = Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, index) =>
    ids.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
  )
  try {
    const answers = await Promise.all(
      parts.map((part) => readJson(fetch(`/api/live?${new URLSearchParams({ viewed: part.join(',') })}`), contract)),
    )
    return new Map(answers.flatMap(({ viewed }) => viewed).map((product) => [product.id, product]))
  } catch {
    return 'failed'
  }
}
