import { Notice } from '@/components/ui/feedback/notice'
import { Button } from '@/components/ui/form/button'
import { TextField } from '@/components/ui/form/field'
import { Icon } from '@/components/ui/icon'
import { closeIcon } from '@/components/ui/icons'
import type { WishlistTab } from '@/lib/contracts/customers/wishlists'
import type { Refusal } from '@/lib/contracts/sent-form'
import { firstNameOf } from '@/lib/domain/customers/wishlist'
import { PostButton } from '../account/parts'
import { CopyLink } from './copy-link-client'
import { wishlistUrl } from './wishlist'

interface FormProps {
  values: Record<string, string>
  refusal: Refusal | undefined
}

/** The form that makes a list, or that renames one. */
export function NameForm({ list, values, refusal }: FormProps & { list?: WishlistTab }) {
  return (
    <form
      className="slip max-w-[36rem]"
      action={`/account/do/${list ? 'rename-list' : 'new-list'}`}
      method="post"
      noValidate
    >
      {refusal && !refusal.fieldErrors && (
        <Notice tone="danger" live>
          <p>{refusal.message}</p>
        </Notice>
      )}
      {list && <input type="hidden" name="id" value={list.id} />}
      <TextField
        name="name"
        label="Name"
        defaultValue={values.name ?? list?.name ?? ''}
        error={refusal?.fieldErrors?.name}
        maxLength={60}
        autoComplete="off"
        required
      />
      <Button type="submit" tone="accent">
        {list ? 'Save' : 'Make it'}
      </Button>
      <a className="btn" href={list ? wishlistUrl(list) : '/account/wishlists'}>
        Cancel
      </a>
    </form>
  )
}

/** A box in the middle of a page, with a cross that leads back to the list. */
function Box({ list, title, children }: { list: WishlistTab; title: string; children: React.ReactNode }) {
  return (
    <section className="dialog max-w-full" aria-labelledby="box-title">
      <div className="dialog-head">
        <h1 id="box-title" className="text-d5 wrap-anywhere">
          {title}
        </h1>
        <a className="btn btn-icon btn-sm" href={wishlistUrl(list)} aria-label="Close">
          <Icon d={closeIcon} />
        </a>
      </div>
      {children}
    </section>
  )
}

/** Asks whether a list shall really be deleted. */
export function DeleteBox({ list }: { list: WishlistTab }) {
  const { count, isShared } = list
  return (
    <Box list={list} title={`Delete “${list.name}”?`}>
      <div className="dialog-body">
        <p>
          {count === 1 ? 'One thing is' : `${count || 'No'} things are`} on it
          {isShared && ', and its link has been shared'}. The things stay in the shop{isShared && ', the link stops'}.
          You can undo this right after.
        </p>
      </div>
      <div className="dialog-foot">
        <a className="btn" href={wishlistUrl(list)}>
          Keep it
        </a>
        <PostButton form="delete-list" fields={{ id: list.id }}>
          <button className="btn btn-danger" type="submit">
            Delete 1 list
          </button>
        </PostButton>
      </div>
    </Box>
  )
}

/** Shows the link of a list, and switches it on and off. */
export function ShareBox({ list, shareUrl, name }: { list: WishlistTab; shareUrl: string | null; name: string }) {
  return (
    <Box list={list} title={`Share “${list.name}”`}>
      <div className="dialog-body">
        <PostButton form="share-list" fields={{ id: list.id, share: shareUrl ? 'no' : 'yes' }}>
          <div className="flex flex-wrap items-center justify-between gap-3">
            <span id="share-what">Anybody with the link can see it</span>
            <button
              className="btn btn-sm"
              type="submit"
              role="switch"
              aria-checked={shareUrl !== null}
              aria-labelledby="share-what"
            >
              {shareUrl ? 'On' : 'Off'}
            </button>
          </div>
        </PostButton>
        {shareUrl && (
          <div className="field">
            <label className="label" htmlFor="share-url">
              Link
            </label>
            <div className="affix">
              <input className="input" id="share-url" type="text" value={shareUrl} readOnly />
              <CopyLink url={shareUrl} />
            </div>
          </div>
        )}
        <p className="hint">They see the things and “{firstNameOf(name)}”. Not your address, not what you bought.</p>
      </div>
      <div className="dialog-foot">
        {shareUrl && (
          <PostButton form="share-list" fields={{ id: list.id, share: 'yes' }}>
            <button className="btn btn-quiet" type="submit">
              New link
            </button>
          </PostButton>
        )}
        <a className="btn btn-accent" href={wishlistUrl(list)}>
          Done
        </a>
      </div>
    </Box>
  )
}
