import { CodeForm } from '@/components/customers/gate/steps'
import type { Refusal } from '@/lib/contracts/sent-form'

/** Sets up an authenticator app: a QR code to scan, and a first code that shows that it works. */
export function TotpSetup({ setup, refusal }: { setup: { secret: string; qr: string }; refusal: Refusal | undefined }) {
  return (
    <div className="slip max-w-[36rem]">
      <div className="qr-row">
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by our own server from the secret */}
        <div className="qr" role="img" aria-label="QR code" dangerouslySetInnerHTML={{ __html: setup.qr }} />
        <div className="grid gap-2 content-start">
          <p>Scan it with your authenticator app, or type this into it:</p>
          <p className="secret">{setup.secret.replace(/.{4}(?=.)/g, '$& ')}</p>
        </div>
      </div>
      <CodeForm action="/account/do/confirm-totp" values={{}} refusal={refusal} names={[]} />
      <p className="hint">It is not on before a code has fitted.</p>
    </div>
  )
}

/** Switches the second factor off with a last code. */
export function TotpRemoval({ refusal }: { refusal: Refusal | undefined }) {
  return (
    <div className="slip max-w-[36rem]">
      <p>Type a last code from the app. Your recovery codes become worthless too.</p>
      <CodeForm action="/account/do/remove-totp" values={{}} refusal={refusal} names={[]} />
    </div>
  )
}

/** Recovery codes, which are shown only after they were made. */
export function RecoveryCodes({ codes }: { codes: string[] }) {
  return (
    <div className="slip max-w-[36rem]">
      <p>Each lets you in once if your phone is gone. They are shown only now: print them, or write them down.</p>
      <ol className="codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <a className="btn btn-accent" href="/account/security?done=app">
        I have kept them
      </a>
    </div>
  )
}
