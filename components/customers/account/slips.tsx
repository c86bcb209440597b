import { PasswordField } from '@/components/customers/gate/fields-client'
import { Refused } from '@/components/customers/gate/gate'
import { Button } from '@/components/ui/form/button'
import { TextField } from '@/components/ui/form/field'
import type { Refusal } from '@/lib/contracts/sent-form'

/** Asks whether it is still the person who signed in, before something changes how they get in. */
export function ConfirmPerson({ to, refusal }: { to: string; refusal: Refusal | undefined }) {
  return (
    <form className="slip max-w-[36rem]" action="/account/do/confirm" method="post" noValidate>
      <p>This changes how you get in, so please confirm first. Then do it again.</p>
      {!refusal?.fieldErrors && <Refused refusal={refusal} />}
      <input type="hidden" name="to" value={to} />
      <PasswordField
        label="Password"
        name="password"
        error={refusal?.fieldErrors?.password}
        autoComplete="current-password"
        required
      />
      <Button type="submit" tone="ink">
        Confirm
      </Button>
      <p className="hint">
        No password? Sign out and in again as you did before, or with a link by mail. Then you have ten minutes.
      </p>
    </form>
  )
}

/** The form that changes the password. */
export function ChangePassword({ own, refusal }: { own: readonly string[]; refusal: Refusal | undefined }) {
  const errors = refusal?.fieldErrors ?? {}
  return (
    <form className="slip max-w-[36rem]" action="/account/do/password" method="post" noValidate>
      {!refusal?.fieldErrors && <Refused refusal={refusal} />}
      <PasswordField
        label="Current password"
        name="current"
        error={errors.current}
        autoComplete="current-password"
        required
      />
      <PasswordField
        label="New password"
        name="next"
        hint="At least 12 characters. Four words in a row do it."
        error={errors.next}
        strength={{ ownWords: own }}
        autoComplete="new-password"
        required
      />
      <Button type="submit" tone="accent">
        Save, sign out my other devices
      </Button>
      <a className="btn" href="/account/security">
        Cancel
      </a>
    </form>
  )
}

/** The form that fetches an order which was placed with another address. */
export function ClaimForm({ values, refusal }: { values: Record<string, string>; refusal: Refusal | undefined }) {
  const errors = refusal?.fieldErrors ?? {}
  return (
    <form className="slip max-w-[36rem]" action="/account/do/claim" method="post" noValidate>
      {!refusal?.fieldErrors && <Refused refusal={refusal} />}
      <TextField
        name="number"
        label="Order number"
        placeholder="NX-20417"
        defaultValue={values.number}
        error={errors.number}
        autoComplete="off"
        autoCapitalize="characters"
        required
      />
      <TextField
        name="email"
        label="E-mail it was placed with"
        type="email"
        defaultValue={values.email}
        error={errors.email}
        autoComplete="email"
        required
      />
      <Button type="submit" tone="ink">
        Send the link
      </Button>
      <p className="hint">The link goes to that address. Opening it adds the order here.</p>
    </form>
  )
}
