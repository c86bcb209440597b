'use client'

import { useEffect, useState } from 'react'
import { Notice } from '@/components/ui/feedback/notice'
import { Button } from '@/components/ui/form/button'
import { Icon } from '@/components/ui/icon'
import { fingerprintIcon } from '@/components/ui/icons'

const KEY = 'passkey-hint'
const RESTS_MS = 30 * 86_400_000

/** Offers a passkey where the device can make one. "Not now" rests for 30 days in this browser. */
export function PasskeyHint() {
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    if (isResting() || typeof PublicKeyCredential === 'undefined') return
    void PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable()
      .then(setShown)
      .catch(() => setShown(false))
  }, [])
  if (!isShown) return null
  const rest = () => {
    try {
      localStorage.setItem(KEY, String(Date.now()))
    } catch {
      // Storage is unavailable, so the hint returns with the next visit.
    }
    setShown(false)
  }
  return (
    <Notice tone="info" className="mt-6">
      <p>
        <b>Your password is the only way in.</b> Add a passkey, and a stolen password opens nothing.
      </p>
      <p className="flex flex-wrap gap-3 pt-2">
        <a className="btn btn-sm" href="/account/security/passkey">
          <Icon d={fingerprintIcon} /> Add a passkey
        </a>
        <Button tone="quiet" size="sm" onClick={rest}>
          Not now
        </Button>
      </p>
    </Notice>
  )
}

function isResting(): boolean {
  try {
    return Date.now() - Number(localStorage.getItem(KEY) ?? 0) < RESTS_MS
  } catch {
    return false
  }
}
