import Link from 'next/link'
import type { ReactNode } from 'react'
import { GuaranteeNotice } from '@/components/content/guarantee-notice'
import { WithdrawalHelp } from '@/components/content/withdrawal-help'
import { COUNTRIES } from '@/lib/contracts/settings'
import type { HelpPageName } from '@/lib/domain/content/help-pages'
import { shortMoney } from '@/lib/domain/pricing/money'
import { REVIEW_RIGHT } from '@/lib/domain/reviews/review-right'
import { COUNTRY_NAMES } from '@/lib/domain/shipping/country'
import type { PublishedSettings } from '@/lib/queries/settings'

export interface HelpPage {
  title: string
  /** A sentence below the title, which is also the page's meta description. */
  lead: string
  sections: { title: string; body: ReactNode }[]
}

const percent = (basisPoints: number) => `${basisPoints / 100} %`
const workdays = (days: number) => (days === 1 ? 'the next working day' : `${days} working days`)

const help = (
  <a className="more" href="mailto:help@nexus.example">
    help@nexus.example
  </a>
)

/** Returns the content of a help page. Its numbers come from the settings, so that they always match the checkout. */
export function helpPage(name: HelpPageName, settings: PublishedSettings): HelpPage {
  return { delivery, returns, terms, privacy, imprint }[name](settings)
}

