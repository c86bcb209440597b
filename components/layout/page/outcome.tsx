import { notFound } from 'next/navigation'
import { type ReactNode, Suspense } from 'react'
import { SignInFirst } from '@/components/customers/gate/sign-in-first'
import { DomainError } from '@/lib/errors'
import { Missing } from './missing'
import { StandIn } from './stand-in'

// Until scripts run, a page that throws is an empty document. So it throws inside a boundary whose fallback is the
// error page, which can be read without scripts. The status (404 or 500) stays the same, and nothing is cached.

/** Result of reading data: the value, or what the page renders instead. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; instead: ReactNode }

/**
 * Awaits the data of a page. If it is null, the page renders the 404 page; if reading fails, the error page, of which
 * `standIn` is the part without scripts; and if nobody is signed in who should be, a link to the sign-in page.
 */
export async function outcomeOf<T>(read: Promise<T | null>, standIn: ReactNode = <StandIn />): Promise<Outcome<T>> {
  try {
    const value = await read
    return value === null ? { ok: false, instead: <NotThere /> } : { ok: true, value }
  } catch (error) {
    if (error instanceof DomainError && error.code === 'signed_out')
      return { ok: false, instead: <SignInFirst path={String(error.details?.path ?? '/account')} /> }
    return {
      ok: false,
      instead: (
        <Suspense fallback={standIn}>
          <Thrown error={error} />
        </Suspense>
      ),
    }
  }
}

/** The 404 page, which also sets the response's status to 404. */
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
