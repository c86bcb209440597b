import { Poster } from '@/components/ui/poster'
import type { Settings } from '@/lib/contracts/settings'
import { shortMoney } from '@/lib/domain/pricing/money'

/** The shop's promises about prices, delivery, returns and stock. */
export function ShopPromises({ delivery: { standard } }: Pick<Settings, 'delivery'>) {
  return (
    <section className="pledge mt-14 md:mt-20" aria-labelledby="pledge">
      <div className="wrap">
        <Poster
          as="h2"
          id="pledge"
          label="If it is not cheaper than last month, we don’t call it a deal."
          lines={[
            {
              text: 'If it is not cheaper than last month,',
              size: 5.2,
              leading: 1.05,
              split: [
                { text: 'If it is not cheaper', size: 12, leading: 1.02 },
                { text: 'than last month,', size: 15, leading: 1 },
              ],
            },
            {
              text: 'we don’t call it a deal.',
              size: 9.6,
              leading: 0.95,
              split: [
                { text: 'we don’t call it', size: 12, leading: 1.02 },
                { text: 'a deal.', size: 30, leading: 0.95 },
              ],
            },
          ]}
        />
        <dl className="pledge-list">
          <div>
            <dt>Delivery</dt>
            <dd>
              {shortMoney(standard.price)}, free from {shortMoney(standard.freeFrom)}, tracked to the door.
            </dd>
          </div>
          <div>
            <dt>Returns</dt>
            <dd>30 days, free, label in the box.</dd>
          </div>
          <div>
            <dt>Stock</dt>
            <dd>“3 left” means 3. We count on every sale.</dd>
          </div>
        </dl>
      </div>
    </section>
  )
}
