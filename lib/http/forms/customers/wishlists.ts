import { wishlistIdSchema } from '@/lib/contracts/customers/wishlists'
import { neverMind, tellMeWhen } from '@/lib/operations/customers/notices'
import * as wishlists from '@/lib/operations/customers/wishlists'
import type { Fields } from '../form-post'
import { type AccountForm, form } from './account-form'

const LISTS = '/account/wishlists'

/** Returns the page of the list that a form is about. Ids that are none lead to the default list. */
const pageOf = (id: string | undefined): string =>
  wishlistIdSchema.safeParse({ id }).success ? `${LISTS}/${id}` : LISTS
const ownPage = ({ id }: Fields) => pageOf(id)
/** The page from which a thing was changed: `list` is a hidden field of its forms. */
const fromPage = ({ list }: Fields) => pageOf(list)

/** The forms of wishlists, by the last segment of their address. `?done=` tells the next page what was done. */
export const WISHLIST_FORMS: Record<string, AccountForm> = {
  'new-list': {
    page: `${LISTS}/new`,
    keep: ['name'],
    run: async (fields, actor) => {
      const answer = await wishlists.createWishlist.execute(fields, actor)
      return answer.ok ? { ok: true, next: `${LISTS}/${answer.id}?done=new` } : answer
    },
  },
  'rename-list': form(
    (fields) => `${ownPage(fields)}/edit`,
    ['name'],
    wishlists.renameWishlist,
    (fields) => `${ownPage(fields)}?done=renamed`,
  ),
  'delete-list': {
    page: ownPage,
    keep: [],
    run: async (fields, actor) => {
      const answer = await wishlists.deleteWishlist.execute(fields, actor)
      if (!answer.ok || answer.deleted === null) return answer.ok ? { ok: true, next: LISTS } : answer
      return { ok: true, next: `${LISTS}?done=deleted`, values: { id: fields.id ?? '', name: answer.deleted } }
    },
  },
  'restore-list': form(LISTS, [], wishlists.restoreWishlist, (fields) => `${ownPage(fields)}?done=restored`),
  'share-list': form(
    (fields) => `${ownPage(fields)}/share`,
    [],
    wishlists.shareWishlist,
    (fields) => `${ownPage(fields)}/share?done=${fields.share === 'yes' ? 'shared' : 'private'}`,
  ),
  'list-to-cart': form(ownPage, [], wishlists.orderWishlist, () => '/cart'),
  unsave: {
    page: fromPage,
    keep: [],
    run: async (fields, actor) => {
      const answer = await wishlists.removeSaved.execute(fields, actor)
      if (!answer.ok || answer.removed === null) return answer.ok ? { ok: true, next: fromPage(fields) } : answer
      const values = { itemId: fields.itemId ?? '', name: answer.removed }
      return { ok: true, next: `${fromPage(fields)}?done=removed`, values }
    },
  },
  resave: form(fromPage, [], wishlists.restoreSaved, fromPage),
  move: form(fromPage, [], wishlists.moveSaved, (fields) => `${fromPage(fields)}?done=moved`),
  'tell-me-when': form(fromPage, [], tellMeWhen, (fields) => `${fromPage(fields)}?done=awaited`),
  'never-mind': form(fromPage, [], neverMind, (fields) => `${fromPage(fields)}?done=never-mind`),
}
