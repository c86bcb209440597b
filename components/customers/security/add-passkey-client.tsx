'use client'

import { type FormEvent, useState } from 'react'
import { addPasskey } from '@/components/customers/gate/passkey-ceremony'
import { Notice } from '@/components/ui/feedback/notice'
import { Button } from '@/components/ui/form/button'
import { TextField } from '@/components/ui/form/field'
import { Icon } from '@/components/ui/icon'
import { fingerprintIcon } from '@/components/ui/icons'

/** Adds a passkey of this device. `device` is the name with which the field starts. */
export function AddPasskey({ device }: { device: string }) {
  const [isWaiting, setWaiting] = useState(false)
  const [message, setMessage] = useState<string | null>(null)
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const name = String(new FormData(event.currentTarget).get('name') ?? '')
    setWaiting(true)
    setMessage(null)
    const answer = await addPasskey(name)
    if (answer.ok) return location.assign(answer.next)
    setWaiting(false)
    setMessage(answer.message)
  }
  return (
    <form className="slip max-w-[36rem]" onSubmit={onSubmit}>
      {message && (
        <Notice tone="warn" live>
          <p>
            <b>No passkey was added.</b> {message}
          </p>
        </Notice>
      )}
      <p>
        Let this device sign you in with fingerprint, face or screen lock. The passkey stays with you; we keep only its
        public half.
      </p>
      <TextField
        name="name"
        label="Name of this passkey"
        hint="So that you know it in the list under Security."
        defaultValue={device}
        maxLength={60}
        required
      />
      <Button type="submit" tone="accent" busy={isWaiting}>
        <Icon d={fingerprintIcon} /> {isWaiting ? 'Waiting for your device' : 'Add a passkey'}
      </Button>
      <a className="btn" href="/account/security">
        Not now
      </a>
    </form>
  )
}
