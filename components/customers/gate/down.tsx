import type { ReactNode } from 'react'
import { Notice } from '@/components/ui/feedback/notice'

/** Stands where the sign-in form stands while the database is away. `children` is a button that tries again. */
export function SignInDown({ children }: { children?: ReactNode }) {
  return (
    <div className="slip max-w-[36rem] mx-auto" role="alert">
      <h1 className="text-d3">Sign-in is unavailable</h1>
      <Notice tone="danger">
        <p>
          <b>We cannot sign anyone in at the moment.</b> Your account and your cart are safe. Try again in a minute, or
          buy without an account.
        </p>
      </Notice>
      {children}
    </div>
  )
}
