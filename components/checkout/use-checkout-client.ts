'use client'

import { unstable_rethrow } from 'next/navigation'
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
import { type CheckoutState, placeOrder } from '@/lib/actions/checkout'
import type { DeliveryMethod } from '@/lib/contracts/checkout'
import { CHECKOUT_FIELDS, type CheckoutField, type CheckoutValues } from '@/lib/contracts/checkout-fields'
import type { Country } from '@/lib/contracts/settings'
import { checkFields } from './check'
import type { CheckoutErrors } from './fields'
import { keepTyped, restoreTyped } from './typed'
import { isCountry } from './words'

const ADDRESS: CheckoutField[] = ['firstName', 'lastName', 'street', 'extra', 'postcode', 'city', 'country']

const NOT_REACHED = {
  ok: false,
  code: 'unavailable',
  message: 'That did not reach the shop. Nothing you typed is lost: try again, you cannot buy twice by that.',
} as const

/** What is chosen where the rest of the page depends on it. */
const choiceOf = (values: CheckoutValues, country: Country): { country: Country; method: DeliveryMethod } => ({
  country: isCountry(values.country) ? values.country : country,
  method: values.deliveryMethod === 'EXPRESS' ? 'EXPRESS' : 'STANDARD',
})

const fieldOf = ({ name }: { name: string }) => CHECKOUT_FIELDS.find((field) => field === name)

/** The checkout while scripts run: checks fields as they are left, keeps what is typed, sends, and hears the answer. */
export function useCheckout({
  form,
  came,
  quotedFor,
}: {
  form: RefObject<HTMLFormElement | null>
  came: CheckoutState
  quotedFor: Country
}) {
  const [state, setState] = useState(came)
  const [errors, setErrors] = useState<CheckoutErrors>(came.failure?.fieldErrors ?? {})
  const [done, setDone] = useState({ who: false, where: false })
  const [chosen, setChosen] = useState(choiceOf(came.values, quotedFor))
  const [refusals, setRefusals] = useState(0)
  const [isSending, startSending] = useTransition()
  // Only what somebody has been at is told to be wrong, until the form is sent.
  const touched = useRef(new Set<CheckoutField>())

  const check = async () => {
    if (!form.current) return {}
    const faults = await checkFields(form.current)
    setErrors(Object.fromEntries([...touched.current].map((name) => [name, faults[name]])))
    setDone({ who: !faults.email, where: !ADDRESS.some((name) => faults[name]) })
    return faults
  }

  useEffect(() => {
    if (!form.current) return
    const kept = restoreTyped(form.current)
    if (Object.keys(kept).length === 0) return
    setChosen((before) => choiceOf(kept, before.country))
    void checkFields(form.current).then((faults) =>
      setDone({ who: !faults.email, where: !ADDRESS.some((name) => faults[name]) }),
    )
  }, [form])

  const answer = (next: CheckoutState) =>
    startTransition(() => {
      setState(next)
      setErrors(next.failure?.fieldErrors ?? {})
      setRefusals((count) => (next.failure ? count + 1 : count))
    })

  const send = (data: FormData) =>
    startSending(async () => {
      try {
        answer(await placeOrder(state, data))
      } catch (error) {
        unstable_rethrow(error) // a redirect to the order comes this way
        answer({ ...state, failure: NOT_REACHED })
      }
    })

  return {
    state,
    errors,
    done,
    chosen,
    /** How often the order did not go through: whoever hears it moves the focus to the reason. */
    refusals,
    isSending,
    submit: async (submitter: HTMLElement | null) => {
      if (!form.current || isSending) return
      const data = new FormData(form.current, submitter)
      if (data.has('fix')) return send(data)
      touched.current = new Set(CHECKOUT_FIELDS)
      const faults = await check()
      if (Object.keys(faults).length === 0) return send(data)
      setRefusals((count) => count + 1)
    },
    change: ({ target }: ChangeEvent<HTMLFormElement>) => {
      if (!form.current) return
      keepTyped(form.current)
      const values = Object.fromEntries(
        [...new FormData(form.current)].filter(([, value]) => typeof value === 'string'),
      )
      setChosen(choiceOf(values, quotedFor))
      const name = fieldOf(target)
      if (name === 'country' || (name && errors[name])) void check()
    },
    blur: ({ target }: FocusEvent<HTMLFormElement>) => {
      const name = fieldOf(target)
      if (!name || (target.value === '' && !touched.current.has(name))) return
      touched.current.add(name)
      void check()
    },
  }
}
