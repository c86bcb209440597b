import { z } from 'zod'
import { customer, recentCustomer } from '@/lib/auth/policies'
import { DomainError } from '@/lib/errors'
import { planDeletion } from '@/lib/services/customers/personal-data/deletion'
import { readExport, requestExport } from '@/lib/services/customers/personal-data/export'
import { operation } from '../operation'
import { clientOf } from './client'

/** Starts an export of everything that is kept of the person. */
export const exportData = operation({
  name: 'customers.export',
  who: [customer],
  input: z.object({}),
  output: z.object({}),
  run: async (_, actor) => {
    await requestExport(actor.customer.userId)
    return {}
  },
})

/** Returns the file of one of the person's exports. */
export const downloadExport = operation({
  name: 'customers.downloadExport',
  who: [customer],
  input: z.object({ id: z.uuid() }),
  output: z.object({ json: z.string() }),
  run: async ({ id }, actor) => {
    const json = await readExport(actor.customer.userId, id)
    if (json === null) throw new DomainError('not_found', 'This file is gone, or was never yours.')
    return { json }
  },
})

/** Plans the deletion of the person's account. They have to type the word DELETE. */
export const deleteAccount = operation({
  name: 'customers.delete',
  who: [recentCustomer],
  input: z.object({ word: z.string().trim().toUpperCase().pipe(z.literal('DELETE', 'Please type the word DELETE.')) }),
  output: z.object({}),
  run: async (_, actor) => {
    await planDeletion(actor.customer.userId, clientOf(actor))
    return {}
  },
})
