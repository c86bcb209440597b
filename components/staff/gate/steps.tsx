import { PasswordField } from '@/components/customers/gate/fields-client'
import { Carried, Refused } from '@/components/customers/gate/gate'
import { CodeForm } from '@/components/customers/gate/steps'
import { Button } from '@/components/ui/form/button'
import { TextField } from '@/components/ui/form/field'
import type { Refusal } from '@/lib/contracts/sent-form'
import type { OpenInvitation } from '@/lib/contracts/staff'

interface StepProps {
  values: Record<string, string>
  refusal: Refusal | undefined
}

/** The form with e-mail and password. */
export function SignInForm({ values, refusal }: StepProps) {
  return (
    <form className="stack-form" action="/admin/sign-in/do/password" method="post" noValidate>
      <Carried values={values} names={['to']} />
      {refusal && !refusal.fieldErrors && <Refused refusal={refusal} />}
      <TextField
        name="email"
        label="E-mail"
        type="email"
        defaultValue={values.email}
        error={refusal?.fieldErrors?.email}
        autoComplete="username webauthn"
        autoCapitalize="off"
        spellCheck={false}
        required
      />
      <PasswordField
        label="Password"
        name="password"
        error={refusal?.fieldErrors?.password}
        autoComplete="current-password"
        required
      />
      <Button type="submit" tone="ink">
        Sign in
      </Button>
      <p className="hint">
        No account? An owner invites you. Forgotten your password, or lost your phone? They send you a new link.
      </p>
    </form>
  )
}

/** The second factor: six digits from the authenticator app. */
export function OfficeCode({ values, refusal }: StepProps) {
  return (
    <>
      <h1 className="text-d3">Six digits</h1>
      <p>They are in your authenticator app and change every 30 seconds.</p>
      <CodeForm action="/admin/sign-in/do/code" values={values} refusal={refusal} names={['challengeId', 'to']} />
      <p className="hint">
        No app at hand?{' '}
        <a className="more" href="/admin/sign-in/recovery">
          Use a recovery code
        </a>
        . Nobody from Nexus ever asks you for one.
      </p>
    </>
  )
}

/** The second factor if the app is not at hand. */
export function OfficeRecovery({ values, refusal }: StepProps) {
  return (
    <>
      <h1 className="text-d3">A recovery code</h1>
      {refusal && !refusal.fieldErrors && <Refused refusal={refusal} />}
      <form className="stack-form" action="/admin/sign-in/do/recovery" method="post" noValidate>
        <Carried values={values} names={['challengeId', 'to']} />
        <TextField
          name="recoveryCode"
          label="Recovery code"
          hint="One of the ten that you kept. Each works once."
          placeholder="XXXXX-XXXXX"
          error={refusal?.fieldErrors?.code ?? refusal?.fieldErrors?.recoveryCode}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
        />
        <Button type="submit" tone="accent">
          Go in
        </Button>
      </form>
      <p className="hint">All gone? An owner sends you a new link.</p>
    </>
  )
}

/** Accepts an invitation: a name and a password. The second factor comes next. */
export function AcceptForm({
  invitation,
  values,
  refusal,
}: StepProps & { invitation: OpenInvitation & { token: string } }) {
  const { kind, email, roleName, token } = invitation
  const words = {
    SETUP: 'You are the first owner. This link works once, and setup is closed afterwards.',
    OWNER: 'You are invited to be an owner of this shop.',
    MEMBER: `You are invited to the office as ${roleName}.`,
    RESET: 'Choose a new password. Your old password and your old second factor end with it.',
  }
  return (
    <>
      <h1 className="text-d3">{kind === 'RESET' ? 'A new way in' : 'Come in'}</h1>
      <p>{words[kind]} After this, you set up a second factor.</p>
      {refusal && !refusal.fieldErrors && <Refused refusal={refusal} />}
      <form className="stack-form" action="/admin/sign-in/do/accept" method="post" noValidate>
        <input type="hidden" name="token" value={token} />
        {email === null ? (
          <TextField
            name="email"
            label="E-mail"
            type="email"
            defaultValue={values.email}
            error={refusal?.fieldErrors?.email}
            autoComplete="username"
            autoCapitalize="off"
            spellCheck={false}
            required
          />
        ) : (
          <>
            <p className="font-bold wrap-anywhere">{email}</p>
            <input type="text" autoComplete="username" value={email} readOnly hidden />
          </>
        )}
        <TextField
          name="name"
          label="Name"
          defaultValue={values.name}
          error={refusal?.fieldErrors?.name}
          autoComplete="name"
          maxLength={100}
          required
        />
        <PasswordField
          label="Password"
          name="password"
          hint="At least 12 characters. Four words in a row do it."
          error={refusal?.fieldErrors?.password}
          strength={{ ownWords: email ? [email] : [] }}
          autoComplete="new-password"
          required
        />
        <Button type="submit" tone="accent">
          Next: make it safe
        </Button>
      </form>
    </>
  )
}
