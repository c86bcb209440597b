import { answerPasskeyStep } from '@/lib/http/json/passkeys'

export const POST = async (request: Request, { params }: RouteContext<'/admin/security/passkey/[step]'>) =>
  answerPasskeyStep(request, `office-security/${(await params).step}`)
