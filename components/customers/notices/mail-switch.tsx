import { Stamp } from '@/components/customers/gate/gate'
import { Notice } from '@/components/ui/feedback/notice'
import { ButtonLink } from '@/components/ui/form/button'
import { bellIcon, checkIcon, clockIcon } from '@/components/ui/icons'

interface Subscription {
  notice: keyof typeof NAMES
  email: string | null
  isOn: boolean
  canSwitchOn: boolean
  token: string
}

const NAMES = {
  back_in_stock: 'Back in stock',
  price_drop: 'Cheaper',
  review_question: 'How was it?',
  news: 'News',
}

/** Switches a kind of mail off, and says so; null stands for a link that is not whole. */
export function MailSwitch({ subscription, isBackOn }: { subscription: Subscription | null; isBackOn: boolean }) {
  if (!subscription)
    return (
      <div className="slip max-w-[36rem]">
        <Stamp d={clockIcon} tone="butter" />
        <h1 className="text-d3">This link is not complete</h1>
        <p>Please copy all of it from the mail. Or sign in, and switch mails off in your profile.</p>
        <ButtonLink href="/account/profile">My profile</ButtonLink>
      </div>
    )
  const { notice, email, isOn, canSwitchOn, token } = subscription
  const name = `“${NAMES[notice]}”`
  return (
    <form className="slip max-w-[36rem]" action="/unsubscribe" method="post">
      <input type="hidden" name="token" value={token} />
      <Stamp d={isOn ? bellIcon : checkIcon} tone={isOn ? 'butter' : 'mint'} />
      {isOn && isBackOn && (
        <Notice tone="good" live>
          <p>They are on again.</p>
        </Notice>
      )}
      <h1 className="text-d3">{isOn ? `Switch ${name} mails off?` : `No more ${name} mails`}</h1>
      <p>
        {email && (
          <>
            For <b className="who-name">{email}</b>.{' '}
          </>
        )}
        Mails about orders still come.
      </p>
      {isOn ? (
        <button className="btn btn-accent" type="submit">
          Switch them off
        </button>
      ) : (
        canSwitchOn && (
          <button className="btn btn-sm" type="submit" name="isOn" value="yes">
            Switch it back on
          </button>
        )
      )}
    </form>
  )
}
