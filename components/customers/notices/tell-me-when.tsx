import { Stamp } from '@/components/customers/gate/gate'
import { Notice } from '@/components/ui/feedback/notice'
import { Button, ButtonLink } from '@/components/ui/form/button'
import { TextField } from '@/components/ui/form/field'
import { bellIcon, checkIcon, clockIcon, mailIcon } from '@/components/ui/icons'
import type { Refusal } from '@/lib/contracts/sent-form'

const SLIP = 'slip max-w-[36rem]'

/** The form that asks for a mail when a SKU is in stock again, on a page of its own, for browsers without scripts. */
export function TellMeWhenForm({
  awaited: { sku, name, variant },
  values,
  refusal,
}: {
  awaited: { sku: string; name: string; variant: string }
  values: Record<string, string>
  refusal: Refusal | undefined
}) {
  return (
    <form className={SLIP} action="/tell-me-when/do/ask" method="post" noValidate>
      <Stamp d={bellIcon} tone="butter" />
      <h1 className="text-d3">Tell me when</h1>
      {refusal && !refusal.fieldErrors && (
        <Notice tone="danger" live>
          <p>{refusal.message}</p>
        </Notice>
      )}
      <p>
        <b>{name}</b>
        {variant && `, ${variant}`} is sold out. You get one mail when it can be had again.
      </p>
      <input type="hidden" name="sku" value={sku} />
      <TextField
        name="email"
        label="E-mail"
        type="email"
        defaultValue={values.email ?? ''}
        error={refusal?.fieldErrors?.email}
        autoComplete="email"
        autoCapitalize="off"
        required
      />
      <Button type="submit" tone="accent">
        Tell me when
      </Button>
    </form>
  )
}

/** Says that the mail will come, or that the address has to be confirmed first. The same for every address. */
export function Asked({ isSet }: { isSet: boolean }) {
  return (
    <div className={SLIP}>
      <Stamp d={isSet ? checkIcon : mailIcon} tone={isSet ? 'mint' : 'sky'} />
      <h1 className="text-d3">{isSet ? 'We write to you' : 'Check your mail'}</h1>
      {isSet ? (
        <p>You get one mail when it can be had again. Nothing else.</p>
      ) : (
        <>
          <p>We sent you a link. Press its button, and you get one mail when it can be had again.</p>
          <p className="hint">Nothing after two minutes? Look in spam, then ask again.</p>
        </>
      )}
      <ButtonLink href="/new">Look around</ButtonLink>
    </div>
  )
}

/** Asks for a press on the page that the mail to a guest links to, because mail scanners open links too. */
export function ConfirmGuest({ link }: { link: { email: string; token: string } | null }) {
  if (!link)
    return (
      <div className={SLIP}>
        <Stamp d={clockIcon} tone="butter" />
        <h1 className="text-d3">This link no longer works</h1>
        <p>Links work once, for a day. If you pressed the button before, the mail will come.</p>
        <ButtonLink href="/new">Look around</ButtonLink>
      </div>
    )
  return (
    <form className={SLIP} action="/tell-me-when/do/confirm" method="post">
      <Stamp d={bellIcon} tone="butter" />
      <h1 className="text-d3">One more press</h1>
      <p>
        <b className="who-name">{link.email}</b> gets one mail when it can be had again.
      </p>
      <input type="hidden" name="token" value={link.token} />
      <Button type="submit" tone="accent" size="lg">
        Tell me when
      </Button>
      <p className="slip-foot">You did not ask for it? Close this page. Nothing happens.</p>
    </form>
  )
}