function delivery({ delivery: { standard, express }, vat }: PublishedSettings): HelpPage {
  const countries = COUNTRIES.map((code) => COUNTRY_NAMES[code].replace('Netherlands', 'the Netherlands'))
  return {
    title: 'Delivery and costs',
    lead: `${shortMoney(standard.price)}, free from ${shortMoney(standard.freeFrom)}. Tracked to the door.`,
    sections: [
      {
        title: 'What it costs',
        body: (
          <table className="specs">
            <thead className="vh">
              <tr>
                <th scope="col">Way</th>
                <th scope="col">Cost</th>
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row">Standard, {workdays(standard.days)}</th>
                <td>
                  {shortMoney(standard.price)}, free from {shortMoney(standard.freeFrom)}
                </td>
              </tr>
              <tr>
                <th scope="row">Express, {workdays(express.days)}</th>
                <td>{shortMoney(express.price)}</td>
              </tr>
            </tbody>
          </table>
        ),
      },
      {
        title: 'Where we deliver',
        body: (
          <p>
            {countries.slice(0, -1).join(', ')} and {countries.at(-1)}. Sundays and public holidays do not count as
            working days.
          </p>
        ),
      },
      {
        title: 'VAT',
        body: (
          <>
            <p>
              Every price includes the VAT of the country that we deliver to. Groceries and books have the lower rate;
              in Austria milk, eggs, bread, rice, pasta and most vegetables have a lower one still.
            </p>
            <table className="specs text-sm">
              <thead>
                <tr>
                  <th scope="col">Country</th>
                  <th scope="col">Most things</th>
                  <th scope="col">Food, books</th>
                  <th scope="col">Staple food</th>
                </tr>
              </thead>
              <tbody>
                {COUNTRIES.map((code) => (
                  <tr key={code}>
                    <th scope="row">{COUNTRY_NAMES[code].replace('Netherlands', 'The Netherlands')}</th>
                    <td>{percent(vat[code].standard)}</td>
                    <td>{percent(vat[code].reduced)}</td>
                    <td>{percent(vat[code].staple)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        ),
      },
      {
        title: 'Where is my order?',
        body: (
          <p>
            You need its number and your e-mail address:{' '}
            <Link className="more" href="/track">
              look it up
            </Link>
            .
          </p>
        ),
      },
    ],
  }
}

function returns({ trader, bank }: PublishedSettings): HelpPage {
  return {
    title: 'Returns',
    lead: 'Thirty days, free, and the label is in the box.',
    sections: [
      {
        title: 'Send something back',
        body: (
          <ol className="list-decimal pl-5 grid gap-1">
            <li>Put it into the box it came in, or any other.</li>
            <li>Stick on the label from the parcel.</li>
            <li>Hand it in at any post office within 30 days of delivery.</li>
          </ol>
        ),
      },
      {
        title: 'Your money',
        body: <p>We refund you within three days of receiving the parcel, the way you paid.</p>,
      },
      {
        title: 'Fruit, bread and cheese',
        body: (
          <p>Please do not send food back. If something is wrong, write to {help} with a picture. Keep the fruit.</p>
        ),
      },
      {
        title: 'Your right by law',
        body: <WithdrawalHelp trader={trader} bank={bank} />,
      },
    ],
  }
}

function terms({ bank, guarantee }: PublishedSettings): HelpPage {
  return {
    title: 'Terms',
    lead: 'What we promise each other when you order.',
    sections: [
      {
        title: 'The contract',
        body: (
          <p>
            You buy from {bank?.holder ?? 'the seller named in the imprint'}. Adding things to the cart is not binding.
            With the button at the end of the checkout you place a binding order, and the confirmation that we send you
            accepts it.
          </p>
        ),
      },
      {
        title: 'Prices',
        body: (
          <p>
            Prices include VAT. A percentage is always against the lowest price of the last 30 days. If a price changes
            while something is in your cart, we show you before you order, and you decide.
          </p>
        ),
      },
      {
        title: 'Paying',
        body: (
          <p>
            By bank transfer, and the parcel leaves when the money has arrived, or in cash on delivery. Goods stay ours
            until they are paid.
          </p>
        ),
      },
      {
        title: 'When something is faulty',
        body: (
          <>
            <p>The law gives you two years. Write to {help}; we mend it, replace it or pay it back.</p>
            <GuaranteeNotice guarantee={guarantee} />
          </>
        ),
      },
    ],
  }
}

function privacy(): HelpPage {
  return {
    title: 'Privacy',
    lead: 'We keep what an order needs, and nothing else.',
    sections: [
      {
        title: 'What we keep',
        body: (
          <p>
            For an order: your name, address, e-mail address, a phone number if you gave one, and what you bought. We
            need it to deliver (Article 6(1)(b) GDPR) and keep invoices as long as tax law says. If you withdraw from a
            contract: your statement, for three years.
          </p>
        ),
      },
      {
        title: 'Your cart',
        body: (
          <p>
            Your cart is linked to one cookie with its id and a signature. It lasts for 30 days, is not readable by
            scripts, and contains nothing about you. Settings such as the theme stay in your browser.
          </p>
        ),
      },
      {
        title: 'What you save and wait for',
        body: (
          <p>
            Without an account, what you save stays in your browser. In an account, we keep your lists until you delete
            them; a list is private unless you share its link. If you ask us to tell you when something is back, we keep
            your address until a month after the one mail, and without an account only once you have confirmed it. Each
            such mail has a link that switches it off.
          </p>
        ),
      },
      {
        title: 'Reviews',
        body: (
          <p>
            {REVIEW_RIGHT} Everybody can read it, with the name that you give and what you bought; you can change it
            there. If you vote for a review or report one, you get a cookie with a random number and a signature, so
            that each vote counts once. It lasts for a year and contains nothing else.
          </p>
        ),
      },
      {
        title: 'What we do not do',
        body: <p>No analytics, no advertising, no fonts or scripts from other people’s servers.</p>,
      },
      {
        title: 'Your rights',
        body: (
          <p>
            You may see, correct, export and delete what we have about you, and complain to a supervisory authority.
            Write to {help}.
          </p>
        ),
      },
    ],
  }
}

const imprintWithoutName: HelpPage = {
  title: 'Imprint',
  lead: 'Who is behind this shop.',
  sections: [
    {
      title: 'Address',
      body: <p>This shop has not published its name and address yet. Orders are not taken until then.</p>,
    },
    { title: 'Contact', body: <p>{help}</p> },
  ],
}

function imprint({ bank, trader }: PublishedSettings): HelpPage {
  if (!bank) return imprintWithoutName
  return {
    title: 'Imprint',
    lead: 'Who is behind this shop.',
    sections: [
      {
        title: 'Address',
        body: (
          <address className="not-italic">
            {trader?.name ?? bank.holder}
            <br />
            {trader?.address}
          </address>
        ),
      },
      { title: 'Contact', body: <p>{help}</p> },
      {
        title: 'Register',
        body: <p>Register court Hamburg, HRB 000000. VAT number DE000000000. Managing director: Erika Mustermann.</p>,
      },
    ],
  }
}
