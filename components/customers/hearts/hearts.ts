import { meStore, refreshMe } from '@/components/customers/who/me-store'
import { showToast } from '@/components/ui/feedback/toasts'
import { readJson } from '@/components/ui/request/read-json'
import type { Heart, HeartChange } from '@/lib/contracts/customers/wishlists'
import { MAX_DEVICE_HEARTS } from '@/lib/domain/customers/wishlist'
import { deviceHearts } from './device-hearts'

const LISTS = '/account/wishlists'
const ANSWER_WITHIN_MS = 8_000
const NONE: ReadonlySet<string> = new Set()

/** The products on the lists of who is signed in; null until they have loaded. */
let saved: ReadonlySet<string> | null = null
/** Who they belong to, by e-mail address. */
let savedOf: string | null = null
let loading: Promise<void> | null = null
const listeners = new Set<() => void>()

const tell = () => {
  for (const listener of listeners) listener()
}

const person = () => {
  const me = meStore.get()
  return me.is === 'in' ? me.customer.email : null
}

/** Whether products are saved: on the lists of who is signed in, or on this device. */
export const hearts = {
  isSaved: (productId: string): boolean => {
    if (meStore.get().is === 'out') return deviceHearts.get().some((heart) => heart.productId === productId)
    return (savedOf === person() ? (saved ?? NONE) : NONE).has(productId)
  },
  onServer: () => false,
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    const follow = () => {
      void load()
      listener()
    }
    const stops = [meStore.subscribe(follow), deviceHearts.subscribe(listener)]
    void load()
    return () => {
      listeners.delete(listener)
      for (const stop of stops) stop()
    }
  },
}

/** Loads what is saved, with one call for all hearts of the page, if somebody is signed in. */
function load(): Promise<void> {
  const email = person()
  if (email === null || savedOf === email) return loading ?? Promise.resolve()
  savedOf = email
  saved = null
  loading = (async () => {
    try {
      const { productIds } = await readJson(
        fetch('/api/me/hearts', { cache: 'no-store' }),
        import('@/lib/contracts/customers/wishlists').then(({ heartsSchema }) => heartsSchema),
      )
      if (savedOf === email) saved = new Set(productIds)
    } catch {
      if (savedOf === email) savedOf = null // asks again at the next occasion
    }
    tell()
  })()
  return loading
}

/**
 * Saves a product, or takes it off. Looks at the time of the press who is signed in and what is saved, because a page
 * that is still hydrating shows neither.
 */
export async function turnHeart(heart: Heart & { name: string }): Promise<void> {
  const { name, ...wanted } = heart
  await refreshMe()
  await settledMe()
  if (meStore.get().is === 'out') return turnOnDevice(wanted, name)
  await load()
  const isSaved = hearts.isSaved(wanted.productId)
  mark(wanted.productId, !isSaved)
  const answer = await sendHearts(isSaved ? { do: 'remove', productId: wanted.productId } : { do: 'save', ...wanted })
  if (!answer.ok) {
    mark(wanted.productId, isSaved)
    if (answer.code !== 'signed_out') showToast({ tone: 'bad', text: answer.message })
    else showToast({ tone: 'bad', text: answer.message, action: { label: 'Sign in', href: '/sign-in' } })
    return
  }
  if (!isSaved)
    return void showToast({ tone: 'good', text: `${name} is saved.`, action: { label: 'See', href: LISTS } })
  const { removed = [] } = answer
  const run = async () => {
    mark(wanted.productId, true)
    const undone = await sendHearts({ do: 'restore', itemIds: removed })
    if (undone.ok) return
    mark(wanted.productId, false)
    showToast({ tone: 'bad', text: undone.message })
  }
  showToast({
    tone: 'info',
    text: `${name} is off the list.`,
    ...(removed.length > 0 && { action: { label: 'Undo', run } }),
  })
}

/** Resolves when it is known who is signed in, or the answer does not come. */
function settledMe(): Promise<void> {
  if (meStore.get().is !== 'waiting') return Promise.resolve()
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      stop()
      resolve()
    }
    const timer = setTimeout(end, ANSWER_WITHIN_MS)
    const stop = meStore.subscribe(() => meStore.get().is !== 'waiting' && end())
  })
}

function turnOnDevice(heart: Heart, name: string): void {
  if (deviceHearts.get().some(({ productId }) => productId === heart.productId)) {
    deviceHearts.remove([heart.productId])
    const action = { label: 'Undo', run: () => void deviceHearts.add(heart) }
    showToast({ tone: 'info', text: `${name} is off the list.`, action })
    return
  }
  const fault = deviceHearts.add(heart)
  const action = { label: 'See', href: '/wishlist' }
  if (fault === null) showToast({ tone: 'good', text: `${name} is saved on this device.`, action })
  else if (fault === 'full')
    showToast({ tone: 'bad', text: `There is room for ${MAX_DEVICE_HEARTS} things on this device.`, action })
  else showToast({ tone: 'bad', text: 'Your browser does not let us keep this. Sign in, and your account does.' })
}

function mark(productId: string, isSaved: boolean): void {
  if (savedOf === null) return
  const others = [...(saved ?? NONE)].filter((other) => other !== productId)
  saved = new Set(isSaved ? [...others, productId] : others)
  tell()
}

/**
 * Puts the hearts of this device on the default list of who has just signed in, and then forgets them here. They stay if
 * that fails, for the next page.
 */
export async function joinDeviceHearts(): Promise<void> {
  const own = deviceHearts.get()
  if (own.length === 0 || meStore.get().is !== 'in') return
  const answer = await sendHearts({ do: 'join', hearts: [...own] })
  if (!answer.ok) return
  deviceHearts.remove(own.map(({ productId }) => productId))
  for (const { productId } of own) mark(productId, true)
  const { joined = 0 } = answer
  if (joined === 0) return
  const text = `${joined === 1 ? 'One thing' : `${joined} things`} from this device ${joined === 1 ? 'is' : 'are'} on “Everything else”.`
  showToast({ tone: 'good', text, action: { label: 'See', href: LISTS } })
}

/** Sends a change. Never rejects. */
async function sendHearts(change: HeartChange) {
  const answer = fetch('/api/me/hearts', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(change),
  })
  try {
    return await readJson(
      answer,
      import('@/lib/contracts/customers/wishlists').then(({ heartAnswerSchema }) => heartAnswerSchema),
    )
  } catch {
    const message = 'We did not hear back from the shop, so nothing was changed. Please try again.'
    return { ok: false as const, code: 'unavailable' as const, message }
  }
}
