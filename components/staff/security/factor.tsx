import { PasswordField } from '@/components/customers/gate/fields-client'
import { Refused } from '@/components/customers/gate/gate'
import { CodeForm } from '@/components/customers/gate/steps'
import { OfficeForm } from '@/components/staff/shell/parts'
import { Button } from '@/components/ui/form/button'
import type { Refusal } from '@/lib/contracts/sent-form'

/** Asks somebody without a second factor to set one up, before anything else. */
export function ChooseFactor({ refusal }: { refusal: Refusal | undefined }) {
  return (
    <>
      <h1 className="text-d3">Make it safe</h1>
      <Refused refusal={refusal} />
      <p>Everybody who works here has a second factor. Choose one; the other can follow later.</p>
      <OfficeForm form="start-totp" className="stack-form">
        <Button type="submit" tone="accent">
          Six digits from an app
        </Button>
      </OfficeForm>
      <a className="btn needs-script" href="/admin/security/passkey">
        A passkey of this device
      </a>
      <form action="/admin/sign-in/do/sign-out" method="post">
        <Button type="submit" tone="quiet">
          Sign out
        </Button>
      </form>
    </>
  )
}

/** Sets up an authenticator app: a QR code to scan, and a first code that shows that it works. */
export function SetUpApp({ setup, refusal }: { setup: { secret: string; qr: string }; refusal: Refusal | undefined }) {
  return (
    <>
      <h1 className="text-d3">Scan, type, done</h1>
      <div className="qr-row">
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by our own server from the secret */}
        <div className="qr" role="img" aria-label="QR code" dangerouslySetInnerHTML={{ __html: setup.qr }} />
        <div className="grid gap-2 content-start">
          <p>Scan it with your authenticator app, or type this into it:</p>
          <p className="secret">{setup.secret.replace(/.{4}(?=.)/g, '$& ')}</p>
        </div>
      </div>
      <CodeForm action="/admin/do/confirm-totp" values={{}} refusal={refusal} names={[]} />
      <p className="hint">It is not on before a code has fitted.</p>
    </>
  )
}

/** Switches the authenticator app off with a last code. */
export function SwitchAppOff({ refusal }: { refusal: Refusal | undefined }) {
  return (
    <>
      <h1 className="text-d3">Switch off six digits</h1>
      <p>Type a last code from the app. Your recovery codes become worthless too. A passkey has to stay.</p>
      <CodeForm action="/admin/do/remove-totp" values={{}} refusal={refusal} names={[]} />
      <a className="btn" href="/admin/security">
        Not now
      </a>
    </>
  )
}

/** Recovery codes, which are shown only after they were made. */
export function OfficeCodes({ codes }: { codes: string[] }) {
  return (
    <>
      <h1 className="text-d3">Keep these ten</h1>
      <p>Each lets you in once if your phone is gone. They are shown only now: print them, or write them down.</p>
      <ol className="codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <a className="btn btn-accent" href="/admin">
        I have kept them
      </a>
    </>
  )
}

/** Asks for the password again before something that matters. `values` are what was typed meanwhile. */
export function ConfirmStaff({
  to,
  values,
  refusal,
}: {
  to: string
  values: Record<string, string>
  refusal: Refusal | undefined
}) {
  return (
    <>
      {refusal && !refusal.fieldErrors && <Refused refusal={refusal} />}
      <OfficeForm form="confirm" fields={{ ...values, to }} className="stack-form">
        <PasswordField
          label="Password"
          name="password"
          error={refusal?.fieldErrors?.password}
          autoComplete="current-password"
          required
        />
        <Button type="submit" tone="ink">
          It is me
        </Button>
      </OfficeForm>
      <p className="hint">It counts for ten minutes. Nothing was changed yet; press the button there once more.</p>
      <a className="btn btn-quiet" href={to}>
        Back without it
      </a>
    </>
  )
}

/** Changes the password. */
export function OfficePassword({ refusal }: { refusal: Refusal | undefined }) {
  return (
    <>
      {refusal && !refusal.fieldErrors && <Refused refusal={refusal} />}
      <OfficeForm form="password" className="stack-form">
        <PasswordField
          label="Current password"
          name="current"
          error={refusal?.fieldErrors?.current}
          autoComplete="current-password"
          required
        />
        <PasswordField
          label="New password"
          name="next"
          hint="At least 12 characters. Four words in a row do it."
          error={refusal?.fieldErrors?.next}
          strength={{ ownWords: [] }}
          autoComplete="new-password"
          required
        />
        <Button type="submit" tone="accent">
          Save the password
        </Button>
      </OfficeForm>
      <a className="btn btn-quiet" href="/admin/security">
        Not now
      </a>
    </>
  )
}
