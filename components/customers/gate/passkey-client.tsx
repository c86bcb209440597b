'use client'

import { useEffect, useState } from 'react'
import { Notice } from '@/components/ui/feedback/notice'
import { Button } from '@/components/ui/form/button'
import { Icon } from '@/components/ui/icon'
import { fingerprintIcon } from '@/components/ui/icons'
import { type CeremonyPlace, signInWithPasskey } from './passkey-ceremony'

type State = { at: 'idle' | 'waiting' } | { at: 'refused'; message: string }

/**
 * The button that signs in with a passkey. Where the browser can, passkeys are also offered while the e-mail field is
 * filled in. Hidden without client-side scripts, because passkeys need them.
 */
export function PasskeySignIn({ to, place = 'shop' }: { to: string; place?: CeremonyPlace }) {
  const [state, setState] = useState<State>({ at: 'idle' })
  const done = (answer: Awaited<ReturnType<typeof signInWithPasskey>>) => {
    if (answer === null) return
    if (answer.ok) location.assign(answer.next)
    else setState({ at: 'refused', message: answer.message })
  }
  useEffect(() => {
    let isGone = false
    void signInWithPasskey({ to, isAutofill: true, place }).then((answer) => {
      if (isGone || answer === null) return
      if (answer.ok) location.assign(answer.next)
      else setState({ at: 'refused', message: answer.message })
    })
    return () => {
      isGone = true
    }
  }, [to, place])
  const start = async () => {
    setState({ at: 'waiting' })
    done(await signInWithPasskey({ to, isAutofill: false, place }))
  }
  return (
    <div className="grid gap-[1.1rem] needs-script">
      {state.at === 'refused' && (
        <Notice tone="info" live>
          <p>
            <b>No passkey was used.</b> {state.message}
          </p>
        </Notice>
      )}
      <div className="grid gap-2">
        <Button tone="accent" size="lg" className="w-full" busy={state.at === 'waiting'} onClick={start}>
          <Icon d={fingerprintIcon} />{' '}
          {state.at === 'waiting'
            ? 'Waiting for your device'
            : state.at === 'refused'
              ? 'Try the passkey again'
              : 'Sign in with a passkey'}
        </Button>
        <p className="hint">Fingerprint, face or screen lock. Nothing to type.</p>
      </div>
      <p className="or">
        <span>or with your e-mail</span>
      </p>
    </div>
  )
}
