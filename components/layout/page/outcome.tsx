import { notFound } from 'next/navigation'
import { type ReactNode, Suspense } from 'react'
import { Missing } from './missing'
import { StandIn } from './stand-in'

// A page that throws is an empty document until scripts run. Thrown inside a boundary whose fallback is the error page, the
// status is the same (404, 500), nothing is cached, and it is readable without scripts.

/** Result of a read: its value, or what to render instead of the page. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; instead: ReactNode }

/** Awaits the page's main read. Null means not found; an error means that the page failed. */
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

/** Renders the 404 page. */
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
