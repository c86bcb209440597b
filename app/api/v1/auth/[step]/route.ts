import { answerAuth } from '@/lib/api/auth'

export const POST = async (request: Request, { params }: RouteContext<'/api/v1/auth/[step]'>) =>
  answerAuth(request, (await params).step)
