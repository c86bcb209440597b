import { Button } from '@/components/ui/form/button'
import { TextField } from '@/components/ui/form/field'
import { Icon } from '@/components/ui/icon'
import { checkIcon, clockIcon, mailIcon } from '@/components/ui/icons'
import type { Refusal } from '@/lib/contracts/sent-form'
import { PasswordField } from './fields-client'
import { As, Carried, Refused, Stamp } from './gate'
import { CodeForm } from './steps'

interface Link {
  email: string
  token: string
}

/** Says that a link is on its way, in the same words whether or not the address has an account. */
export function LinkSent({ values }: { values: Record<string, string> }) {
  const { email = '', kind = 'link' } = values
  return (
    <>
      <Stamp d={mailIcon} tone="sky" />
      <h1 className="text-d3">Check your mail</h1>
      <p>
        If <b className="who-name">{email}</b> has an account, a link is on its way. It works once, for 30 minutes, in
        this browser or another.
      </p>
      <p className="hint">Nothing after two minutes? Look in spam, then send it again.</p>
      <form className="grid" action={`/sign-in/do/${kind === 'forgot' ? 'forgot' : 'link'}`} method="post">
        <Carried values={values} names={['email', 'to']} />
        <Button type="submit">Send again</Button>
      </form>
      <a className="btn btn-quiet justify-self-center" href="/sign-in">
        Use another address
      </a>
    </>
  )
}

/** Asks for a press, because mail scanners open links too. */
export function OpenLink({ link, refusal }: { link: Link; refusal: Refusal | undefined }) {
  return (
    <>
      <Stamp d={checkIcon} tone="mint" />
      <h1 className="text-d3">One more press</h1>
      <Refused refusal={refusal} />
      <p>
        The link is fine. It signs in <b className="who-name">{link.email}</b> in this browser.
      </p>
      <form className="grid" action="/sign-in/do/open" method="post">
        <input type="hidden" name="token" value={link.token} />
        <input type="hidden" name="stay" value="yes" />
        <Button type="submit" tone="accent" size="lg">
          Sign in
        </Button>
      </form>
      <p className="slip-foot">You did not ask for it? Close this page. Nothing happens.</p>
    </>
  )
}

/** Says that a link cannot be used any more, and offers a new one. */
export function LinkDead({ action, label }: { action: string; label: string }) {
  return (
    <>
      <Stamp d={clockIcon} tone="butter" />
      <h1 className="text-d3">This link no longer works</h1>
      <p>Links work once, for 30 minutes. Your account is fine. Have a new one sent.</p>
      <form className="grid gap-4" action={action} method="post" noValidate>
        <TextField name="email" label="E-mail" type="email" autoComplete="username" autoCapitalize="off" required />
        <Button type="submit" tone="accent">
          <Icon d={mailIcon} /> {label}
        </Button>
      </form>
    </>
  )
}

/** The form that sets a new password with a link. */
export function NewPassword({ link, refusal }: { link: Link; refusal: Refusal | undefined }) {
  return (
    <>
      <h1 className="text-d3">A new password</h1>
      {refusal && !refusal.fieldErrors && <Refused refusal={refusal} />}
      <As email={link.email} href="/sign-in" />
      <form className="grid gap-4" action="/sign-in/do/reset" method="post" noValidate>
        <input type="hidden" name="token" value={link.token} />
        <input type="text" autoComplete="username" value={link.email} readOnly hidden />
        <PasswordField
          label="New password"
          name="password"
          hint="At least 12 characters. Four words in a row do it."
          error={refusal?.fieldErrors?.password}
          strength={{ ownWords: [link.email] }}
          autoComplete="new-password"
          required
        />
        <p className="hint">Saving signs out all your other devices. Passkeys keep working.</p>
        <Button type="submit" tone="accent">
          Save and sign in
        </Button>
      </form>
    </>
  )
}

/** Asks for the code of a registration's mail. The mail's link does as well. */
export function CheckMail({ values, refusal }: { values: Record<string, string>; refusal: Refusal | undefined }) {
  return (
    <>
      <Stamp d={mailIcon} tone="sky" />
      <h1 className="text-d3">Check your mail</h1>
      <p>
        We sent six digits and a link to <b className="who-name">{values.email}</b>. Either will do, for 30 minutes.
      </p>
      <CodeForm
        action="/register/do/code"
        values={values}
        refusal={refusal}
        names={['challengeId', 'email', 'name', 'to']}
      />
      <p className="slip-foot">
        Nothing after two minutes? Look in spam.{' '}
        <a className="more" href="/register">
          Wrong address?
        </a>
      </p>
    </>
  )
}

/** Confirms a registration from its link. */
export function ConfirmMail({ link, refusal }: { link: Link; refusal: Refusal | undefined }) {
  return (
    <>
      <Stamp d={checkIcon} tone="mint" />
      <h1 className="text-d3">One more press</h1>
      <Refused refusal={refusal} />
      <p>
        It makes your account with <b className="who-name">{link.email}</b>, and signs you in here.
      </p>
      <form className="grid" action="/register/do/confirm" method="post">
        <input type="hidden" name="token" value={link.token} />
        <Button type="submit" tone="accent" size="lg">
          Make my account
        </Button>
      </form>
      <p className="slip-foot">You did not ask for it? Close this page. Nothing happens.</p>
    </>
  )
}

/** Says that a registration's link cannot be used any more. */
export function RegistrationDead() {
  return (
    <>
      <Stamp d={clockIcon} tone="butter" />
      <h1 className="text-d3">This link no longer works</h1>
      <p>Links work once, for 30 minutes. If you pressed it already, your account is there: sign in.</p>
      <a className="btn btn-accent" href="/sign-in">
        Sign in
      </a>
      <a className="btn" href="/register">
        Make an account
      </a>
    </>
  )
}
