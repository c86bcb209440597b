import { ProviderIcon } from '@/components/customers/gate/providers'
import { linkIcon } from '@/components/ui/icons'
import type { ProviderView } from '@/lib/contracts/customers/providers'
import { Pane, PostButton } from '../account/parts'

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** The providers with which somebody signs in, or could; nothing if there are none. */
export function Providers({ providers }: { providers: readonly ProviderView[] }) {
  if (providers.length === 0) return null
  return (
    <Pane title={list.format(providers.map(({ name }) => name))} icon={linkIcon} id="providers">
      <ul className="rows is-flush is-drop">
        {providers.map(({ id, name, isConnected, email }) => (
          <li key={id}>
            <ProviderIcon id={id} />
            <div className="min-w-0">
              <b>{name}</b>
              {email && <p className="hint who-name">{email}</p>}
            </div>
            <PostButton form={isConnected ? 'disconnect' : 'connect'} fields={{ provider: id }}>
              <button
                className="btn btn-sm"
                type="submit"
                aria-label={`${isConnected ? 'Disconnect' : 'Connect'} ${name}`}
              >
                {isConnected ? 'Disconnect' : 'Connect'}
              </button>
            </PostButton>
          </li>
        ))}
      </ul>
    </Pane>
  )
}
