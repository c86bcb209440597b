'use client'

import { SignInDown } from '@/components/customers/gate/down'

export default function SignInError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <SignInDown>
      <button type="button" className="btn" onClick={() => retry()}>
        Try again
      </button>
    </SignInDown>
  )
}
