import { Icon } from '@/components/ui/icon'
import { checkIcon } from '@/components/ui/icons'
import type { WithdrawalReceipt } from '@/lib/contracts/withdrawal'
import { lastDayToSendBack } from '@/lib/domain/orders/withdrawal'
import { dateText, secondText } from '@/lib/domain/shipping/day'

/** The acknowledgement of a withdrawal. It is the same whether or not there is such an order. */
export function Receipt({ receipt }: { receipt: WithdrawalReceipt }) {
  const { number, name, order, part, email, submittedAt } = receipt
  const day = dateText(lastDayToSendBack(new Date(submittedAt)))
  return (
    <section className="legal" aria-labelledby="received">
      <div className="legal-head">
        <span className="stamp">
          <Icon d={checkIcon} />
        </span>
        <h1 className="text-d3" id="received">
          Your withdrawal is in
        </h1>
        <p className="wrap-anywhere">
          Received on <b className="num">{secondText(submittedAt)}</b> (Hamburg). The same stands in the mail to {email}
          .
        </p>
      </div>
      <table className="specs">
        <tbody>
          {[
            ['Number', number],
            ['Name', name],
            ['Order', order],
            ['Part', part || 'The whole order'],
          ].map(([label, text]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ol className="how">
        <li>
          <span className="step-n" aria-hidden="true">
            1
          </span>
          <p>
            Send the things off until <b>{day}</b>, if you have them. The label that lay in the parcel costs you
            nothing.
          </p>
        </li>
        <li>
          <span className="step-n" aria-hidden="true">
            2
          </span>
          <p>
            You get back what you paid, standard delivery included, the way you paid it, until <b>{day}</b> at the
            latest. We may wait for the parcel, or for your proof that it is on its way.
          </p>
        </li>
      </ol>
      <p className="hint">If we need to ask which order you mean, we write to you.</p>
    </section>
  )
}
