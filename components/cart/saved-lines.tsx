import { PostButton } from '@/components/customers/account/parts'
import { Notice } from '@/components/ui/feedback/notice'

/** Offers what the account had in its cart when somebody signed in during a checkout. Hidden if that was nothing. */
export function SavedLines({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <Notice tone="info" className="mb-6">
      <p>
        <b>
          {count === 1 ? 'One thing' : `${count} things`} from your other devices {count === 1 ? 'waits' : 'wait'}.
        </b>{' '}
        We kept {count === 1 ? 'it' : 'them'} apart while you checked out.
      </p>
      <div className="pt-2">
        <PostButton form="restore-cart">
          <button className="btn btn-sm" type="submit">
            Put {count === 1 ? 'it' : 'them'} in
          </button>
        </PostButton>
      </div>
    </Notice>
  )
}
