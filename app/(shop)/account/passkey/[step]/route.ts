import { answerPasskeyStep } from '@/lib/http/json/passkeys'

export const POST = async (request: Request, { params }: RouteContext<'/account/passkey/[step]'>) =>
  answerPasskeyStep(request, `account/${(await params).step}`)
