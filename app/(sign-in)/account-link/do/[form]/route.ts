import { answerAccountLink } from '@/lib/http/forms/customers/account-link'

export const POST = async (request: Request, { params }: RouteContext<'/account-link/do/[form]'>) =>
  answerAccountLink(request, (await params).form)
