import type { ReactNode } from 'react'
import { Button } from '@/components/ui/form/button'
import { checkIcon, clockIcon } from '@/components/ui/icons'
import { Stamp } from './gate'

/** Asks for a press on a page that a mail's link opened, because mail scanners open links too. */
export function PressOnce({
  form,
  link,
  label,
  children,
}: {
  form: 'email' | 'order'
  link: { token: string }
  label: string
  children: ReactNode
}) {
  return (
    <>
      <Stamp d={checkIcon} tone="mint" />
      <h1 className="text-d3">One more press</h1>
      <p>{children}</p>
      <form className="grid" action={`/account-link/do/${form}`} method="post">
        <input type="hidden" name="token" value={link.token} />
        <Button type="submit" tone="accent" size="lg">
          {label}
        </Button>
      </form>
      <p className="slip-foot">You did not ask for it? Close this page. Nothing happens.</p>
    </>
  )
}

/** Says that the new address counts now. */
export function EmailChanged() {
  return (
    <>
      <Stamp d={checkIcon} tone="mint" />
      <h1 className="text-d3">That is your address now</h1>
      <p>Sign in with it from now on. We told the old address too.</p>
      <a className="btn btn-accent" href="/account">
        See my account
      </a>
    </>
  )
}

/** Says that a link cannot be used any more. `href` is where a new one can be had. */
export function LinkGone({ href }: { href: string }) {
  return (
    <>
      <Stamp d={clockIcon} tone="butter" />
      <h1 className="text-d3">This link no longer works</h1>
      <p>Links work once, for 30 minutes. Nothing was changed by this one.</p>
      <a className="btn btn-accent" href={href}>
        Have a new one sent
      </a>
    </>
  )
}
