import Link from 'next/link'
import { withdrawalInstruction } from '@/lib/domain/orders/withdrawal-instruction'
import { WITHDRAWAL_WORDS } from '@/lib/domain/orders/withdrawal-words'
import type { PublishedSettings } from '@/lib/queries/settings'

/** A summary of the right of withdrawal and how to use it, followed by the full instructions with the model form. */
export function WithdrawalHelp({ trader, bank }: Pick<PublishedSettings, 'trader' | 'bank'>) {
  const words = trader ? `${trader.name}, ${trader.address}, ${trader.email}` : (bank?.holder ?? 'the seller')
  return (
    <>
      <p>
        Apart from our 30 days you can withdraw from the contract within 14 days of the day the last parcel reached you,
        without giving a reason and without an account. We confirm it by e-mail at once.
      </p>
      <p>
        <Link className="more" href="/withdraw">
          {WITHDRAWAL_WORDS.en.link}
        </Link>
      </p>
      <p>
        A letter or an e-mail to us counts just as much. Perishable goods are excluded, and so are hygiene-sealed goods
        once opened; their pages and the checkout mark them.
      </p>
      <details>
        <summary className="font-semibold cursor-pointer">The instruction and the model form</summary>
        <div className="grid gap-4 pt-4">
          {withdrawalInstruction({ trader: words, url: '/withdraw' }).map(({ heading, paragraphs }) => (
            <section key={heading} className="grid gap-2">
              <h3 className="text-d5">{heading}</h3>
              {paragraphs.map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
            </section>
          ))}
        </div>
      </details>
    </>
  )
}
