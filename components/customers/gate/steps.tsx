import { Button } from '@/components/ui/form/button'
import { Check } from '@/components/ui/form/choice'
import { TextField } from '@/components/ui/form/field'
import { Icon } from '@/components/ui/icon'
import { mailIcon } from '@/components/ui/icons'
import type { Refusal } from '@/lib/contracts/sent-form'
import { PasswordField } from './fields-client'
import { As, Carried, Refused } from './gate'

interface StepProps {
  values: Record<string, string>
  refusal: Refusal | undefined
}

/** The first step with an e-mail address. The next is the same for every address, known or not. */
export function EmailStep({ values, refusal }: StepProps) {
  return (
    <form className="grid gap-4" action="/sign-in/do/continue" method="post" noValidate>
      <Carried values={values} names={['to']} />
      <EmailField values={values} refusal={refusal} autoComplete="username webauthn" />
      <Button type="submit" tone="ink">
        Continue
      </Button>
    </form>
  )
}

/** The second step: the password, or a link by mail. */
export function PasswordStep({ values, refusal }: StepProps) {
  const { email = '', to = '' } = values
  const again = `/sign-in?${new URLSearchParams({ to })}`
  return (
    <>
      <h1 className="text-d3">Your password</h1>
      <Refused refusal={refusal}>
        {refusal && !refusal.fieldErrors && 'Your e-mail is kept. Type the password again, or have a link mailed.'}
      </Refused>
      <As email={email} href={again} />
      <form className="grid gap-4" action="/sign-in/do/password" method="post" noValidate>
        <Carried values={values} names={['email', 'to']} />
        {/* For password managers, which look for the address beside the password. */}
        <input type="text" autoComplete="username" value={email} readOnly hidden />
        <div className="label-row -mb-3 justify-end">
          <a className="more" href="/sign-in/forgot">
            Forgot it?
          </a>
        </div>
        <PasswordField
          label="Password"
          name="password"
          error={refusal?.fieldErrors?.password}
          autoComplete="current-password"
          required
        />
        <div>
          {/* If the box is not ticked, this value counts. */}
          <input type="hidden" name="stay" value="no" />
          <Check name="stay" value="yes" defaultChecked={values.stay !== 'no'}>
            Stay signed in on this device
          </Check>
          <p className="hint pl-check">For 30 days. Leave it off where others sit.</p>
        </div>
        <Button type="submit" tone="accent">
          Sign in
        </Button>
      </form>
      <form className="grid" action="/sign-in/do/link" method="post">
        <Carried values={values} names={['email', 'to']} />
        <Button type="submit">
          <Icon d={mailIcon} /> Mail me a link instead
        </Button>
      </form>
    </>
  )
}

/** The step that asks for a new password's link. */
export function ForgotStep({ values, refusal }: StepProps) {
  return (
    <>
      <h1 className="text-d3">Choose a new password</h1>
      <p>Type your e-mail. We send a link that works once, for 30 minutes.</p>
      <form className="grid gap-4" action="/sign-in/do/forgot" method="post" noValidate>
        <Carried values={values} names={['to']} />
        <EmailField values={values} refusal={refusal} />
        <Button type="submit" tone="accent">
          <Icon d={mailIcon} /> Send the link
        </Button>
      </form>
      <p className="slip-foot">
        Remember it?{' '}
        <a className="more" href="/sign-in">
          Back to sign-in
        </a>
      </p>
    </>
  )
}

/** The second factor: six digits from the authenticator app. */
export function CodeStep({ values, refusal }: StepProps) {
  return (
    <>
      <h1 className="text-d3">Six digits, please</h1>
      <p>They are in your authenticator app and change every 30 seconds.</p>
      <CodeForm action="/sign-in/do/code" values={values} refusal={refusal} names={['challengeId', 'to', 'stay']} />
      <p className="slip-foot">
        No app at hand?{' '}
        <a className="more" href="/sign-in/recovery">
          Use a recovery code
        </a>
      </p>
    </>
  )
}

/** A form for six digits, from a mail or an app. */
export function CodeForm({ action, values, refusal, names }: StepProps & { action: string; names: readonly string[] }) {
  const error = refusal?.fieldErrors?.code
  return (
    <form className="grid gap-4" action={action} method="post" noValidate>
      <Carried values={values} names={names} />
      {refusal && !error && <Refused refusal={refusal} />}
      <div className="field">
        <label className="label" htmlFor="code">
          Six-digit code
        </label>
        <div className={error ? 'digits is-bad' : 'digits'}>
          <input
            id="code"
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
            pattern="[0-9]{6}"
            required
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? 'code-error' : undefined}
          />
        </div>
        {error && (
          <p className="error" id="code-error" role="alert">
            {error}
          </p>
        )}
      </div>
      <Button type="submit" tone="accent">
        Confirm
      </Button>
    </form>
  )
}

/** The second factor if the app is not at hand. */
export function RecoveryStep({ values, refusal }: StepProps) {
  return (
    <>
      <h1 className="text-d3">A recovery code</h1>
      <p>One of the ten that you kept when you switched the second factor on.</p>
      {refusal && !refusal.fieldErrors && <Refused refusal={refusal} />}
      <form className="grid gap-4" action="/sign-in/do/recovery" method="post" noValidate>
        <Carried values={values} names={['challengeId', 'to', 'stay']} />
        <TextField
          name="recoveryCode"
          label="Recovery code"
          hint="Each works once."
          placeholder="XXXXX-XXXXX"
          error={refusal?.fieldErrors?.code ?? refusal?.fieldErrors?.recoveryCode}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
        />
        <Button type="submit" tone="accent">
          Confirm
        </Button>
      </form>
      <p className="slip-foot">
        All gone?{' '}
        <a className="more" href="mailto:help@nexus.example">
          Write to us
        </a>
        . We check who you are, which takes 2 working days.
      </p>
    </>
  )
}

/** The field for an e-mail address, with its error or the refusal of the form. */
export function EmailField({ values, refusal, autoComplete = 'username' }: StepProps & { autoComplete?: string }) {
  return (
    <>
      {refusal && !refusal.fieldErrors && <Refused refusal={refusal} />}
      <TextField
        name="email"
        label="E-mail"
        type="email"
        defaultValue={values.email}
        error={refusal?.fieldErrors?.email}
        autoComplete={autoComplete}
        autoCapitalize="off"
        spellCheck={false}
        required
      />
    </>
  )
}
