import { EmptyState } from '@/components/ui/feedback/empty-state'
import { Notice } from '@/components/ui/feedback/notice'
import { ButtonLink } from '@/components/ui/form/button'
import { Icon } from '@/components/ui/icon'
import { cartIcon, moreIcon, plusIcon, shareIcon, usersIcon } from '@/components/ui/icons'
import type { WishlistTab, WishlistView } from '@/lib/contracts/customers/wishlists'
import type { Refusal } from '@/lib/contracts/sent-form'
import { Outcome, PostButton } from '../account/parts'
import { WishlistCard } from './wishlist-card'

const LISTS = '/account/wishlists'
const TEXTS = {
  new: 'The list is made. Press the heart on anything, then move it here.',
  renamed: 'The list has its new name.',
  restored: 'The list is back, and so is its link.',
  moved: 'It is moved.',
  awaited: 'We write to you when it is back, once.',
  'never-mind': 'We will not write to you about it.',
}

/** Returns the address of a list's page. */
export const wishlistUrl = ({ id, isDefault }: Pick<WishlistTab, 'id' | 'isDefault'>): string =>
  isDefault ? LISTS : `${LISTS}/${id}`

/** What the last form did: `values` are what it needs to be undone. */
interface LastChange {
  done: unknown
  values: Record<string, string>
  refusal?: Refusal | undefined
}

/** One of a person's lists with its things, and the tabs of all lists. */
export function Wishlist({ view, last }: { view: WishlistView; last: LastChange }) {
  const { list, lists, items } = view
  return (
    <>
      <h1 className="text-d2 pb-4">Wishlists</h1>
      <Told list={list} last={last} />
      <div className="acct-bar">
        <Tabs list={list} lists={lists} />
        <Actions view={view} />
      </div>
      {items.length === 0 ? (
        <EmptyState title="Nothing saved yet" text="Press the heart on anything. We say when it gets cheaper.">
          <ButtonLink tone="accent" href="/new">
            Look around
          </ButtonLink>
        </EmptyState>
      ) : (
        <div className="shelf wish-shelf">
          {items.map((item) => (
            <WishlistCard key={item.id} item={item} list={list} lists={lists} />
          ))}
        </div>
      )}
    </>
  )
}

function Told({ list, last: { done, values, refusal } }: { list: WishlistTab; last: LastChange }) {
  const { name = '', itemId, id } = values
  if (!refusal && done === 'removed' && itemId)
    return (
      <Undo text={`${name} is off the list.`}>
        <PostButton form="resave" fields={{ itemId, list: list.id }}>
          <UndoButton />
        </PostButton>
      </Undo>
    )
  if (!refusal && done === 'deleted' && id)
    return (
      <Undo text={`The list “${name}” is deleted, and its link stopped.`}>
        <PostButton form="restore-list" fields={{ id }}>
          <UndoButton />
        </PostButton>
      </Undo>
    )
  return <Outcome done={done} texts={TEXTS} refusal={refusal} />
}

function Undo({ text, children }: { text: string; children: React.ReactNode }) {
  return (
    <Notice tone="info" live className="mb-6">
      <p className="font-semibold">{text}</p>
      <div className="pt-2">{children}</div>
    </Notice>
  )
}

const UndoButton = () => (
  <button className="btn btn-sm" type="submit">
    Undo
  </button>
)

function Tabs({ list, lists }: { list: WishlistTab; lists: WishlistTab[] }) {
  return (
    <nav aria-label="Your lists" className="flex flex-wrap gap-2">
      {lists.map((one) => {
        const isHere = one.id === list.id
        return (
          <a
            key={one.id}
            className={isHere ? 'chip is-on' : 'chip'}
            href={wishlistUrl(one)}
            aria-current={isHere ? 'page' : undefined}
          >
            <span className="who-name">{one.name}</span> <span className={isHere ? 'num' : 'count'}>{one.count}</span>
            {one.isShared && (
              <>
                <Icon d={usersIcon} /> <span className="vh">shared</span>
              </>
            )}
          </a>
        )
      })}
      <a className="chip" href={`${LISTS}/new`}>
        <Icon d={plusIcon} /> New list
      </a>
    </nav>
  )
}

function Actions({ view: { list, items } }: { view: WishlistView }) {
  const available = items.filter(({ state, needsChoice }) => state === 'here' && !needsChoice).length
  return (
    <div className="flex flex-wrap gap-3">
      <a className="btn btn-sm" href={`${LISTS}/${list.id}/share`}>
        <Icon d={shareIcon} /> Share
      </a>
      {available > 0 && (
        <PostButton form="list-to-cart" fields={{ id: list.id }}>
          <button className="btn btn-sm" type="submit">
            <Icon d={cartIcon} /> Put {available} in the cart
          </button>
        </PostButton>
      )}
      {!list.isDefault && (
        <a className="btn btn-icon btn-sm" href={`${LISTS}/${list.id}/edit`} aria-label="Rename or delete this list">
          <Icon d={moreIcon} />
        </a>
      )}
    </div>
  )
}
