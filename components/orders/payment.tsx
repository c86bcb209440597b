import { Icon } from '@/components/ui/icon'
import { landmarkIcon } from '@/components/ui/icons'
import type { OrderView } from '@/lib/contracts/orders'
import type { Settings } from '@/lib/contracts/settings'
import { formatMoney } from '@/lib/domain/pricing/money'

/** Bank details for an order that is paid by transfer. */
export function TransferDetails({ order, bank }: { order: OrderView; bank: Settings['bank'] }) {
  const rows = [
    ['Amount', formatMoney(order.total)],
    ['Reference', order.number],
    ['Account holder', bank.holder],
    ['IBAN', bank.iban],
    ['BIC', bank.bic],
  ]
  return (
    <section className="box p-4 md:p-6 bg-butter" aria-labelledby="transfer">
      <h2 id="transfer" className="text-d4 flex items-center gap-2 pb-1">
        <Icon d={landmarkIcon} /> Transfer {formatMoney(order.total)}
      </h2>
      <p className="pb-3">
        We pack your order when the payment arrives. Please include the reference, so that we can match it.
      </p>
      <table className="specs">
        <tbody>
          {rows.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="num wrap-anywhere select-all">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
