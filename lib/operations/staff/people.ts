import { z } from 'zod'
import { staffStepUp } from '@/lib/auth/policies'
import {
  changeMemberSchema,
  invitationIdSchema,
  inviteSchema,
  memberIdSchema,
  roleFormSchema,
  roleIdSchema,
  switchMemberSchema,
} from '@/lib/contracts/staff'
import * as invitations from '@/lib/services/staff/invitations'
import * as members from '@/lib/services/staff/members'
import * as roles from '@/lib/services/staff/roles'
import { operation } from '../operation'

const nothing = z.object({})
const who = [staffStepUp('staff:write')] as const

/** Invites somebody into the office by mail. */
export const invite = operation({
  name: 'staff.invite',
  who,
  input: inviteSchema,
  output: z.object({ id: z.uuid() }),
  run: (input, { staff }) => invitations.invite(input, staff),
})

/** Withdraws an invitation that was not accepted yet. */
export const withdrawInvitation = operation({
  name: 'staff.withdrawInvitation',
  who,
  input: invitationIdSchema,
  output: nothing,
  run: async ({ id }, { staff }) => {
    await invitations.withdrawInvitation(id, staff)
    return {}
  },
})

/** Sends a member of staff a link that sets a new password and a new second factor. */
export const resetMember = operation({
  name: 'staff.resetMember',
  who,
  input: memberIdSchema,
  output: nothing,
  run: async ({ userId }, { staff }) => {
    await invitations.resetMember(userId, staff)
    return {}
  },
})

/** Gives a member of staff another role, or makes them an owner. */
export const changeMember = operation({
  name: 'staff.changeMember',
  who,
  input: changeMemberSchema,
  output: nothing,
  run: async (input, { staff }) => {
    await members.changeMember(input, staff)
    return {}
  },
})

/** Switches a member of staff off, or on again. */
export const switchMember = operation({
  name: 'staff.switchMember',
  who,
  input: switchMemberSchema,
  output: nothing,
  run: async (input, { staff }) => {
    await members.switchMember(input, staff)
    return {}
  },
})

/** Makes a role, or changes one. */
export const saveRole = operation({
  name: 'staff.saveRole',
  who,
  input: roleFormSchema,
  output: z.object({ id: z.uuid() }),
  run: (input, { staff }) => roles.saveRole(input, staff),
})

/** Deletes a role that nobody has. */
export const deleteRole = operation({
  name: 'staff.deleteRole',
  who,
  input: roleIdSchema,
  output: nothing,
  run: async ({ id }, { staff }) => {
    await roles.deleteRole(id, staff)
    return {}
  },
})
