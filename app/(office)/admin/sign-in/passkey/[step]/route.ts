import { answerPasskeyStep } from '@/lib/http/json/passkeys'

export const POST = async (request: Request, { params }: RouteContext<'/admin/sign-in/passkey/[step]'>) =>
  answerPasskeyStep(request, `office/${(await params).step}`)
