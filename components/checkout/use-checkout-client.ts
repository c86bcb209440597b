'use client'

import { useRouter } from 'next/navigation'
import {
  type ChangeEvent,
  type FocusEvent,
  type RefObject,
  startTransition,
  useEffect,
  useRef,
  useState,
  useTransition,
} from 'react'
import { postForm } from '@/components/ui/request/post-form'
import type { CheckoutRefusal, DeliveryMethod } from '@/lib/contracts/checkout/checkout'
import { CHECKOUT_FIELDS, type CheckoutField, type CheckoutValues } from '@/lib/contracts/checkout/fields'
import { type Country, isCountry } from '@/lib/domain/shipping/country'
import { shouldAskForHouseNumber } from '@/lib/domain/shipping/house-number'
import { checkFields } from './check'
import type { CheckoutErrors } from './fields'
import { keepTyped, restoreTyped, typedIn } from './typed'

const ADDRESS: CheckoutField[] = ['firstName', 'lastName', 'street', 'extra', 'postcode', 'city', 'country']

/** Returns the chosen country and delivery method, on which other parts of the page depend. */
const choiceOf = (values: CheckoutValues, country: Country): { country: Country; method: DeliveryMethod } => ({
  country: isCountry(values.country) ? values.country : country,
  method: values.deliveryMethod === 'EXPRESS' ? 'EXPRESS' : 'STANDARD',
})

const lacksAnswer = ({ street = '', extra = '' }: CheckoutValues, askedStreet: string) =>
  shouldAskForHouseNumber({ street, extra }, askedStreet)

const fieldOf = ({ name }: { name: string }) => CHECKOUT_FIELDS.find((field) => field === name)

/**
 * Runs the checkout in the browser: validates fields when they are left, stores typed values, submits the form and
 * handles the answer.
 */
export function useCheckout({
  form,
  values,
  quotedFor,
  first,
  onFixed,
}: {
  form: RefObject<HTMLFormElement | null>
  values: CheckoutValues
  quotedFor: Country
  /** Is called when the server has corrected lines of the cart as the shopper asked for. */
  onFixed: () => void
  /** The state with which the server rendered the page. */
  first: { refusal: CheckoutRefusal | undefined; idempotencyKey: string; askedStreet: string }
}) {
  const router = useRouter()
  const [idempotencyKey, setIdempotencyKey] = useState(first.idempotencyKey)
  const [refusal, setRefusal] = useState(first.refusal)
  const [errors, setErrors] = useState<CheckoutErrors>(first.refusal?.fieldErrors ?? {})
  const [done, setDone] = useState({ who: false, where: false })
  const [chosen, setChosen] = useState(choiceOf(values, quotedFor))
  const [refusals, setRefusals] = useState(first.refusal ? 1 : 0)
  const isFirstAsking = first.refusal !== undefined && lacksAnswer(values, first.askedStreet)
  const [isAsking, setIsAsking] = useState(isFirstAsking)
  const [askedStreet, setAskedStreet] = useState(isFirstAsking ? (values.street ?? '') : first.askedStreet)
  const [isSending, startSending] = useTransition()
  // Fields that show their errors: those that were left, and all of them once the form has been submitted.
  const touched = useRef(new Set<CheckoutField>(first.refusal ? CHECKOUT_FIELDS : []))

  const check = async () => {
    if (!form.current) return {}
    const faults = await checkFields(form.current)
    setDone({ who: !faults.email, where: !ADDRESS.some((name) => faults[name]) })
    return faults
  }
  const tellFaults = async () => {
    const faults = await check()
    setErrors(Object.fromEntries([...touched.current].map((name) => [name, faults[name]])))
    return faults
  }

  useEffect(() => {
    if (!form.current) return
    restoreTyped(form.current)
    // Before scripts ran, the browser may have filled in an address without firing an event.
    const typed = typedIn(form.current)
    setChosen((before) => choiceOf(typed, before.country))
    if (!typed.email && !ADDRESS.some((name) => name !== 'country' && typed[name])) return
    void checkFields(form.current).then((faults) =>
      setDone({ who: !faults.email, where: !ADDRESS.some((name) => faults[name]) }),
    )
  }, [form])

  const send = (submitter: HTMLElement | null) =>
    startSending(async () => {
      if (!form.current) return
      const answer = await postForm(form.current, {
        submitter,
        unreached:
          'We did not hear back from the shop. Nothing you typed is lost. Please try again: you will not be charged twice.',
        contract: async () => (await import('@/lib/contracts/checkout/checkout')).checkoutAnswerSchema,
      })
      startTransition(() => {
        if (answer.ok && answer.orderId) return router.push(`/orders/${answer.orderId}`)
        if (answer.ok) onFixed()
        setRefusal(answer.ok ? undefined : answer)
        setErrors(answer.ok ? {} : (answer.fieldErrors ?? {}))
        if (!answer.ok && answer.details?.idempotencyKey) setIdempotencyKey(answer.details.idempotencyKey)
        if (!answer.ok) setRefusals((count) => count + 1)
        // Reload the data to show the changes to the cart that caused the refusal, unless the server is unavailable.
        if (answer.ok || answer.code !== 'unavailable') router.refresh()
      })
    })

  return {
    idempotencyKey,
    refusal,
    errors,
    done,
    chosen,
    /** Number of refusals so far. Whenever it grows, the focus moves to the reason. */
    refusals,
    isSending,
    /** Whether the page asks for a missing house number. `askedStreet` is the street that it last asked about. */
    isAsking,
    askedStreet,
    submit: async (submitter: HTMLElement | null) => {
      if (!form.current || isSending) return
      if (submitter instanceof HTMLButtonElement && submitter.name === 'fix') return send(submitter)
      touched.current = new Set(CHECKOUT_FIELDS)
      const faults = await tellFaults()
      const typed = typedIn(form.current)
      const asks = lacksAnswer(typed, askedStreet)
      setIsAsking(asks)
      if (asks) setAskedStreet(typed.street ?? '')
      if (Object.keys(faults).length === 0 && !asks) return send(submitter)
      setRefusals((count) => count + 1)
    },
    /** Fills in an address. What else was typed stays. */
    fill: (address: CheckoutValues) => {
      if (!form.current) return
      for (const name of ADDRESS) {
        const field = form.current.elements.namedItem(name)
        if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = address[name] ?? ''
      }
      setChosen(choiceOf(keepTyped(form.current), quotedFor))
      setIsAsking(false)
      for (const name of ADDRESS) touched.current.add(name)
      void tellFaults()
    },
    change: ({ target }: ChangeEvent<HTMLFormElement>) => {
      if (!form.current) return
      const typed = keepTyped(form.current)
      setChosen(choiceOf(typed, quotedFor))
      if (isAsking && !lacksAnswer(typed, '')) setIsAsking(false)
      const name = fieldOf(target)
      if (name === 'country' || (name && errors[name])) void tellFaults()
    },
    blur: ({ target }: FocusEvent<HTMLFormElement>) => {
      const name = fieldOf(target)
      if (!name || (target.value === '' && !touched.current.has(name))) return
      touched.current.add(name)
      void tellFaults()
    },
  }
}
