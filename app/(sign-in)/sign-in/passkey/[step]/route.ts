import { answerPasskeyStep } from '@/lib/http/json/passkeys'

export const POST = async (request: Request, { params }: RouteContext<'/sign-in/passkey/[step]'>) =>
  answerPasskeyStep(request, `sign-in/${(await params).step}`)
