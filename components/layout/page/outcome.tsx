import { notFound } from 'next/navigation'
import { type ReactNode, Suspense } from 'react'
import { Missing } from './missing'
import { StandIn } from './stand-in'

// Until scripts run, a page that throws is an empty document. If it throws inside a boundary whose fallback is the
// error page, the page is readable without scripts. The status (404 or 500) is the same, and nothing is cached.

/** Result of a read: its value, or what to render instead of the page. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; instead: ReactNode }

/** Awaits the main read of a page. Null means not found; an error means that the page failed. */
export async function outcomeOf<T>(read: Promise<T | null>): Promise<Outcome<T>> {
  try {
    const value = await read
    return value === null ? { ok: false, instead: <NotThere /> } : { ok: true, value }
  } catch (error) {
    return {
      ok: false,
      instead: (
        <Suspense fallback={<StandIn />}>
          <Thrown error={error} />
        </Suspense>
      ),
    }
  }
}

/** The 404 page, rendered with its status. */
export function NotThere() {
  return (
    <Suspense fallback={<Missing />}>
      <Absent />
    </Suspense>
  )
}

function Absent(): never {
  notFound()
}

async function Thrown({ error }: { error: unknown }): Promise<never> {
  throw error
}
