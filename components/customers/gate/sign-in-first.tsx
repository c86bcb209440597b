import { EmptyState } from '@/components/ui/feedback/empty-state'

/** Asks somebody to sign in before they see a page of their account. */
export function SignInFirst({ path }: { path: string }) {
  return (
    <EmptyState level={1} title="You are signed out" text="Sign in, and this page opens.">
      <a className="btn btn-accent" href={`/sign-in?${new URLSearchParams({ to: path })}`}>
        Sign in
      </a>
    </EmptyState>
  )
}

/** Stands where a step of signing in has nothing to work on, for example because its cookie has expired. */
export function StartAnew({ href = '/sign-in', label = 'Start again' }: { href?: string; label?: string }) {
  return (
    <>
      <h1 className="text-d3">Nothing is waiting here</h1>
      <p>This step belongs to one before it, which has been done or was half an hour ago.</p>
      <a className="btn btn-accent" href={href}>
        {label}
      </a>
    </>
  )
}

/** Stands where the sign-in form stands, for somebody who is signed in already. */
export function AlreadyIn({ path }: { path: string }) {
  return (
    <>
      <h1 className="text-d3">You are signed in</h1>
      <a className="btn btn-accent" href={path}>
        Go on
      </a>
      <form className="grid" action="/sign-in/do/sign-out" method="post">
        <button className="btn" type="submit">
          Sign out
        </button>
      </form>
    </>
  )
}
