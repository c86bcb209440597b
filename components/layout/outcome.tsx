import { notFound } from 'next/navigation'
import { type ReactNode, Suspense } from 'react'
import { Missing } from './missing'
import { StandIn } from './stand-in'

// A page that throws leaves an empty document until scripts run. Thrown inside a boundary whose fallback is what should
// stand there, it has the same status (404, 500) and is kept as little, and reads without scripts too.

/** What a read gave: its value, or what stands in the page's place. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; instead: ReactNode }

/** Reads what a page is about. Null is a page that does not exist; an error is one that could not be made. */
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

/** A page that does not exist. */
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
