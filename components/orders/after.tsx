import Link from 'next/link'
import { Icon } from '@/components/ui/icon'
import { backIcon, mailIcon, scaleIcon } from '@/components/ui/icons'
import { WITHDRAWAL_WORDS } from '@/lib/domain/orders/withdrawal-words'

/** Links to what a shopper can do about an order: return, withdraw, ask. */
export function After({ number }: { number: string }) {
  const ways = [
    { href: '/help/returns', icon: backIcon, name: 'Send something back', note: 'Free for 30 days' },
    {
      href: `/withdraw?order=${encodeURIComponent(number)}`,
      icon: scaleIcon,
      name: WITHDRAWAL_WORDS.en.link,
      note: 'Within 14 days, without a reason',
    },
    {
      href: `mailto:help@nexus.example?subject=${encodeURIComponent(`About order ${number}`)}`,
      icon: mailIcon,
      name: 'Ask about this order',
      note: 'We reply the same day',
    },
  ]
  return (
    <section className="grid gap-4 sm:grid-cols-3" aria-label="What you can do">
      {ways.map(({ href, icon, name, note }) => (
        <Link key={href} className="box press p-4 no-underline grid gap-1 content-start" href={href} prefetch={false}>
          <Icon d={icon} />
          <b className="font-display text-d5">{name}</b>
          <span className="muted text-sm">{note}</span>
        </Link>
      ))}
    </section>
  )
}
