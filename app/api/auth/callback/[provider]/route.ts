import { answerProviderCallback } from '@/lib/http/forms/customers/providers'

export const GET = async (request: Request, { params }: RouteContext<'/api/auth/callback/[provider]'>) =>
  answerProviderCallback(request, (await params).provider)
